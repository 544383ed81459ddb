import type { Logger } from 'pino';
import type { BoardStore, StoredTick } from './board-store.ts';
import type { BoardWords } from './board-words.ts';

const RETRY_MS = 1_000;
const HANGING_MS = 5_000;
const SNAPSHOT_TICKS = 2_000;

/** A tick with the contributions that come with it. */
export interface Commit extends StoredTick {
  contributions: NonNullable<ReturnType<BoardWords['add']>>[];
}

export interface SavingOptions {
  boardId: string;
  peerId: string;
  store: Pick<BoardStore, 'append' | 'saveSnapshot'>;
  log: Pick<Logger, 'error' | 'warn'>;
  snapshotTick: number;
  /** The newest tick. */
  tick: () => number;
  /** The document with all its ticks and what others stored; null where something in it may yet be taken back. */
  state: () => Promise<{ tick: number; state: Uint8Array; covers: string } | null>;
  /** These ticks were stored. */
  onSaved: (ticks: readonly StoredTick[]) => void;
  /** The store went away, or is back. */
  onCanSave: (canSave: boolean) => void;
}

/**
 * Brings a board's ticks to the store in their order, one commit for all that wait, and again until it succeeds; knows what is stored. Where the store is
 * away nothing is forgotten.
 */
export class BoardSaving {
  readonly #options: SavingOptions;
  /** Ticks that are not stored yet, lowest first. */
  readonly #unsettled = new Set<number>();
  #queue: Commit[] = [];
  #running: Promise<void> | null = null;
  /** Since when the store has had what is under way; 0 while nothing is. */
  #storingSince = 0;
  #hangingTimer: NodeJS.Timeout | null = null;
  #canSave = true;
  #snapshotTick: number;
  #closed = false;
  readonly #pauses = new Set<() => void>();
  readonly #waiting = new Set<{ tick: number; resolve: () => void }>();

  constructor(options: SavingOptions) {
    this.#options = options;
    this.#snapshotTick = options.snapshotTick;
  }

  get canSave(): boolean {
    return this.#canSave;
  }
  get isSettled(): boolean {
    return this.#unsettled.size === 0;
  }
  /** The last tick up to which everything is stored. */
  get durable(): number {
    const [first] = this.#unsettled;
    return first === undefined ? this.#options.tick() : first - 1;
  }

  /** This tick is begun; until it is settled nothing after it is durable. */
  begin(tick: number): void {
    this.#unsettled.add(tick);
  }
  /** It is stored, or never will be. */
  settle(tick: number): void {
    this.#unsettled.delete(tick);
    const { durable } = this;
    for (const waiting of [...this.#waiting]) if (waiting.tick <= durable && this.#waiting.delete(waiting)) waiting.resolve();
  }
  /** Resolves once everything up to this tick is stored. */
  whenDurable(tick: number): Promise<void> {
    return tick <= this.durable ? Promise.resolve() : new Promise((resolve) => this.#waiting.add({ tick, resolve }));
  }

  add(commit: Commit): void {
    this.begin(commit.tick);
    this.#queue.push(commit);
  }

  save(): void {
    if (this.#running || this.#queue.length === 0) return;
    this.#running = this.#saveAll();
  }

  async #saveAll(): Promise<void> {
    const { boardId, peerId, store, log, tick, onSaved } = this.#options;
    try {
      while (this.#queue.length > 0) {
        const group = [...this.#queue];
        try {
          this.#storingSince = performance.now();
          this.#watch(HANGING_MS);
          await store.append(boardId, group, group.flatMap(({ contributions }) => contributions), peerId);
          this.#storingSince = 0;
        } catch (error) {
          this.#storingSince = 0;
          log.error({ err: error, boardId }, 'a board could not be stored');
          this.#tell(false);
          if (this.#closed) return;
          await this.pause();
          continue;
        }
        this.#queue.splice(0, group.length);
        for (const { tick } of group) this.settle(tick);
        this.#tell(true);
        onSaved(group);
        if (tick() - this.#snapshotTick >= SNAPSHOT_TICKS) await this.snapshot();
      }
    } finally {
      // Not a moment after the queue was found empty: what is added in between would wait for the tick after it.
      this.#running = null;
    }
  }

  /** A store that neither stores nor fails is away too. One timer looks after all commits: one for each would be felt at a thousand a second. */
  #watch(ms: number): void {
    this.#hangingTimer ??= setTimeout(() => {
      this.#hangingTimer = null;
      if (this.#storingSince === 0) return;
      const left = this.#storingSince + HANGING_MS - performance.now();
      if (left > 0) this.#watch(left);
      else this.#tell(false);
    }, ms);
  }

  /** A state from which the board opens quickly. Not while something in the document may yet be taken back. */
  async snapshot(): Promise<void> {
    if (!this.isSettled || this.#options.tick() <= this.#snapshotTick) return;
    const { boardId, store, log } = this.#options;
    try {
      const made = await this.#options.state();
      if (!made) return;
      await store.saveSnapshot(boardId, made.tick, made.state, made.covers);
      this.#snapshotTick = made.tick;
    } catch (error) {
      // The log alone opens the board just as well, only slower.
      log.warn({ err: error, boardId }, 'a snapshot could not be stored');
    }
  }

  /** Until the next attempt; ends at once when the board is closed. */
  pause(): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.#pauses.delete(end);
        resolve();
      };
      const timer = setTimeout(end, RETRY_MS);
      this.#pauses.add(end);
    });
  }

  /** What is under way comes to its end; what fails from now on is not tried again. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const end of this.#pauses) end();
    await this.#running;
    if (this.#hangingTimer) clearTimeout(this.#hangingTimer);
  }

  #tell(canSave: boolean): void {
    if (canSave === this.#canSave) return;
    this.#canSave = canSave;
    this.#options.onCanSave(canSave);
  }
}
