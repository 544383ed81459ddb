import type { Talk } from '@spolu/contracts/board-talk';
import { BoardIndex, type Schedule } from '@spolu/board/board-index';
import { readOne } from '@spolu/board/read-all';
import { isReadable, itemsOf, toNote } from '@spolu/board/shape';
import type { bringBack as BringBack } from '@spolu/board/unsaved';
import { BoardLink, type LinkSocket, type LinkState, type NotTaken } from '@spolu/realtime/board-link';
import { SPOTLIGHT_SLOT, type BoardPart, type SlotPresence } from '@spolu/realtime/presence-frames';
import { v4 as uuid } from 'uuid';
import * as Y from 'yjs';
import type { BoardPersona } from './board-actions.ts';
import { inflate } from './inflate.ts';
import type { KeptChange, NotTakenText, PendingStore } from './pending-store.ts';
import { Scene } from './scene/scene.ts';
import { Selection } from './selection.ts';

/**
 * The tab's copy of a board, as far as it takes to show it and to follow others; `workCopy` adds what a person does to it. A refusal or a killed
 * server replaces it by a new one: what reads it must follow {@link BoardConnection.snapshot}.
 */
export interface ShownCopy {
  doc: Y.Doc;
  index: BoardIndex;
  scene: Scene;
  selection: Selection;
  /** Who acts here, and what she may do now. */
  persona: () => BoardPersona;
}

/** How the person's work stands, in one word for the screen. */
export type SaveState = 'loading' | 'saved' | 'saving' | 'waiting' | 'not-storing' | 'newer-version' | 'refused';

export interface BoardSnapshot {
  link: LinkState;
  copy: ShownCopy;
  /** True once the board was complete; from then on it can be read and changed, also without a network. */
  opened: boolean;
  save: SaveState;
  /** The device's own copy: the server has not answered since the page came. */
  isApart: boolean;
  /** Words the server did not take, offered again. */
  notTaken: readonly NotTakenText[];
}

/** What a board is to a person, as far as it is known without the server. */
export type KnownBoard = Pick<LinkState, 'rights' | 'rule' | 'title' | 'participantId'>;

/** A board as the device keeps it, for a visit that begins without a network. */
export interface KeptBoard {
  /** The document, as Yjs writes it (v2). */
  state: Uint8Array;
  known: KnownBoard;
}
/** A kept board that is opened (`kept-boards.ts`). */
export interface ApartBoard extends KeptBoard {
  /** The id she writes under, hers and in no other tab; null: she reads. */
  clientId: number | null;
  /** What earlier visits left unsent. */
  changes: readonly KeptChange[];
  /** These changes are another tab's: it sends them. */
  areOthers: boolean;
  /** The server has answered: the id is used up. */
  joined: () => void;
  /** Puts what was done apart into the server's copy. */
  bringBack: typeof BringBack;
}

export interface BoardConnectionOptions {
  socket: LinkSocket;
  boardId: string;
  /** Who sits at this device; another person's unsent work is never sent in her name. */
  personKey: string;
  store: PendingStore;
  /** Opens the device's copy at once; the server's takes its place when it is here, with all that was done meanwhile. */
  apart?: ApartBoard | null;
  later?: (run: () => void, ms: number) => () => void;
  /** When what has changed is drawn. */
  schedule?: Schedule;
}

interface Apart extends Pick<ApartBoard, 'known' | 'joined' | 'bringBack'> {
  changes: Uint8Array[];
}

const after = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/**
 * One board, live: the copy of its document, what of it is saved, and what others do on it. Every change is on the device's disk before the
 * network has it and stays there until the server has stored it; a reload, a crash or an hour without a network loses nothing.
 */
