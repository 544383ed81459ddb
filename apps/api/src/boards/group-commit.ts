/** Between the starts of two commits: what is asked for meanwhile goes into the second. Nobody sees how soon "saved" appears; each commit is felt. */
export const GAP_MS = 20;
/** Under way at once, and jobs in one. */
const COMMITS_MAX = 2;
const JOBS_MAX = 200;

interface Waiting<Job> {
  job: Job;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * Stores the work of many boards in few transactions: under load each commit takes all that came since the one before; a quiet board waits for nobody.
 * Where the data of one of them is at fault each is tried alone, so that no board suffers from another.
 */
export class GroupCommit<Job> {
  readonly #store: (jobs: readonly Job[]) => Promise<void>;
  #waiting: Waiting<Job>[] = [];
  #underWay = 0;
  #startedAt = -GAP_MS;
  #timer: NodeJS.Timeout | null = null;

  constructor(store: (jobs: readonly Job[]) => Promise<void>) {
    this.#store = store;
  }

  /** Resolves when it is stored. */
  add(job: Job): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    if (this.#timer || this.#waiting.length === 0 || this.#underWay >= COMMITS_MAX) return;
    const wait = this.#startedAt + GAP_MS - performance.now();
    if (wait <= 0) void this.#commit();
    else {
      this.#timer = setTimeout(() => {
        this.#timer = null;
        void this.#commit();
      }, wait);
    }
  }

  async #commit(): Promise<void> {
    this.#underWay++;
    this.#startedAt = performance.now();
    const group = this.#waiting.splice(0, JOBS_MAX);
    try {
      await this.#store(group.map(({ job }) => job));
      for (const { resolve } of group) resolve();
    } catch (error) {
      if (group.length > 1 && isOfData(error)) for (const waiting of group) await this.#alone(waiting);
      else for (const { reject } of group) reject(error);
    }
    this.#underWay--;
    this.#next();
  }

  async #alone({ job, resolve, reject }: Waiting<Job>): Promise<void> {
    try {
      await this.#store([job]);
      resolve();
    } catch (error) {
      reject(error);
    }
  }
}

/** PostgreSQL's classes 22 and 23: the values themselves. All else (it is away, it restarts) is everybody's trouble. */
const isOfData = (error: unknown): boolean => /^2[23]/.test(String((error as { code?: unknown } | null)?.code));
