import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { OwnTable, TablesView } from '@spolu/contracts/activities/breakout';
import { partOf } from '@spolu/contracts/activities/part-of';
import type { RoomView } from '@spolu/contracts/sessions';
import { addCluster, readClusters } from '@spolu/board/clusters';
import { putInCluster } from '@spolu/board/notes';
import { Tab } from '../boards/given-board.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { givenRedis, type TestRedis } from '../testing/given-redis.ts';
import { givenServers, type RunningServer, type Servers } from '../testing/given-servers.ts';
import { ask, brainstorm, breakout, cast, cluster, command, compose, dotVote, givenSession, type GivenSession, type Screen, screenOf } from './given-session.ts';

jest.setTimeout(120_000);

let redis: TestRedis;
/** Takes the commands. */
let here: TestApi;
let servers: Servers;
/** Has the screens. */
let there: RunningServer;
const open: { close(): void }[] = [];

beforeAll(async () => {
  redis = await givenRedis();
  here = await givenApi({ redisUrl: redis.url });
  servers = givenServers(here);
  there = await servers.start({ redisUrl: redis.url });
});
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});
afterAll(async () => {
  await servers?.stop();
  await here?.stop();
  await redis?.kill();
});

async function screenThere(given: GivenSession, who: Pick<Someone, 'cookie'>): Promise<Screen> {
  const screen = await screenOf(given, who, there);
  open.push({ close: () => screen.socket.disconnect() });
  return screen;
}
async function boardThere(given: GivenSession, who: Someone): Promise<Tab> {
  const { boardId } = (await given.room()).room;
  const tab = new Tab(there, who, boardId);
  open.push(tab);
  return tab.ready();
}

test('a room is the same at both: what begins, how many cards there are, and who is online by way of the other one', async () => {
  const given = await givenSession(here);
  const [phone, other] = await given.joinAll(2);
  const [staff, screen] = [await screenThere(given, given.facilitator), await screenThere(given, phone!)];
  const activityId = await given.started(brainstorm());
  await screen.until(({ room }) => room?.activity?.id === activityId);
  await compose(other!, activityId, 'viac stromov');
  await screen.until(({ room }) => partOf(room?.activity, 'brainstorm')?.cardCount === 1);
  const isOnline = (seen: Screen, expected: boolean) => seen.until(({ staff: state }) => state?.participants.find(({ id }) => id === other!.participantId)?.online === expected);
  await isOnline(staff, false);
  const hers = await screenOf(given, other!);
  open.push({ close: () => hers.socket.disconnect() });
  await isOnline(staff, true);
  hers.socket.disconnect();
  await isOnline(staff, false);
});

test('hidden cards reach the board at the other server with the reveal and no sooner, anonymous ones at once and without a name', async () => {
  const given = await givenSession(here);
  const phone = await given.join();
  const reader = await given.join();
  const board = await boardThere(given, reader);
  const screen = await screenThere(given, reader);
  const hidden = await given.started(brainstorm('hidden'));
  await compose(phone, hidden, 'tajné slovo');
  await screen.until(({ room }) => partOf(room?.activity, 'brainstorm')?.cardCount === 1);
  expect(board.notes).toEqual([]);
  expect(screen.frames.join()).not.toContain('tajné slovo');
  await given.step(hidden, 'reveal');
  await board.until(({ notes }) => notes.some(({ text }) => text === 'tajné slovo'));
  await given.started(brainstorm('anonymous'));
  await board.until(({ state }) => state.rule?.anonymous === true);
  await compose(phone, (await given.room()).room.activity!.id, 'bez mena');
  await board.until(({ notes }) => notes.length === 2);
  expect(board.notes.find(({ text }) => text === 'bez mena')).toMatchObject({ participantId: null });
});

test('a vote goes on at both, and its result is shown at both', async () => {
  const given = await givenSession(here);
  const phones = await given.joinAll(2);
  const brainstormId = await given.started(brainstorm());
  await compose(phones[0]!, brainstormId, 'lavičky');
  const screen = await screenThere(given, phones[1]!);
  await given.started(cluster);
  const facilitator = await boardThere(given, given.facilitator);
  await facilitator.until(({ notes, state }) => notes.length === 1 && state.rights.group);
  addCluster(facilitator.doc, { id: randomUUID(), title: 'Oddych' });
  putInCluster(facilitator.doc, facilitator.notes[0]!.id, readClusters(facilitator.doc)[0]!.id);
  await facilitator.saved();
  const vote = await given.started(dotVote());
  await screen.until(({ room }) => room?.activity?.id === vote && partOf(room.activity, 'dot-vote')?.options.length === 1);
  const optionId = partOf(screen.room!.activity, 'dot-vote')!.options[0]!.id;
  await cast(phones[0]!, vote, { [optionId]: 2 });
  await screen.until(({ room }) => partOf(room?.activity, 'dot-vote')?.votedCount === 1);
  await given.step(vote, 'end');
  await given.step(vote, 'show-result');
  await screen.until(({ room }) => partOf(room?.activity, 'dot-vote')?.result?.options[0]?.dots === 2);
});

