import type PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import { kindOf, type JobName } from './jobs.ts';

export type JobHandler = (payload: object) => Promise<void>;

/**
 * Does the jobs of one kind, one at a time. Not `PgBoss.work`: that writes the end of a job without waiting for it, so a database that is away at that
 * moment would end the process.
 */
export class JobWorker {
  #working: Promise<void> | undefined;
  #more = false;
  #stopped = false;

  constructor(
    private readonly name: JobName,
    private readonly handler: JobHandler,
    private readonly boss: PgBoss,
    private readonly logger: Logger,
  ) {}

  /** There is something to do, perhaps. */
  wake(): void {
    this.#more = true;
    if (this.#stopped || this.#working) return;
    this.#working = this.#work().finally(() => {
      this.#working = undefined;
      // Somebody woke it while it was falling asleep.
      if (this.#more) this.wake();
    });
  }

  /** Begins no other job; over when the one it is at is done. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#working;
  }

  async #work(): Promise<void> {
    while (this.#more && !this.#stopped) {
      this.#more = false;
      const [job] = await this.boss.fetch<unknown>(this.name, { includeMetadata: true });
      if (!job) continue;
      this.#more = true;
      await this.#do(job);
    }
  }

  async #do(job: PgBoss.JobWithMetadata<unknown>): Promise<void> {
    try {
      const failure = await this.#failureOf(job);
      if (failure) await this.#fail(job, failure.error);
      else await this.boss.complete(this.name, job.id);
    } catch (error) {
      // Its row says that somebody is at it. When its time is over, it is begun anew.
      this.logger.warn({ err: error, job: this.name, id: job.id }, 'how a job ended could not be written');
    }
  }

  async #failureOf(job: PgBoss.JobWithMetadata<unknown>): Promise<{ error: unknown } | undefined> {
    try {
      await this.handler(kindOf(this.name).payload.parse(job.data));
      return undefined;
    } catch (error) {
      return { error };
    }
  }

  async #fail(job: PgBoss.JobWithMetadata<unknown>, error: unknown): Promise<void> {
    const about = { job: this.name, id: job.id, tries: job.retryCount + 1 };
    // The message alone is kept: what else an error carries may be what people typed.
    await this.boss.fail(this.name, job.id, { message: error instanceof Error ? error.message : String(error) });
    if (job.retryCount >= job.retryLimit) this.logger.error({ ...about, err: error }, 'a job failed for good');
    else this.logger.debug({ ...about, err: error }, 'a job failed and is tried again');
  }
}
