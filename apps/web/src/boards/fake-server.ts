import { readOperations } from '@spolu/board/operations';
import { newBoard } from '@spolu/board/shape';
import type { BoardRights, JoinAnswer, PublicRule, SpareAnswer, Spotlight, Welcome } from '@spolu/contracts/boards';
import { Problem, type ProblemCode } from '@spolu/contracts/problems';
import { BoardEvent } from '@spolu/realtime/board-events';
import { decodeUpdate, encodeState, encodeUpdates, type UpdateFrame } from '@spolu/realtime/board-frames';
import type { LinkSocket } from '@spolu/realtime/board-link';
import { decodePresence, encodePresences, type BoardPart, type Presence } from '@spolu/realtime/presence-frames';
import * as Y from 'yjs';

export const BOARD = '00000000-0000-4000-8000-000000000001';

/** For tests: the server's side of one board. Takes what comes, stores when told to. */
export class FakeServer implements LinkSocket {
  connected = true;
  doc = new Y.Doc();
  readonly received: UpdateFrame[] = [];
  /** Whose view was wanted, and whether everybody is to see this one's. */
  readonly asked: [event: string, wish: unknown][] = [];
  readonly shown: Presence[] = [];
  tick = 1;
  durable = 1;
  nextClientId = 100;
  readonly #listeners = new Map<string, Set<(...args: never[]) => void>>();
  mayStore = true;
  rights: BoardRights = { write: true, createNotes: true, editAll: false, group: true, frames: false, notesByCommand: false, draw: [], comment: true, react: true, present: false };
  refuse: ProblemCode | null = null;
  spotlight: Spotlight | null = null;
  /** What comes right behind the board. */
  afterJoin: () => void = () => undefined;
  /** Why nobody comes in any more. */
  shut: ProblemCode | null = null;
  /** Refuses by itself what the server's gate could not read. */
  reads = false;
  opening = 'o';
  beforeState: () => void = () => undefined;

  constructor() {
    newBoard(this.doc);
  }
  emit(event: string, ...args: unknown[]) {
    if (event === BoardEvent.join) this.#join(args[1] as (answer: JoinAnswer) => void);
    if (event === BoardEvent.follow || event === BoardEvent.present) this.asked.push([event, args[0]]);
    if (event === BoardEvent.presence) this.shown.push(decodePresence(args[0])!.presence);
    if (event === BoardEvent.spare) (args[1] as (answer: SpareAnswer) => void)({ ok: true, clientId: this.nextClientId++ });
    if (event === BoardEvent.update) this.#take(decodeUpdate(args[0])!);
    return this;
  }
  on(event: string, listener: (...args: never[]) => void) {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
    return this;
  }
  off(event: string, listener: (...args: never[]) => void) {
    this.#listeners.get(event)?.delete(listener);
    return this;
  }
  tell(event: string, payload?: unknown) {
    for (const listener of this.#listeners.get(event) ?? []) (listener as (payload: unknown) => void)(payload);
  }
  /** Another server answers from now on; it has what was stored when `lost` was not on the board yet, and nothing done `meanwhile`. */
  killed(lost: (doc: Y.Doc) => void, meanwhile = () => undefined as void) {
    const stored = Y.encodeStateAsUpdate(this.doc);
    this.mayStore = false;
    this.others(lost);
    meanwhile();
    this.disconnect();
    this.doc = new Y.Doc();
    Y.applyUpdate(this.doc, stored);
    this.mayStore = true;
    this.tick = this.durable;
    this.opening = 'later';
  }
  store() {
    this.durable = this.tick;
    this.tell(BoardEvent.updates, encodeUpdates({ channel: 1, tick: this.tick, durable: this.durable, updates: [] }));
  }
  /** Somebody's view, for whom it concerns. */
  view(slot: number, part: BoardPart) {
    this.tell(BoardEvent.presences, encodePresences(1, [{ kind: 'view', slot, ...part }]));
  }
  disconnect() {
    this.connected = false;
    this.tell('disconnect');
  }
  connect() {
    this.connected = true;
    this.tell('connect');
  }
  /** Somebody else changes the board. */
  others(change: (doc: Y.Doc) => void) {
    const updates: Uint8Array[] = [];
    const listen = (update: Uint8Array) => updates.push(update);
    this.doc.on('update', listen);
    change(this.doc);
    this.doc.off('update', listen);
    this.tick++;
    if (this.mayStore) this.durable = this.tick;
    this.tell(BoardEvent.updates, encodeUpdates({ channel: 1, tick: this.tick, durable: this.durable, updates: updates.map((update) => ({ slot: 2, seq: 1, update })) }));
  }
  grant(rights: Partial<BoardRights>, rule: Partial<PublicRule> = {}) {
    this.rights = { ...this.rights, ...rights };
    this.tell(BoardEvent.rule, { channel: 1, rule: { open: true, locked: !this.rights.write, hidden: false, anonymous: false, groupNotes: 'everyone', ...rule }, rights: this.rights });
  }
  #join(answer: (answer: JoinAnswer) => void) {
    if (this.shut) return answer({ ok: false, problem: new Problem(this.shut).toDocument() });
    const welcome: Welcome = {
      boardId: BOARD, title: 'Plenárna tabuľa', channel: 1, log: 'server', opening: this.opening, slot: 7, clientId: this.nextClientId++, clock: 0, tick: this.tick, durable: this.durable, fresh: true,
      rule: { open: true, locked: false, hidden: false, anonymous: false, groupNotes: 'everyone' },
      rights: this.rights, storing: true, participantId: 'p1', people: [], spotlight: this.spotlight,
    };
    answer({ ok: true, welcome });
    this.beforeState();
    this.tell(BoardEvent.state, encodeState({ channel: 1, tick: this.tick, state: Y.encodeStateAsUpdateV2(this.doc) }));
    this.afterJoin();
  }
  #take(frame: UpdateFrame) {
    this.received.push(frame);
    const reading = this.reads ? readOperations(this.doc, frame.update, () => true) : undefined;
    const refused = this.refuse ?? (reading?.ok === false ? reading.code : null);
    if (refused) {
      const problem = new Problem(refused).toDocument();
      this.refuse = null;
      this.tell(BoardEvent.refused, { channel: 1, seq: frame.seq, problem });
      return;
    }
    Y.applyUpdate(this.doc, frame.update);
    this.tick++;
    this.tell(BoardEvent.updates, encodeUpdates({ channel: 1, tick: this.tick, durable: this.durable, updates: [{ slot: 7, seq: frame.seq, update: frame.update }] }));
    if (this.mayStore) this.store();
  }
}

