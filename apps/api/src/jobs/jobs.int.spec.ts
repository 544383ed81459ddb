import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { Transactions } from '../database/transactions.ts';
import { createLogger } from '../http/logger.ts';
import { dataSource, givenDatabase, type TestDatabase } from '../testing/databases.ts';
import { givenApi } from '../testing/given-api.ts';
import { JOB_NAMES } from './jobs.ts';
import { JobsService } from './jobs.service.ts';

/** One that does not fall due by itself. */
const JOB = 'board.activity-ended';
const PAYLOAD: { boardId: string; activityId: string } = { boardId: randomUUID(), activityId: randomUUID() };
let database: TestDatabase;
let source: DataSource;
let transactions: Transactions;
let lines: { level: number; msg: string; job?: string }[];
const started: { jobs: JobsService; pool: pg.Pool }[] = [];

beforeEach(async () => {
  database = await givenDatabase();
  source = await dataSource(database.url).initialize();
  transactions = new Transactions(source);
  lines = [];
});
afterEach(async () => {
  for (const { jobs, pool } of started.splice(0)) {
    await jobs.onModuleDestroy();
    await pool.end();
  }
  await source.destroy();
  await database.drop();
});

/** The jobs of one process, not looking by themselves. */
async function givenProcess(work: () => Promise<void>): Promise<JobsService> {
  const pool = new pg.Pool({ connectionString: database.url, max: 5 });
  pool.on('error', () => undefined);
  const jobs = new JobsService(pool, createLogger('warn', { write: (line) => void lines.push(JSON.parse(line) as never) }), transactions);
  started.push({ jobs, pool });
  jobs.do(JOB, work);
  await jobs.onModuleInit();
  return jobs;
}
/** Work that tells when it began and goes on when it is let. */
function counted() {
  let count = 0;
  let began = () => undefined as void;
  const work = async () => {
    count++;
    began();
  };
  return { work, count: () => count, next: () => new Promise<void>((done) => (began = done)) };
}
const add = (jobs: JobsService, payload = PAYLOAD) => transactions.run((em) => jobs.add(em, JOB, payload));
const rows = () => source.query<{ state: string; retries: number; message: string | null }[]>(
  `select state, retry_count as retries, output ->> 'message' as message from job.job where name = $1`, [JOB]);
const stateBecomes = async (state: string, retries = 0) => {
  for (;;) {
    const [row] = await rows();
    if (row?.state === state && row.retries === retries) return row;
    await new Promise((soon) => setImmediate(soon));
  }
};

describe('jobs', () => {
  it('of a transaction that is committed are done once, though two processes look for them', async () => {
    const one = counted();
    const two = counted();
    const [first, second] = [await givenProcess(one.work), await givenProcess(two.work)];
    for (let i = 0; i < 20; i++) await Promise.all([add(first), second.look()]);
    while ((await rows()).some(({ state }) => state !== 'completed')) await new Promise((soon) => setImmediate(soon));
    expect(await rows()).toHaveLength(20);
    expect(one.count() + two.count()).toBe(20);
  });

  it('of a transaction that is rolled back are not there', async () => {
    const jobs = await givenProcess(async () => undefined);
    await expect(transactions.run(async (em) => {
      await jobs.add(em, JOB, PAYLOAD);
      throw new Error('something else went wrong');
    })).rejects.toThrow('something else went wrong');
    expect(await rows()).toEqual([]);
  });

  it('are begun at the commit, without waiting for the next look', async () => {
    const { work, next } = counted();
    const jobs = await givenProcess(work);
    const begun = next();
    await add(jobs);
    await begun;
    await stateBecomes('completed');
  });

  it('need a transaction, and the payload of their kind', async () => {
    const jobs = await givenProcess(async () => undefined);
    await expect(jobs.add(source.manager, JOB, PAYLOAD)).rejects.toThrow('outside of a transaction');
    await expect(add(jobs, { ...PAYLOAD, boardId: 'Jana' })).rejects.toThrow('Invalid UUID');
    expect(await rows()).toEqual([]);
  });

  it('with a payload of another time fail without being begun', async () => {
    const { work, count } = counted();
    const jobs = await givenProcess(work);
    await add(jobs);
    await stateBecomes('completed');
    await source.query(`update job.job set state = 'created', data = '{"name": "Jana"}' where name = $1`, [JOB]);
    await jobs.look();
    expect((await stateBecomes('retry', 1)).message).toContain('Unrecognized key');
    expect(count()).toBe(1);
  });

  it('that fail are tried again, later each time, and said to have failed once, when they are given up', async () => {
    const jobs = await givenProcess(() => Promise.reject(new Error('the printer is out of paper')));
    await add(jobs);
    const waits: number[] = [];
    for (let retries = 0; retries < 10; retries++) {
      await stateBecomes('retry', retries);
      const [{ wait }] = await source.query<[{ wait: number }]>(`select extract(epoch from start_after - now())::float8 as wait from job.job where name = $1`, [JOB]);
      waits.push(wait);
      expect(lines).toEqual([]);
      await source.query(`update job.job set start_after = now() - interval '1 second' where name = $1`, [JOB]);
      await jobs.look();
    }
    expect((await stateBecomes('failed', 10)).message).toBe('the printer is out of paper');
    await jobs.onModuleDestroy();
    expect(waits[0]).toBeGreaterThan(5);
    expect(waits[9]).toBeGreaterThan(3_600);
    expect(lines).toMatchObject([{ level: 50, job: JOB, msg: 'a job failed for good' }]);
  });

  it('of a process that died are done by another', async () => {
    let begun = () => undefined as void;
    const dies = new Promise<void>((done) => (begun = done));
    const dead = await givenProcess(() => new Promise(() => begun()));
    await add(dead);
    await dies;
    const { work, next } = counted();
    const other = await givenProcess(work);
    await other.look();
    expect((await rows())[0]).toMatchObject({ state: 'active' });
    await source.query(`update job.job set started_on = now() - interval '16 minutes' where state = 'active'`);
    await other.look(Date.now() + 60_000);
    await stateBecomes('retry');
    await source.query(`update job.job set start_after = now() - interval '1 second' where state = 'retry'`);
    const done = next();
    await other.look();
    await done;
    await stateBecomes('completed', 1);
    // its handler never comes back: nothing to wait for
    await started.splice(started.findIndex(({ jobs }) => jobs === dead), 1)[0]!.pool.end();
  });
});

