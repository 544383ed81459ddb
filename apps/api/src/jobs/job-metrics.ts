import type { Pool } from 'pg';
import { Gauge, register } from 'prom-client';
import { JOB_NAMES } from './jobs.ts';

const STATES = ['created', 'retry', 'active', 'failed'] as const;
const COUNT = 'spolupracovna_jobs';
const LAST_FAILURE = 'spolupracovna_job_last_failure_timestamp_seconds';

/** Where the database is away the page of metrics says nothing of jobs; the others matter then. */
const orNothing = <Row>(answer: Promise<{ rows: Row[] }>): Promise<Row[]> => answer.then(({ rows }) => rows, () => []);

/** How many jobs wait, are tried again, are worked on and failed for good (within fourteen days), and when one failed last, for `/api/metrics`. */
export class JobMetrics {
  readonly #count: Gauge<'job' | 'state'>;
  readonly #lastFailure: Gauge<'job'>;

  constructor(pool: Pool) {
    // In a process with two applications, as tests have, the later one is measured.
    register.removeSingleMetric(COUNT);
    register.removeSingleMetric(LAST_FAILURE);
    this.#lastFailure = new Gauge({
      name: LAST_FAILURE,
      help: 'When a job of the kind failed for good, the last time',
      labelNames: ['job'],
      async collect() {
        this.reset();
        const rows = await orNothing(pool.query<{ job: string; failedAt: number }>(
          `select name as job, extract(epoch from max(completed_on))::float8 as "failedAt" from job.job where state = 'failed' group by name`));
        for (const { job, failedAt } of rows) this.set({ job }, failedAt);
      },
    });
    this.#count = new Gauge({
      name: COUNT,
      help: 'Jobs that wait (created), are tried again (retry), are worked on (active) or failed for good (failed)',
      labelNames: ['job', 'state'],
      async collect() {
        this.reset();
        const rows = await orNothing(pool.query<{ job: string; state: string; count: number }>(
          `select n.job, s.state, count(j.id)::int from unnest($1::text[]) as n (job) cross join unnest($2::job.job_state[]) as s (state)
            left join job.job j on j.name = n.job and j.state = s.state group by n.job, s.state`, [JOB_NAMES, STATES]));
        for (const { job, state, count } of rows) this.set({ job, state }, count);
      },
    });
  }

  end(): void {
    if (register.getSingleMetric(COUNT) === this.#count) register.removeSingleMetric(COUNT);
    if (register.getSingleMetric(LAST_FAILURE) === this.#lastFailure) register.removeSingleMetric(LAST_FAILURE);
  }
}
