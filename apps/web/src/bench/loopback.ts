import type { BoardRights, JoinAnswer, Welcome } from '@spolu/contracts/boards';
import { DRAWING_KINDS } from '@spolu/contracts/plain';
import { BoardEvent } from '@spolu/realtime/board-events';
import { decodeUpdate, encodeState, encodeUpdates } from '@spolu/realtime/board-frames';
import type { LinkSocket } from '@spolu/realtime/board-link';

const CHANNEL = 1;
const OWN_SLOT = 7;

/** The server's side of one board within the page: gives the board, stores whatever is sent, and tells what others do. */
export class Loopback implements LinkSocket {
  readonly connected = true;
  readonly #state: Uint8Array;
  readonly #listeners = new Map<string, Set<(...args: never[]) => void>>();
  #tick = 1;

  /** @param state the board as a Yjs state, second encoding */
  constructor(state: Uint8Array) {
    this.#state = state;
  }

  emit(event: string, ...args: unknown[]): this {
    if (event === BoardEvent.join) this.#join(args[1] as (answer: JoinAnswer) => void);
    const sent = event === BoardEvent.update ? decodeUpdate(args[0]) : undefined;
    if (sent) this.#flush([{ slot: OWN_SLOT, seq: sent.seq, update: sent.update }]);
    return this;
  }
  on(event: string, listener: (...args: never[]) => void): this {
    this.#listeners.set(event, (this.#listeners.get(event) ?? new Set()).add(listener));
    return this;
  }
  off(event: string, listener: (...args: never[]) => void): this {
    this.#listeners.get(event)?.delete(listener);
    return this;
  }

  /** What others did since the frame before. */
  others(updates: readonly Uint8Array[]): void {
    this.#flush(updates.map((update, i) => ({ slot: 2, seq: i + 1, update })));
  }

  #join(answer: (answer: JoinAnswer) => void): void {
    const rights: BoardRights = { write: true, createNotes: true, editAll: true, group: true, frames: true, notesByCommand: false, draw: DRAWING_KINDS, comment: true, react: true, present: true };
    const welcome: Welcome = {
      boardId: '00000000-0000-4000-8000-000000000001', title: 'Bench', channel: CHANNEL, log: 'loopback', opening: 'o', slot: OWN_SLOT, clientId: 1, clock: 0, tick: this.#tick, durable: this.#tick, fresh: true,
      rule: { open: true, locked: false, hidden: false, anonymous: false, groupNotes: 'everyone' },
      rights, storing: true, participantId: null, people: [], spotlight: null,
    };
    answer({ ok: true, welcome });
    this.#tell(BoardEvent.state, encodeState({ channel: CHANNEL, tick: this.#tick, state: this.#state }));
  }
  #flush(updates: { slot: number; seq: number; update: Uint8Array }[]): void {
    this.#tick++;
    this.#tell(BoardEvent.updates, encodeUpdates({ channel: CHANNEL, tick: this.#tick, durable: this.#tick, updates }));
  }
  #tell(event: string, payload: Uint8Array): void {
    for (const listener of this.#listeners.get(event) ?? []) (listener as (payload: unknown) => void)(payload);
  }
}
