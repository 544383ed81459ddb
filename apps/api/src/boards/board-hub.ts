import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import type { Logger } from 'pino';
import * as Y from 'yjs';
import type { Talk, TalkChanged } from '@spolu/contracts/board-talk';
import type { BoardRule, Ended, Refused, RuleChanged, Storing, Welcome } from '@spolu/contracts/boards';
import { Problem } from '@spolu/contracts/problems';
import { readNotes } from '@spolu/board/notes';
import type { Outline } from '@spolu/board/outline';
import { BoardEvent } from '@spolu/realtime/board-events';
import type { TickUpdate } from '@spolu/realtime/board-frames';
import { SLOTS_MAX, type Presence } from '@spolu/realtime/presence-frames';
import { BoardClients } from './board-clients.ts';
import { BoardCommands, NOBODY, type NextOrders } from './board-commands.ts';
import { BoardDocument } from './board-document.ts';
import { BoardElsewhere } from './board-elsewhere.ts';
import { BoardJudge, type Waiting } from './board-judge.ts';
import { BoardLog, type Logged } from './board-log.ts';
import { BoardPeople } from './board-people.ts';
import { boardRightsOf, isAdmitted, publicRuleOf, type BoardRole } from './board-rights.ts';
import { BoardSaving, type Commit } from './board-saving.ts';
import type { BoardStore, StoredBoard, StoredUpdate, UpdateAuthor } from './board-store.ts';
import { BoardTelling } from './board-telling.ts';
import { BoardViews } from './board-views.ts';
import { BoardWords } from './board-words.ts';
import { openDocument } from './stored-document.ts';
import type { ToCompact } from './compaction.ts';
import type { HubLine } from './hub-line.ts';
import { Seat, type Connection } from './seat.ts';
import { TalkNews } from './talk/talk-news.ts';
import { applyState } from './slim-document.ts';
import type { TransactionEnds } from './transaction-ends.ts';
import { WordsWriter } from './words-writer.ts';

export interface Kept {
  clientId: number;
  clock: number;
  durable: number;
  /** Whose count the tick is. */
  log: string;
  /** The last tick it has seen, stored or not, and at which opening. */
  tick: number;
  opening: string;
}

export interface Join {
  kept: Kept | null;
  presence: boolean;
  /** Takes a whole board deflated. */
  inflates: boolean;
}

/** SEC-31 */
const SEATS_MAX = 2_000;

const TICK_MS_MAX = 50;
/** The more people at a board, the longer a tick is at least: it halves the work of server and devices, and nobody sees the difference. */
const tickMsLeast = (people: number) => (people > 250 ? 33 : people > 100 ? 15 : 1);
const CHANGED_TICK_MS = 1_000;
// SEC-40
const STATE_BYTES_WARN = 5 * 1024 * 1024;
const STATE_BYTES_MAX = 10 * 1024 * 1024;
/** What is no larger is a document again in some 20 ms. */
const RESTING_BYTES_MAX = 256 * 1024;

export interface HubOptions {
  board: StoredBoard;
  channel: number;
  store: Pick<BoardStore, 'append' | 'hasTick' | 'insert' | 'lease' | 'saveSnapshot' | 'since' | 'wordsOf' | 'writeWords'> &
    Partial<Pick<BoardStore, 'hold' | 'ownersOf' | 'release' | 'ruleOf' | 'upgrade' | 'wanted'>>;
  ends: Pick<TransactionEnds, 'onEnd'>;
  log: Pick<Logger, 'error' | 'warn'>;
  /** The board as a list is worth reading again; at most once a second. */
  onChanged?: () => void;
  /** To the same board at other servers, if there are any. */
  line?: HubLine;
  /** What is said about its things, changed after a revision. */
  talkSince?: (revision: number) => Promise<Talk[]>;
  /** Makes one state of a state and what came since. */
  compact: (log: ToCompact) => Promise<Uint8Array>;
}

/**
 * An open board. Takes changes a tick at a time: gate, apply, one frame for everybody, one commit; says "stored" only after the commit. A commit that
 * fails closes it for writing until the store is back; nothing that was accepted is forgotten meanwhile.
 */
