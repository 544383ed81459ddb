import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import * as Y from 'yjs';
import type { Talk } from '@spolu/contracts/board-talk';
import type { BoardRule, JoinAnswer, JoinBoard, Refused, Welcome } from '@spolu/contracts/boards';
import { DRAWING_KINDS } from '@spolu/contracts/plain';
import { readFrames } from '@spolu/board/frames';
import { addNote, readNotes, type NewNote } from '@spolu/board/notes';
import type { Frame, Note } from '@spolu/board/shape';
import { doOver } from '@spolu/board/unsaved';
import { BoardEvent, SOCKET_PATH } from '@spolu/realtime/board-events';
import { decodeState, decodeUpdates, encodeUpdate } from '@spolu/realtime/board-frames';
import { BoardLink, type LinkState, type NotTaken } from '@spolu/realtime/board-link';
import type { SlotPresence } from '@spolu/realtime/presence-frames';
import { Transactions } from '../database/transactions.ts';
import type { Someone, TestApi } from '../testing/given-api.ts';
import { BoardsService } from './boards.service.ts';

export interface GivenBoard {
  boardId: string;
  sessionId: string;
  rule: BoardRule;
  boards: BoardsService;
  frames: Frame[];
  /** A facilitator's device. */
  staff(): Promise<Someone>;
  /** A guest's device; `participants[0].id` is who she is. */
  guest(participantId?: string): Promise<Someone & { participantId: string }>;
  setRule(change: Partial<BoardRule>): Promise<void>;
}

/** A board of a running open activity, with two frames. */
export async function givenBoard(api: TestApi, change: Partial<BoardRule> = {}): Promise<GivenBoard> {
  const boards = api.app.get(BoardsService, { strict: false });
  const transactions = api.app.get(Transactions);
  const sessionId = randomUUID();
  const rule: BoardRule = {
    sessionId, activityId: randomUUID(), processId: null, organisationIds: [], language: 'sk', visibility: 'public', open: true, locked: false, createNotes: 'everyone', hidden: false,
    anonymous: false, groupNotes: 'staff', draw: [...DRAWING_KINDS], ...change,
  };
  const boardId = await transactions.run(async (em) => {
    const id = await boards.createBoard(em, { title: 'Plénum', frames: [{ title: 'Silné stránky' }, { title: 'Slabé stránky' }], createdBy: null });
    await boards.setRule(em, id, rule);
    return id;
  });
  const given: GivenBoard = {
    boardId, sessionId, rule, boards,
    frames: (await boards.readBoard(boardId)).frames,
    staff: () => api.person({ roles: [{ scope: 'session', scopeId: sessionId, role: 'lead-facilitator' }] }),
    guest: async (participantId = randomUUID()) => ({ ...(await api.device({ participants: [{ id: participantId, sessionId }] })), participantId }),
    setRule: async (next) => {
      given.rule = { ...given.rule, ...next };
      await transactions.run((em) => boards.setRule(em, boardId, given.rule));
    },
  };
  return given;
}

export function socketOf(api: Pick<TestApi, 'url'>, { cookie }: Pick<Someone, 'cookie'>, headers: Record<string, string> = {}): Socket {
  return io(api.url, { path: SOCKET_PATH, transports: ['websocket'], forceNew: true, reconnectionDelay: 20, reconnectionDelayMax: 100, extraHeaders: { cookie, origin: api.url, ...headers } });
}

/** A tab with a canvas, as the web has it: a document and its link. */
export class Tab {
  doc = new Y.Doc();
  readonly link: BoardLink;
  readonly socket: Socket;
  readonly notTaken: NotTaken[] = [];
  /** Words that had no place any more after a server died. */
  readonly givenBack: string[] = [];
  readonly presences: SlotPresence[] = [];
  /** How the talk about each thing stands, as it was told. */
  readonly talks = new Map<string, Talk>();
  readonly #replaced: Y.Doc[] = [];
  /** A copy that is not complete yet, while the one before it is worked on. */
  #coming: Y.Doc | null = null;
  readonly #watchers = new Set<() => void>();
  readonly participantId: string | null;

