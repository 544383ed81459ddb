import { promisify } from 'node:util';
import { deflateRaw, type ZlibOptions } from 'node:zlib';
import { BoardEvent } from '@spolu/realtime/board-events';
import { encodeState } from '@spolu/realtime/board-frames';
import * as Y from 'yjs';
import type { StoredBoard } from './board-store.ts';
import { readyFrame, type ReadyFrame } from './ready-frame.ts';

/** A tail this long is folded into the state. */
const TAIL_BYTES_MAX = 256 * 1024;
const TAIL_MAX = 6_000;
/** Changes that stay after folding, for those who come back from a short gap. */
const KEPT = 500;

/** What is smaller comes in a packet or a few anyway. */
const DEFLATED_BYTES_MIN = 16 * 1024;
const deflate = promisify<Uint8Array, ZlibOptions, Buffer>(deflateRaw);

export interface Logged {
  tick: number;
  update: Uint8Array;
}

/** Updates in one piece of memory. Most are of a few dozen bytes; as an object each, with the piece of the network's buffer that it came in, they would take ten times as much. */
class Updates {
  #bytes = new Uint8Array(1024);
  readonly #ticks: number[] = [];
  /** Where each ends. */
  readonly #ends: number[] = [];

  get count(): number {
    return this.#ticks.length;
  }
  tickOf(i: number): number | undefined {
    return this.#ticks[i];
  }
  at(i: number): Logged {
    return { tick: this.#ticks[i] ?? 0, update: this.#bytes.subarray(this.#ends[i - 1] ?? 0, this.#ends[i]) };
  }

  add({ tick, update }: Logged): void {
    const begin = this.#ends.at(-1) ?? 0;
    const end = begin + update.length;
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, begin));
      this.#bytes = larger;
    }
    this.#bytes.set(update, begin);
    this.#ticks.push(tick);
    this.#ends.push(end);
  }

  /** All that came after this tick, and so many before; `floor` is the highest tick of what is left out. */
  since(tick: number, before: number): { kept: Updates; floor: number } {
    const first = this.#ticks.findIndex((one) => one > tick);
    const from = Math.max(0, Math.min(first < 0 ? this.count : first, this.count - before));
    const kept = new Updates();
    for (let i = from; i < this.count; i++) kept.add(this.at(i));
    return { kept, floor: Math.max(0, ...this.#ticks.slice(0, from)) };
  }
}

/** All that was shown at a board: a state, and every change since, for newcomers and those who come back. */
export class BoardLog {
  readonly #channel: number;
  #entries = new Updates();
  #bytes = 0;
  #floor: number;
  #deflated: Promise<ReadyFrame> | null = null;
  #state: { tick: number; state: Uint8Array; frame: ReadyFrame };

  constructor(channel: number, { state, stateTick, tail }: Pick<StoredBoard, 'state' | 'stateTick' | 'tail'>) {
    this.#channel = channel;
    this.#floor = stateTick;
    this.#state = this.#stateOf(stateTick, state ?? Y.encodeStateAsUpdateV2(new Y.Doc()));
    for (const { tick, updates } of tail) for (const { update } of updates) this.add({ tick, update });
  }

  /** What a newcomer begins with, and the frame that brings it (Yjs v2). */
  get state(): { readonly tick: number; readonly state: Uint8Array; readonly frame: ReadyFrame } {
    return this.#state;
  }
  /** It is to be folded. */
  get isLong(): boolean {
    return this.#entries.count >= TAIL_MAX || this.#bytes >= TAIL_BYTES_MAX;
  }

  /** What a newcomer is sent, about. */
  get bytes(): number {
    return this.#state.state.length + this.#bytes;
  }

  add(entry: Logged): void {
    this.#entries.add(entry);
    this.#bytes += entry.update.length;
  }

  /** Whether everything after this tick is still here. */
  reachesBackTo(tick: number): boolean {
    return tick >= this.#floor;
  }
  since(tick: number): Logged[] {
    const since: Logged[] = [];
    for (let i = 0; i < this.#entries.count; i++) if ((this.#entries.tickOf(i) ?? 0) > tick) since.push(this.#entries.at(i));
    return since;
  }

  /** Newcomers get this state from now on, and what was shown after its tick; those who come back from a short gap still find their part, what is older comes with the state. */
  fold(tick: number, state: Uint8Array): void {
    this.#state = this.#stateOf(tick, state);
    this.#deflated = null;
    const { kept, floor } = this.#entries.since(tick, KEPT);
    this.#floor = Math.max(this.#floor, floor);
    this.#entries = kept;
    this.#bytes = this.since(tick).reduce((sum, { update }) => sum + update.length, 0);
  }

  /** The state for those who inflate it, made once; null where that is not worth it. By the time it is made there may be a newer one. */
  async deflated(): Promise<{ tick: number; frame: ReadyFrame } | null> {
    const { tick, state } = this.#state;
    if (state.length < DEFLATED_BYTES_MIN) return null;
    this.#deflated ??= deflate(state, { level: 1 }).then((bytes) => readyFrame(BoardEvent.state, encodeState({ channel: this.#channel, tick, state: bytes, deflated: true })));
    return { tick, frame: await this.#deflated };
  }

  #stateOf(tick: number, state: Uint8Array): { tick: number; state: Uint8Array; frame: ReadyFrame } {
    const frame = readyFrame(BoardEvent.state, encodeState({ channel: this.#channel, tick, state }));
    // The frame ends with it: kept once.
    return { tick, state: frame.bytes.subarray(frame.bytes.length - state.length), frame };
  }
}
