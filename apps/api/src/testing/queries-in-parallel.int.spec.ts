import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Transactions } from '../database/transactions.ts';
import { givenApi, type TestApi } from './given-api.ts';
import { queriesInParallel } from './queries-in-parallel.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

describe('queries in parallel', () => {
  test('are noticed in a transaction, which has one connection, with where they came from', async () => {
    await api.app.get(Transactions).run((em) => Promise.all([em.query('select 1 as first'), em.query('select 2 as second')]));
    expect(queriesInParallel()).toEqual([expect.stringMatching(/select 2 as second[^]*queries-in-parallel\.int\.spec/)]);
  });

  test('are welcome outside of one, and one after the other anywhere', async () => {
    const transactions = api.app.get(Transactions);
    await Promise.all([1, 2, 3].map((number) => transactions.manager.query('select $1::int', [number])));
    await transactions.run(async (em) => {
      await em.query('select 1');
      await em.query('select no_such_column').catch(() => undefined);
      await em.query('select 2').catch(() => undefined);
    });
    expect(queriesInParallel()).toEqual([]);
  });
});
