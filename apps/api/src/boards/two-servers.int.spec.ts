import { randomUUID } from 'node:crypto';
import { setInterval } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { addNote, editNote, readNote } from '@spolu/board/notes';
import { checkBoard } from '@spolu/board/validation';
import { BoardEvent } from '@spolu/realtime/board-events';
import { SPOTLIGHT_SLOT } from '@spolu/realtime/presence-frames';
import { Transactions } from '../database/transactions.ts';
import { SocketSeats } from '../http/seats.ts';
import { Peers } from '../peers/peers.ts';
import { givenRelease, RELEASES } from '../testing/databases.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { givenRedis, type TestRedis } from '../testing/given-redis.ts';
import { Balancer, givenServers, type RunningServer, type Servers } from '../testing/given-servers.ts';
import { BoardStore } from './board-store.ts';
import { givenBoard, RawDevice, Tab, type GivenBoard } from './given-board.ts';

// Devices notice after twelve seconds that a server stands still, and several are started: on a busy machine that takes its time.
jest.setTimeout(240_000);

let redis: TestRedis;
/** A third server, through which the test gives commands. */
let api: TestApi;
let servers: Servers;
let one: RunningServer;
let two: RunningServer;
const open: { close(): void }[] = [];

beforeAll(async () => {
  redis = await givenRedis();
  api = await givenApi({ redisUrl: redis.url });
  servers = givenServers(api);
  [one, two] = await Promise.all([servers.start({ redisUrl: redis.url }), servers.start({ redisUrl: redis.url })]);
});
// The third server runs in the test's own process, which a busy machine may keep waiting: taken for dead meanwhile, it begins anew as any server does.
beforeEach(async () => {
  const isKnown = async () => (await api.database.query<unknown[]>('select 1 from peer where id = $1', [api.app.get(Peers).id])).length > 0;
  for await (const _ of setInterval(50)) if (await isKnown()) return;
});
afterEach(() => {
  for (const tab of open.splice(0)) tab.close();
});
afterAll(async () => {
  await servers?.stop();
  await api?.stop();
  await redis?.kill();
});

function tabAt(server: { url: string }, someone: Someone, board: GivenBoard): Tab {
  const tab = new Tab(server, someone, board.boardId);
  open.push(tab);
  return tab;
}
async function readyAt(server: { url: string }, someone: Someone, board: GivenBoard): Promise<Tab> {
  const tab = tabAt(server, someone, board);
  await tab.ready();
  return tab;
}

const textsOf = ({ notes }: Tab) => notes.map(({ text }) => text).sort();
/** All tabs show the same notes, these and no others, and each note has its one contribution. */
async function expectOneBoard(board: GivenBoard, tabs: Tab[], written: ReadonlyMap<string, string>): Promise<void> {
  await Promise.all(tabs.map((tab) => tab.until(({ notes }) => notes.length >= written.size)));
  for (const tab of tabs) {
    expect(textsOf(tab)).toEqual([...written.values()].sort());
    expect(tab.notes).toEqual(tabs[0]!.notes);
    expect(checkBoard(tab.doc)).toEqual([]);
  }
  const contributions = await api.database.query<{ id: string; text: string }[]>('select id, text from contribution where session_id = $1', [board.sessionId]);
  expect(contributions.map(({ id, text }) => `${id} ${text}`).sort()).toEqual([...written].map(([id, text]) => `${id} ${text}`).sort());
}

test('what one writes at one server is seen and edited at the other', async () => {
  const board = await givenBoard(api);
  const [here, there] = await Promise.all([readyAt(one, await board.guest(), board), readyAt(two, await board.staff(), board)]);
  const id = here.add({ text: 'lavičky' });
  await there.until(({ notes }) => notes.length === 1);
  editNote(there.doc, id, 'lavičky v tieni');
  await here.until(({ doc }) => readNote(doc, id)?.text === 'lavičky v tieni');
  const other = there.add({ text: 'fontána' });
  await Promise.all([here.saved(), there.saved(), here.until(({ notes }) => notes.length === 2)]);
  expect(here.notes).toEqual(there.notes);
  expect(here.notes.map((note) => note.id).sort()).toEqual([id, other].sort());
});

