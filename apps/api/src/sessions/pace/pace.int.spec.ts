import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { OwnPace, Pace } from '@spolu/contracts/pace';
import { givenApi, type TestApi } from '../../testing/given-api.ts';
import { ask, brainstorm, command, givenSession, type GivenSession, type Phone, screenOf } from '../given-session.ts';
import { PaceService } from './pace.service.ts';

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

const say = (phone: Phone, pace: Pace | null) => command<OwnPace>(phone, 'put', `/sessions/${given.sessionId}/pace`, { pace });
const own = (phone: Phone) => command<OwnPace>(phone, 'get', `/sessions/${given.sessionId}/pace`);

test('what somebody says is hers to see and to take back, and ends with the activity', async () => {
  const [phone, other] = (await given.joinAll(2)) as [Phone, Phone];
  const activityId = await given.started(brainstorm());
  await say(phone, 'lost');
  expect([(await own(phone)).pace, (await own(other)).pace]).toEqual(['lost', null]);
  expect((await say(phone, null)).pace).toBeNull();
  await say(phone, 'too-fast');
  await given.step(activityId, 'end');
  expect((await own(phone)).pace).toBeNull();
});

test('SEC-47: nothing of it is written down', async () => {
  const phone = await given.join();
  const rows = async () => {
    const tables = await api.database.query<{ name: string }[]>(`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`);
    const counts = [];
    for (const { name } of tables) counts.push([name, (await api.database.query<{ rows: string }[]>(`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as rows from "${name}" t`))[0]!.rows]);
    return Object.fromEntries(counts.filter(([name]) => name !== 'sign_in' && name !== 'peer')) as Record<string, string>;
  };
  const before = await rows();
  expect(Object.keys(before)).toContain('participant');
  await say(phone, 'lost');
  expect(await rows()).toEqual(before);
});

test('who may: people of the room', async () => {
  const path = `/sessions/${given.sessionId}/pace`;
  expect((await ask(given.facilitator, 'put', path, { pace: 'fine' })).status).toBe(403);
  expect((await ask(await api.person(), 'get', path)).status).toBe(404);
  expect((await ask(api.stranger(), 'put', path, { pace: 'fine' })).status).toBe(404);
  const phone = await given.join();
  await given.close();
  expect((await ask(phone, 'put', path, { pace: 'fine' })).body).toMatchObject({ code: 'session/closed' });
});

test('the staff are told counts from five people on and at the next step, the others nothing', async () => {
  const phones = await given.joinAll(5);
  await given.started(brainstorm());
  const [phone, staff] = [await screenOf(given, phones[0]!), await screenOf(given, given.facilitator)];
  await staff.until((seen) => seen.staff !== undefined);
  const service = api.app.get(PaceService);
  for (const one of phones.slice(0, 4)) await say(one, 'lost');
  service.step(given.sessionId);
  expect((await given.room()).staff!.pace).toBeNull();
  await say(phones[4]!, 'fine');
  expect((await given.room()).staff!.pace).toBeNull();
  service.step(given.sessionId);
  await staff.until((seen) => seen.staff?.pace !== null);
  expect(staff.staff!.pace).toEqual({ 'too-fast': 0, lost: 4, fine: 1 });
  expect(JSON.stringify((await given.room(phones[0])).room)).not.toContain('lost');
  expect(phone.frames.join()).not.toContain('"lost"');
  for (const { socket } of [phone, staff]) socket.disconnect();
});
