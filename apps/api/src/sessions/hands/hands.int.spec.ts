import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { OwnHand, TendHand } from '@spolu/contracts/hands';
import { givenServers } from '../../testing/given-servers.ts';
import { givenApi, type Someone, type TestApi } from '../../testing/given-api.ts';
import { ask, command, givenSession, type GivenSession, type Phone, screenOf } from '../given-session.ts';

let api: TestApi;
let given: GivenSession;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(async () => {
  await api?.stop();
});
beforeEach(async () => {
  given = await givenSession(api);
});

const hand = (phone: Phone) => command<OwnHand>(phone, 'get', `/sessions/${given.sessionId}/hand`);
const raise = (phone: Phone, raised = true) => command<OwnHand>(phone, 'put', `/sessions/${given.sessionId}/hand`, { raised });
const tend = (phone: Phone, state: TendHand['state'], called: string | null = null, by: Someone = given.facilitator) =>
  ask(by, 'put', `/participants/${phone.participantId}/hand`, { state, called });

test('hands stand in the order in which they were raised; whoever lowers hers lets the others forward', async () => {
  const [a, b, c] = (await given.joinAll(3)) as [Phone, Phone, Phone];
  expect(await hand(a)).toEqual({ state: 'down', place: null });
  await raise(b);
  await raise(a);
  expect(await raise(c)).toEqual({ state: 'waiting', place: 3 });
  // raised again: she keeps her place
  expect(await raise(b)).toEqual({ state: 'waiting', place: 1 });
  await raise(b, false);
  expect(await hand(a)).toEqual({ state: 'waiting', place: 1 });
  // raised anew: at the end
  expect(await raise(b)).toEqual({ state: 'waiting', place: 3 });
});

test('one has the word at a time; a hand lowered or called by mistake goes back where it was', async () => {
  const [a, b, c] = (await given.joinAll(3)) as [Phone, Phone, Phone];
  for (const phone of [a, b, c]) await raise(phone);
  expect((await tend(a, 'called')).status).toBe(204);
  expect(await hand(a)).toEqual({ state: 'called', place: null });
  expect(await hand(b)).toEqual({ state: 'waiting', place: 1 });
  await tend(a, 'waiting');
  expect(await hand(b)).toEqual({ state: 'waiting', place: 2 });
  await tend(a, 'called');
  await tend(b, 'called', a.participantId);
  expect([await hand(a), await hand(b)]).toEqual([{ state: 'down', place: null }, { state: 'called', place: null }]);
  await tend(c, 'lowered');
  expect(await hand(c)).toEqual({ state: 'down', place: null });
  await tend(c, 'waiting');
  expect(await hand(c)).toEqual({ state: 'waiting', place: 1 });
});

test('of two who give the word at once, the second is told', async () => {
  const [a, b] = (await given.joinAll(2)) as [Phone, Phone];
  await raise(a);
  await raise(b);
  const other = await given.staff('co-facilitator');
  const answers = await Promise.all([tend(a, 'called'), tend(b, 'called', null, other)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  expect(answers.flatMap(({ body }) => (body as { code?: string }).code ?? [])).toEqual(['hand/other-called']);
});

test('whoever was asked to leave waits no more', async () => {
  const [a, b] = (await given.joinAll(2)) as [Phone, Phone];
  await raise(a);
  await raise(b);
  await command(given.facilitator, 'post', `/participants/${a.participantId}/remove`, {});
  expect(await hand(b)).toEqual({ state: 'waiting', place: 1 });
  expect((await tend(a, 'called')).status).toBe(404);
});

test('SEC-02: who may: a participant raises her own, staff tend all, nobody else any', async () => {
  const phone = await given.join();
  await raise(phone);
  expect((await ask(given.facilitator, 'put', `/sessions/${given.sessionId}/hand`, { raised: true })).status).toBe(403);
  expect((await ask(api.stranger(), 'put', `/sessions/${given.sessionId}/hand`, { raised: true })).status).toBe(404);
  expect((await ask(await api.person(), 'get', `/sessions/${given.sessionId}/hand`)).status).toBe(404);
  expect((await tend(phone, 'called', null, phone)).status).toBe(403);
  expect((await tend(phone, 'called', null, await given.staff('observer'))).status).toBe(403);
  expect((await tend(phone, 'called', null, await api.person())).status).toBe(404);
  expect((await tend(phone, 'called', null, await given.staff('table-host'))).status).toBe(204);
});

test('all screens hear how many wait, the staff who; the queue outlives the server and ends with the session', async () => {
  const named = await given.join({ nickname: 'Jana' });
  const unnamed = await given.join();
  const [phone, staff] = [await screenOf(given, unnamed), await screenOf(given, given.facilitator)];
  await raise(unnamed);
  await raise(named);
  await phone.until(({ room }) => room?.hands.waitingCount === 2);
  const { mark } = phone.room!.hands;
  await staff.until((seen) => seen.staff?.hands.length === 2);
  expect(staff.staff!.hands.map(({ nickname, state }) => [nickname, state])).toEqual([[null, 'waiting'], ['Jana', 'waiting']]);
  await tend(named, 'called');
  await staff.until((seen) => seen.staff?.hands[0]?.state === 'called');
  expect(staff.staff!.hands.map(({ nickname, state }) => [nickname, state])).toEqual([['Jana', 'called'], [null, 'waiting']]);
  await phone.until(({ room }) => room?.hands.waitingCount === 1 && room.hands.mark !== mark);
  expect(phone.frames.join()).not.toContain('Jana');
  const servers = givenServers(api);
  const later = await servers.start();
  const seen = await screenOf(given, given.facilitator, later);
  await seen.until((shown) => shown.staff?.hands.length === 2);
  expect(seen.staff!.hands).toEqual(staff.staff!.hands);
  for (const { socket } of [phone, staff, seen]) socket.disconnect();
  await servers.stop();
  await given.close();
  expect(await api.database.query('select 1 from hand where session_id = $1', [given.sessionId])).toEqual([]);
});