export class BoardHub {
  readonly boardId: string;
  readonly channel: number;
  /** Names the count of ticks: with others, each opening has its own; alone it goes on where the last one ended. */
  readonly logId: string;
  /** Names this opening of the board: what an earlier one showed and did not store is gone. */
  readonly opening = randomUUID();
  readonly people: BoardPeople;
  readonly views: BoardViews;
  readonly talk: TalkNews;
  title: string;
  #rule: BoardRule | null;
  readonly #document: BoardDocument;
  readonly #words = new BoardWords();
  readonly #wordsWriter: WordsWriter;
  readonly #judge: BoardJudge;
  readonly #clients: BoardClients;
  readonly #log: BoardLog;
  readonly #saving: BoardSaving;
  readonly #telling: BoardTelling;
  readonly #commands: BoardCommands;
  readonly #elsewhere: BoardElsewhere;
  readonly #options: HubOptions;
  readonly #seats = new Map<number, Seat>();
  #nextSlot = 1;

  #inbox: Waiting[] = [];
  /** Committed with somebody's command, not shown yet. */
  #committed: Logged[] = [];
  #tick: number;

  /** Calls off the tick that is due. */
  #flushing: (() => void) | null = null;
  #flushedAt = 0;
  #flushCost = 0;
  #changedTimer: NodeJS.Timeout | null = null;
  #compacting: Promise<void> | null = null;
  #closed = false;
  #closing: Promise<void> | null = null;