test('a rule and a removal hold at all servers at once', async () => {
  const board = await givenBoard(api);
  const removed = await board.guest();
  const tabs = await Promise.all([readyAt(one, removed, board), readyAt(two, await board.guest(), board)]);
  await board.setRule({ locked: true });
  await Promise.all(tabs.map((tab) => tab.until(({ state }) => state.rule?.locked === true && !state.rights.write)));
  await board.setRule({ locked: false });
  await Promise.all(tabs.map((tab) => tab.until(({ state }) => state.rights.write)));
  await api.database.query('update sign_in_participant set removed_at = now() where participant_id = $1', [removed.participantId]);
  api.app.get(SocketSeats, { strict: false }).refresh({ participantId: removed.participantId });
  await tabs[0].until(({ state }) => state.phase === 'refused');
  expect(tabs[1].state.phase).toBe('ready');
});

test('what is said about a thing at one server is heard at the other', async () => {
  const board = await givenBoard(api);
  const [here, there] = await Promise.all([readyAt(one, await board.guest(), board), readyAt(two, await board.guest(), board)]);
  const id = here.add();
  await Promise.all([here.saved(), there.until(({ notes }) => notes.length === 1)]);
  const { agent } = await board.staff();
  await agent.post(`/api/boards/${board.boardId}/comments`).set('Idempotency-Key', randomUUID()).send({ objectId: id, text: 'kde presne?' }).expect(201);
  await Promise.all([here, there].map((tab) => tab.until(({ talks }) => talks.get(id)?.commentCount === 1)));
});

test('people at both servers see each other, and each other\'s cursors', async () => {
  const board = await givenBoard(api);
  const here = await readyAt(one, await board.guest(), board);
  const there = await readyAt(two, await board.guest(), board);
  const has = (tab: Tab, other: Tab) => tab.state.people.some(({ participantId }) => participantId === other.participantId);
  await Promise.all([here.until((tab) => has(tab, there)), there.until((tab) => has(tab, here))]);
  here.link.moveCursor(400, 800);
  await there.until(({ presences }) => presences.some((presence) => presence.kind === 'cursor' && presence.x === 400 && presence.y === 800));
  const slot = there.state.people.find(({ participantId }) => participantId === here.participantId)!.slot;
  expect(there.presences.find(({ kind }) => kind === 'cursor')?.slot).toBe(slot);
  here.close();
  await there.until((tab) => !has(tab, here));
});

test('one follows somebody at the other server; a spotlight is seen at both, and ends with its server', async () => {
  const board = await givenBoard(api);
  const [here, there, staff] = await Promise.all([readyAt(one, await board.guest(), board), readyAt(two, await board.guest(), board), readyAt(two, await board.staff(), board)]);
  const part = { x: 400, y: 800, width: 1_200, height: 600 };
  const sees = (tab: Tab, slot: number | undefined) => tab.until(({ presences }) => presences.some((one) => one.kind === 'view' && one.slot === slot && one.x === part.x && one.height === part.height));
  await here.until(({ state }) => state.people.length === 3);
  const slot = here.state.people.find(({ participantId }) => participantId === there.participantId)!.slot;
  here.link.follow(slot);
  await there.until(({ state }) => state.followers === 1);
  there.link.showView(part);
  await sees(here, slot);
  here.link.follow(null);
  await there.until(({ state }) => state.followers === 0);

  staff.link.present(true);
  await Promise.all([here, there, staff].map((tab) => tab.until(({ state }) => state.spotlight?.name === 'Jana Skúšobná')));
  expect(here.state.spotlight?.slot).toBeNull();
  staff.link.showView(part);
  await Promise.all([sees(here, SPOTLIGHT_SLOT), sees(there, SPOTLIGHT_SLOT)]);
  await sees(await readyAt(one, await board.guest(), board), SPOTLIGHT_SLOT);
  // Whoever runs the session takes it over at the other server.
  const other = await readyAt(one, await board.staff(), board);
  other.link.present(true);
  await other.until(({ state }) => state.spotlight?.slot === other.state.slot);
  await Promise.all([staff, there].map((tab) => tab.until(({ state }) => state.spotlight !== null && state.spotlight.slot === null)));
  other.close();
  await Promise.all([here, there, staff].map((tab) => tab.until(({ state }) => state.spotlight === null)));
});

