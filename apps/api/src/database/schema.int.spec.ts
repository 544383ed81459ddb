import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { dataSource, givenDatabase, givenRelease, RELEASES, type TestDatabase } from '../testing/databases.ts';
import { BoardOrganisations1764001200000 } from './migrations/1764001200000-board-organisations.ts';
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

  it('tell the boards that stand already which organisations run their process', async () => {
    await source.query(`
      with town as (insert into organisation (id, name, sector) values (gen_random_uuid(), 'Mesto', 'public') returning id),
        asked as (insert into process (id, title, problem, status_quo, goals, state, visibility, revision, created_at, updated_at)
          values (gen_random_uuid(), 'Voda', '', '', '{}', 'running', 'public', 1, now(), now()) returning id),
        runs as (insert into process_organisation (process_id, organisation_id) select asked.id, town.id from asked, town)
      insert into board (id, title, rule)
        select gen_random_uuid(), 'a', jsonb_build_object('processId', id) from asked
        union all select gen_random_uuid(), 'b', '{"processId": null}' union all select gen_random_uuid(), 'c', null`);
    const counts = () => source.query(`select title, jsonb_array_length(rule -> 'organisationIds') as count from board order by title`);
    const migration = new BoardOrganisations1764001200000();
    const runner = source.createQueryRunner();
    try {
      await migration.up(runner);
      expect(await counts()).toEqual([{ title: 'a', count: 1 }, { title: 'b', count: 0 }, { title: 'c', count: null }]);
      await migration.down(runner);
      expect(await counts()).toEqual([{ title: 'a', count: null }, { title: 'b', count: null }, { title: 'c', count: null }]);
    } finally {
      await runner.release();
    }
  });

  it('go down to nothing and up again', async () => {
    for (let i = 0; i < MIGRATIONS.length; i++) await source.undoLastMigration({ transaction: 'each' });
    const left = await source.query<{ name: string }[]>(`select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> 'migrations'`);
    expect(left).toEqual([]);
    expect(await source.query(`select 1 from information_schema.schemata where schema_name = 'job'`)).toEqual([]);
    await source.runMigrations({ transaction: 'each' });
    expect((await source.driver.createSchemaBuilder().log()).upQueries).toEqual([]);
  });

  it.each(RELEASES)('bring a town of an earlier release to the same tables: %s', async (file) => {
    const earlier = await givenRelease(file);
    const itsSource = await dataSource(earlier.url).initialize();
    await itsSource.runMigrations({ transaction: 'each' });
    expect((await itsSource.driver.createSchemaBuilder().log()).upQueries).toEqual([]);
    await itsSource.destroy();
    await earlier.drop();
  });
});