export class BoardConnection {
  readonly boardId: string;
  readonly #schedule: Schedule;
  readonly #store: PendingStore;
  readonly #key: string;
  readonly #link: BoardLink;
  readonly #listeners = new Set<() => void>();
  readonly #views = new Map<number, BoardPart>();
  readonly #presenceListeners = new Set<(presences: readonly SlotPresence[]) => void>();
  readonly #talkListeners = new Set<(talks: readonly Talk[]) => void>();
  /** What each copy does with the person's own changes. */
  readonly #keepers = new WeakMap<Y.Doc, (update: Uint8Array, origin: unknown) => void>();
  /** Notes whose words this device wrote and the server has not stored yet. */
  readonly #written = new Set<string>();
  /** Copies that were replaced while something of them was not saved, the newest first: what leans on lost changes is read out of them. */
  #replaced: Y.Doc[] = [];
  /** The copy a refusal replaced, and under which of the words given back each of its notes stands. */
  #refused: { doc: Y.Doc; code: string; offered: Map<string, string> } | null = null;
  #snapshot: BoardSnapshot;
  /** A new copy that is not complete yet, while the one before it is shown. */
  #coming: ShownCopy | null = null;
  /** Numbers of the changes this visit put on the disk and has not dropped yet. */
  #kept: number[] = [];
  /** Ends when everything done so far is on the disk. */
  #keeping: Promise<unknown> = Promise.resolve();
  /** What an earlier visit left unsent. */
  readonly #earlier: Promise<KeptChange[]>;
  #replayed = false;
  /** While the device's copy is shown: what it is known by, and what was done to it that the server has not got. */
  #apart: Apart | null = null;
  /** Done apart, and not given to the link yet. */
  #toSend: Uint8Array[] = [];
  #closed = false;

  constructor({ socket, boardId, personKey, store, apart = null, later = after, schedule = (run) => requestAnimationFrame(run) }: BoardConnectionOptions) {
    this.#schedule = schedule;
    this.boardId = boardId;
    this.#store = store;
    this.#key = `${boardId} ${personKey}`;
    this.#earlier = store.kept(this.#key);
    const copy = this.#newCopy();
    this.#snapshot = { copy, opened: false, isApart: false, save: 'loading', notTaken: [], link: INITIAL };
    if (apart) this.#beginApart(apart);
    this.#link = new BoardLink({
      socket,
      boardId,
      later,
      ...(inflate && { inflate }),
      document: {
        apply: (updates, format) => {
          const { doc } = this.#newest;
          const apply = format === 'v2' ? Y.applyUpdateV2 : Y.applyUpdate;
          this.#take(doc, () => updates.forEach((update) => apply(doc, update, LINK)));
        },
        merge: (updates) => Y.mergeUpdates(updates),
        isReadable: () => isReadable(this.#newest.doc),
        clock: (clientId) => Y.getState(this.#newest.doc.store, clientId),
        use: (clientId) => {
          this.#newest.doc.clientID = clientId;
        },
        restart: (swap) => this.#restart(swap),
        doOver: (updates) => this.#doOver(updates),
      },
      onState: (state) => this.#takeState(state),
      onPresence: (presences) => {
        this.#keepViews(presences);
        for (const listener of this.#presenceListeners) listener(presences);
      },
      onTalk: (talks) => {
        for (const listener of this.#talkListeners) listener(talks);
      },
      onNotTaken: (refused) => this.#takeRefusal(refused),
    });
    void this.#store.notTaken(this.#key).then((texts) => {
      if (texts.length > 0 && !this.#closed) this.#set({ notTaken: [...texts, ...this.#snapshot.notTaken] });
    });
  }

  /** The address of a picture's bytes. */
  readonly pictureOf = (fileId: string): string => `/api/boards/${this.boardId}/pictures/${encodeURIComponent(fileId)}`;

  get snapshot(): BoardSnapshot {
    return this.#snapshot;
  }

  /** Made for `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly read = (): BoardSnapshot => this.#snapshot;

  /** Hot: cursors, selections and drags of others, many times a second. */
  onPresence(listener: (presences: readonly SlotPresence[]) => void): () => void {
    this.#presenceListeners.add(listener);
    return () => this.#presenceListeners.delete(listener);
  }
  /** How the talk about some things stands now. */
  readonly onTalk = (listener: (talks: readonly Talk[]) => void): (() => void) => {
    this.#talkListeners.add(listener);
    return () => this.#talkListeners.delete(listener);
  };
  get isLive(): boolean {
    return this.#snapshot.link.phase === 'ready';
  }
  /** What somebody whose view was asked for sees, as far as it is known; under `SPOTLIGHT_SLOT` what everybody is shown. */
  viewOf(slot: number): BoardPart | undefined {
    return this.#views.get(slot);
  }
  #keepViews(presences: readonly SlotPresence[]): void {
    for (const presence of presences) {
      if (presence.kind === 'view') this.#views.set(presence.slot, presence);
      else if (presence.kind === 'left') this.#views.delete(presence.slot);
    }
  }
  moveCursor(x: number, y: number): void {
    this.#link.moveCursor(x, y);
  }
  leavePointer(): void {
    this.#link.leavePointer();
  }
  select(noteIds: string[]): void {
    this.#link.select(noteIds);
  }
  drag(noteIds: string[], dx: number, dy: number): void {
    this.#link.drag(noteIds, dx, dy);
  }
  drop(): void {
    this.#link.drop();
  }
  /** A client id for a visit without a network. */
  spareId(): Promise<number | null> {
    return this.#link.spareId();
  }
  follow(slot: number | null): void {
    this.#link.follow(slot);
  }
  present(on: boolean): void {
    this.#link.present(on);
  }
  showView(part: BoardPart): void {
    this.#link.showView(part);
  }

