import type { EntityManager } from 'typeorm';
import type { Logger } from 'pino';
import * as Y from 'yjs';
import type { BoardPerson, BoardRights, BoardRule, Ended, PeopleChanged, Refused, RuleChanged, Storing, Welcome } from '@spolu/contracts/boards';
import { Problem } from '@spolu/contracts/problems';
import { readOutline, type Outline } from '@spolu/board/outline';
import { isReadable } from '@spolu/board/shape';
import { BoardEvent } from '@spolu/realtime/board-events';
import { encodeState, encodeUpdates, type TickUpdate } from '@spolu/realtime/board-frames';
import { encodePresences, SLOTS_MAX, type Presence, type SlotPresence } from '@spolu/realtime/presence-frames';
import { BoardGate, type Author } from './board-gate.ts';
import { boardRightsOf, publicRuleOf, type BoardRole } from './board-rights.ts';
import type { BoardStore, ClientOwner, StoredBoard, StoredTick, StoredUpdate } from './board-store.ts';
import { BoardWords, QUIET_MS } from './board-words.ts';
import { readyFrame, type ReadyFrame } from './ready-frame.ts';
import { TokenBucket } from './token-bucket.ts';
import type { TransactionEnds } from './transaction-ends.ts';

/** One device's end of the line, as much as a hub needs of it. */
export interface Connection {
  readonly isFree: boolean;
  /** False when the receiver is hopelessly behind. A whole board is big without anybody being slow: it does not count. */
  write(frame: ReadyFrame, now: number, counts?: boolean): boolean;
  emit(event: string, payload: object): void;
  /** Ends the connection. */
  end(): void;
}

export interface Kept {
  clientId: number;
  clock: number;
  durable: number;
}

/** Somebody at the board. */
export class Seat implements Author {
  readonly connection: Connection;
  readonly slot: number;
  readonly clientId: number | null;
  readonly presence: boolean;
  readonly #owners: ReadonlyMap<number, ClientOwner>;
  role: BoardRole;
  rights: BoardRights;
  /** Something was refused: nothing more is taken until the device joins anew. */
  deaf = false;
  left = false;
  /** The tick that took this seat's last change and is not known there to be stored; 0 for none. */
  awaits = 0;
  readonly messages: TokenBucket;
  readonly bytes: TokenBucket;
  readonly moves: TokenBucket;

  constructor(connection: Connection, slot: number, role: BoardRole, rights: BoardRights, clientId: number | null, presence: boolean, owners: ReadonlyMap<number, ClientOwner>, now: number) {
    this.connection = connection;
    this.slot = slot;
    this.role = role;
    this.rights = rights;
    this.clientId = clientId;
    this.presence = presence;
    this.#owners = owners;
    this.messages = new TokenBucket(MESSAGES_BURST, MESSAGES_PER_SECOND, now);
    this.bytes = new TokenBucket(BYTES_PER_SECOND * 60, BYTES_PER_SECOND, now);
    this.moves = new TokenBucket(PRESENCES_BURST, PRESENCES_PER_SECOND, now);
  }

  get staff(): boolean {
    return this.role.staff;
  }
  get participantId(): string | null {
    return this.role.participantId;
  }

  /** Every id that was ever leased to this participant, or to this person: an edit made offline last week is still hers. */
  owns(clientId: number): boolean {
    const owner = this.#owners.get(clientId);
    return owner !== undefined && isSame(owner, this.role);
  }
}

const isSame = (owner: ClientOwner, { participantId, personId }: BoardRole): boolean =>
  !owner.server && ((participantId !== null && owner.participantId === participantId) || (personId !== null && owner.personId === personId));

interface Waiting {
  seat: Seat;
  seq: number;
  update: Uint8Array;
}
interface Logged {
  tick: number;
  update: Uint8Array;
}
interface ServerWrite {
  update: Uint8Array;
  clientId: number;
}
interface Commit extends StoredTick {
  contributions: NonNullable<ReturnType<BoardWords['add']>>[];
}

// SEC-31
export const MESSAGES_PER_SECOND = 40;
export const MESSAGES_BURST = 120;
export const BYTES_PER_SECOND = 256 * 1024;
export const PRESENCES_PER_SECOND = 25;
const PRESENCES_BURST = 75;
export const SEATS_MAX = 2_000;

