import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { QueryFailedError, QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { isDatabaseAway } from './away.ts';

const failed = (driverError: Error) => new QueryFailedError('select 1', [], driverError);
const coded = (code: string) => Object.assign(new Error('as PostgreSQL says it'), { code });

describe('SEC-66: the database is away', () => {
  test.each(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', '57P01', '57P03', '53300', '08006'])('where it says %s', (code) => {
    expect([isDatabaseAway(coded(code)), isDatabaseAway(failed(coded(code)))]).toEqual([true, true]);
  });

  test.each(['Connection terminated unexpectedly', 'Client has encountered a connection error and is not queryable', 'timeout exceeded when trying to connect'])(
    'where the driver only says “%s”', (message) => expect([isDatabaseAway(new Error(message)), isDatabaseAway(failed(new Error(message)))]).toEqual([true, true]));

  test('where a transaction lost its connection', () => {
    expect([new QueryRunnerAlreadyReleasedError(), new QueryRunnerProviderAlreadyReleasedError()].map(isDatabaseAway)).toEqual([true, true]);
  });

  test('where nobody answers the driver at all', async () => {
    const refused = await new pg.Client({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 2_000 }).connect().catch((error: unknown) => error);
    expect(isDatabaseAway(refused)).toBe(true);
  });

  test.each([coded('23505'), coded('40001'), coded('57014'), new Error('connection of two notes'), new TypeError('x is undefined'), null, undefined, 'text'].map((error) => ({ error, what: String(error) })))(
    'not where something else is wrong: $what', ({ error }) => expect(isDatabaseAway(error)).toBe(false));
});
