import { BoardEvent } from '@spolu/realtime/board-events';
import { encodeUpdates, type TickUpdate } from '@spolu/realtime/board-frames';
import { readyFrame, type ReadyFrame } from './ready-frame.ts';
import type { Seat } from './seat.ts';

/** Whoever waits to hear that her change is stored hears it with the next tick, or after so long without one. */
export const TOLD_MS = 250;
/** Stands for a change that its author has. */
const HERS = new Uint8Array(0);

export interface BoardTellingOptions {
  channel: number;
  seats: () => Iterable<Seat>;
  /** The newest tick. */
  tick: () => number;
  /** The last one up to which everything is stored. */
  durable: () => number;
  /** She takes nothing of what she is sent. */
  onBehind: (seat: Seat) => void;
}

/**
 * Tells those at a board what it took, one frame for all, and the authors that theirs is stored. Each write is felt where a server has many small boards, so an
 * author is not sent a tick that holds nothing but her own: that it was taken she hears with the next one, or with "stored".
 */
export class BoardTelling {
  readonly #options: BoardTellingOptions;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: BoardTellingOptions) {
    this.#options = options;
  }

  frame(updates: TickUpdate[], tick = this.#options.tick()): ReadyFrame {
    const { channel, durable } = this.#options;
    return readyFrame(BoardEvent.updates, encodeUpdates({ channel, tick, durable: durable(), updates }));
  }

  /** A change of hers is in this tick. */
  took(seat: Seat, tick: number, now: number): void {
    if (seat.awaits === 0) seat.awaitsSince = now;
    seat.awaits = tick;
    this.#tellSoon();
  }

  /** A tick, to everybody who does not have it. */
  show(updates: TickUpdate[], now: number): void {
    const frame = this.frame(updates);
    const author = onlyAuthorOf(updates);
    for (const seat of this.#options.seats()) {
      if (seat.slot === author) seat.untold.push(...updates.map(({ seq }) => ({ seq, tick: this.#options.tick() })));
      else this.#write(seat, frame, now);
    }
  }

  /** She sent what she had sent before: taken, and as safe as the newest tick. */
  had(seat: Seat, seq: number, now: number): void {
    const tick = this.#options.tick();
    this.took(seat, tick, now);
    seat.untold.push({ seq, tick });
    this.taken(seat, now);
  }

  /** What was taken of hers is told before anything that depends on it: what came before a refused change is not offered to her again. */
  taken(seat: Seat, now: number): void {
    if (seat.untold.length > 0) this.#write(seat, null, now);
  }

  /** More is stored than before. */
  stored(): void {
    for (const { awaits } of this.#options.seats()) if (awaits > 0) return this.#tellSoon();
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }

  #tellSoon(ms = TOLD_MS): void {
    this.#timer ??= setTimeout(() => this.#tellWaiting(), ms);
  }

  #tellWaiting(): void {
    this.#timer = null;
    const now = Date.now();
    let next = Infinity;
    for (const seat of this.#options.seats()) {
      if (seat.awaits === 0) continue;
      const wait = seat.awaitsSince + TOLD_MS - now;
      if (wait > 0) next = Math.min(next, wait);
      // While the store is away there is nothing to say but that it was taken.
      else if (seat.untold.length > 0 || seat.awaits <= this.#options.durable()) this.#write(seat, null, now);
    }
    if (next < Infinity) this.#tellSoon(next);
  }

  #write(seat: Seat, frame: ReadyFrame | null, now: number): void {
    if (seat.awaits > 0) {
      if (seat.awaits <= this.#options.durable()) seat.awaits = 0;
      else seat.awaitsSince = now;
    }
    // Most seats have nothing of their own to hear: for them nothing is made, of which a hall would feel twelve thousand a second.
    const whole = frame && seat.untold.length === 0 ? frame : this.#withHers(seat, frame);
    if (!seat.connection.write(whole, now)) this.#options.onBehind(seat);
  }

  #withHers(seat: Seat, frame: ReadyFrame | null): ReadyFrame {
    const taken = seat.untold.splice(0);
    const hers = this.frame(taken.map(({ seq }) => ({ slot: seat.slot, seq, update: HERS })), taken.at(-1)?.tick);
    return frame ? { bytes: Buffer.concat([frame.bytes, hers.bytes]) } : hers;
  }
}

/** The slot of the device that made all of this; 0 where several did, or the server. */
function onlyAuthorOf(updates: readonly TickUpdate[]): number {
  const slot = updates[0]?.slot ?? 0;
  return updates.every((update) => update.slot === slot) ? slot : 0;
}