const TICK_MS_MAX = 50;
/** Above a hundred people a longer tick halves the work and nobody sees the difference. */
const TICK_MS_CROWD = 15;
const CROWD = 100;
const PRESENCE_TICK_MS = 50;
const PEOPLE_TICK_MS = 250;
const CHANGED_TICK_MS = 1_000;
const RETRY_MS = 1_000;
const HANGING_MS = 5_000;
/** A newcomer's tail this long is folded into the state. */
const TAIL_BYTES_MAX = 256 * 1024;
const TAIL_MAX = 2_000;
const SNAPSHOT_TICKS = 2_000;

export interface HubOptions {
  board: StoredBoard;
  channel: number;
  store: Pick<BoardStore, 'append' | 'hasTick' | 'insert' | 'lease' | 'saveSnapshot' | 'wordsOf' | 'writeWords'>;
  ends: Pick<TransactionEnds, 'onEnd'>;
  log: Pick<Logger, 'error' | 'warn'>;
  /** The board as a list is worth reading again; at most once a second. */
  onChanged?: () => void;
}

function documentOf({ state, tail }: StoredBoard): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    if (state) Y.applyUpdateV2(doc, state);
    for (const { updates } of tail) for (const { update } of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

/**
 * An open board. Takes changes a tick at a time: gate, apply, one frame for everybody, one commit; says "stored" only after the commit. A commit that
 * fails closes it for writing until the store is back; nothing that was accepted is forgotten meanwhile.
 */
export class BoardHub {
  readonly boardId: string;
  readonly channel: number;
  title: string;
  #rule: BoardRule | null;
  #doc: Y.Doc;
  #gate: BoardGate;
  readonly #words = new BoardWords();
  readonly #clients: Map<number, ClientOwner>;
  readonly #options: HubOptions;
  readonly #seats = new Map<number, Seat>();
  #nextSlot = 1;

  #inbox: Waiting[] = [];
  /** Committed with somebody's command, not shown yet. */
  #committed: Logged[] = [];
  /** Written into the document with a command whose transaction is still open, by tick. */
  readonly #uncommitted = new Map<number, ServerWrite>();
  readonly #freeServerClients: number[] = [];
  #tick: number;
  /** Ticks that are not stored yet, lowest first. */
  readonly #unsettled = new Set<number>();
  #toStore: Commit[] = [];
  #storing: Promise<void> | null = null;
  #canStore = true;
  readonly #pauses = new Set<() => void>();

  /** All that was shown since `floor`, for newcomers and those who come back. */
  #log: Logged[] = [];
  #logBytes = 0;
  #floor: number;
  #state: { tick: number; state: Uint8Array; frame: ReadyFrame };
  #snapshotTick: number;

  #flushing: NodeJS.Timeout | NodeJS.Immediate | null = null;
  #flushedAt = 0;
  #flushCost = 0;
  #presences = new Map<string, SlotPresence>();
  #presenceTimer: NodeJS.Timeout | null = null;
  #people: { joined: Map<number, BoardPerson>; left: Set<number> } = { joined: new Map(), left: new Set() };
  #peopleTimer: NodeJS.Timeout | null = null;
  #changedTimer: NodeJS.Timeout | null = null;
  #wordsTimer: NodeJS.Timeout | null = null;
  #settling: Promise<void> = Promise.resolve();
  /** Commands of which it is not known yet whether they were stored. */
  #doubts = 0;
  #closed = false;
  #closing: Promise<void> | null = null;
  #whenSettled: (() => void)[] = [];
  #outline: Outline | null = null;

  private constructor(options: HubOptions) {
    const { board } = options;
    this.#options = options;
    this.boardId = board.id;
    this.channel = options.channel;
    this.title = board.title;
    this.#rule = board.rule;
    this.#clients = board.clients;
    this.#doc = documentOf(board);
    if (!isReadable(this.#doc)) throw new Problem('board/newer-version');
    this.#gate = new BoardGate(this.#doc);
    this.#snapshotTick = board.stateTick;
    this.#floor = board.stateTick;
    this.#tick = board.tail.at(-1)?.tick ?? board.stateTick;
    for (const { tick, updates } of board.tail) for (const { update } of updates) this.#remember({ tick, update });
    this.#state = this.#stateOf(board.stateTick, board.state ?? Y.encodeStateAsUpdateV2(new Y.Doc()));
    for (const [clientId, { server }] of this.#clients) if (server) this.#freeServerClients.push(clientId);
  }

  /** Opens a stored board and makes up for words that a crash kept from their contributions. */
  static async open(options: HubOptions): Promise<BoardHub> {
    const hub = new BoardHub(options);
    const known = await options.store.wordsOf([...new Set(hub.read((doc) => [...doc.getMap('notes').keys()]))]);
    hub.#words.begin(hub.#doc, known, hub.#rule, hub.#clients);
    hub.#scheduleWords();
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
  get seatCount(): number {
    return this.#seats.size;
  }
  /** People and guests, each once however many devices she has open. */
  get personCount(): number {
    return new Set([...this.#seats.values()].map(({ role }) => role.participantId ?? role.personId)).size;
  }
  /** May be closed: nobody is here and everything is stored. */
  get isIdle(): boolean {
    return this.#seats.size === 0 && this.#unsettled.size === 0 && this.#inbox.length === 0 && this.#committed.length === 0 && this.#words.isSettled && this.#doubts === 0;
  }
  isForeign(noteId: string): boolean {
    return this.#words.isForeign(noteId);
  }

  /** The board as a list; made once for all who ask between two changes. */
  get outline(): Outline {
    this.#outline ??= readOutline(this.#doc);
    return this.#outline;
  }

  /** Looks into the document; what it holds must not be kept. */
  read<T>(look: (doc: Y.Doc) => T): T {
    return look(this.#doc);
  }

  /**
   * Gives a device its seat: `answer` gets the welcome, then the board follows, then all that comes.
   * @throws Problem `too-many-requests` for a full board
   */
  async join(connection: Connection, role: BoardRole, kept: Kept | null, presence: boolean, answer: (welcome: Welcome) => void): Promise<Seat> {
    let clientId = await this.#leaseTo(role, kept);
    // Two tabs of one copy came at once.
    if (clientId !== null && this.#isInUse(clientId)) clientId = await this.#leaseTo(role, null);
    if (this.#closed || !this.#rule) throw new Problem('unavailable');
    if (this.#seats.size >= SEATS_MAX) throw new Problem('too-many-requests', { most: SEATS_MAX });
    // From here on without a pause: what is shown below and what comes after must join seamlessly.
    this.#flush();
    const now = Date.now();
    const slot = this.#takeSlot();
    const seat = new Seat(connection, slot, role, boardRightsOf(role, this.#rule), clientId, presence, this.#clients, now);
    const since = kept && kept.durable >= this.#floor && kept.durable <= this.#tick ? kept.durable : null;
    if (since === null) this.#foldIfLong();
    answer({
      boardId: this.boardId, title: this.title, channel: this.channel, slot, clientId,
      clock: clientId === null ? 0 : Y.getState(this.#doc.store, clientId),
      tick: this.#tick, durable: this.#durable, fresh: since === null, rule: publicRuleOf(this.#rule), rights: seat.rights, storing: this.#canStore,
      participantId: role.participantId, people: presence ? this.#peopleNow() : [],
    });
    if (since === null) connection.write(this.#state.frame, now, false);
    const tail = this.#log.filter(({ tick }) => tick > (since ?? this.#state.tick)).map(({ update }) => ({ slot: 0, seq: 0, update }));
    connection.write(this.#updatesFrame(tail), now);
    this.#seats.set(slot, seat);
    if (presence) this.#tellPeople({ joined: this.#personOf(seat) });
    return seat;
  }

  leave(seat: Seat): void {
    if (seat.left) return;
    seat.left = true;
    this.#seats.delete(seat.slot);
    for (const kind of ['pointer', 'selection', 'drag']) this.#presences.delete(`${seat.slot}/${kind}`);
    if (seat.presence) this.#tellPeople({ left: seat.slot });
  }

  /** A device's change, judged in the next tick. */
  receive(seat: Seat, seq: number, update: Uint8Array): void {
    if (seat.left || seat.deaf || !this.#canStore) return;
    const now = Date.now();
    if (!seat.messages.take(1, now) || !seat.bytes.take(update.length, now)) {
      this.#refuse(seat, null, new Problem('too-many-requests'));
      seat.connection.end();
      return;
    }
    this.#inbox.push({ seat, seq, update });
    this.#scheduleFlush();
  }

  /** A device's cursor, selection or drag: shown to others under its own slot, stored nowhere, and to nobody while the board is anonymous. */
  show(seat: Seat, presence: Presence): void {
    if (seat.left || !seat.presence || !this.#rule || this.#rule.anonymous) return;
    if (presence.kind === 'drag' && !seat.rights.write) return;
    if (!seat.moves.take(1, Date.now())) return;
    const what = presence.kind === 'cursor' || presence.kind === 'left' ? 'pointer' : presence.kind;
    this.#presences.set(`${seat.slot}/${what}`, { ...presence, slot: seat.slot });
    this.#presenceTimer ??= setTimeout(() => this.#flushPresences(), PRESENCE_TICK_MS);
  }

  /**
   * Changes the document on behalf of a command, inside its transaction: stored with it, shown to everybody once it is committed, taken back if it is not.
   * @param edit changes the document at once, without waiting for anything
   */
  async write<T>(em: EntityManager, edit: (doc: Y.Doc) => T): Promise<T> {
    const clientId = this.#freeServerClients.pop() ?? (await this.#leaseServerClient(em));
    if (this.#closed) throw new Problem('unavailable');
    if (!em.queryRunner?.isTransactionActive) throw new Error('a board is written by commands in a transaction');
    const doc = this.#doc;
    this.#outline = null;
    let update: Uint8Array | undefined;
    const take = (change: Uint8Array) => {
      update = change;
    };
    const own = doc.clientID;
    doc.clientID = clientId;
    doc.on('update', take);
    try {
      return doc.transact(() => edit(doc), 'server');
    } finally {
      doc.off('update', take);
      doc.clientID = own;
      if (update) await this.#keepWithCommand(em, { update, clientId });
      else this.#freeServerClients.push(clientId);
    }
  }

  async #keepWithCommand(em: EntityManager, write: ServerWrite): Promise<void> {
    const tick = ++this.#tick;
    this.#unsettled.add(tick);
    this.#uncommitted.set(tick, write);
    this.#options.ends.onEnd(em, (committed) => (committed ? this.#commit(tick) : this.#takeBack(tick)));
    await this.#options.store.insert(em, this.boardId, [{ tick, updates: [{ participantId: null, personId: null, update: write.update }] }]);
  }

  /** Notes by command count for their author, and their words are stored already. */
  addServerNote(noteId: string, participantId: string | null, text: string): void {
    this.#gate.countServerNote(participantId);
    this.#words.addStored(noteId, text);
  }

  /** These words are in the contribution of this note already. */
  keepWords(noteId: string, text: string): void {
    this.#words.addStored(noteId, text);
  }

  /** A new rule takes hold with the next change, and everybody is told what she may do now. */
  setRule(rule: BoardRule): void {
    const anonymousNow = rule.anonymous && !this.#rule?.anonymous;
    const shownNow = !rule.anonymous && this.#rule?.anonymous;
    const otherActivity = rule.activityId !== this.#rule?.activityId;
    this.#rule = rule;
    for (const seat of this.#seats.values()) this.setRole(seat, seat.role);
    if (anonymousNow) {
      this.#presences.clear();
      this.#people = { joined: new Map(), left: new Set() };
    }
    if (shownNow) for (const seat of this.#seats.values()) if (seat.presence) this.#tellPeople({ joined: this.#personOf(seat) });
    // A checkpoint where an activity ended.
    if (otherActivity && this.#unsettled.size === 0 && this.#tick > this.#snapshotTick) void this.#snapshot();
  }

  /** What somebody may do was looked at again. */
  setRole(seat: Seat, role: BoardRole): void {
    if (!this.#rule) return;
    seat.role = role;
    seat.rights = boardRightsOf(role, this.#rule);
    seat.connection.emit(BoardEvent.rule, { channel: this.channel, rule: publicRuleOf(this.#rule), rights: seat.rights } satisfies RuleChanged);
  }

  /** Puts somebody out: she has no right any more. */
  end(seat: Seat, problem: Problem): void {
    if (seat.left) return;
    seat.connection.emit(BoardEvent.ended, { channel: this.channel, problem: problem.toDocument() } satisfies Ended);
    this.leave(seat);
  }

  /** Writes down all words that are not in their contributions yet. */
  settleWords(): Promise<void> {
    return this.#settleWords(0);
  }

  /** Stores everything and lets go of the board; whoever is here comes back to a new hub. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#flush();
    this.#closed = true;
    for (const seat of [...this.#seats.values()]) this.end(seat, new Problem('unavailable'));
    for (const end of this.#pauses) end();
    await this.#storing;
    // A hub that opens meanwhile would give the ticks of open commands to others.
    while (this.#uncommitted.size > 0) await new Promise<void>((resolve) => this.#whenSettled.push(resolve));
    for (const timer of [this.#presenceTimer, this.#peopleTimer, this.#changedTimer, this.#wordsTimer]) if (timer) clearTimeout(timer);
    this.#cancelFlush();
    if (this.#canStore) {
      await this.#settleWords(0);
      if (this.#unsettled.size === 0 && this.#tick > this.#snapshotTick) await this.#snapshot();
    }
    this.#doc.destroy();
  }

  /** The last tick up to which everything is stored. */
  get #durable(): number {
    const [first] = this.#unsettled;
    return first === undefined ? this.#tick : first - 1;
  }

  #takeSlot(): number {
    // Slots are reused only when the numbers are used up: a late frame must not show somebody under another's name.
    for (;;) {
      const slot = this.#nextSlot;
      this.#nextSlot = slot >= SLOTS_MAX ? 1 : slot + 1;
      if (!this.#seats.has(slot)) return slot;
    }
  }

  async #leaseTo(role: BoardRole, kept: Kept | null): Promise<number | null> {
    if (!role.staff && role.participantId === null) return null;
    if (kept && this.#mayKeep(role, kept)) return kept.clientId;
    const owner: ClientOwner = { participantId: role.participantId, personId: role.personId, server: false };
    const clientId = await this.#options.store.lease(this.boardId, owner);
    this.#clients.set(clientId, owner);
    return clientId;
  }

  /** Her own, used by no other tab, and her copy knows at least what the server has of it: else two contents could come under one number. */
  #mayKeep(role: BoardRole, { clientId, clock }: Kept): boolean {
    const owner = this.#clients.get(clientId);
    if (!owner || !isSame(owner, role) || clock < Y.getState(this.#doc.store, clientId)) return false;
    return !this.#isInUse(clientId);
  }

  #isInUse(clientId: number): boolean {
    for (const seat of this.#seats.values()) if (seat.clientId === clientId) return true;
    return false;
  }

  async #leaseServerClient(em: EntityManager): Promise<number> {
    const owner: ClientOwner = { participantId: null, personId: null, server: true };
    const clientId = await this.#options.store.lease(this.boardId, owner, em);
    this.#clients.set(clientId, owner);
    return clientId;
  }

  #scheduleFlush(): void {
    if (this.#flushing || this.#closed) return;
    const least = this.#seats.size > CROWD ? TICK_MS_CROWD : 1;
    const wait = this.#flushedAt + Math.min(TICK_MS_MAX, Math.max(least, this.#flushCost * 3)) - performance.now();
    this.#flushing = wait < 1 ? setImmediate(() => this.#flush()) : setTimeout(() => this.#flush(), wait);
  }

  #cancelFlush(): void {
    if (this.#flushing) {
      clearTimeout(this.#flushing as NodeJS.Timeout);
      clearImmediate(this.#flushing as NodeJS.Immediate);
    }
    this.#flushing = null;
  }

  /** One tick: judge, apply, show, hand over to the store. */
  #flush(): void {
    this.#cancelFlush();
    if (this.#closed || (this.#inbox.length === 0 && this.#committed.length === 0)) return;
    const began = performance.now();
    const now = Date.now();
    const entries: (TickUpdate & Logged)[] = this.#committed.splice(0).map(({ tick, update }) => ({ tick, update, slot: 0, seq: 0 }));
    const { accepted, contributions, known, isSound } = this.#judge(this.#inbox.splice(0), now);
    if (accepted.length > 0) {
      this.#outline = null;
      const tick = ++this.#tick;
      this.#unsettled.add(tick);
      for (const { seat, seq, update } of accepted) {
        entries.push({ tick, update, slot: seat.slot, seq });
        seat.awaits = tick;
      }
      const updates = accepted.map(({ seat: { role }, update }): StoredUpdate => ({ update, participantId: role.participantId, personId: role.personId }));
      this.#toStore.push({ tick, updates, contributions });
    }
    for (const { tick, update } of entries) this.#remember({ tick, update });
    if (!isSound) this.#remake();
    if (entries.length > 0) this.#broadcast(this.#updatesFrame(entries), now);
    for (const { seat, seq } of known) {
      // Not stored yet perhaps, but taken: it is as safe as the newest tick.
      seat.awaits = this.#tick;
      seat.connection.write(this.#updatesFrame([{ slot: seat.slot, seq, update: new Uint8Array(0) }]), now);
    }
    if (entries.length === 0) return;
    this.#flushedAt = performance.now();
    this.#flushCost = this.#flushCost * 0.7 + (this.#flushedAt - began) * 0.3;
    this.#store();
    this.#scheduleWords();
    this.#changedTimer ??= setTimeout(() => {
      this.#changedTimer = null;
      this.#options.onChanged?.();
    }, CHANGED_TICK_MS);
  }

  #judge(inbox: Waiting[], now: number): { accepted: Waiting[]; known: Waiting[]; contributions: Commit['contributions']; isSound: boolean } {
    const accepted: Waiting[] = [];
    const added: string[] = [];
    const written = new Set<string>();
    const known: Waiting[] = [];
    const refused: [Waiting, Problem][] = [];
    let isSound = true;
    // One transaction for all: Yjs copies the state of every client id at each.
    this.#doc.transact(() => {
      for (const waiting of inbox) {
        const { seat, update } = waiting;
        if (seat.left || seat.deaf) continue;
        try {
          const change = this.#gate.check(seat, update);
          if (change.known) {
            known.push(waiting);
            continue;
          }
          Y.applyUpdate(this.#doc, update, 'device');
          accepted.push(waiting);
          added.push(...change.added.map(({ id }) => id));
          for (const id of change.written) written.add(id);
        } catch (error) {
          seat.deaf = true;
          if (!(error instanceof Problem)) {
            // Nobody expected this; half of the change may be in the document.
            isSound = false;
            this.#options.log.error({ err: error, boardId: this.boardId }, 'a change could not be judged');
          }
          refused.push([waiting, error instanceof Problem ? error : new Problem('internal-error')]);
        }
      }
    }, 'device');
    for (const [{ seat, seq }, problem] of refused) this.#refuse(seat, seq, problem);
    const rule = this.#rule;
    const contributions = rule ? added.flatMap((id) => this.#words.add(this.#doc, id, rule, this.#clients, now) ?? []) : [];
    for (const id of written) if (!added.includes(id)) this.#words.change(id, now);
    return { accepted, known, contributions, isSound };
  }

  #refuse(seat: Seat, seq: number | null, problem: Problem): void {
    seat.deaf = true;
    seat.connection.emit(BoardEvent.refused, { channel: this.channel, seq, problem: problem.toDocument() } satisfies Refused);
  }

  #updatesFrame(updates: TickUpdate[]): ReadyFrame {
    return readyFrame(BoardEvent.updates, encodeUpdates({ channel: this.channel, tick: this.#tick, durable: this.#durable, updates }));
  }

  #broadcast(frame: ReadyFrame, now: number): void {
    const durable = this.#durable;
    for (const seat of this.#seats.values()) {
      if (seat.awaits <= durable) seat.awaits = 0;
      if (!seat.connection.write(frame, now)) this.#cutOff(seat);
    }
  }

  #cutOff(seat: Seat): void {
    this.leave(seat);
    seat.connection.end();
  }

  /** Tells those who wait for it that their changes are stored, unless the next tick is about to. */
  #tellDurable(): void {
    if (this.#flushing || this.#committed.length > 0) return;
    const durable = this.#durable;
    const now = Date.now();
    let frame: ReadyFrame | undefined;
    for (const seat of this.#seats.values()) {
      if (seat.awaits === 0) continue;
      if (seat.awaits <= durable) seat.awaits = 0;
      frame ??= this.#updatesFrame([]);
      if (!seat.connection.write(frame, now)) this.#cutOff(seat);
    }
  }

  #remember(entry: Logged): void {
    this.#log.push(entry);
    this.#logBytes += entry.update.length;
  }

  #stateOf(tick: number, state: Uint8Array): { tick: number; state: Uint8Array; frame: ReadyFrame } {
    return { tick, state, frame: readyFrame(BoardEvent.state, encodeState({ channel: this.channel, tick, state })) };
  }

  /** Folds a long tail into the state that newcomers get, once for all of them. Not while a command's change is in the document that may yet be taken back. */
  #foldIfLong(): void {
    const tail = this.#log.length;
    if ((tail < TAIL_MAX && this.#logBytes < TAIL_BYTES_MAX) || this.#uncommitted.size > 0 || this.#state.tick === this.#tick) return;
    this.#state = this.#stateOf(this.#tick, Y.encodeStateAsUpdateV2(this.#doc));
    // Those who come back from a short gap still find their part of the log; what is older comes with the state.
    const kept = this.#log.slice(-TAIL_MAX / 4);
    this.#floor = Math.max(this.#floor, this.#log[this.#log.length - kept.length - 1]?.tick ?? this.#floor);
    this.#log = kept;
    this.#logBytes = 0;
  }

  #store(): void {
    if (this.#storing || this.#toStore.length === 0) return;
    this.#storing = this.#storeAll().finally(() => {
      this.#storing = null;
    });
  }

  async #storeAll(): Promise<void> {
    while (this.#toStore.length > 0) {
      const group = [...this.#toStore];
      // A store that neither stores nor fails is away too.
      const hanging = setTimeout(() => this.#tellStoring(false), HANGING_MS);
      try {
        await this.#options.store.append(this.boardId, group, group.flatMap(({ contributions }) => contributions)).finally(() => clearTimeout(hanging));
      } catch (error) {
        this.#options.log.error({ err: error, boardId: this.boardId }, 'a board could not be stored');
        this.#tellStoring(false);
        if (this.#closed) return;
        await this.#pause();
        continue;
      }
      this.#toStore.splice(0, group.length);
      for (const { tick } of group) this.#unsettled.delete(tick);
      this.#tellStoring(true);
      this.#tellDurable();
      if (this.#tick - this.#snapshotTick >= SNAPSHOT_TICKS && this.#unsettled.size === 0) await this.#snapshot();
    }
  }

  /** Until the next attempt; ends at once when the board is closed. */
  #pause(): Promise<void> {
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

  #tellStoring(storing: boolean): void {
    if (storing === this.#canStore) return;
    this.#canStore = storing;
    if (!storing) this.#inbox = [];
    for (const seat of this.#seats.values()) seat.connection.emit(BoardEvent.storing, { channel: this.channel, storing } satisfies Storing);
  }

  async #snapshot(): Promise<void> {
    const tick = this.#tick;
    const state = Y.encodeStateAsUpdateV2(this.#doc);
    try {
      await this.#options.store.saveSnapshot(this.boardId, tick, state);
      this.#snapshotTick = tick;
    } catch (error) {
      // The log alone opens the board just as well, only slower.
      this.#options.log.warn({ err: error, boardId: this.boardId }, 'a snapshot could not be stored');
    }
  }

  #commit(tick: number): void {
    const write = this.#uncommitted.get(tick);
    if (!write) return;
    this.#settle(tick);
    this.#freeServerClients.push(write.clientId);
    this.#committed.push({ tick, update: write.update });
    this.#scheduleFlush();
  }

  /**
   * A command failed after it had changed the document here: nobody has seen that, and the document is made anew without it, from what is in memory
   * (a command waits for no connection while it holds one). Its client id is used no more: should the row be stored after all, two contents would
   * come under one number.
   */
  #takeBack(tick: number): void {
    const write = this.#uncommitted.get(tick);
    if (!write) return;
    this.#settle(tick);
    if (this.#closed) return;
    this.#remake();
    this.#doubts++;
    void this.#lookAfter(tick, write.update).finally(() => {
      this.#doubts--;
      this.#tellDurable();
    });
  }

  #settle(tick: number): void {
    this.#uncommitted.delete(tick);
    this.#unsettled.delete(tick);
    for (const settled of this.#whenSettled.splice(0)) settled();
  }

  /** The document anew, from what everybody has been shown and what is to be shown. */
  #remake(): void {
    const doc = new Y.Doc();
    doc.transact(() => {
      Y.applyUpdateV2(doc, this.#state.state);
      const since = this.#log.filter(({ tick }) => tick > this.#state.tick);
      for (const { update } of [...since, ...this.#committed, ...this.#uncommitted.values()]) Y.applyUpdate(doc, update);
    });
    this.#doc.destroy();
    this.#doc = doc;
    this.#gate = new BoardGate(doc);
    this.#outline = null;
  }

  /** Where the answer to a commit was lost on the way, the row may be there all the same: then everybody gets it. */
  async #lookAfter(tick: number, update: Uint8Array): Promise<void> {
    for (;;) {
      try {
        if (!(await this.#options.store.hasTick(this.boardId, tick)) || this.#closed) return;
        Y.applyUpdate(this.#doc, update, 'server');
        this.#outline = null;
        this.#committed.push({ tick, update });
        this.#scheduleFlush();
        return;
      } catch (error) {
        this.#options.log.error({ err: error, boardId: this.boardId }, 'a board could not be read');
        if (this.#closed) return;
        await this.#pause();
      }
    }
  }

  #scheduleWords(): void {
    if (this.#wordsTimer || this.#words.isSettled || this.#closed) return;
    this.#wordsTimer = setTimeout(() => {
      this.#wordsTimer = null;
      void this.#settleWords(QUIET_MS).finally(() => this.#scheduleWords());
    }, QUIET_MS);
  }

  #settleWords(quietMs: number): Promise<void> {
    this.#settling = this.#settling.then(() => this.#writeWords(quietMs));
    return this.#settling;
  }

  async #writeWords(quietMs: number): Promise<void> {
    if (!this.#rule) return;
    const now = Date.now();
    const dueNow = (rule: BoardRule) => this.#words.due(this.#doc, rule, this.#clients, now, quietMs);
    try {
      let due = dueNow(this.#rule);
      const there = await this.#options.store.wordsOf(due.contributions.map(({ id }) => id));
      if (there.length > 0) {
        this.#words.learn(this.#doc, there, this.#rule, this.#clients);
        due = dueNow(this.#rule);
      }
      if (due.contributions.length + due.versions.length > 0) await this.#options.store.writeWords(due.contributions, due.versions);
      this.#words.settled(due, now);
    } catch (error) {
      // They follow from the document: the next round writes them.
      this.#options.log.warn({ err: error, boardId: this.boardId }, 'words of notes could not be stored');
    }
  }

  #flushPresences(): void {
    this.#presenceTimer = null;
    const presences = [...this.#presences.values()];
    this.#presences.clear();
    if (presences.length === 0 || this.#rule?.anonymous) return;
    const frame = readyFrame(BoardEvent.presences, encodePresences(this.channel, presences));
    const now = Date.now();
    for (const seat of this.#seats.values()) {
      // Whoever can't take it now gets the next one: only the latest place matters.
      if (seat.presence && seat.connection.isFree) seat.connection.write(frame, now);
    }
  }

  #personOf({ slot, role }: Seat): BoardPerson {
    return { slot, participantId: role.participantId, name: role.participantId === null ? role.name : null, staff: role.staff };
  }

  #peopleNow(): BoardPerson[] {
    if (this.#rule?.anonymous) return [];
    return [...this.#seats.values()].filter(({ presence }) => presence).map((seat) => this.#personOf(seat));
  }

  #tellPeople({ joined, left }: { joined?: BoardPerson; left?: number }): void {
    if (this.#rule?.anonymous) return;
    if (joined) this.#people.joined.set(joined.slot, joined);
    if (left !== undefined) {
      this.#people.joined.delete(left);
      this.#people.left.add(left);
    }
    this.#peopleTimer ??= setTimeout(() => {
      this.#peopleTimer = null;
      const changed: PeopleChanged = { channel: this.channel, joined: [...this.#people.joined.values()], left: [...this.#people.left] };
      this.#people = { joined: new Map(), left: new Set() };
      if (changed.joined.length + changed.left.length === 0 || this.#rule?.anonymous) return;
      for (const seat of this.#seats.values()) if (seat.presence) seat.connection.emit(BoardEvent.people, changed);
    }, PEOPLE_TICK_MS);
  }
}
