import type { ProblemFacts } from '@spolu/contracts/problems';
import type { Command, QueueEntry, QueueStore } from './queue-store.ts';

/** What became of one attempt to send a command. */
export type Attempt =
  | { outcome: 'taken'; answer: unknown }
  /** The server will not take it, however often it is asked. */
  | { outcome: 'refused'; code: string; facts: ProblemFacts }
  /** Nobody answered, or the server asked to come back later. */
  | { outcome: 'unreachable'; retryAfterMs?: number }
  /** The server failed. Tried again, but not for ever: one command that it chokes on must not hold up the others. */
  | { outcome: 'failed' };

/** An entry as a screen shows it. */
export interface Sending extends QueueEntry {
  state: 'waiting' | 'sending' | 'not-taken';
}
export interface QueueState {
  /** False until the device's storage was read. */
  ready: boolean;
  entries: readonly Sending[];
  /** How many commands were given and are not on the disk yet. */
  beingKept: number;
  /** True while the last attempt reached nobody. */
  unreachable: boolean;
}

interface QueueOptions {
  store: QueueStore;
  /** Sends one command; never throws for what can be expected of a network. */
  send: (command: Command, key: string) => Promise<Attempt>;
  /** Runs for each command the server took, before it leaves the queue; what it remembers is never behind what the queue shows. */
  onTaken?: (entry: QueueEntry, answer: unknown) => Promise<unknown> | void;
  /** Which tab this is. */
  owner: string;
  now?: () => number;
  /** Runs `wake` after that many milliseconds and returns what cancels it. */
  wait?: (wake: () => void, ms: number) => () => void;
  /** Tells the other tabs of this device that the stored queue changed. */
  tellOthers?: () => void;
}

/** How long a tab may send before another takes over from it; longer than an attempt may take ({@link SEND_TIMEOUT_MS}). */
export const LEASE_MS = 15_000;
export const SEND_TIMEOUT_MS = 10_000;
export const RETRY_MIN_MS = 1_000;
/** Nobody tells a phone that the database behind a living server is back: it finds out by itself, soon. */
export const RETRY_MAX_MS = 5_000;
/** After so many failures of the server with the same command it is put aside. */
export const FAILURES_MAX = 8;

/** Pause before the next attempt: doubles with each failure, five seconds at most. */
export const retryDelay = (failures: number) => Math.min(RETRY_MAX_MS, RETRY_MIN_MS * 2 ** Math.max(0, failures - 1));

const timer = (wake: () => void, ms: number) => {
  const id = setTimeout(wake, ms);
  return () => clearTimeout(id);
};

/**
 * What a participant wrote on its way to the server. A command is on the device's disk before the screen calls it kept; commands leave in
 * the order in which they were given, one at a time, each under its idempotency key, through reloads, lost signal and several tabs. What
 * the server refuses is kept as "not taken" until the person takes it back or discards it: nobody loses a letter.
 */
export class SendQueue {
  private readonly store: QueueStore;
  private readonly options: QueueOptions;
  private readonly listeners = new Set<() => void>();
  private current: QueueState = { ready: false, entries: [], beingKept: 0, unreachable: false };
  private sendingKey: string | null = null;
  private failures = 0;
  private draining: Promise<void> | null = null;
  private drainAgain = false;
  private cancelWake: (() => void) | null = null;
  private closed = false;

  constructor(options: QueueOptions) {
    this.options = options;
    this.store = options.store;
  }

  get state(): QueueState {
    return this.current;
  }
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /**
   * Takes a command over. Resolves when it is on the disk; sending goes on by itself. With `supersedes`, earlier commands about the same
   * thing that never left the device are dropped (only the latest ballot matters).
   */
  async add(command: Command, { key, about, supersedes = false }: { key: string; about: string; supersedes?: boolean }): Promise<void> {
    // From the first moment on nobody may read that all is saved.
    this.keep(+1);
    try {
      if (supersedes) {
        const unsent = (await this.store.all()).filter((e) => e.about === about && !e.tried && !e.refusal && e.key !== this.sendingKey);
        await this.store.remove(unsent.map((e) => e.key));
      }
      await this.store.add({ key, about, command, tried: false, failures: 0, refusal: null });
      this.options.tellOthers?.();
      await this.refresh();
    } finally {
      this.keep(-1);
    }
    void this.drain();
  }
  private keep(more: number): void {
    this.show({ ...this.current, beingKept: this.current.beingKept + more });
  }

