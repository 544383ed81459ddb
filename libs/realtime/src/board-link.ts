import type {
  AskSpare, BoardPerson, BoardRights, Ended, FollowAnswer, FollowersChanged, FollowPerson, JoinAnswer, JoinBoard, PeopleChanged, PresentView, PublicRule, Refused, RuleChanged, SpareAnswer, Spotlight,
  SpotlightChanged, Storing, Welcome,
} from '@spolu/contracts/boards';
import type { Talk, TalkChanged } from '@spolu/contracts/board-talk';
import { Problem, type ProblemDocument } from '@spolu/contracts/problems';
import { BoardEvent } from './board-events.ts';
import { decodeState, decodeUpdates, encodeUpdate, type StateFrame } from './board-frames.ts';
import { decodePresences, encodePresence, type BoardPart, type Presence, type SlotPresence } from './presence-frames.ts';

/** As much of a socket.io connection as a board needs. */
export interface LinkSocket {
  readonly connected: boolean;
  emit(event: string, ...args: unknown[]): unknown;
  on(event: string, listener: (...args: unknown[]) => void): unknown;
  off(event: string, listener: (...args: unknown[]) => void): unknown;
}

/** The tab's copy of the board. */
export interface LinkDocument {
  apply(updates: Uint8Array[], format: 'v1' | 'v2'): void;
  merge(updates: Uint8Array[]): Uint8Array;
  /** False for a board that a newer program made: nothing is sent to it. */
  isReadable?(): boolean;
  /** How much this copy has of a client id. */
  clock(clientId: number): number;
  /** Write under this client id from now on. */
  use(clientId: number): void;
  /**
   * Begin with an empty copy. `at-once`: what this one holds is refused, nothing may be done to it any more. `when-complete`: it may hold what
   * nobody else has; it is shown and worked on until the link is `ready` with the new one, which then has all that was done meanwhile.
   * What was done in it may have to be done over: it is let go of when nothing is unsaved any more.
   */
  restart(swap: 'at-once' | 'when-complete'): void;
  /**
   * Do these changes over in the copy as it is now, as far as that goes: they lean on what the server has lost for good. What comes of it is sent like any other change.
   * Left out by who changes nothing. Where it fails it is asked again after the next break.
   */
  doOver?(updates: Uint8Array[]): Promise<void>;
}

export interface LinkState {
  /**
   * `connecting`: nothing to see yet. `ready`: complete and live. `offline`: the copy may be read and changed, changes wait here.
   * `refused`: no way in, or put out; `problem` says why.
   */
  phase: 'connecting' | 'ready' | 'offline' | 'refused';
  /** Changes the server has not stored yet; 0 is what a screen calls saved. */
  unsaved: number;
  /** False while the server can't store; changes wait here. */
  storing: boolean;
  rights: BoardRights;
  rule: PublicRule | null;
  title: string;
  /** Who is at the board; empty while nobody is shown. */
  people: readonly BoardPerson[];
  slot: number | null;
  participantId: string | null;
  /** Whoever shows her view to everybody now. Views come as presences of the kind `view`: hers under `SPOTLIGHT_SLOT`, that of whom one follows under her slot. */
  spotlight: Spotlight | null;
  /** Whose view this device asked for. */
  following: number | null;
  /** How many asked for its own. */
  followers: number;
  problem: ProblemDocument | null;
}

export interface NotTaken {
  problem: ProblemDocument;
  updates: Uint8Array[];
}

export interface LinkOptions {
  socket: LinkSocket;
  boardId: string;
  document: LinkDocument;
  /** Runs something after so many milliseconds; the answer calls it off. */
  later: (run: () => void, ms: number) => () => void;
  presence?: boolean;
  /** Raw deflate: a large board then comes in a quarter of the bytes. */
  inflate?: (bytes: Uint8Array) => Promise<Uint8Array>;
  onState?: (state: LinkState) => void;
  onPresence?: (presences: SlotPresence[]) => void;
  onNotTaken?: (refused: NotTaken) => void;
  onTalk?: (talks: readonly Talk[]) => void;
}

interface Sent {
  seq: number;
  update: Uint8Array;
  /** The tick that took it; null until the server said so on this connection. */
  tick: number | null;
  /** How often the server could not place it. */
  resyncs: number;
}

