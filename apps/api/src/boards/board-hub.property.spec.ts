import { setImmediate as pause } from 'node:timers/promises';
import { inflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import type { BoardRule, JoinAnswer, JoinBoard } from '@spolu/contracts/boards';
import { addCluster, readClusters } from '@spolu/board/clusters';
import { addFrame, readFrames } from '@spolu/board/frames';
import { addNote, colourNote, editNote, moveNote, putInCluster, readNotes, removeNote } from '@spolu/board/notes';
import { newBoard } from '@spolu/board/shape';
import { doOver } from '@spolu/board/unsaved';
import { checkBoard } from '@spolu/board/validation';
import { Problem } from '@spolu/contracts/problems';
import { BoardEvent } from '@spolu/realtime/board-events';
import { decodeUpdate } from '@spolu/realtime/board-frames';
import { BoardLink, type LinkSocket } from '@spolu/realtime/board-link';
import { BoardHub, type HubOptions } from './board-hub.ts';
import type { BoardRole } from './board-rights.ts';
import type { ClientOwner, StoredTick } from './board-store.ts';
import { compacted } from './compacted.ts';
import { eventsOf } from './given-frames.ts';
import type { Connection, Seat } from './seat.ts';

const rule: BoardRule = {
  sessionId: 's', activityId: null, processId: null, organisationIds: [], language: 'sk', visibility: 'public', open: true, locked: false, createNotes: 'everyone', hidden: false, anonymous: false,
  groupNotes: 'everyone', draw: [],
};

/** Ids in the order they are made: things of equal order stand by id, so a run would be another the next time with ids of chance. */
let idCount = 0;
const newId = () => `00000000-0000-4000-8000-${String(++idCount).padStart(12, '0')}`;

/** All timers run by a clock of the test's own, so that a run is the same however busy the machine is. */
beforeEach(() => {
  jest.useFakeTimers();
  idCount = 0;
});
afterEach(() => {
  jest.useRealTimers();
});
/** A millisecond goes by, or some. */
async function turn(ms = 1): Promise<void> {
  await pause();
  jest.advanceTimersByTime(ms);
}
async function meanwhile(work: Promise<void>): Promise<void> {
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  while (!isDone) await turn();
  await done;
}

/** What outlives a crash: the rows of a board. */
class Disk {
  ticks: StoredTick[] = [];
  readonly clients = new Map<number, ClientOwner>();
  /** While it is there the disk is busy, and `waiting` says how many ticks are. */
  busy: Promise<void> | undefined;
  waiting = 0;
  #lastId = 1_000;
  #turnCount = 0;

  /** @param turnsMs how long it takes, one time after the other */
  constructor(private readonly turnsMs: number[]) {
    const doc = Object.assign(new Y.Doc(), { clientID: 1 });
    newBoard(doc);
    this.ticks.push({ tick: 1, updates: [{ participantId: null, personId: null, update: Y.encodeStateAsUpdate(doc) }] });
  }

  #turn(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, this.turnsMs[this.#turnCount++ % this.turnsMs.length]));
  }

  /** The store of one run of the server: once it is dead, nothing of it reaches the disk. */
  store(life: { alive: boolean }): HubOptions['store'] {
    return {
      append: async (_, ticks) => {
        await this.#turn();
        this.waiting = ticks.length;
        await this.busy;
        this.waiting = 0;
        if (life.alive) this.ticks.push(...ticks);
      },
      lease: async (_, owner) => {
        await this.#turn();
        this.clients.set(++this.#lastId, owner);
        return this.#lastId;
      },
      insert: async () => undefined,
      hasTick: async () => false,
      saveSnapshot: async () => undefined,
      since: async () => ({ tick: 0, updates: [], horizon: 0n, covers: '1:1:' }),
      wordsOf: async () => [],
      writeWords: async () => undefined,
    };
  }
}

/** The server of one board, that can be killed. */
class Server {
  readonly disk: Disk;
  hub!: BoardHub;
  #life = { alive: true };
  #channel = 0;

  constructor(diskMs = [1]) {
    this.disk = new Disk(diskMs);
  }

  async start(): Promise<void> {
    this.#life = { alive: true };
    const board = { id: 'b', peerId: '', held: new Set<number>(), horizon: 0n, title: 'b', rule, state: null, stateTick: 0, tail: [...this.disk.ticks], clients: new Map(this.disk.clients), talkRevision: 0 };
    this.hub = await BoardHub.open({
      board, channel: ++this.#channel, store: this.disk.store(this.#life), ends: { onEnd: () => undefined }, log: { error: (...args: unknown[]) => { throw new Error(JSON.stringify(args)); }, warn: () => undefined },
      // Aside: the board goes on meanwhile.
      compact: async ({ state, updates }) => {
        await new Promise((done) => setTimeout(done, 3));
        return compacted(state, updates);
      },
    });
  }

  async kill(): Promise<void> {
    this.#life.alive = false;
    await meanwhile(this.hub.close());
  }
}

/** The line between a device and the server, in one process. */
class Line implements LinkSocket {
  connected = false;
  /** The device has not noticed yet that nothing arrives. */
  isDead = false;
  #visit = 0;
  #seat: Seat | undefined;
  readonly #listeners = new Map<string, Set<(...args: unknown[]) => void>>();

  constructor(
    private readonly server: Server,
    private readonly role: BoardRole,
    private readonly ms: number,
  ) {}

  on(event: string, listener: (...args: unknown[]) => void): void {
    this.#listeners.set(event, (this.#listeners.get(event) ?? new Set()).add(listener));
  }
  off(event: string, listener: (...args: unknown[]) => void): void {
    this.#listeners.get(event)?.delete(listener);
  }
  #deliver(visit: number, event: string, payload: unknown): void {
    this.#later(visit, () => {
      for (const listener of this.#listeners.get(event) ?? []) listener(payload);
    });
  }
  /** At the other end, if the line has not broken meanwhile. */
  #later(visit: number, run: () => void): void {
    setTimeout(() => {
      if (visit === this.#visit) run();
    }, this.ms);
  }

  emit(event: string, payload: unknown, answer?: (answer: JoinAnswer) => void): void {
    if (!this.connected || this.isDead) return;
    this.#later(this.#visit, () => {
      if (event === BoardEvent.join) void this.#join(payload as Required<JoinBoard>, answer!);
      const frame = event === BoardEvent.update ? decodeUpdate(payload) : undefined;
      if (frame && this.#seat && frame.channel === this.server.hub.channel) this.server.hub.receive(this.#seat, frame.seq, Uint8Array.from(frame.update));
    });
  }

  async #join({ kept, presence, inflates }: Required<JoinBoard>, answer: (answer: JoinAnswer) => void): Promise<void> {
    const visit = this.#visit;
    const { hub } = this.server;
    const connection: Connection = {
      isFree: true,
      write: ({ bytes }) => {
        for (const { event, payload } of eventsOf(bytes)) this.#deliver(visit, event, payload);
        return true;
      },
      emit: (event, payload) => this.#deliver(visit, event, payload),
      end: () => this.disconnect(),
      strikes: 0,
    };
    if (this.#seat) hub.leave(this.#seat);
    try {
      const seat = await hub.join(connection, this.role, { kept: kept && { log: '', tick: 0, opening: '', ...kept }, presence, inflates }, (welcome) => this.#later(visit, () => answer({ ok: true, welcome })));
      if (visit === this.#visit) this.#seat = seat;
      else hub.leave(seat);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.#later(visit, () => answer({ ok: false, problem: error.toDocument() }));
    }
  }

  /** Sends what no link would. */
  throwIn(update: Uint8Array): void {
    if (this.connected && this.#seat) this.server.hub.receive(this.#seat, 99_999, update);
  }

  connect(): void {
    if (this.connected) return;
    this.connected = true;
    for (const listener of this.#listeners.get('connect') ?? []) listener();
  }
  disconnect(): void {
    if (!this.connected) return;
    this.connected = false;
    this.#visit++;
    if (this.#seat) this.server.hub.leave(this.#seat);
    this.#seat = undefined;
    for (const listener of this.#listeners.get('disconnect') ?? []) listener();
  }
}

class Device {
  doc = new Y.Doc();
  readonly participantId = newId();
  readonly line: Line;
  readonly link: BoardLink;
  /** Notes that she made, and those of them that the screen called saved. */
  readonly made = new Set<string>();
  readonly saved = new Set<string>();
  readonly #unsaved = new Set<string>();
  readonly #replaced: Y.Doc[] = [];
  /** Words that had no place any more after a server died. */
  readonly givenBack: string[] = [];
  doneOver = 0;
  refused = 0;
  /** Whole boards that came deflated. */
  inflated = 0;

  constructor(server: Server, lineMs: number) {
    this.line = new Line(server, { staff: false, participantId: this.participantId, personId: null, name: null }, lineMs);
    this.#listen();
    this.link = new BoardLink({
      socket: this.line, boardId: 'b', presence: false,
      later: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      inflate: (bytes) => {
        this.inflated++;
        return Promise.resolve(inflateRawSync(bytes));
      },
      document: {
        apply: (updates, format) => {
          const apply = format === 'v2' ? Y.applyUpdateV2 : Y.applyUpdate;
          this.doc.transact(() => updates.forEach((update) => apply(this.doc, update, 'link')), 'link');
        },
        merge: (updates) => Y.mergeUpdates(updates),
        clock: (clientId) => Y.getState(this.doc.store, clientId),
        use: (clientId) => {
          this.doc.clientID = clientId;
        },
        restart: () => {
          this.#replaced.unshift(this.doc);
          this.doc = new Y.Doc();
          this.#listen();
        },
        doOver: async (updates) => {
          this.doneOver++;
          const { fresh, words } = doOver(this.doc, this.#replaced, updates, 'link');
          for (const update of fresh) this.link.send(update);
          this.givenBack.push(...words);
        },
      },
      onState: ({ phase, unsaved }) => {
        if (phase !== 'ready' || unsaved > 0) return;
        for (const id of this.#unsaved) this.saved.add(id);
        this.#unsaved.clear();
      },
      onNotTaken: () => {
        this.refused++;
        this.#unsaved.clear();
      },
    });
    this.line.connect();
  }

  #listen(): void {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'link') this.link.send(update);
    });
  }
  get mayEdit(): boolean {
    return this.link.state.phase === 'ready' || this.link.state.phase === 'offline';
  }
  get isSettled(): boolean {
    return this.link.state.phase === 'ready' && this.link.state.unsaved === 0;
  }

  act(what: string, pick: number): void {
    if (!this.mayEdit) return;
    const { doc } = this;
    const note = readNotes(doc).at(pick % 6);
    const own = readNotes(doc).filter(({ participantId }) => participantId === this.participantId).at(pick % 3);
    if (what === 'add') {
      const id = newId();
      this.made.add(id);
      this.#unsaved.add(id);
      addNote(doc, { id, participantId: this.participantId, text: `${pick}`, colour: 'pink', position: { x: pick, y: 0, frameId: null }, createdAt: 1 });
    }
    if (what === 'move' && note) moveNote(doc, note.id, { x: pick, y: pick, frameId: null });
    if (what === 'type' && own) editNote(doc, own.id, `${own.text.slice(0, 20)}${pick}`);
    if (what === 'colour' && own) colourNote(doc, own.id, pick % 2 ? 'blue' : 'green');
    if (what === 'remove' && own) removeNote(doc, own.id, 'author');
    if (what === 'cluster') addCluster(doc, { id: newId(), title: `${pick}` });
    if (what === 'group' && note) putInCluster(doc, note.id, readClusters(doc).at(pick % 2)?.id ?? null);
    if (what === 'forbidden') addFrame(doc, { id: `f${pick}`, title: 'not mine to make', position: { x: 0, y: 0 } });
  }
}

/** `npm run soak` wants more devices, and many more runs; it says at once which run failed, and that one can be had again, and made smaller. */
const SEEDS = Number(process.env['SOAK_SEEDS'] ?? 150);
const [DEVICES, STEPS] = process.env['SOAK_SEEDS'] ? [20, 200] : [4, 60];
const AGAIN = process.env['SOAK_PATH'] ? { seed: Number(process.env['SOAK_SEED']), path: process.env['SOAK_PATH'] } : { endOnFailure: process.env['SOAK_SEEDS'] !== undefined };

const step = fc.record({
  on: fc.nat({ max: DEVICES - 1 }),
  do: fc.constantFrom('add', 'add', 'add', 'move', 'move', 'type', 'type', 'colour', 'remove', 'cluster', 'group', 'break', 'back', 'garbage', 'forbidden', 'kill', 'rest', 'turn', 'turn'),
  pick: fc.nat({ max: 40 }),
});
const playOf = (steps: typeof step) => fc.record({
  steps: fc.array(steps, { maxLength: STEPS, size: 'max' }),
  linesMs: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: DEVICES, maxLength: DEVICES }),
  diskMs: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
});
const play = playOf(step);
type Play = typeof play extends fc.Arbitrary<infer P> ? P : never;
const everything = (doc: Y.Doc) => ({ notes: readNotes(doc, { removed: true }), frames: readFrames(doc), clusters: readClusters(doc, { removed: true }) });

/** A minute by the test's clock is far longer than anybody waits for anything here. Where nothing but a long wait is left, it goes by in larger steps. */
async function until(holds: () => boolean, seen: () => unknown): Promise<void> {
  const [began, end] = [Date.now(), Date.now() + 60_000];
  while (!holds()) {
    if (Date.now() > end) throw new Error(`never came; last seen: ${JSON.stringify(seen())}`);
    await turn(Date.now() < began + 50 ? 1 : 10);
  }
}
const settled = (devices: Device[]) => until(() => devices.every(({ isSettled }) => isSettled), () => devices.map(({ link }) => link.state));

test('a change is called saved also where the next tick holds nothing but what is refused', async () => {
  const server = new Server();
  await server.start();
  const [author, other] = [new Device(server, 1), new Device(server, 1)];
  await settled([author, other]);
  let rest = (): void => undefined;
  server.disk.busy = new Promise((resolve) => {
    rest = resolve;
  });
  author.act('add', 1);
  await until(() => server.disk.waiting > 0, () => author.link.state);
  // The tick with the forbidden change is due when the author's is stored, and leaves it to that tick to say so.
  other.line.throwIn(Uint8Array.of(1, 2, 3));
  rest();
  await settled([author, other]);
  for (const { link } of [author, other]) link.close();
  await meanwhile(server.hub.close());
});

test('who made a refused change hears first what of hers was taken before it: that is not offered to her again', async () => {
  const server = new Server();
  await server.start();
  const told: string[] = [];
  const connection: Connection = {
    isFree: true,
    write: ({ bytes }) => {
      told.push(bytes.subarray(2, 2 + bytes[1]!).toString());
      return true;
    },
    emit: (event) => void told.push(event),
    end: () => undefined,
    strikes: 0,
  };
  const role = { staff: false, participantId: newId(), personId: null, name: null };
  const joining = server.hub.join(connection, role, { kept: null, presence: false, inflates: false }, () => undefined);
  await turn();
  const seat = await joining;
  told.length = 0;
  const doc = Object.assign(new Y.Doc(), { clientID: seat.clientId! });
  addNote(doc, { id: newId(), participantId: role.participantId, text: 'taken', colour: 'pink', position: { x: 0, y: 0, frameId: null }, createdAt: 1 });
  server.hub.receive(seat, 1, Y.encodeStateAsUpdate(doc));
  server.hub.receive(seat, 2, Uint8Array.of(1, 2, 3));
  await until(() => told.length > 1, () => told);
  expect(told.slice(0, 2)).toEqual([expect.stringContaining('["b"'), BoardEvent.refused]);
  server.hub.leave(seat);
  await meanwhile(server.hub.close());
});

/** A board with so many notes of so many letters, as of its second tick. */
function filled(server: Server, notes: number, letters: number): void {
  const doc = Object.assign(new Y.Doc(), { clientID: 2 });
  doc.transact(() => {
    for (let i = 0; i < notes; i++) {
      addNote(doc, { id: newId(), participantId: null, text: 'x'.repeat(letters), colour: 'pink', order: 'a0', position: { x: i, y: 0, frameId: null }, createdAt: 1 });
    }
  });
  server.disk.ticks.push({ tick: 2, updates: [{ participantId: null, personId: null, update: Y.encodeStateAsUpdate(doc) }] });
}

test('SEC-40: a board of more than 10 MiB is read by everybody and changed by nobody', async () => {
  const server = new Server();
  filled(server, 9_990, 1_000);
  await server.start();
  const device = new Device(server, 1);
  await settled([device]);
  expect(readNotes(device.doc)).toHaveLength(9_990);
  const before = Y.encodeStateAsUpdate(server.hub.read((doc) => doc));
  device.act('add', 1);
  await until(() => device.refused === 1, () => device.link.state);
  expect(Buffer.compare(Y.encodeStateAsUpdate(server.hub.read((doc) => doc)), before)).toBe(0);
  expect(server.hub.outline.frames.flatMap(({ clusters }) => clusters.flatMap(({ notes }) => notes))).toHaveLength(9_990);
  device.link.close();
  await meanwhile(server.hub.close());
});

test('a board that nobody changes or reads for a while is kept as bytes, and is the same board when somebody does', async () => {
  const server = new Server();
  filled(server, 200, 20);
  await server.start();
  // Those who only open it need no document.
  expect(server.hub.isResting).toBe(true);
  const [author, other] = [new Device(server, 1), new Device(server, 2)];
  await settled([author, other]);
  expect(server.hub.isResting).toBe(true);
  author.act('add', 1);
  await settled([author, other]);
  const before = server.hub.read((doc) => everything(doc));
  for (let i = 0; i < 5_000; i++) jest.advanceTimersByTime(1);
  await turn();
  server.hub.rest();
  server.hub.rest();
  await until(() => server.hub.isResting, () => 'awake');
  // Who comes, and who comes back under the id she had, wakes nobody.
  const newcomer = new Device(server, 1);
  author.line.disconnect();
  author.line.connect();
  await settled([newcomer, author]);
  expect(server.hub.isResting).toBe(true);
  expect(everything(newcomer.doc)).toEqual(before);
  expect(newcomer.inflated).toBe(1);
  newcomer.act('add', 2);
  author.act('type', 3);
  await settled([newcomer, author, other]);
  for (let ms = 0; ms < 5; ms++) await turn();
  expect(server.hub.isResting).toBe(false);
  expect(server.hub.read(checkBoard)).toEqual([]);
  expect(server.hub.read((doc) => readNotes(doc))).toHaveLength(202);
  for (const { doc } of [author, other, newcomer]) expect(everything(doc)).toEqual(server.hub.read((live) => everything(live)));
  for (const { link } of [author, other, newcomer]) link.close();
  await meanwhile(server.hub.close());
});

test('SEC-44: what a killed server showed and did not store, and its author never brings back, stays on nobody\'s copy', async () => {
  const server = new Server();
  await server.start();
  const [author, reader, writer] = [new Device(server, 1), new Device(server, 1), new Device(server, 1)];
  const [stays, goes] = [[reader, writer], author];
  await settled([author, ...stays]);
  writer.act('add', 1);
  await settled([author, ...stays]);
  server.disk.busy = new Promise(() => undefined);
  goes.act('add', 2);
  await until(() => stays.every(({ doc }) => readNotes(doc).length === 2), () => stays.map(({ doc }) => readNotes(doc)));
  writer.act('type', 0);
  await until(() => readNotes(reader.doc).some(({ text }) => text === '10'), () => readNotes(reader.doc));
  for (const { line } of [goes, ...stays]) line.disconnect();
  goes.link.close();
  void server.hub.close();
  server.disk.busy = undefined;
  await server.start();
  for (const { line } of stays) line.connect();
  await settled(stays);
  for (let ms = 0; ms < 5; ms++) await turn();
  const board = server.hub.read((doc) => everything(doc));
  expect(board.notes.map(({ text }) => text)).toEqual(['10']);
  for (const { doc } of stays) expect(everything(doc)).toEqual(board);
  // The copies that were made anew may be written in.
  for (const device of stays) device.act('add', 3);
  await settled(stays);
  for (let ms = 0; ms < 5; ms++) await turn();
  expect(server.hub.read((doc) => readNotes(doc))).toHaveLength(3);
  for (const { doc, refused } of stays) expect([everything(doc), refused]).toEqual([server.hub.read((live) => everything(live)), 0]);
  for (const { link } of stays) link.close();
  await meanwhile(server.hub.close());
});

test('what leans on a change that died with the server and its author is done over: the move, the note made in the same moment, and nothing is refused', async () => {
  const server = new Server();
  await server.start();
  const [gone, writer] = [new Device(server, 1), new Device(server, 1)];
  await settled([gone, writer]);
  writer.act('add', 1);
  await settled([gone, writer]);
  server.disk.busy = new Promise(() => undefined);
  gone.act('move', 6);
  await until(() => readNotes(writer.doc)[0]?.position.x === 6, () => readNotes(writer.doc));
  writer.act('move', 12);
  writer.act('add', 2);
  await until(() => readNotes(gone.doc).length === 2, () => readNotes(gone.doc));
  for (const { line } of [gone, writer]) line.disconnect();
  gone.link.close();
  void server.hub.close();
  server.disk.busy = undefined;
  await server.start();
  writer.line.connect();
  await settled([writer]);
  const board = server.hub.read((doc) => everything(doc));
  expect(board.notes.map(({ text, position }) => [text, position.x])).toEqual([['1', 12], ['2', 2]]);
  expect(everything(writer.doc)).toEqual(board);
  expect({ refused: writer.refused, doneOver: writer.doneOver, givenBack: writer.givenBack }).toEqual({ refused: 0, doneOver: 1, givenBack: [] });
  writer.link.close();
  await meanwhile(server.hub.close());
});

test('SEC-31: who worked for long over a line that was dead already sends it all again, and nothing of it is taken for an attack', async () => {
  const server = new Server();
  await server.start();
  const author = new Device(server, 1);
  await settled([author]);
  author.act('add', 1);
  await settled([author]);
  author.line.isDead = true;
  for (let i = 0; i < 300; i++) {
    author.act('type', i * 3);
    jest.advanceTimersByTime(41);
  }
  author.line.isDead = false;
  author.line.disconnect();
  author.line.connect();
  await until(() => author.link.state.phase === 'ready', () => author.link.state);
  author.act('add', 2);
  await settled([author]);
  expect(author.refused).toBe(0);
  expect(server.hub.read((doc) => everything(doc))).toEqual(everything(author.doc));
  author.link.close();
  await meanwhile(server.hub.close());
});

test('who comes back to a board that was closed in good order goes on with the copy she has', async () => {
  const server = new Server([3]);
  await server.start();
  const [author, reader] = [new Device(server, 1), new Device(server, 2)];
  await settled([author, reader]);
  author.act('add', 1);
  await until(() => readNotes(reader.doc).length === 1, () => reader.link.state);
  const copies = [author.doc, reader.doc];
  await meanwhile(server.hub.close());
  // The goodbye is on its way to the farther one.
  for (let ms = 0; ms < 3; ms++) await turn();
  await server.start();
  for (const { line } of [author, reader]) line.disconnect();
  for (const { line } of [author, reader]) line.connect();
  await settled([author, reader]);
  expect([author.doc, reader.doc].map((doc, i) => doc === copies[i])).toEqual([true, true]);
  for (const { link } of [author, reader]) link.close();
  await meanwhile(server.hub.close());
});

test('a closed board leaves no timer behind, whatever was under way', async () => {
  const server = new Server([3]);
  await server.start();
  const devices = [new Device(server, 1), new Device(server, 2)];
  await settled(devices);
  for (const device of devices) device.act('add', 1);
  for (let ms = 0; ms < 45; ms++) await turn();
  for (const { link } of devices) link.close();
  await meanwhile(server.hub.close());
  for (let ms = 0; ms < 5; ms++) await turn();
  expect(jest.getTimerCount()).toBe(0);
});

/** Lets devices do all this, brings everybody back, and looks whether all have the same. */
async function perform({ steps, linesMs, diskMs }: Play, look: (devices: readonly Device[], board: ReturnType<typeof everything>) => void = () => undefined): Promise<void> {
  idCount = 0;
  const server = new Server(diskMs);
  await server.start();
  const devices = linesMs.map((ms) => new Device(server, ms));
  for (const { on, do: what, pick } of steps) {
    const device = devices[on]!;
    if (what === 'break') device.line.disconnect();
    else if (what === 'back') device.line.connect();
    else if (what === 'turn') for (let i = 0; i <= pick % 5; i++) await turn();
    else if (what === 'rest') {
      server.hub.rest();
      server.hub.rest();
    } else if (what === 'kill') {
      // Dead at once: it says goodbye to nobody.
      for (const { line } of devices) line.disconnect();
      await server.kill();
      await server.start();
      for (const { line } of devices) line.connect();
    } else if (what === 'garbage') {
      const other = new Y.Doc();
      Y.applyUpdate(other, Y.encodeStateAsUpdate(device.doc));
      other.clientID = device.doc.clientID + (pick % 2);
      addNote(other, { id: newId(), participantId: newId(), text: 'false', colour: 'pink', position: { x: 0, y: 0, frameId: null }, createdAt: 1 });
      const bytes = Y.encodeStateAsUpdate(other, Y.encodeStateVector(device.doc));
      bytes[pick % bytes.length] = pick;
      device.line.throwIn(bytes);
    } else device.act(what, pick);
    await turn();
  }
  // The attacker's own device was deafened by her garbage: she comes back like anybody after a break.
  for (const { line } of devices) line.disconnect();
  for (const { line } of devices) line.connect();
  await settled(devices);
  // What was shown last is still on its way to those with the longest line.
  for (let ms = 0; ms <= Math.max(...linesMs); ms++) await turn();
  const board = server.hub.read((doc) => everything(doc));
  for (const device of devices) {
    expect(everything(device.doc)).toEqual(board);
    for (const id of device.saved) expect(board.notes.some((note) => note.id === id)).toBe(true);
  }
  expect(server.hub.read(checkBoard)).toEqual([]);
  expect(board.frames).toEqual([]);
  expect(board.notes.every(({ text }) => text !== 'false')).toBe(true);
  look(devices, board);
  for (const { link } of devices) link.close();
  await meanwhile(server.hub.close());
  // What is on the disk alone gives the same board.
  const reopened = new Y.Doc();
  for (const { updates } of server.disk.ticks) for (const { update } of updates) Y.applyUpdate(reopened, update);
  expect(everything(reopened)).toEqual(board);
}

test('SEC-44: after breaks, kills, garbage and forbidden changes all devices and the server hold the same board, and everything that was called saved is on it', async () => {
  await fc.assert(fc.asyncProperty(play, (one) => perform(one)), { numRuns: SEEDS, ...AGAIN });
});

const honest = playOf(step.filter(({ do: what }) => what !== 'garbage' && what !== 'forbidden'));

test('SEC-44: where nobody does what she may not, nothing is refused and no note is lost, whoever is cut off and however often the server dies', async () => {
  await fc.assert(fc.asyncProperty(honest, (one) => perform(one, (devices, board) => {
    expect(devices.map(({ refused }) => refused)).toEqual(devices.map(() => 0));
    const there = new Set(board.notes.map(({ id }) => id));
    for (const { made } of devices) expect([...made].filter((id) => !there.has(id))).toEqual([]);
  })), { numRuns: SEEDS, ...AGAIN });
});