describe('jobs that fall due by themselves', () => {
  it('are there once in a period, however many processes and looks', async () => {
    const due = () => source.query<{ name: string; count: number }[]>(`select name, count(*)::int as count from job.job group by name order by name`);
    const jobs = [await givenProcess(async () => undefined), await givenProcess(async () => undefined)];
    for (const each of [...jobs, ...jobs]) await each.look();
    expect(await due()).toEqual(expect.arrayContaining([{ name: 'commands.aged', count: 1 }, { name: 'sign-ins.aged', count: 1 }]));
    await source.query(`update job.job set singleton_on = singleton_on - interval '1 hour'`);
    for (const each of jobs) await each.look(Date.now() + 3_600_000);
    expect(await due()).toEqual(expect.arrayContaining([{ name: 'commands.aged', count: 2 }]));
  });
});

describe('SEC-66: jobs whose database goes away', () => {
  it('wait, say so once, and go on when it is back', async () => {
    const unhandled: unknown[] = [];
    const note = (error: unknown) => void unhandled.push(error);
    process.on('unhandledRejection', note);
    const admin = new pg.Client({ connectionString: Object.assign(new URL(database.url), { pathname: '/postgres' }).toString() });
    await admin.connect();
    const name = new URL(database.url).pathname.slice(1);
    try {
      let goOn = () => undefined as void;
      let begun = () => undefined as void;
      const begins = new Promise<void>((done) => (begun = done));
      const done = new Promise<void>((resolve) => (goOn = resolve));
      const jobs = await givenProcess(() => {
        begun();
        return done;
      });
      await add(jobs);
      await begins;
      await admin.query(`alter database ${name} allow_connections false`);
      await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
      goOn();
      for (let i = 0; i < 3; i++) await jobs.look();
      while (lines.length < 2) await new Promise((soon) => setImmediate(soon));
      expect(lines.map(({ msg }) => msg).sort()).toEqual(['how a job ended could not be written', 'jobs wait: the database does not answer']);
      await admin.query(`alter database ${name} allow_connections true`);
      expect(await rows()).toMatchObject([{ state: 'active' }]);
      await source.query(`update job.job set started_on = now() - interval '16 minutes' where state = 'active'`);
      await jobs.look(Date.now() + 60_000);
      await stateBecomes('retry');
      expect(unhandled).toEqual([]);
    } finally {
      process.off('unhandledRejection', note);
      await admin.end();
    }
  });
});

describe('the tables of jobs', () => {
  it('are those of the library: an upgrade of it that needs others ends the start until a migration brings them', async () => {
    await source.query('update job.version set version = version - 1');
    await expect(givenProcess(async () => undefined)).rejects.toThrow('requires migrations');
  });

  it('are made once by several processes that start at once', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => givenProcess(async () => undefined)));
    for (let round = 0; round < 5; round++) {
      for (const name of JOB_NAMES) await source.query('select job.delete_queue($1)', [name]);
      await Promise.all(all.map((jobs) => jobs.makeRoom()));
      expect(await source.query('select count(*)::int as count from job.queue')).toEqual([{ count: JOB_NAMES.length }]);
    }
  });

  it('have a place for each kind, with the settings of this release', async () => {
    await givenProcess(async () => undefined);
    await source.query('update job.queue set retry_limit = 1, expire_seconds = 5');
    await givenProcess(async () => undefined);
    const queues = await source.query<{ name: string }[]>('select distinct name, retry_limit, expire_seconds from job.queue order by name');
    expect(queues).toEqual([...JOB_NAMES].sort().map((name) => ({ name, retry_limit: 10, expire_seconds: 900 })));
  });
});

describe('SEC-63: what is measured', () => {
  it('counts the jobs of each kind that wait and that failed, and says when one failed last', async () => {
    const api = await givenApi();
    try {
      await api.database.query(`insert into job.job (name, state, completed_on) values ($1, 'failed', to_timestamp(1000)), ($1, 'failed', to_timestamp(2000)), ($1, 'completed', now())`, [JOB]);
      const { text } = await api.stranger().agent.get('/api/metrics').expect(200);
      expect(text).toContain(`spolupracovna_jobs{job="${JOB}",state="failed"} 2`);
      expect(text).toContain(`spolupracovna_jobs{job="sign-ins.aged",state="failed"} 0`);
      expect(text).toContain(`spolupracovna_job_last_failure_timestamp_seconds{job="${JOB}"} 2000`);
    } finally {
      await api.stop();
    }
  });
});