/** A moment's typing goes out as one change. */
const GATHER_MS = 40;
const PRESENCE_MS = 50;
/** Cursor and view together stay below what the server takes (SEC-31). */
const VIEW_MS = 100;
/** Pieces of one message when a long time offline is sent. */
const PIECES_MAX = 200;
const PIECE_BYTES_MAX = 200_000;
/** Who sends again what went into a dead line must not look like an attack: the server takes 120 at once and 40 a second (SEC-31). */
const RESENT_MAX = 60;
const RESEND_MS = 2_000;
const RESYNC_MS = 1_000;
const RESYNCS_MAX = 5;
const NO_RIGHTS: BoardRights = { write: false, createNotes: false, editAll: false, group: false, frames: false, notesByCommand: false, draw: [], comment: false, react: false, present: false };

/** Who has no connection sees nobody, and nobody sees her. */
const ALONE = { people: [], spotlight: null, following: null, followers: 0 } satisfies Partial<LinkState>;

/**
 * A device's half of the conversation about one board: joins, joins again after each break, sends what the person did and keeps each change until
 * the server has stored it. The document itself is behind {@link LinkDocument}, so this needs neither Yjs nor a browser.
 */
export class BoardLink {
  readonly #options: LinkOptions;
  #state: LinkState = {
    phase: 'connecting', unsaved: 0, storing: true, rights: NO_RIGHTS, rule: null, title: '', people: [], slot: null, participantId: null, spotlight: null, following: null, followers: 0, problem: null,
  };
  /** Null while not joined. */
  #channel: number | null = null;
  #welcome: Welcome | null = null;
  #inflates: boolean;
  /** While the board is being inflated: what came after it. */
  #waiting: unknown[] | null = null;
  #clientId: number | null = null;
  /** Last stored tick this copy has seen without a gap; null for an empty copy. */
  #durable: number | null = null;
  /** Whose count the ticks are. */
  #log = '';
  #tick = 0;
  /** The last tick this copy has anything of that others did, and at which opening of the board. */
  #seen = 0;
  #opening = '';
  #attempt = 0;
  #seq = 0;
  #unsent: Uint8Array[] = [];
  #sent: Sent[] = [];
  /** To be done over as soon as there is a complete copy again. */
  #leaning: Uint8Array[] = [];
  #isDoingOver = false;
  #stopGathering: (() => void) | null = null;
  #stopRetry: (() => void) | null = null;
  /** While it is there, changes of before are still going out, and new ones wait. */
  #stopResending: (() => void) | null = null;
  #presence = new Map<'pointer' | 'selection' | 'drag' | 'view', Presence>();
  #stopPresence: (() => void) | null = null;
  readonly #listeners: [string, (payload: unknown) => void][];

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#inflates = options.inflate !== undefined;
    this.#listeners = [
      ['connect', () => this.#join()],
      ['disconnect', () => this.#offline()],
      [BoardEvent.state, (payload) => this.#takeState(payload)],
      [BoardEvent.updates, (payload) => this.#takeUpdates(payload)],
      [BoardEvent.presences, (payload) => this.#takePresences(payload)],
      [BoardEvent.refused, (refused) => this.#takeRefusal(refused as Refused)],
      [BoardEvent.rule, (changed) => this.#takeRule(changed as RuleChanged)],
      [BoardEvent.people, (changed) => this.#takePeople(changed as PeopleChanged)],
      [BoardEvent.storing, (storing) => this.#takeStoring(storing as Storing)],
      [BoardEvent.spotlight, (changed) => this.#takeSpotlight(changed as SpotlightChanged)],
      [BoardEvent.followers, (changed) => this.#takeFollowers(changed as FollowersChanged)],
      [BoardEvent.talk, (changed) => this.#takeTalk(changed as TalkChanged)],
      [BoardEvent.ended, (ended) => this.#takeEnd(ended as Ended)],
    ];
    for (const [event, listener] of this.#listeners) options.socket.on(event, listener);
    if (options.socket.connected) this.#join();
  }

  get state(): LinkState {
    return this.#state;
  }

  /** Sends a change of the document, soon and together with those of the same moment; keeps it until it is stored. */
  send(update: Uint8Array): void {
    this.#unsent.push(update);
    this.#count();
    this.#stopGathering ??= this.#options.later(() => this.#sendAndGather(), 0);
  }

  /** The first change after a pause goes out at once; what follows within a moment goes together. */
  #sendAndGather(): void {
    this.#stopGathering = null;
    const hadSome = this.#unsent.length > 0;
    this.#flush();
    if (hadSome) this.#stopGathering = this.#options.later(() => this.#sendAndGather(), GATHER_MS);
  }

  /** A client id of this person's for a visit without a network; null where she never writes, or where nobody answers. */
  async spareId(): Promise<number | null> {
    const channel = this.#channel;
    if (channel === null) return null;
    const ask: AskSpare = { channel };
    const answer = await new Promise<SpareAnswer>((answered) => void this.#options.socket.emit(BoardEvent.spare, ask, answered));
    return answer.ok ? answer.clientId : null;
  }

  moveCursor(x: number, y: number): void {
    this.#show('pointer', { kind: 'cursor', x, y });
  }
  /** The pointer left the canvas. */
  leavePointer(): void {
    this.#show('pointer', { kind: 'left' });
  }
  select(noteIds: string[]): void {
    this.#show('selection', { kind: 'selection', noteIds });
  }
  /** Notes in the hand, so far from where they lie. The move itself is written once, at the drop. */
  drag(noteIds: string[], dx: number, dy: number): void {
    this.#show('drag', { kind: 'drag', noteIds, dx, dy });
  }
  drop(): void {
    this.#show('drag', { kind: 'drag', noteIds: [], dx: 0, dy: 0 });
  }

  /** Asks for the view of somebody at the board, or of nobody any more. Ends by itself when either has no connection. */
  follow(slot: number | null): void {
    if (this.#channel === null || slot === this.#state.following) return;
    this.#set({ following: slot });
    this.#ask(BoardEvent.follow, { channel: this.#channel, slot } satisfies FollowPerson, ({ ok }) => {
      if (!ok && this.#state.following === slot) this.#set({ following: null });
    });
  }
  /** Shows one's own view to everybody, or no more. */
  present(on: boolean): void {
    if (this.#channel !== null) this.#ask(BoardEvent.present, { channel: this.#channel, on } satisfies PresentView);
  }
  /** The part of the board on this screen; sent only while somebody wants to see it. */
  showView(part: BoardPart): void {
    if (this.#isLookedAt) this.#show('view', { kind: 'view', ...part });
  }
  get #isLookedAt(): boolean {
    const { spotlight, slot, followers } = this.#state;
    return followers > 0 || (spotlight !== null && spotlight.slot === slot);
  }

  #ask(event: string, payload: FollowPerson | PresentView, answered: (answer: FollowAnswer) => void = () => undefined): void {
    const attempt = this.#attempt;
    this.#options.socket.emit(event, payload, (answer: FollowAnswer) => {
      if (attempt === this.#attempt) answered(answer);
    });
  }

  /** Leaves the board. Changes that are not stored yet are the caller's to keep: {@link unsavedUpdates}. */
  close(): void {
    this.#flush();
    if (this.#channel !== null && this.#options.socket.connected) this.#options.socket.emit(BoardEvent.leave, { channel: this.#channel });
    for (const [event, listener] of this.#listeners) this.#options.socket.off(event, listener);
    this.#channel = null;
    this.#attempt++;
    for (const stop of [this.#stopGathering, this.#stopRetry, this.#stopResending, this.#stopPresence]) stop?.();
    this.#stopGathering = this.#stopRetry = this.#stopResending = this.#stopPresence = null;
  }

  unsavedUpdates(): Uint8Array[] {
    return [...this.#leaning, ...this.#inCopy()];
  }

  /** What of the unsaved is in this copy, or belongs into it when it is made anew. */
  #inCopy(): Uint8Array[] {
    return [...this.#sent.map(({ update }) => update), ...this.#unsent];
  }

  #set(change: Partial<LinkState>): void {
    this.#state = { ...this.#state, ...change };
    this.#options.onState?.(this.#state);
  }

  #count(): void {
    const unsaved = this.#sent.length + (this.#unsent.length > 0 ? 1 : 0) + (this.#leaning.length > 0 ? 1 : 0);
    if (unsaved !== this.#state.unsaved) this.#set({ unsaved });
  }

  #join(): void {
    if (this.#state.phase === 'refused') return;
    const { socket, boardId, document, presence = true } = this.#options;
    const attempt = ++this.#attempt;
    for (const stop of [this.#stopRetry, this.#stopResending]) stop?.();
    this.#stopRetry = this.#stopResending = null;
    this.#channel = this.#waiting = null;
    const kept = this.#clientId === null || this.#durable === null
      ? null
      : { clientId: this.#clientId, clock: document.clock(this.#clientId), durable: this.#durable, log: this.#log, tick: this.#seen, opening: this.#opening };
    const ask: JoinBoard = { boardId, kept, presence, inflates: this.#inflates };
    socket.emit(BoardEvent.join, ask, (answer: JoinAnswer) => {
      if (attempt !== this.#attempt) return;
      if (answer.ok) this.#enter(answer.welcome);
      else if (answer.problem.code === 'unavailable' || answer.problem.code === 'too-many-requests') this.#retry();
      else this.#set({ phase: 'refused', problem: answer.problem, rights: NO_RIGHTS, ...ALONE });
    });
  }

  #retry(): void {
    this.#stopRetry ??= this.#options.later(() => {
      this.#stopRetry = null;
      if (this.#options.socket.connected) this.#join();
    }, RESYNC_MS);
  }

  #enter(welcome: Welcome): void {
    this.#welcome = welcome;
    this.#channel = welcome.channel;
    this.#clientId = welcome.clientId;
    this.#log = welcome.log;
    for (const sent of this.#sent) sent.tick = null;
    const { title, rule, rights, storing, slot, participantId, people, spotlight } = welcome;
    const mayHoldWhatIsLost = welcome.opening !== this.#opening && this.#seen > (this.#durable ?? 0);
    this.#opening = welcome.opening;
    if (mayHoldWhatIsLost) this.#startAnew('when-complete');
    this.#set({ title, rule, rights, storing, slot, participantId, people, spotlight, following: null, followers: 0, problem: null, ...(mayHoldWhatIsLost && { phase: 'connecting' }) });
    if (!welcome.fresh) {
      this.#tick = this.#durable ?? 0;
      this.#arrive();
    }
  }

  /** Throws the copy away; what is not stored of it comes into the next one. */
  #startAnew(swap: 'at-once' | 'when-complete'): void {
    this.#options.document.restart(swap);
    this.#durable = null;
    this.#seen = 0;
  }

  /** The copy is complete once it has the tick of the welcome. */
  #arrive(): void {
    const welcome = this.#welcome;
    if (!welcome || this.#channel === null || this.#tick < welcome.tick) return;
    if (this.#options.document.isReadable?.() === false) return this.#stepBack(this.#channel);
    // What was done meanwhile in the copy before stands on it.
    if (this.#state.phase === 'connecting' && this.#leaning.length > 0) this.#leaning.push(...this.#unsent.splice(0));
    const unsaved = this.#inCopy();
    // The copy may have been made anew since.
    if (this.#state.phase === 'connecting' && unsaved.length > 0) this.#options.document.apply(unsaved, 'v1');
    if (this.#clientId !== null) this.#options.document.use(this.#clientId);
    if (this.#state.phase === 'ready') return;
    this.#set({ phase: 'ready' });
    this.#resend();
    void this.#doOver();
  }

  /** A newer program made this board: what this one did waits, on the device, for the newer one. */
  #stepBack(channel: number): void {
    this.#options.socket.emit(BoardEvent.leave, { channel });
    this.#channel = null;
    this.#attempt++;
    this.#set({ phase: 'refused', problem: new Problem('board/newer-version').toDocument(), rights: NO_RIGHTS, ...ALONE });
  }

  async #doOver(): Promise<void> {
    if (this.#leaning.length === 0 || this.#isDoingOver) return;
    this.#isDoingOver = true;
    const leaning = [...this.#leaning];
    try {
      await this.#options.document.doOver?.(leaning);
      this.#leaning.splice(0, leaning.length);
    } catch {
      // They stay unsaved, and on the device's disk.
    }
    this.#isDoingOver = false;
    this.#count();
  }

  #offline(): void {
    this.#channel = null;
    this.#attempt++;
    if (this.#state.phase === 'ready') this.#set({ phase: 'offline', ...ALONE });
  }

  #takeState(payload: unknown): void {
    const frame = decodeState(payload);
    if (!frame || frame.channel !== this.#channel) return;
    if (frame.deflated) void this.#inflate(frame);
    else this.#takeWhole(frame);
  }

  async #inflate(frame: StateFrame): Promise<void> {
    const attempt = this.#attempt;
    const waiting: unknown[] = (this.#waiting = []);
    const state = await this.#options.inflate?.(frame.state).catch(() => undefined);
    if (attempt !== this.#attempt) return;
    this.#waiting = null;
    if (state) {
      this.#takeWhole({ ...frame, state });
      for (const payload of waiting) this.#takeUpdates(payload);
    } else {
      this.#inflates = false;
      this.#join();
    }
  }

  #takeWhole(frame: StateFrame): void {
    this.#apply([frame.state], 'v2');
    this.#tick = frame.tick;
    this.#seen = Math.max(this.#seen, frame.tick);
    this.#durable = Math.min(frame.tick, this.#welcome?.durable ?? 0);
    this.#arrive();
  }

  #takeUpdates(payload: unknown): void {
    if (this.#waiting) return void this.#waiting.push(payload);
    const frame = decodeUpdates(payload);
    if (!frame || frame.channel !== this.#channel) return;
    const updates: Uint8Array[] = [];
    let othersDid = false;
    for (const { slot, seq, update } of frame.updates) {
      const own = slot === this.#state.slot ? this.#sent.find((sent) => sent.seq === seq) : undefined;
      if (own) own.tick = frame.tick;
      else othersDid = true;
      // What this tab did itself is in its copy already, unless the copy was thrown away since.
      if (update.length > 0) updates.push(update);
    }
    if (updates.length > 0) this.#apply(updates, 'v1');
    this.#tick = Math.max(this.#tick, frame.tick);
    // What this tab did itself it sends again: a server that lost it gets it back.
    if (othersDid) this.#seen = Math.max(this.#seen, frame.tick);
    this.#durable = Math.max(this.#durable ?? 0, frame.durable);
    const durable = this.#durable;
    this.#sent = this.#sent.filter(({ tick }) => tick === null || tick > durable);
    this.#count();
    this.#arrive();
  }

  /** Yjs gives a copy that hears of its own client id another one: what the person does at the next moment must come under hers. */
  #apply(updates: Uint8Array[], format: 'v1' | 'v2'): void {
    this.#options.document.apply(updates, format);
    if (this.#clientId !== null && this.#state.phase !== 'connecting') this.#options.document.use(this.#clientId);
  }

  #takePresences(payload: unknown): void {
    const frame = decodePresences(payload);
    if (!frame || frame.channel !== this.#channel) return;
    const others = frame.presences.filter(({ slot }) => slot !== this.#state.slot);
    if (others.length > 0) this.#options.onPresence?.(others);
  }

  #takeRule({ channel, rule, rights }: RuleChanged): void {
    if (channel === this.#channel) this.#set({ rule, rights, ...(rule.anonymous ? { people: [], following: null, followers: 0 } : {}) });
  }

  #takePeople({ channel, joined, left }: PeopleChanged): void {
    if (channel !== this.#channel) return;
    const gone = new Set([...left, ...joined.map(({ slot }) => slot)]);
    const { following } = this.#state;
    this.#set({
      people: [...this.#state.people.filter(({ slot }) => !gone.has(slot)), ...joined],
      // Told once more that she is there, one goes on following her.
      following: following !== null && left.includes(following) ? null : following,
    });
    if (left.length > 0) this.#options.onPresence?.(left.map((slot) => ({ slot, kind: 'left' })));
  }

  #takeStoring({ channel, storing }: Storing): void {
    if (channel !== this.#channel || storing === this.#state.storing) return;
    this.#set({ storing });
    if (storing) this.#resend();
  }

  #takeSpotlight({ channel, spotlight }: SpotlightChanged): void {
    if (channel === this.#channel) this.#set({ spotlight });
  }
  #takeFollowers({ channel, count }: FollowersChanged): void {
    if (channel === this.#channel) this.#set({ followers: count });
  }

  #takeTalk({ channel, talks }: TalkChanged): void {
    if (channel === this.#channel) this.#options.onTalk?.(talks);
  }

  #takeEnd({ channel, problem }: Ended): void {
    if (channel !== this.#channel) return;
    this.#channel = null;
    this.#attempt++;
    if (problem.code === 'board/resync' || problem.code === 'unavailable') {
      this.#set({ phase: 'offline', ...ALONE });
      this.#retry();
    } else this.#set({ phase: 'refused', problem, rights: NO_RIGHTS, ...ALONE });
  }

  #takeRefusal({ channel, seq, problem }: Refused): void {
    if (channel !== this.#channel) return;
    const refused = this.#sent.find((sent) => sent.seq === seq && sent.tick === null);
    // An answer to something that was given up meanwhile.
    if (seq !== null && !refused) return;
    this.#channel = null;
    this.#attempt++;
    if (refused && problem.code === 'board/resync' && ++refused.resyncs < RESYNCS_MAX) {
      // It leans on what the server lost or has not got yet: somebody else's change that comes again with its author.
      this.#durable = null;
      this.#set({ phase: 'offline', ...ALONE });
      this.#retry();
      return;
    }
    const lost = [...this.#sent.filter(({ tick }) => tick === null).map(({ update }) => update), ...this.#unsent];
    this.#sent = this.#sent.filter(({ tick }) => tick !== null);
    this.#unsent = [];
    if (problem.code === 'board/resync') this.#leaning.push(...lost);
    else this.#options.onNotTaken?.({ problem, updates: lost });
    this.#startAnew(problem.code === 'board/resync' ? 'when-complete' : 'at-once');
    this.#clientId = null;
    this.#set({ phase: 'connecting', ...ALONE });
    this.#count();
    if (this.#options.socket.connected) this.#join();
  }

  /** All that is not known to be stored, after a break. What the server has already it takes as known. */
  #resend(sent: readonly Sent[] = this.#sent): void {
    this.#stopResending?.();
    this.#stopResending = null;
    if (this.#channel === null) return;
    for (const { seq, update } of sent.slice(0, RESENT_MAX)) this.#emit(seq, update);
    const rest = sent.slice(RESENT_MAX);
    if (rest.length === 0) this.#flush();
    else this.#stopResending = this.#options.later(() => this.#resend(rest), RESEND_MS);
  }

  #flush(): void {
    if (this.#channel === null || this.#state.phase !== 'ready' || !this.#state.storing || this.#stopResending) return;
    while (this.#unsent.length > 0) {
      let count = 0;
      for (let size = 0; count < Math.min(this.#unsent.length, PIECES_MAX) && size < PIECE_BYTES_MAX; count++) size += this.#unsent[count]?.length ?? 0;
      const pieces = this.#unsent.splice(0, count);
      const update = pieces.length === 1 && pieces[0] ? pieces[0] : this.#options.document.merge(pieces);
      const seq = ++this.#seq;
      this.#sent.push({ seq, update, tick: null, resyncs: 0 });
      this.#emit(seq, update);
    }
    this.#count();
  }

  #emit(seq: number, update: Uint8Array): void {
    if (this.#channel === null || !this.#state.storing) return;
    this.#options.socket.emit(BoardEvent.update, encodeUpdate({ channel: this.#channel, seq, update }));
  }

  #show(what: 'pointer' | 'selection' | 'drag' | 'view', presence: Presence): void {
    // Whoever shows her view to everybody chose to be seen.
    if (this.#options.presence === false || (this.#state.rule?.anonymous && what !== 'view')) return;
    this.#presence.set(what, presence);
    if (this.#stopPresence) return;
    this.#sendPresence();
    this.#stopPresence = this.#options.later(() => {
      this.#stopPresence = null;
      const waiting = [...this.#presence];
      this.#presence.clear();
      for (const [kind, latest] of waiting) this.#show(kind, latest);
    }, this.#isLookedAt ? VIEW_MS : PRESENCE_MS);
  }

  #sendPresence(): void {
    const channel = this.#channel;
    if (channel === null || this.#state.phase !== 'ready') return this.#presence.clear();
    for (const presence of this.#presence.values()) this.#options.socket.emit(BoardEvent.presence, encodePresence(channel, presence));
    this.#presence.clear();
  }
}