  /** Forgets refused commands: the person took their words back or let them go. */
  async discard(keys: readonly string[]): Promise<void> {
    await this.store.remove(keys);
    this.options.tellOthers?.();
    await this.refresh();
  }

  /** Begins to send, with what an earlier page left behind; again after `close`. */
  open = (): void => {
    this.closed = false;
    this.nudge();
  };

  /** Sends what waits, now: at the start, when the network returns, when another tab added something. */
  nudge = (): void => {
    this.failures = 0;
    void this.drain();
  };

  /** Another tab changed the stored queue. */
  othersChanged = (): void => {
    void this.refresh().then(() => this.drain());
  };

  /** Stops sending from this tab; what waits stays stored. Gives up the right to send at once: a page that goes away may not come to more. */
  async close(): Promise<void> {
    this.closed = true;
    this.cancelWake?.();
    this.store.leave(this.options.owner);
    await this.store.release(this.options.owner);
    await this.draining;
  }

  /** Sends what waits until nothing does, or the network is gone; calls meanwhile join the one that runs. */
  drain(): Promise<void> {
    if (this.closed) return Promise.resolve();
    this.drainAgain = true;
    this.draining ??= this.run().finally(() => {
      this.draining = null;
    });
    return this.draining;
  }

  private async run(): Promise<void> {
    this.cancelWake?.();
    this.cancelWake = null;
    while (this.drainAgain && !this.closed) {
      this.drainAgain = false;
      await this.sendAll();
    }
  }

  private async sendAll(): Promise<void> {
    for (;;) {
      await this.refresh();
      const next = this.current.entries.find((entry) => entry.state === 'waiting');
      if (!next || this.closed) break;
      const now = this.now();
      const heldForMs = await this.store.lease(this.options.owner, now, now + LEASE_MS);
      if (heldForMs) {
        this.wakeAfter(heldForMs);
        return;
      }
      // Between reading and the lease the tab before us may have sent it, so look again under the lease.
      const entry = (await this.store.all()).find((e) => e.key === next.key && !e.refusal);
      if (entry && !(await this.sendOne(entry))) {
        // Nobody answers: whoever asked meanwhile waits for the wake that is set.
        this.drainAgain = false;
        break;
      }
    }
    await this.store.release(this.options.owner);
  }

  /** False where sending should pause. */
  private async sendOne(entry: QueueEntry): Promise<boolean> {
    const tried = { ...entry, tried: true };
    await this.store.replace(tried);
    this.sendingKey = entry.key;
    this.publish(this.current.entries, this.current.unreachable);
    const attempt = await this.options.send(entry.command, entry.key);
    this.sendingKey = null;
    switch (attempt.outcome) {
      case 'taken':
        this.failures = 0;
        await this.options.onTaken?.(tried, attempt.answer);
        await this.store.remove([entry.key]);
        break;
      case 'refused':
        this.failures = 0;
        await this.store.replace({ ...tried, refusal: { code: attempt.code, facts: attempt.facts } });
        break;
      case 'failed':
        if (entry.failures + 1 >= FAILURES_MAX) {
          await this.store.replace({ ...tried, refusal: { code: 'internal-error', facts: {} } });
          break;
        }
        await this.store.replace({ ...tried, failures: entry.failures + 1 });
        this.failures += 1;
        this.wakeAfter(retryDelay(this.failures));
        await this.refresh(true);
        return false;
      case 'unreachable':
        this.failures += 1;
        this.wakeAfter(Math.max(attempt.retryAfterMs ?? 0, retryDelay(this.failures)));
        await this.refresh(true);
        return false;
    }
    this.options.tellOthers?.();
    await this.refresh(false);
    return true;
  }

  private async refresh(unreachable = this.current.unreachable): Promise<void> {
    this.publish(await this.store.all(), unreachable);
  }

  private publish(entries: readonly QueueEntry[], unreachable: boolean): void {
    this.show({
      ...this.current,
      ready: true,
      entries: entries.map((entry) => ({ ...entry, state: entry.refusal ? 'not-taken' : entry.key === this.sendingKey ? 'sending' : 'waiting' })),
      unreachable: unreachable && entries.some((entry) => !entry.refusal),
    });
  }

  private show(state: QueueState): void {
    this.current = state;
    for (const listener of this.listeners) listener();
  }

  private wakeAfter(ms: number): void {
    this.cancelWake?.();
    this.cancelWake = (this.options.wait ?? timer)(() => void this.drain(), ms);
  }
  private now(): number {
    return (this.options.now ?? Date.now)();
  }
}