  private constructor(options: HubOptions, stored: StoredBoard, doc: Y.Doc) {
    // What the board was opened from is in the document and the log now; nobody is to keep it.
    const board: StoredBoard = { ...stored, state: null, tail: [] };
    options = { ...options, board };
    this.#options = options;
    this.boardId = board.id;
    this.channel = options.channel;
    this.title = board.title;
    this.#rule = board.rule;
    this.#document = new BoardDocument(doc, (made) => this.#fill(made));
    this.#tick = stored.tail.at(-1)?.tick ?? stored.stateTick;
    this.logId = options.line ? randomUUID() : '';
    this.#clients = new BoardClients({
      board, store: options.store, isShared: options.line !== undefined, onWanted: () => options.line?.sayWanted(), onHeld: async () => void (await this.catchUp()),
    });
    this.people = new BoardPeople(
      { channel: options.channel, seats: () => this.seats, takeSlot: () => this.#takeSlot(), onGone: (slot) => this.views.gone(slot), line: options.line }, board.rule?.anonymous ?? false,
    );
    this.views = new BoardViews({
      channel: options.channel, line: options.line,
      seats: () => this.seats,
      seatOf: (slot) => this.#seats.get(slot),
      isShown: (slot) => this.people.isShown(slot),
      placeOf: (slot) => this.people.placeOf(slot),
      slotOf: (server, slot) => this.people.slotOf(server, slot),
    });
    this.talk = new TalkNews({
      told: board.talkRevision, since: options.talkSince ?? (() => Promise.resolve([])),
      tell: (talks) => this.#tellAll(BoardEvent.talk, { channel: this.channel, talks } satisfies TalkChanged),
    });
    this.#log = new BoardLog(options.channel, stored);
    this.#telling = new BoardTelling({
      channel: options.channel, seats: () => this.seats, tick: () => this.#tick, durable: () => this.#saving.durable, onBehind: (seat) => this.#cutOff(seat),
    });
    this.#saving = new BoardSaving({
      boardId: board.id, peerId: board.peerId, store: options.store, log: options.log, snapshotTick: board.stateTick,
      tick: () => this.#tick,
      state: () => this.#stateToKeep(),
      onSaved: (ticks) => {
        options.line?.sayStored(ticks.at(-1)?.tick ?? 0, ticks.flatMap(({ updates }) => updates.map(({ update }) => update)));
        this.#telling.stored();
      },
      onCanSave: (canSave) => this.#tellStoring(canSave),
    });
    this.#commands = new BoardCommands({
      board, store: options.store, ends: options.ends, log: options.log, document: this.#document, clients: this.#clients, saving: this.#saving,
      isClosed: () => this.#closed,
      nextTick: () => ++this.#tick,
      onStored: (stored) => {
        this.#committed.push(stored);
        options.line?.sayStored(stored.tick, [stored.update]);
        this.#scheduleFlush();
      },
      onCertain: () => this.#telling.stored(),
    });
    this.#elsewhere = new BoardElsewhere({
      boardId: board.id, peerId: board.peerId, horizon: board.horizon, store: options.store, log: options.log, document: this.#document,
      isClosed: () => this.#closed,
      onNew: ({ update, written, tick }) => {
        // What leans on it has a higher number: so the log can be read in the order of ticks, whoever gave them.
        this.#tick = Math.max(this.#tick, tick) + 1;
        this.#committed.push({ tick: this.#tick, update });
        const now = Date.now();
        for (const id of written) this.#words.changeElsewhere(id, now);
        this.#scheduleFlush();
      },
      onMissing: () => void this.lookAgain(),
      lookAtRest: async () => {
        await this.#lookAtRule();
        void this.letGoOfWanted();
      },
    });
    this.#judge = new BoardJudge({
      boardId: board.id, document: this.#document, log: options.log,
      demandRoom: () => {
        if (this.#log.bytes > STATE_BYTES_MAX) throw new Problem('board/full', { mostBytes: STATE_BYTES_MAX });
      },
    });
    this.#wordsWriter = new WordsWriter({
      boardId: board.id, words: this.#words, document: this.#document, clients: this.#clients, store: options.store, log: options.log,
      rule: () => this.#rule, tick: () => this.#tick, isClosed: () => this.#closed, isQuiet: () => this.#isQuiet,
    });
  }

  /** Opens a stored board, in our shape, and makes up for words that a crash kept from their contributions. */
  static async open(options: HubOptions): Promise<BoardHub> {
    const { board, doc } = await openDocument(options.board, options.store);
    const hub = new BoardHub(options, board, doc);
    // a copy of a note shares its contribution
    const known = await options.store.wordsOf([...new Set(hub.read((doc) => readNotes(doc, { removed: true }).map(({ contributionId }) => contributionId)))]);
    hub.#words.begin(hub.#doc, known, hub.#rule, hub.#clients.owners);
    hub.#wordsWriter.schedule();
    // Most who open a board only look at it.
    if (hub.#isQuiet && hub.#log.bytes <= RESTING_BYTES_MAX) hub.#document.rest();
    return hub;
  }

  get isClosed(): boolean {
    return this.#closed;
  }
  get rule(): BoardRule | null {
    return this.#rule;
  }
  get seats(): Iterable<Seat> {
    return this.#seats.values();
  }
  /** May be closed: nobody is here and everything is stored. */
  get isIdle(): boolean {
    return this.#seats.size === 0 && this.#isSettled;
  }
  get #isSettled(): boolean {
    return this.#words.isSettled && this.#isStored;
  }
  get #isStored(): boolean {
    return this.#saving.isSettled && this.#inbox.length === 0 && this.#committed.length === 0 && this.#elsewhere.isSettled && !this.#commands.isInDoubt;
  }
  get #doc(): Y.Doc {
    return this.#document.doc;
  }
  isForeign(noteId: string): boolean {
    return this.#words.isForeign(noteId);
  }

  /** The board as a list; made once for all who ask between two changes. */
  get outline(): Outline {
    return this.#document.outline;
  }

  /** Looks into the document; what it holds must not be kept. */
  read<T>(look: (doc: Y.Doc) => T): T {
    return look(this.#doc);
  }

  /**
   * Gives a device its seat: `answer` gets the welcome, then the board follows, then all that comes.
   * @throws Problem `too-many-requests` for a full board
   */
  async join(connection: Connection, role: BoardRole, { kept: hers, presence, inflates }: Join, answer: (welcome: Welcome) => void): Promise<Seat> {
    // She has seen what an opening before this one may have lost: her copy is made anew, under another client id.
    const kept = hers && hers.opening !== this.opening && hers.tick > hers.durable ? null : hers;
    let clientId = (kept && (await this.#keep(role, kept))) ?? (await this.#clients.leaseTo(role));
    const deflated = inflates && this.#sinceOf(kept) === null ? await this.#log.deflated() : null;
    // Two tabs of one copy came at once.
    if (clientId !== null && this.#isInUse(clientId)) clientId = await this.#clients.leaseTo(role);
    if (this.#closed || !this.#rule) throw new Problem('unavailable');
    if (this.#seats.size >= SEATS_MAX) throw new Problem('too-many-requests', { most: SEATS_MAX });
    // From here on without a pause: what is shown below and what comes after must join seamlessly.
    this.#flush();
    const now = Date.now();
    const slot = this.#takeSlot();
    const seat = new Seat(connection, slot, role, boardRightsOf(role, this.#rule), clientId, presence, (whose, id) => this.#clients.owns(whose, id), now);
    const since = this.#sinceOf(kept);
    answer({
      boardId: this.boardId, title: this.title, channel: this.channel, log: this.logId, opening: this.opening, slot, clientId,
      clock: clientId === null ? 0 : this.#document.clockOf(clientId),
      tick: this.#tick, durable: this.#saving.durable, fresh: since === null, rule: publicRuleOf(this.#rule), rights: seat.rights, storing: this.#saving.canSave,
      participantId: role.participantId, people: presence ? this.people.list : [], spotlight: this.views.spotlight,
    });
    if (since === null) connection.write(deflated?.tick === this.#log.state.tick ? deflated.frame : this.#log.state.frame, now, false);
    const tail = this.#log.since(since ?? this.#log.state.tick).map(({ update }) => ({ slot: 0, seq: 0, update }));
    connection.write(this.#telling.frame(tail), now);
    this.#seats.set(slot, seat);
    this.people.joined(seat);
    this.views.joined(seat);
    return seat;
  }

  /** After which tick something is missing in a copy; null where it is to come whole. */
  #sinceOf(kept: Kept | null): number | null {
    return kept?.log === this.logId && this.#log.reachesBackTo(kept.durable) && kept.durable <= this.#tick ? kept.durable : null;
  }

  leave(seat: Seat): void {
    if (seat.left) return;
    seat.left = true;
    this.#seats.delete(seat.slot);
    this.people.left(seat);
    this.views.left(seat);
  }

  /** A client id for a visit without a network: hers, and in use by nobody. One for each seat. */
  leaseSpare(seat: Seat): Promise<number | null> {
    seat.spare ??= this.#clients.leaseTo(seat.role).catch((error: unknown) => {
      seat.spare = null;
      throw error;
    });
    return seat.spare;
  }

  /** A device's change, judged in the next tick. */
  receive(seat: Seat, seq: number, update: Uint8Array): void {
    if (seat.left || seat.deaf || !this.#saving.canSave || !this.#isCurrent) return;
    if (!this.#isWithinLimits(seat, update.length)) return;
    this.#inbox.push({ seat, seq, update });
    this.#scheduleFlush();
  }

  /** A device's cursor, selection or drag: shown to others under its own slot, stored nowhere, and to nobody while the board is anonymous. Its view: to whom it is to be shown. */
  show(seat: Seat, presence: Presence): void {
    if (!this.#rule) return;
    if (presence.kind === 'view') this.views.show(seat, presence);
    else this.people.show(seat, presence);
  }

  /**
   * Her screen follows somebody's view from now on, or nobody's.
   * @throws Problem `not-found` where nobody is shown under this slot
   */
  follow(seat: Seat, slot: number | null): void {
    if (!seat.left && this.#isWithinLimits(seat, 0)) this.views.follow(seat, slot);
  }
  /** Everybody is shown her view, or no more. @throws Problem `forbidden` */
  present(seat: Seat, on: boolean): void {
    if (!seat.left && this.#isWithinLimits(seat, 0)) this.views.present(seat, on);
  }

  /** Who sends more than any device of ours is cut off (SEC-31). */
  #isWithinLimits(seat: Seat, bytes: number): boolean {
    const now = Date.now();
    if (seat.messages.take(1, now) && seat.bytes.take(bytes, now)) return true;
    const problem = new Problem('too-many-requests');
    this.#refuse(seat, null, problem);
    seat.connection.end(problem);
    return false;
  }

  /** See {@link BoardCommands.write}. */
  write<T>(em: EntityManager, edit: (doc: Y.Doc) => T, author?: UpdateAuthor): Promise<T> {
    return this.#commands.write(em, edit, author);
  }

  /** See {@link BoardCommands.bringIn}. */
  bringIn(em: EntityManager, make: (doc: Y.Doc, orders: NextOrders) => void, author?: UpdateAuthor): Promise<void> {
    return this.#commands.bringIn(em, make, author);
  }

  /** The words of these notes were changed by command: what is not in their contributions yet is written there as what people type is. */
  reviseWords(noteIds: readonly string[]): void {
    for (const noteId of noteIds) this.#words.change(noteId, Date.now());
    this.#wordsWriter.schedule();
  }

  /** These words are in the contribution of this note already. */
  keepWords(noteId: string, text: string): void {
    this.#words.addStored(noteId, text);
  }

  /** A new rule takes hold with the next change, and everybody is told what she may do now; who sits at another table now is put out. */
  setRule(rule: BoardRule): void {
    const otherActivity = rule.activityId !== this.#rule?.activityId;
    this.#rule = rule;
    for (const seat of [...this.#seats.values()]) {
      if (isAdmitted(seat.role, rule)) this.setRole(seat, seat.role);
      else this.end(seat, new Problem('not-found'));
    }
    this.people.setAnonymous(rule.anonymous);
    if (rule.anonymous) this.views.hide();
    // A checkpoint where an activity ended.
    if (otherActivity) void this.#saving.snapshot();
  }

  /** What somebody may do was looked at again. */
  setRole(seat: Seat, role: BoardRole): void {
    if (!this.#rule) return;
    seat.role = role;
    seat.rights = boardRightsOf(role, this.#rule);
    seat.connection.emit(BoardEvent.rule, { channel: this.channel, rule: publicRuleOf(this.#rule), rights: seat.rights } satisfies RuleChanged);
    this.views.roleChanged(seat);
  }

  /** Puts somebody out: she has no right any more. */
  end(seat: Seat, problem: Problem): void {
    if (seat.left) return;
    seat.connection.emit(BoardEvent.ended, { channel: this.channel, problem: problem.toDocument() } satisfies Ended);
    this.leave(seat);
  }

  /** What another server stored: shown with the next tick, as all that was judged already. */
  takeStored(tick: number, updates: readonly Uint8Array[]): void {
    if (this.#closed) return;
    this.#elsewhere.take(tick, updates);
    this.#scheduleFlush();
  }

  /** Brings in what other servers stored and this one has not heard. @returns the transactions whose changes are here now */
  catchUp(em?: EntityManager): Promise<string> {
    return this.#elsewhere.catchUp(em);
  }

  /** Something that other servers did may have been missed. */
  lookAgain(): Promise<void> {
    this.talk.look();
    return this.#elsewhere.look();
  }

  async #lookAtRule(): Promise<void> {
    const rule = await this.#options.store.ruleOf?.(this.boardId);
    if (rule && !this.#closed && !isDeepStrictEqual(rule, this.#rule)) this.setRule(rule);
  }

  /** Devices at other servers want to write under client ids of this one: whoever had them here has gone there. */
  async letGoOfWanted(): Promise<void> {
    const { store, board, log } = this.#options;
    try {
      const wanted = new Set(await store.wanted?.(this.boardId, board.peerId));
      if (wanted.size === 0 || this.#closed) return;
      await this.#clients.letGo([...wanted], async () => {
        for (const seat of [...this.#seats.values()]) if (seat.clientId !== null && wanted.has(seat.clientId)) this.end(seat, new Problem('unavailable'));
        // What was taken under them must be where the other server looks for it.
        await this.#saving.whenDurable(this.#tick);
        await store.release?.(this.boardId, board.peerId, [...wanted]);
      });
    } catch (error) {
      log.warn({ err: error, boardId: this.boardId }, 'client ids could not be given to another server');
    }
  }

  /** Writes down all words that are not in their contributions yet. */
  settleWords(): Promise<void> {
    return this.#wordsWriter.settle(0);
  }

  /** Stores everything and lets go of the board; whoever is here comes back to a new hub. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#flush();
    this.#closed = true;
    await this.#saving.close();
    // Whoever hears that all she has seen is stored goes on with her copy when she comes back.
    this.#telling.show([], Date.now());
    for (const seat of [...this.#seats.values()]) this.end(seat, new Problem('unavailable'));
    // A hub that opens meanwhile would give the ticks of open commands to others.
    await this.#commands.whenEnded();
    this.people.close();
    this.views.close();
    this.talk.close();
    this.#telling.close();
    this.#wordsWriter.close();
    this.#elsewhere.close();
    if (this.#changedTimer) clearTimeout(this.#changedTimer);
    this.#cancelFlush();
    if (this.#saving.canSave && this.#isCurrent) {
      await this.#wordsWriter.settle(0);
      await this.#saving.snapshot();
      if (this.#options.line) await this.#options.store.release?.(this.boardId, this.#options.board.peerId).catch(() => undefined);
    }
    this.#options.line?.close();
    this.#document.destroy();
  }

  /** False at a server that was taken for dead: then nothing is judged by what it remembers. */
  get #isCurrent(): boolean {
    return this.#options.line?.isCurrent ?? true;
  }

  async #stateToKeep(): Promise<{ tick: number; state: Uint8Array; covers: string } | null> {
    const covers = await this.catchUp();
    // What was begun before may lack some of it.
    await this.#compacting;
    if (!this.#saving.isSettled || this.#commands.isInDoubt || this.#document.isPending) return null;
    const tick = this.#tick;
    if (this.#log.state.tick < tick) await this.#compact();
    const { state } = this.#log;
    return state.tick === tick ? { tick, state: state.state, covers } : null;
  }

  #takeSlot(): number {
    // Slots are reused only when the numbers are used up: a late frame must not show somebody under another's name.
    for (;;) {
      const slot = this.#nextSlot;
      this.#nextSlot = slot >= SLOTS_MAX ? 1 : slot + 1;
      if (!this.#seats.has(slot) && !this.people.isTaken(slot)) return slot;
    }
  }

  /**
   * Her own, used by no other tab, and her copy knows at least what the server has of it: else two contents could come under one number.
   * @throws Problem `unavailable` where another server may still have it and the device has something to send under it
   */
  async #keep(role: BoardRole, { clientId, clock }: Kept): Promise<number | null> {
    if (!(await this.#clients.hold(role, clientId))) {
      if (this.#clients.isHers(role, clientId) && clock > this.#document.clockOf(clientId)) throw new Problem('unavailable');
      return null;
    }
    return clock < this.#document.clockOf(clientId) || this.#isInUse(clientId) ? null : clientId;
  }

  #isInUse(clientId: number): boolean {
    for (const seat of this.#seats.values()) if (seat.clientId === clientId) return true;
    return false;
  }

  #scheduleFlush(): void {
    if (this.#flushing || this.#closed) return;
    // A balancer gives each server about as many; who only looks on is not told of to the others.
    const people = this.#seats.size * (this.#options.line?.serverCount ?? 1);
    const wait = this.#flushedAt + Math.min(TICK_MS_MAX, Math.max(tickMsLeast(people), this.#flushCost * 3)) - performance.now();
    if (wait < 1) {
      const soon = setImmediate(() => this.#flush());
      this.#flushing = () => clearImmediate(soon);
    } else {
      const timer = setTimeout(() => this.#flush(), wait);
      this.#flushing = () => clearTimeout(timer);
    }
  }

  #cancelFlush(): void {
    this.#flushing?.();
    this.#flushing = null;
  }

  /** One tick: judge, apply, show, hand over to the store. */
  #flush(): void {
    if (!this.#closed && this.#isCurrent) this.#elsewhere.takeIn();
    this.#cancelFlush();
    if (this.#closed || !this.#isCurrent) return;
    if (this.#inbox.length === 0 && this.#committed.length === 0) return;
    const began = performance.now();
    const now = Date.now();
    // Much of a long tail may be overwritten already.
    if (this.#log.bytes > STATE_BYTES_MAX) void this.#compact();
    const entries: (TickUpdate & Logged)[] = this.#committed.splice(0).map(({ tick, update }) => ({ tick, update, slot: 0, seq: 0 }));
    const { accepted, refused, known, added, written, isSound } = this.#judge.judge(this.#inbox.splice(0));
    const contributions = this.#noteWords(added, written, now);
    if (accepted.length > 0) {
      const tick = ++this.#tick;
      for (const { seat, seq, update } of accepted) {
        entries.push({ tick, update, slot: seat.slot, seq });
        this.#telling.took(seat, tick, now);
      }
      // In an anonymous activity the log does not know who took part in what either; who runs the session answers for what she does.
      const updates = accepted.map(({ seat: { role }, update }): StoredUpdate =>
        ({ update, ...(this.#rule?.anonymous && !role.staff ? NOBODY : { participantId: role.participantId, personId: role.personId }) }));
      this.#saving.add({ tick, updates, contributions });
    }
    for (const { tick, update } of entries) this.#log.add({ tick, update });
    if (!isSound) this.#document.remake();
    if (entries.length > 0) this.#telling.show(entries, now);
    for (const { seat, seq } of known) this.#telling.had(seat, seq, now);
    for (const [{ seat, seq }, problem] of refused) this.#refuse(seat, seq, problem);
    if (entries.length === 0) return;
    this.#flushedAt = performance.now();
    this.#flushCost = this.#flushCost * 0.7 + (this.#flushedAt - began) * 0.3;
    this.#saving.save();
    this.#wordsWriter.schedule();
    if (this.#log.isLong) void this.#compact();
    this.#changedTimer ??= setTimeout(() => {
      this.#changedTimer = null;
      this.#options.onChanged?.();
    }, CHANGED_TICK_MS);
  }

  /** What notes that came or were written in are to contributions. */
  #noteWords(added: readonly string[], written: ReadonlySet<string>, now: number): Commit['contributions'] {
    const rule = this.#rule;
    const contributions = rule ? added.flatMap((id) => this.#words.add(this.#doc, id, rule, this.#clients.owners, now) ?? []) : [];
    for (const id of written) if (!added.includes(id)) this.#words.change(id, now);
    return contributions;
  }

  #refuse(seat: Seat, seq: number | null, problem: Problem): void {
    // She comes again with it.
    if (problem.code === 'unavailable') return this.end(seat, problem);
    seat.deaf = true;
    this.#telling.taken(seat, Date.now());
    seat.connection.emit(BoardEvent.refused, { channel: this.channel, seq, problem: problem.toDocument() } satisfies Refused);
  }

  #cutOff(seat: Seat): void {
    this.leave(seat);
    seat.connection.end();
  }

  /** Folds the tail of the log into the state that newcomers get, aside, while the board goes on. */
  #compact(): Promise<void> {
    this.#compacting ??= this.#foldAside().finally(() => {
      this.#compacting = null;
    });
    return this.#compacting;
  }

  async #foldAside(): Promise<void> {
    // What is before this tick and not here yet would be missing from the state.
    if (this.#commands.isOpen || this.#commands.isInDoubt || this.#log.state.tick === this.#tick) return;
    const tick = this.#tick;
    const updates = [...this.#log.since(this.#log.state.tick), ...this.#committed].map(({ update }) => update);
    try {
      this.#log.fold(tick, await this.#options.compact({ state: this.#log.state.state, updates }));
    } catch (error) {
      this.#options.log.warn({ err: error, boardId: this.boardId }, 'the log of a board could not be folded');
    }
    if (this.#log.bytes > STATE_BYTES_WARN) this.#options.log.warn({ boardId: this.boardId, bytes: this.#log.bytes, most: STATE_BYTES_MAX }, 'a board grows large');
  }

  #tellStoring(storing: boolean): void {
    if (!storing) this.#inbox = [];
    this.#tellAll(BoardEvent.storing, { channel: this.channel, storing } satisfies Storing);
  }

  #tellAll(event: string, payload: object): void {
    for (const seat of this.#seats.values()) seat.connection.emit(event, payload);
  }

  /** Lets go of the document where nobody looked into it since this was asked the last time: the next change, or reading, makes it anew. */
  rest(): void {
    if (this.#document.isResting || this.#document.takeWasUsed() || this.#closed || !this.#isQuiet) return;
    if (this.#log.state.tick < this.#tick) void this.#compact().then(() => this.#restIfUnused());
    else this.#restIfUnused();
  }
  #restIfUnused(): void {
    // A board that would keep people waiting when it wakes stays up.
    const isOneState = this.#log.state.tick === this.#tick && this.#log.state.state.length <= RESTING_BYTES_MAX;
    if (isOneState && !this.#document.wasUsed && !this.#closed && this.#isQuiet) this.#document.rest();
  }
  get isResting(): boolean {
    return this.#document.isResting;
  }
  /** All of it is in the log, and nothing is to be done with it. */
  get #isQuiet(): boolean {
    return this.#isStored && !this.#commands.isOpen && !this.#document.isPending;
  }

  /** Puts into an empty document what everybody has been shown and what is to be shown. */
  #fill(doc: Y.Doc): void {
    applyState(doc, this.#log.state.state);
    const since = this.#log.since(this.#log.state.tick);
    for (const { update } of [...since, ...this.#committed, ...this.#commands.uncommitted]) Y.applyUpdate(doc, update);
  }
}
