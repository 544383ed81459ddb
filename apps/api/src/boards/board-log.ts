import { BoardEvent } from '@spolu/realtime/board-events';
import { encodeState } from '@spolu/realtime/board-frames';
import * as Y from 'yjs';
import type { StoredBoard } from './board-store.ts';
import { readyFrame, type ReadyFrame } from './ready-frame.ts';

/** A tail this long is folded into the state. */
const TAIL_BYTES_MAX = 256 * 1024;
const TAIL_MAX = 2_000;

export interface Logged {
  tick: number;
  update: Uint8Array;
}

/** All that was shown at a board: a state, and every change since, for newcomers and those who come back. */
export class BoardLog {
  readonly #channel: number;
  #entries: Logged[] = [];
  #bytes = 0;
  #floor: number;
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
  get isLong(): boolean {
    return this.#entries.length >= TAIL_MAX || this.#bytes >= TAIL_BYTES_MAX;
  }

  /** Whether it is to be folded though nobody comes: else a board that is busy for a day would keep the day. */
  get isOverlong(): boolean {
    return this.#entries.length >= TAIL_MAX * 10 || this.#bytes >= TAIL_BYTES_MAX * 16;
  }
  /** What a newcomer is sent, about. */
  get bytes(): number {
    return this.#state.state.length + this.#bytes;
  }

  add(entry: Logged): void {
    this.#entries.push(entry);
    this.#bytes += entry.update.length;
  }

  /** Whether everything after this tick is still here. */
  reachesBackTo(tick: number): boolean {
    return tick >= this.#floor;
  }
  since(tick: number): Logged[] {
    return this.#entries.filter((entry) => entry.tick > tick);
  }

  /** Newcomers get this state from now on; those who come back from a short gap still find their part, what is older comes with the state. */
  fold(tick: number, state: Uint8Array): void {
    this.#state = this.#stateOf(tick, state);
    const kept = this.#entries.slice(-TAIL_MAX / 4);
    this.#floor = Math.max(this.#floor, this.#entries[this.#entries.length - kept.length - 1]?.tick ?? this.#floor);
    this.#entries = kept;
    this.#bytes = 0;
  }

  #stateOf(tick: number, state: Uint8Array): { tick: number; state: Uint8Array; frame: ReadyFrame } {
    const frame = readyFrame(BoardEvent.state, encodeState({ channel: this.#channel, tick, state }));
    // The frame ends with it: kept once.
    return { tick, state: frame.bytes.subarray(frame.bytes.length - state.length), frame };
  }
}