test('who is asked to leave, or signs out, hears nothing more at the other server either', async () => {
  const given = await givenSession(here);
  const phone = await given.join();
  const screen = await screenThere(given, phone);
  const board = await boardThere(given, phone);
  await command(given.facilitator, 'post', `/participants/${phone.participantId}/remove`, {});
  await screen.until(({ ended }) => ended?.problem.code === 'session/removed');
  await board.until(({ state }) => state.phase === 'refused');

  const staff = await given.staff('co-facilitator');
  const hers = await screenThere(given, staff);
  await command(staff, 'delete', '/sign-ins/current');
  await hers.until(({ socket }) => socket.disconnected);
});

test('the budget of wrong codes is one', async () => {
  const given = await givenSession(here);
  const staff = await screenThere(given, given.facilitator);
  await staff.until((seen) => seen.staff?.codeAlarm === false);
  for (let i = 0; i < 60; i++) {
    await ask(here.stranger(), 'post', '/join-lookups', { code: 'ABCD2345' });
  }
  await staff.until((seen) => seen.staff?.codeAlarm === true);
});

// The last one: it ends the line between the two.
test('tables are the same at both: who is sent elsewhere is put out there, a table that calls is seen there, and a server that is killed loses none of it', async () => {
  const given = await givenSession(here);
  const phones = await given.joinAll(4);
  const activityId = await given.started(breakout());
  const tableOf = async (phone: Someone) => (await command<{ table: OwnTable }>(phone, 'get', `/activities/${activityId}/table`)).table;
  const [phone] = phones;
  const before = await tableOf(phone!);
  const screen = await screenThere(given, phone!);
  const version = () => partOf(screen.room?.activity, 'breakout')?.tables.find(({ number }) => number === before.number)?.version ?? 0;
  const board = await new Tab(there, phone!, before.boardId).ready();
  open.push(board);
  board.add({ text: 'z druhého servera' });
  await board.saved();

  const calm = version();
  await command(phone!, 'post', `/activities/${activityId}/help`, { calls: true });
  await screen.until(() => version() > calm);
  await command(given.facilitator, 'post', `/activities/${activityId}/seats`, { participantId: phone!.participantId, table: 3 - before.number });
  await board.until(({ state }) => state.phase === 'refused');
  expect(await command(given.facilitator, 'post', `/activities/${activityId}/carry-over`, {})).toEqual({ noteCount: 1 });

  const seen = await command<TablesView>(given.facilitator, 'get', `/activities/${activityId}/tables`);
  const third = await servers.start({ redisUrl: redis.url });
  const viewThere = async () => (await (await fetch(`${third.url}/api/activities/${activityId}/tables`, { headers: { cookie: given.facilitator.cookie } })).json()) as TablesView;
  expect(await viewThere()).toEqual(seen);
  await third.kill();
  const { endsAt } = (await given.room()).room.activity!;
  const fourth = await servers.start({ redisUrl: redis.url });
  const { room } = (await (await fetch(`${fourth.url}/api/sessions/${given.sessionId}/room`, { headers: { cookie: phone!.cookie } })).json()) as RoomView;
  expect(room.activity).toMatchObject({ kind: 'breakout', state: 'running', endsAt, part: { round: 1, carriedOver: true, tables: [{ memberCount: expect.any(Number) }, {}] } });
  // What a browser opened ahead keeps no server from ending.
  const ahead = connect(fourth.port, '127.0.0.1').on('error', () => undefined).resume();
  await once(ahead, 'connect');
  await Promise.all([fourth.end(), once(ahead, 'close')]);
});

test('what is saved at one before a vote starts at the other is among its options, also while they do not hear of each other', async () => {
  const given = await givenSession(here);
  const phone = await given.join();
  await compose(phone, await given.started(brainstorm()), 'lavičky');
  await given.started(cluster);
  const facilitator = await boardThere(given, given.facilitator);
  await facilitator.until(({ notes, state }) => notes.length === 1 && state.rights.group);
  await redis.kill();
  addCluster(facilitator.doc, { id: randomUUID(), title: 'Oddych' });
  putInCluster(facilitator.doc, facilitator.notes[0]!.id, readClusters(facilitator.doc)[0]!.id);
  await facilitator.saved();
  await given.started(dotVote());
  expect(partOf((await given.room()).room.activity, 'dot-vote')!.options).toMatchObject([{ title: 'Oddych' }]);
});
