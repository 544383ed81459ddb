import type { TestApi } from './given-api.ts';

type Database = Pick<TestApi, 'database'>;

/** Nothing is written into these tables any more. @returns ends that; those who waited to write are gone with their server */
export async function holdTables({ database }: Database, tables: readonly string[]): Promise<() => Promise<void>> {
  const holder = database.createQueryRunner();
  await holder.startTransaction();
  await holder.query(`lock table ${[...new Set(tables)].join(', ')} in share row exclusive mode`);
  return async () => {
    await holder.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    await holder.rollbackTransaction();
    await holder.release();
  };
}

/** Until so many transactions wait for what others hold. */
export async function allWait({ database }: Database, count: number): Promise<void> {
  for (let waiting = 0; waiting < count;) {
    const [row] = await database.query<{ waiting: number }[]>(
      `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    waiting = row!.waiting;
  }
}