/** Writes on at its own pace until it is told to stop; knows what was acknowledged. */
class Writer {
  readonly written = new Map<string, string>();
  #count = 0;
  constructor(
    readonly tab: Tab,
    private readonly name: string,
  ) {}
  async write(count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      const text = `${this.name}, ${++this.#count}`;
      this.written.set(this.tab.add({ text }), text);
      await this.tab.until(({ state: { phase, unsaved } }) => phase !== 'ready' || unsaved === 0);
    }
  }
}
/** Nothing is stored until it goes on; whoever waited for it in vain has lost her connection. */
async function storeStandsStill(): Promise<{ goOn(): Promise<void> }> {
  const store = api.database.createQueryRunner();
  await store.startTransaction();
  await store.query('lock table board_update in share row exclusive mode');
  return {
    goOn: async () => {
      await store.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
      await store.rollbackTransaction();
      await store.release();
    },
  };
}
/** For what only the database tells. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((soon) => setImmediate(soon));
}
const allOf = (writers: Writer[]) => new Map(writers.flatMap(({ written }) => [...written]));

test('one server is killed: those who were at it go on at the other and lose nothing', async () => {
  const board = await givenBoard(api);
  const dying = await servers.start({ redisUrl: redis.url });
  const balancer = await Balancer.before(dying, two);
  const writers = await Promise.all(['a', 'b', 'c', 'd'].map(async (name) => new Writer(await readyAt(balancer, await board.guest(), board), name)));
  await Promise.all(writers.map((writer) => writer.write(10)));
  // It dies with changes that its people have seen and that are stored nowhere.
  const store = await storeStandsStill();
  const writing = Promise.all(writers.map((writer) => writer.write(1)));
  await Promise.all(writers.map(({ tab }) => tab.until(({ state, notes }) => state.unsaved > 0 && notes.length >= 42)));
  balancer.to(two);
  await dying.kill();
  await store.goOn();
  await writing;
  await Promise.all(writers.map((writer) => writer.write(5)));
  await Promise.all(writers.map(({ tab }) => tab.saved()));
  const newcomer = await readyAt(one, await board.staff(), board);
  expect(writers.flatMap(({ tab }) => tab.notTaken)).toEqual([]);
  await expectOneBoard(board, [newcomer, ...writers.map(({ tab }) => tab)], allOf(writers));
  await balancer.stop();
});

test('one server stands still: those who were at it go on at the other, and when it wakes it serves the board as it is by then', async () => {
  const board = await givenBoard(api);
  const sleeping = await servers.start({ redisUrl: redis.url });
  const balancer = await Balancer.before(sleeping, two);
  const writers = await Promise.all(['a', 'b', 'c', 'd'].map(async (name) => new Writer(await readyAt(balancer, await board.guest(), board), name)));
  await Promise.all(writers.map((writer) => writer.write(10)));
  const writing = Promise.all(writers.map((writer) => writer.write(10)));
  balancer.to(two);
  sleeping.freeze();
  // By themselves, as soon as they notice: nobody tells them.
  await writing;
  await Promise.all(writers.map(({ tab }) => tab.saved()));
  await Promise.all(writers.map((writer) => writer.write(5)));
  await Promise.all(writers.map(({ tab }) => tab.saved()));
  sleeping.thaw();
  const newcomer = new Writer(await readyAt(sleeping, await board.guest(), board), 'e');
  expect(textsOf(newcomer.tab)).toEqual([...allOf(writers).values()].sort());
  writers.push(newcomer);
  await Promise.all(writers.map((writer) => writer.write(5)));
  await Promise.all(writers.map(({ tab }) => tab.saved()));
  expect(writers.flatMap(({ tab }) => tab.notTaken)).toEqual([]);
  await expectOneBoard(board, writers.map(({ tab }) => tab), allOf(writers));
  await balancer.stop();
  await sleeping.kill();
});

test('Redis goes away while both write, and comes back: the board stays one', async () => {
  const board = await givenBoard(api);
  const writers = await Promise.all([one, two, one, two].map(async (server, i) => new Writer(await readyAt(server, await board.guest(), board), `klient ${i}`)));
  await Promise.all(writers.map((writer) => writer.write(5)));
  const writing = Promise.all(writers.map((writer) => writer.write(20)));
  await redis.kill();
  await writing;
  await Promise.all(writers.map(({ tab }) => tab.saved()));
  await expectOneBoard(board, writers.map(({ tab }) => tab), allOf(writers));
  await board.setRule({ locked: true });
  await Promise.all(writers.map(({ tab }) => tab.until(({ state }) => !state.rights.write)));
  await board.setRule({ locked: false });
  await Promise.all(writers.map(({ tab }) => tab.until(({ state }) => state.rights.write)));
  await redis.start();
  await Promise.all(writers.map((writer) => writer.write(5)));
  await Promise.all(writers.map(({ tab }) => tab.saved()));
  await expectOneBoard(board, writers.map(({ tab }) => tab), allOf(writers));
});

test('one server alone is cut off from Redis, while the other still has it: the board stays one, and so do its rights', async () => {
  const board = await givenBoard(api);
  const there = { port: Number(new URL(redis.url).port) };
  const line = await Balancer.before(there);
  const cutOff = await servers.start({ redisUrl: line.url.replace('http:', 'redis:') });
  const writers = await Promise.all([cutOff, two, cutOff, two].map(async (server, i) => new Writer(await readyAt(server, await board.guest(), board), `odrezaný ${i}`)));
  await Promise.all(writers.map((writer) => writer.write(5)));
  const writing = Promise.all(writers.map((writer) => writer.write(20)));
  line.cut();
  await writing;
  await Promise.all(writers.map(({ tab }) => tab.saved()));
  await expectOneBoard(board, writers.map(({ tab }) => tab), allOf(writers));
  await board.setRule({ locked: true });
  await Promise.all(writers.map(({ tab }) => tab.until(({ state }) => !state.rights.write)));
  await board.setRule({ locked: false });
  await Promise.all(writers.map(({ tab }) => tab.until(({ state }) => state.rights.write)));
  line.to(there);
  await Promise.all(writers.map((writer) => writer.write(5)));
  await Promise.all(writers.map(({ tab }) => tab.saved()));
  expect(writers.flatMap(({ tab }) => tab.notTaken)).toEqual([]);
  await expectOneBoard(board, writers.map(({ tab }) => tab), allOf(writers));
  for (const { tab } of writers) tab.close();
  await cutOff.kill();
  await line.stop();
});

test('whoever sends two contents under one number, one to each server, makes no second board', async () => {
  const board = await givenBoard(api);
  const hostile = await board.guest();
  const [here, there] = await Promise.all([RawDevice.at(one, hostile, board.boardId), RawDevice.at(two, hostile, board.boardId)]);
  open.push(here, there);
  there.doc.clientID = here.doc.clientID;
  const noteOf = (text: string) => ({ id: randomUUID(), text, colour: 'green' as const, participantId: hostile.participantId, createdAt: Date.now(), position: { x: 0, y: 0, frameId: null } });
  const [first, second] = [here.edit((doc) => addNote(doc, noteOf('prvý'))), there.edit((doc) => addNote(doc, noteOf('druhý')))];
  const answer = () => {
    const ended = new Promise<string>((resolve) => there.socket.once(BoardEvent.ended, () => resolve('ended')));
    return Promise.race([there.outcome(second), ended]);
  };
  const store = await storeStandsStill();
  expect(await here.outcome(first)).toBe('taken');
  // The one server has not stored it, so it does not let go of the number.
  expect(await answer()).toBe('ended');
  await store.goOn();
  do await there.join({ boardId: board.boardId });
  while ((await answer()) === 'ended');
  const tabs = await Promise.all([readyAt(one, await board.staff(), board), readyAt(two, await board.staff(), board)]);
  expect(tabs.map(textsOf)).toEqual([['prvý'], ['prvý']]);
  const third = await readyAt(await servers.start({ redisUrl: redis.url }), await board.staff(), board);
  expect(third.notes).toEqual(tabs[0].notes);
});

test('a server that the others took for dead stores nothing more; it begins anew, and whoever was at it comes again', async () => {
  const board = await givenBoard(api);
  const peersNow = async () => (await api.database.query<{ id: string }[]>('select id from peer')).map(({ id }) => id);
  const before = await peersNow();
  const condemned = await servers.start({ redisUrl: redis.url });
  const [id] = (await peersNow()).filter((peer) => !before.includes(peer));
  const writers = await Promise.all([condemned, condemned, two].map(async (server, i) => new Writer(await readyAt(server, await board.guest(), board), `klient ${i}`)));
  await Promise.all(writers.map((writer) => writer.write(5)));
  const writing = Promise.all(writers.map((writer) => writer.write(20)));
  await api.database.query('delete from peer where id = $1', [id]);
  await writing;
  await Promise.all(writers.map(({ tab }) => tab.saved()));
  await Promise.all(writers.map((writer) => writer.write(5)));
  await Promise.all(writers.map(({ tab }) => tab.saved()));
  expect(await peersNow()).not.toContain(id);
  expect(writers.flatMap(({ tab }) => tab.notTaken)).toEqual([]);
  await expectOneBoard(board, writers.map(({ tab }) => tab), allOf(writers));
  await condemned.kill();
});

test('nothing is stored in the name of a server that is not alive', async () => {
  const board = await givenBoard(api);
  const rows = () => api.database.query<unknown[]>('select 1 from board_update where board_id = $1', [board.boardId]);
  const before = (await rows()).length;
  const update = { participantId: null, personId: null, update: new Uint8Array([0, 0]) };
  const stored = api.app.get(BoardStore, { strict: false }).append(board.boardId, [{ tick: 99, updates: [update] }], [], randomUUID());
  await expect(stored).rejects.toMatchObject({ code: 'unavailable' });
  expect(await rows()).toHaveLength(before);
});

test('what was begun before a snapshot and committed after it is found by whoever opens the board later', async () => {
  const board = await givenBoard(api);
  const tab = await readyAt(one, await board.staff(), board);
  let commit = (): void => undefined;
  const mayCommit = new Promise<void>((resolve) => (commit = resolve));
  let written = (): void => undefined;
  const isWritten = new Promise<void>((resolve) => (written = resolve));
  const command = api.app.get(Transactions).run(async (em) => {
    await board.boards.writeNotes(em, board.boardId, [{ contributionId: randomUUID(), text: 'neskorý lístok', colour: 'blue', frameId: null, participantId: null }]);
    written();
    await mayCommit;
  });
  await isWritten;
  tab.add({ text: 'skorší lístok' });
  await tab.saved();
  // The end of an activity: the other server keeps a snapshot.
  await board.setRule({ activityId: randomUUID() });
  await until(async () => (await api.database.query<unknown[]>('select 1 from board_snapshot where board_id = $1', [board.boardId])).length > 0);
  commit();
  await command;
  await tab.until(({ notes }) => notes.length === 2);
  const later = await servers.start({ redisUrl: redis.url });
  const newcomer = await readyAt(later, await board.staff(), board);
  expect(textsOf(newcomer)).toEqual(['neskorý lístok', 'skorší lístok']);
  await later.kill();
});

test('words that two people typed into one note at two servers stand in its contribution once', async () => {
  const board = await givenBoard(api);
  const ending = await servers.start({ redisUrl: redis.url });
  const [author, staff] = [await readyAt(ending, await board.guest(), board), await readyAt(two, await board.staff(), board)];
  const id = author.add({ text: 'lavičky' });
  await Promise.all([author.saved(), staff.until(({ notes }) => notes.length === 1)]);
  editNote(author.doc, id, 'lavičky a stromy');
  await Promise.all([author.saved(), staff.until(({ doc }) => readNote(doc, id)?.text === 'lavičky a stromy')]);
  editNote(staff.doc, id, 'lavičky, stromy a voda');
  await Promise.all([staff.saved(), author.until(({ doc }) => readNote(doc, id)?.text === 'lavičky, stromy a voda')]);
  const textsNow = () => api.database.query<{ text: string }[]>('select text from contribution_version where contribution_id = $1 order by number', [id]);
  await until(async () => (await board.boards.readBoard(board.boardId)).notes[0]?.text === 'lavičky, stromy a voda');
  expect(await textsNow()).toEqual([{ text: 'lavičky, stromy a voda' }]);
  // It writes down whatever it has not seen written.
  await ending.end();
  expect(await textsNow()).toEqual([{ text: 'lavičky, stromy a voda' }]);
  expect(await api.database.query('select text from contribution where id = $1', [id])).toEqual([{ text: 'lavičky' }]);
});

test('several that start at once make the tables of a new release once', async () => {
  const town = await givenRelease(RELEASES[0]!);
  const started = await Promise.all([1, 2, 3].map(() => servers.start({ redisUrl: redis.url, databaseUrl: town.url })));
  await Promise.all(started.map(async ({ url }) => expect(await (await fetch(`${url}/api/health/ready`)).json()).toMatchObject({ status: 'ready' })));
  await Promise.all(started.map((server) => server.kill()));
  await town.drop();
});
