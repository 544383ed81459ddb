import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Pool } from 'pg';
import PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import type { EntityManager } from 'typeorm';
import { POOL } from '../database/database.module.ts';
import { Transactions } from '../database/transactions.ts';
import { LOGGER } from '../http/logger.ts';
import { JobMetrics } from './job-metrics.ts';
import { JobWorker } from './job-worker.ts';
import { JOB_NAMES, kindOf, type JobName, type JobPayload } from './jobs.ts';

/** The schema of pg-boss's tables; a migration of ours makes it. */
const SCHEMA = 'job';
/** Held by the process that makes places for the kinds of jobs. */
const ROOM_LOCK = 7_232;
/** How often a process looks for jobs that others added, that are to be tried again or whose time has come. Its own it begins at their commit. */
const LOOK_EVERY_MS = 2_000;
/** So often jobs of workers that died are given to others, and old ones are put away. */
const TIDY_EVERY_MS = 60_000;
/** The last of ten more tries is some hours after the first: by then what was away is back. */
const RETRIES = { retryLimit: 10, retryDelay: 10, retryBackoff: true };
const EXPIRES_IN_MINUTES = 15;
/** What is done by then at a shutdown is done; the rest is begun anew by another process. */
const STOP_WITHIN_MS = 8_000;
const DAY_SECONDS = 86_400;

/** Jobs: rows written in the transaction that causes them, done after its commit, at least once, by whichever process is free. */
@Injectable()
export class JobsService implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  readonly #boss: PgBoss;
  readonly #workers = new Map<JobName, JobWorker>();
  readonly #dueAt = new Map<JobName, number>();
  readonly #metrics: JobMetrics;
  #tidyAt = 0;
  #looking: NodeJS.Timeout | undefined;
  #look = Promise.resolve();
  #away = false;
  #stopped = false;

  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly transactions: Transactions,
  ) {
    this.#boss = new PgBoss({
      db: { executeSql: (text, values) => pool.query(text, values) },
      schema: SCHEMA, migrate: false, supervise: false, schedule: false,
      archiveCompletedAfterSeconds: DAY_SECONDS, archiveFailedAfterSeconds: 14 * DAY_SECONDS, deleteAfterDays: 1,
    });
    this.#metrics = new JobMetrics(pool);
  }

  /**
   * Adds a job to the caller's transaction: there is one if that is committed, and none if it is not.
   * @param startAfter not before then
   * @throws ZodError for a payload that its kind does not have
   */
  async add<Name extends JobName>(em: EntityManager, name: Name, payload: JobPayload<Name>, { startAfter }: { startAfter?: Date } = {}): Promise<void> {
    if (!em.queryRunner?.isTransactionActive) throw new Error(`${name} is added outside of a transaction`);
    const sound = kindOf(name).payload.parse(payload);
    const executeSql = async (text: string, values: unknown[]) => ({ rows: await em.query<object[]>(text, values) });
    const id = await this.#boss.send(name, sound, { db: { executeSql }, ...(startAfter ? { startAfter } : {}) });
    if (!id) throw new Error(`${name} was not added`);
    this.transactions.afterCommit(() => this.#workers.get(name)?.wake());
  }

  /** Says who does the jobs of a kind: once, before the application is up. A job may be done twice where a process dies, so doing it again must do no harm. */
  do<Name extends JobName>(name: Name, handler: (payload: JobPayload<Name>) => Promise<void>): void {
    if (this.#workers.has(name)) throw new Error(`Two do ${name}`);
    this.#workers.set(name, new JobWorker(name, handler as (payload: object) => Promise<void>, this.#boss, this.logger));
  }

  async onModuleInit(): Promise<void> {
    await this.#boss.start();
    await this.makeRoom();
  }

  /** A place in the tables for each kind, with the settings of this release. Of several processes one at a time: making a place locks two tables, so two would wait for each other. */
  async makeRoom(): Promise<void> {
    const lock = await this.pool.connect();
    try {
      await lock.query('select pg_advisory_lock($1)', [ROOM_LOCK]);
      const known = new Map((await this.#boss.getQueues()).map((queue) => [queue.name, queue]));
      for (const name of JOB_NAMES) await this.#makeRoomFor(name, known.get(name));
    } finally {
      // Its end frees the lock, whatever happened.
      lock.release(true);
    }
  }

  async #makeRoomFor(name: JobName, before: PgBoss.Queue | undefined): Promise<void> {
    const queue = { name, policy: 'standard' as const, ...RETRIES, expireInSeconds: (kindOf(name).expiresInMinutes ?? EXPIRES_IN_MINUTES) * 60 };
    if (!before) await this.#boss.createQueue(name, queue);
    else if (before.retryLimit !== queue.retryLimit || before.retryDelay !== queue.retryDelay || before.expireInSeconds !== queue.expireInSeconds) {
      await this.#boss.updateQueue(name, queue);
    }
  }

  onApplicationBootstrap(): void {
    const idle = JOB_NAMES.filter((name) => !this.#workers.has(name));
    if (idle.length > 0) throw new Error(`Nobody does ${idle.join(', ')}`);
    this.#lookLater();
  }

  /** Before anything that a job may need is taken down. */
  async onModuleDestroy(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#looking);
    this.#metrics.end();
    const done = Promise.all([this.#look, ...[...this.#workers.values()].map((worker) => worker.stop())]);
    let patience: NodeJS.Timeout | undefined;
    await Promise.race([done, new Promise<void>((over) => (patience = setTimeout(over, STOP_WITHIN_MS)))]);
    clearTimeout(patience);
    await this.#boss.stop({ graceful: false, close: false });
  }

  #lookLater(): void {
    if (this.#stopped) return;
    this.#looking = setTimeout(() => {
      this.#look = this.look().then(() => this.#lookLater());
    }, LOOK_EVERY_MS).unref();
  }

  /** Adds what falls due by itself, takes from the dead, and begins whatever may begin now. */
  async look(now = Date.now()): Promise<void> {
    try {
      for (const name of JOB_NAMES) await this.#addIfDue(name, now);
      if (now >= this.#tidyAt) {
        await this.#boss.maintain();
        this.#tidyAt = now + TIDY_EVERY_MS;
      }
      const { rows } = await this.pool.query<{ name: JobName }>(`select distinct name from job.job where state < 'active' and start_after < now()`);
      if (this.#away) this.logger.info('jobs go on');
      this.#away = false;
      for (const { name } of rows) this.#workers.get(name)?.wake();
    } catch (error) {
      // Said once; the next look that succeeds says that it is over.
      if (!this.#away) this.logger.warn({ err: error }, 'jobs wait: the database does not answer');
      this.#away = true;
    }
  }

  /** Each process tries once in a period; the table takes one (its unique index on the period and the key). */
  async #addIfDue(name: JobName, now: number): Promise<void> {
    const { everyMinutes } = kindOf(name);
    if (!everyMinutes || now < (this.#dueAt.get(name) ?? 0)) return;
    await this.#boss.send(name, {}, { singletonKey: 'every', singletonSeconds: everyMinutes * 60 });
    const periodMs = everyMinutes * 60_000;
    this.#dueAt.set(name, (Math.floor(now / periodMs) + 1) * periodMs);
  }

}