  /** The person has used or dropped these words. */
  settleNotTaken(id: string): void {
    const left = this.#snapshot.notTaken.filter((text) => text.id !== id);
    this.#set({ notTaken: left });
    void this.#store.setNotTaken(this.#key, left);
  }

  close(): void {
    this.#closed = true;
    this.#link.close();
    for (const copy of [this.#snapshot.copy, this.#coming]) if (copy) destroyCopy(copy);
    this.#listeners.clear();
    this.#presenceListeners.clear();
    this.#talkListeners.clear();
  }

  /** The copy the server speaks to. */
  get #newest(): ShownCopy {
    return this.#coming ?? this.#snapshot.copy;
  }

  #newCopy(): ShownCopy {
    const doc = new Y.Doc();
    const index = new BoardIndex(doc);
    // A copy that is not shown yet is drawn at once, so that it is all there when it is.
    const scene = new Scene(index, (run) => (this.#coming === copy ? run() : this.#schedule(run)));
    const persona = () => ({ participantId: this.#snapshot.link.participantId, rights: this.#snapshot.link.rights });
    const copy: ShownCopy = { doc, index, scene, selection: new Selection(), persona };
    doc.on('afterTransaction', (transaction) => {
      if (transaction.origin === LINK) return;
      const written = writtenIn(transaction);
      // The field she types in is shown for a moment longer than the copy it writes into.
      if (doc === this.#refused?.doc) this.#offerBack(written);
      else for (const id of written) this.#written.add(id);
    });
    const keepUpdate = (update: Uint8Array, origin: unknown) => {
      if (origin === REPLAY || doc === this.#refused?.doc) return;
      const kept = this.#kept;
      // A disk that is full: the page itself still holds the change, and the screen says that it is not saved yet.
      const keep = this.#store.keep(this.#key, update).then((number) => kept.push(number), () => undefined);
      this.#keeping = Promise.all([this.#keeping, keep]);
      if (!this.#apart) return this.#link.send(update);
      this.#apart.changes.push(update);
      this.#takeState(this.#link.state);
    };
    doc.on('update', keepUpdate);
    this.#keepers.set(doc, keepUpdate);
    return copy;
  }

  /** Puts what the server sent into a copy. While somebody listens for updates Yjs writes each one out again, all of a board as it comes. */
  #take(doc: Y.Doc, apply: () => void): void {
    const keepUpdate = this.#keepers.get(doc);
    if (keepUpdate) doc.off('update', keepUpdate);
    try {
      doc.transact(apply, LINK);
    } finally {
      if (keepUpdate) doc.on('update', keepUpdate);
    }
  }

  #beginApart({ state, clientId, changes, areOthers, ...apart }: ApartBoard): void {
    const { doc } = this.#snapshot.copy;
    this.#take(doc, () => Y.applyUpdateV2(doc, state, LINK));
    for (const { update } of changes) Y.applyUpdate(doc, update, REPLAY);
    if (clientId !== null) doc.clientID = clientId;
    const own = areOthers ? [] : changes;
    this.#apart = { ...apart, changes: own.map(({ update }) => update) };
    this.#kept = own.map(({ number }) => number);
    this.#replayed = true;
    this.#coming = this.#newCopy();
    this.#set({ link: this.#known(INITIAL), opened: true, isApart: true });
  }

  /** The server's copy is complete: what was done apart comes into it before it is shown, and goes out. */
  #rejoin({ doc }: ShownCopy, { changes, joined, bringBack }: Apart): void {
    this.#apart = null;
    joined();
    const { fresh, leaning } = bringBack(doc, changes, REPLAY);
    const toSend = [...fresh, ...leaning];
    this.#toSend = toSend;
    // What leans on something that is lost is read out of the copy it was done in.
    if (leaning.length > 0) this.#replaced = [this.#snapshot.copy.doc, ...this.#replaced];
    // The link stands here in the middle of its own doing.
    void Promise.resolve().then(() => {
      this.#toSend = [];
      for (const update of toSend) this.#link.send(update);
      if (toSend.length === 0) this.#forgetSaved();
      this.#takeState(this.#link.state);
    });
  }

  /** The link's state as the person may rely on it. */
  #known(link: LinkState): LinkState {
    const { phase } = link;
    if (this.#apart && phase !== 'ready' && phase !== 'refused') return { ...link, ...this.#apart.known, phase: 'offline', unsaved: this.#apart.changes.length };
    return this.#toSend.length > 0 ? { ...link, unsaved: link.unsaved + this.#toSend.length } : link;
  }

  #takeState(state: LinkState): void {
    const apart = this.#apart;
    if (apart && state.phase === 'ready') this.#rejoin(this.#newest, apart);
    else if (apart && state.phase === 'refused' && state.problem && state.problem.code !== NEWER) {
      // The door is shut to what was done apart: its words are the person's again.
      this.#apart = null;
      this.#takeRefusal({ problem: state.problem, updates: [] });
      this.#forgetSaved();
    }
    const link = this.#known(state);
    if (link.spotlight?.startedAt !== this.#snapshot.link.spotlight?.startedAt) this.#views.delete(SPOTLIGHT_SLOT);
    const wasSaved = this.#snapshot.link.unsaved === 0;
    const { copy: shown, opened } = this.#snapshot;
    if (link.phase !== 'ready') this.#set({ link, opened: opened && (link.phase === 'offline' || this.#coming !== null) });
    else {
      const copy = this.#newest;
      this.#coming = null;
      if (copy !== shown) copy.selection.set([...shown.selection.read()].filter((id) => copy.scene.kindOf(id)));
      this.#set({ link, copy, opened: true, isApart: false });
      if (copy !== shown) destroyCopy(shown);
    }
    if (link.unsaved === 0 && !wasSaved) this.#forgetSaved();
    if (link.phase === 'ready' && !this.#replayed) void this.#replay();
  }

  /** Everything done up to now is stored on the server (or was given back to the person); what comes while this waits for the disk stays. */
  #forgetSaved(): void {
    this.#written.clear();
    this.#replaced = [];
    const before = this.#keeping;
    const kept = this.#kept;
    this.#kept = [];
    void before.then(() => (kept.length > 0 ? this.#store.forget(this.#key, kept) : undefined));
  }

  /** Puts in what an earlier visit could not send. What the server has by now changes nothing and is sent no more. */
  async #replay(): Promise<void> {
    this.#replayed = true;
    const kept = await this.#earlier;
    if (kept.length === 0 || this.#closed) return;
    this.#toSend = kept.map(({ update }) => update);
    this.#takeState(this.#link.state);
    const { bringBack } = await import('@spolu/board/unsaved');
    if (this.#closed) return;
    this.#toSend = [];
    const { fresh, leaning } = bringBack(this.#newest.doc, kept.map(({ update }) => update), REPLAY);
    const toSend = [...fresh, ...leaning];
    const numbers = kept.map(({ number }) => number);
    // What is sent stays on the disk until it is stored. What leans on something that nobody has yet is tried like the rest: its author may be coming back.
    if (toSend.length === 0) await this.#store.forget(this.#key, numbers);
    else this.#kept.push(...numbers);
    for (const update of toSend) this.#link.send(update);
    this.#takeState(this.#link.state);
  }

  #takeRefusal({ problem }: NotTaken): void {
    this.#refused = { doc: this.#snapshot.copy.doc, code: problem.code, offered: new Map() };
    this.#offerBack(this.#written);
    this.#written.clear();
  }

  /** The words written in the refused copy are the person's again: none is lost, not the last letter either. */
  #offerBack(noteIds: ReadonlySet<string>): void {
    if (!this.#refused) return;
    const { doc, code, offered } = this.#refused;
    let notTaken = this.#snapshot.notTaken;
    for (const noteId of noteIds) {
      // What she took away herself is offered no more; what waits for a lost change is in an earlier copy only.
      const notes = [doc, ...this.#replaced].flatMap((copy) => readOne(copy, 'note', noteId, toNote) ?? []);
      const text = notes[0]?.removed ? '' : notes.reduce((longest, note) => (note.text.trim().length > longest.length ? note.text.trim() : longest), '');
      const before = notTaken.find(({ id }) => id === offered.get(noteId));
      // A step back at this moment takes no words away.
      if (text.length <= (before?.text.length ?? 0)) continue;
      if (before) notTaken = notTaken.map((one) => (one === before ? { ...one, text } : one));
      else {
        const id = uuid();
        offered.set(noteId, id);
        notTaken = [...notTaken, { id, text, code }];
      }
    }
    this.#offer(notTaken);
  }

  #offer(notTaken: readonly NotTakenText[]): void {
    this.#set({ notTaken });
    // The refused changes are dropped from the disk only when their words are on it.
    this.#keeping = Promise.all([this.#keeping, this.#store.setNotTaken(this.#key, notTaken).catch(() => undefined)]);
  }

  async #doOver(updates: Uint8Array[]): Promise<void> {
    const { doOver } = await import('@spolu/board/unsaved');
    if (this.#closed) return;
    const { fresh, words } = doOver(this.#newest.doc, this.#replaced, updates, REPLAY);
    for (const update of fresh) this.#link.send(update);
    if (words.length > 0) this.#offer([...this.#snapshot.notTaken, ...words.map((text) => ({ id: uuid(), text, code: 'board/resync' }))]);
  }

  #restart(swap: 'at-once' | 'when-complete'): void {
    const { copy: shown, link, opened } = this.#snapshot;
    if (shown.doc !== this.#refused?.doc && link.unsaved > 0 && !this.#replaced.includes(shown.doc)) this.#replaced = [shown.doc, ...this.#replaced];
    if (this.#coming) destroyCopy(this.#coming);
    this.#coming = null;
    if (swap === 'when-complete' && opened) {
      this.#coming = this.#newCopy();
      return;
    }
    destroyCopy(shown);
    this.#set({ copy: this.#newCopy() });
  }

  #set(change: Partial<BoardSnapshot>): void {
    const next = { ...this.#snapshot, ...change };
    this.#snapshot = { ...next, save: saveStateOf(next) };
    for (const listener of this.#listeners) listener();
  }
}

/** In which notes words changed: they are what a refusal must give back. */
function writtenIn({ doc, changed }: Y.Transaction): Set<string> {
  const notes: unknown = itemsOf(doc, 'note');
  const written = new Set<string>();
  for (const [type, keys] of changed as ReadonlyMap<Y.AbstractType<unknown>, Set<string | null>>) {
    if (type === notes) for (const id of keys) written.add(id ?? '');
    else if (type instanceof Y.Text && type.parent?.parent === notes) written.add(type.parent?._item?.parentSub ?? '');
  }
  return written;
}

function destroyCopy({ index, scene }: ShownCopy): void {
  scene.destroy();
  index.destroy();
}

const NEWER = 'board/newer-version';
const LINK = Symbol('link');
/** Work of an earlier visit: on the disk already. */
const REPLAY = Symbol('replay');
const INITIAL: LinkState = {
  phase: 'connecting',
  unsaved: 0,
  storing: true,
  rights: { write: false, createNotes: false, editAll: false, group: false, frames: false, notesByCommand: false, draw: [], comment: false, react: false, present: false },
  rule: null,
  title: '',
  people: [],
  slot: null,
  participantId: null,
  spotlight: null,
  following: null,
  followers: 0,
  problem: null,
};

function saveStateOf({ link, copy, opened }: BoardSnapshot): SaveState {
  if (link.problem?.code === NEWER || !isReadable(copy.doc)) return 'newer-version';
  if (link.phase === 'refused') return 'refused';
  if (!opened) return 'loading';
  if (!link.storing) return 'not-storing';
  if (link.phase !== 'ready') return 'waiting';
  return link.unsaved > 0 ? 'saving' : 'saved';
}