  constructor(api: Pick<TestApi, 'url'>, someone: Someone, boardId: string, { socket = socketOf(api, someone), presence = true } = {}) {
    this.participantId = someone.participants[0]?.id ?? null;
    this.socket = socket;
    this.#listen();
    this.link = new BoardLink({
      socket, boardId, presence,
      later: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      document: {
        apply: (updates, format) => {
          const apply = format === 'v2' ? Y.applyUpdateV2 : Y.applyUpdate;
          const doc = this.#newest;
          doc.transact(() => updates.forEach((update) => apply(doc, update, 'link')), 'link');
        },
        merge: (updates) => Y.mergeUpdates(updates),
        clock: (clientId) => Y.getState(this.#newest.store, clientId),
        use: (clientId) => {
          this.#newest.clientID = clientId;
        },
        restart: (swap) => {
          this.#coming = new Y.Doc();
          if (swap === 'at-once') this.#swap();
        },
        doOver: async (updates) => {
          const { fresh, words } = doOver(this.doc, this.#replaced, updates, 'link');
          for (const update of fresh) this.link.send(update);
          this.givenBack.push(...words);
        },
      },
      onState: ({ phase }) => {
        if (phase === 'ready') this.#swap();
        this.#tell();
      },
      onPresence: (presences) => {
        this.presences.push(...presences);
        this.#tell();
      },
      onTalk: (talks) => {
        for (const talk of talks) this.talks.set(talk.objectId, talk);
        this.#tell();
      },
      onNotTaken: (refused) => {
        this.notTaken.push(refused);
        this.#tell();
      },
    });
  }

  get notes(): Note[] {
    return readNotes(this.doc);
  }
  get frames(): Frame[] {
    return readFrames(this.doc);
  }
  get state(): LinkState {
    return this.link.state;
  }

  get #newest(): Y.Doc {
    return this.#coming ?? this.doc;
  }
  #swap(): void {
    if (!this.#coming) return;
    this.#replaced.unshift(this.doc);
    this.doc = this.#coming;
    this.#coming = null;
    this.#listen();
  }
  #listen(): void {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'link') this.link.send(update);
    });
    this.doc.on('afterTransaction', () => this.#tell());
  }
  #tell(): void {
    for (const watcher of this.#watchers) watcher();
  }

  /** Resolves as soon as it holds. */
  async until(holds: (tab: Tab) => boolean): Promise<this> {
    if (holds(this)) return this;
    await new Promise<void>((resolve) => {
      const watcher = () => {
        if (!holds(this)) return;
        this.#watchers.delete(watcher);
        resolve();
      };
      this.#watchers.add(watcher);
    });
    return this;
  }
  ready = () => this.until(({ state }) => state.phase === 'ready');
  saved = () => this.until(({ state }) => state.phase === 'ready' && state.unsaved === 0);

  add(note: Partial<NewNote> = {}): string {
    const id = note.id ?? randomUUID();
    addNote(this.doc, {
      text: 'viac stromov', colour: 'green', participantId: this.participantId, createdAt: Date.now(), position: { x: 40, y: 80, frameId: this.frames[0]?.id ?? null }, ...note, id,
    });
    return id;
  }

  close(): void {
    this.link.close();
    this.socket.disconnect();
  }
}

/** A device that speaks the protocol by hand, to say what no canvas of ours says. */
export class RawDevice {
  readonly doc = new Y.Doc();
  readonly socket: Socket;
  welcome!: Welcome;
  #seq = 0;

  constructor(api: Pick<TestApi, 'url'>, someone: Pick<Someone, 'cookie'>) {
    this.socket = socketOf(api, someone);
  }

  static async at(api: Pick<TestApi, 'url'>, someone: Pick<Someone, 'cookie'>, boardId: string): Promise<RawDevice> {
    const device = new RawDevice(api, someone);
    await device.join({ boardId });
    return device;
  }

  ask(event: string, payload: unknown): Promise<JoinAnswer> {
    return new Promise((resolve) => this.socket.emit(event, payload, resolve));
  }

  async join(ask: JoinBoard): Promise<Welcome> {
    const complete = new Promise<void>((resolve) => {
      this.socket.on(BoardEvent.state, (payload: unknown) => Y.applyUpdateV2(this.doc, decodeState(payload)!.state));
      this.socket.on(BoardEvent.updates, (payload: unknown) => {
        for (const { update } of decodeUpdates(payload)!.updates) if (update.length > 0) Y.applyUpdate(this.doc, update);
        resolve();
      });
    });
    const answer = await this.ask(BoardEvent.join, ask);
    if (!answer.ok) throw new Error(answer.problem.code);
    this.welcome = answer.welcome;
    await complete;
    this.doc.clientID = answer.welcome.clientId ?? this.doc.clientID;
    return answer.welcome;
  }

  /** What this edit would send; it stays in this device's own document. */
  edit(change: (doc: Y.Doc) => void): Uint8Array {
    let update: Uint8Array | undefined;
    const take = (bytes: Uint8Array) => {
      update = bytes;
    };
    this.doc.on('update', take);
    this.doc.transact(() => change(this.doc));
    this.doc.off('update', take);
    if (!update) throw new Error('the edit changed nothing');
    return update;
  }

  send(update: Uint8Array): number {
    const seq = ++this.#seq;
    this.socket.emit(BoardEvent.update, encodeUpdate({ channel: this.welcome.channel, seq, update }));
    return seq;
  }

  /** The code it was refused with, or `taken`. */
  outcome(update: Uint8Array): Promise<string> {
    return new Promise((resolve) => {
      const seq = this.send(update);
      const refused = (refusal: Refused) => done(refusal.problem.code);
      const taken = (payload: unknown) => {
        if (decodeUpdates(payload)?.updates.some((entry) => entry.slot === this.welcome.slot && entry.seq === seq)) done('taken');
      };
      const ended = () => done('disconnected');
      const done = (outcome: string) => {
        this.socket.off(BoardEvent.refused, refused);
        this.socket.off(BoardEvent.updates, taken);
        this.socket.off('disconnect', ended);
        resolve(outcome);
      };
      this.socket.on(BoardEvent.refused, refused);
      this.socket.on(BoardEvent.updates, taken);
      this.socket.on('disconnect', ended);
    });
  }

  close(): void {
    this.socket.disconnect();
  }
}

