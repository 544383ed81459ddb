import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { dataSource, givenDatabase, type TestDatabase } from '../testing/databases.ts';
import { MIGRATIONS } from './migrations.ts';

let database: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await givenDatabase();
  source = await dataSource(database.url).initialize();
});
afterAll(async () => {
  await source?.destroy();
  await database?.drop();
});

describe('migrations', () => {
  it('make exactly the tables that the entities describe', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('go down to nothing and up again', async () => {
    for (let i = 0; i < MIGRATIONS.length; i++) await source.undoLastMigration({ transaction: 'each' });
    const left = await source.query<{ name: string }[]>(`select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> 'migrations'`);
    expect(left).toEqual([]);
    await source.runMigrations({ transaction: 'each' });
    expect((await source.driver.createSchemaBuilder().log()).upQueries).toEqual([]);
  });
});
