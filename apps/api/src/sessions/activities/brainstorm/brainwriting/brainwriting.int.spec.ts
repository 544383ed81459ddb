import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OwnSheet, RoomBrainwriting } from '@spolu/contracts/activities/brainstorm';
import type { SettingsOf } from '@spolu/contracts/activities/kinds';
import { partOf } from '@spolu/contracts/activities/part-of';
import type { ProblemCode } from '@spolu/contracts/problems';
import { givenApi, type TestApi } from '../../../../testing/given-api.ts';
import { activityOf, ask, brainstorm, cardOf, command, compose, givenSession, type GivenSession, type Phone } from '../../../given-session.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

const problem = (code: ProblemCode) => `urn:spolupracovna:problem:${code}`;
const brainwriting = (rounds = 3): SettingsOf<'brainstorm'> => ({ ...(brainstorm('hidden') as SettingsOf<'brainstorm'>), way: { kind: 'brainwriting', rounds } });
const take = async (phone: Phone, activityId: string) => (await command<{ sheet: OwnSheet | null }>(phone, 'post', `/activities/${activityId}/sheet`)).sheet;
const write = (phone: Phone, activityId: string, { frameId }: OwnSheet, ...texts: string[]) => Promise.all(texts.map((text) => compose(phone, activityId, text, { frameId })));
const roundOf = async (given: GivenSession) => partOf((await given.room()).room.activity, 'brainstorm')?.way as RoomBrainwriting;
const passOn = (given: GivenSession, activityId: string, round: number) => ask(given.facilitator, 'post', `/activities/${activityId}/next-round`, { round });

test('sheets go round at the facilitator’s press and by the clock; only who holds one reads it, and in the end they lie on the board', async () => {
  const given = await givenSession(api);
  const activityId = await given.started(brainwriting(), { minutes: 15 });
  const [anna, boris, cyril] = (await given.joinAll(3)) as [Phone, Phone, Phone];
  const [ofAnna, ofBoris] = [(await take(anna, activityId))!, (await take(boris, activityId))!];
  expect([ofAnna, ofBoris]).toMatchObject([{ round: 1, title: 'Hárok 1', ideas: [], ideasMax: 3 }, { title: 'Hárok 2' }]);
  expect(await take(anna, activityId)).toEqual(ofAnna);
  await write(anna, activityId, ofAnna, 'Strecha', 'Kotol', 'Okná');
  await write(boris, activityId, ofBoris, 'Stromy');

  // three ideas a turn, also where two are sent at once; on nobody else's sheet
  const fourth = await ask(anna, 'post', `/activities/${activityId}/cards`, cardOf('Štvrtý', { frameId: ofAnna.frameId }));
  expect(fourth.body).toMatchObject({ type: problem('brainwriting/sheet-full') });
  const foreign = await ask(anna, 'post', `/activities/${activityId}/cards`, cardOf('Cudzí', { frameId: ofBoris.frameId }));
  expect(foreign.body).toMatchObject({ type: problem('brainwriting/not-your-sheet') });
  const burst = await Promise.all(['Tráva', 'Lavičky', 'Tieň'].map((text) => ask(boris, 'post', `/activities/${activityId}/cards`, cardOf(text, { frameId: ofBoris.frameId }))));
  expect(burst.map(({ status }) => status).sort()).toEqual([201, 201, 409]);

  const before = await roundOf(given);
  expect((await passOn(given, activityId, 2)).body).toMatchObject({ type: problem('changed-meanwhile') });
  expect((await passOn(given, activityId, 1)).status).toBe(204);
  const after = await roundOf(given);
  expect(after).toMatchObject({ round: 2, rounds: 3 });
  expect(Date.parse(after.roundEndsAt!) - Date.parse(before.roundEndsAt!)).toBeLessThan(5 * 60_000);
  const second = (await take(anna, activityId))!;
  expect(second).toMatchObject({ round: 2, frameId: ofBoris.frameId, ideasMax: 3 });
  expect(second.ideas.map(({ text }) => text)[0]).toBe('Stromy');
  // nobody else is told: not the room, not the board
  expect(JSON.stringify(await given.room(cyril))).not.toContain('Stromy');
  expect(JSON.stringify(await command(cyril, 'get', `/boards/${(await given.room()).room.boardId}`))).not.toContain('Stromy');
  expect(JSON.stringify(second)).not.toContain(boris.participantId);

  // who comes later begins a sheet; when the round's time is up the first who asks begins the next
  expect(await take(cyril, activityId)).toMatchObject({ round: 2, title: 'Hárok 3', ideas: [] });
  await write(anna, activityId, second, 'Stromy na námestí');
  await given.backdate(activityId, 5);
  // of a circle of two the sheets are back already
  expect(await take(boris, activityId)).toMatchObject({ round: 3, frameId: ofBoris.frameId, isOwn: true, handCount: 1, circle: null });
  expect(await roundOf(given)).toMatchObject({ round: 3 });
  expect((await passOn(given, activityId, 3)).body).toMatchObject({ type: problem('brainwriting/last-round') });

  await given.step(activityId, 'end');
  await given.step(activityId, 'reveal');
  const part = (await given.report()).activities.find(({ id }) => id === activityId)!;
  expect(part).toMatchObject({ part: { way: 'brainwriting', frames: [{ title: 'Hárok 1' }, { title: 'Hárok 2' }, { title: 'Hárok 3' }] } });
  const frames = partOf(part, 'brainstorm')!.frames.map(({ notes }) => notes.map(({ text }) => text));
  expect(frames[0]?.sort()).toEqual(['Kotol', 'Okná', 'Strecha']);
  expect(frames[1]).toContain('Stromy na námestí');
});

test('thirteen people are circles of seven and six; each is told which and whose sheet it is, staff how far each circle is, and the board and the report by the title', async () => {
  const given = await givenSession(api);
  const activityId = await given.started(brainwriting(6), { minutes: 30 });
  const people = await given.joinAll(13);
  const late = await given.join();
  const begun: OwnSheet[] = [];
  for (const phone of people) begun.push((await take(phone, activityId))!);
  expect(begun.every(({ isOwn, handCount, circle }) => isOwn && handCount === 0 && circle === null)).toBe(true);
  expect((await roundOf(given)).circles).toEqual([]);

  expect((await passOn(given, activityId, 1)).status).toBe(204);
  const held = await Promise.all(people.map(async (phone) => (await take(phone, activityId))!));
  const [first, second] = [begun.slice(0, 7), begun.slice(7)].map((sheets) => sheets.map(({ frameId }) => frameId)) as [string[], string[]];
  const turned = (frames: readonly string[]) => [...frames.slice(-1), ...frames.slice(0, -1)];
  expect(held.map(({ frameId }) => frameId)).toEqual([...turned(first), ...turned(second)]);
  expect(held[0]).toMatchObject({ title: 'Kruh 1 · Hárok 7', isOwn: false, handCount: 1, circle: { number: 1, count: 2, peopleCount: 7 } });
  await write(people[0]!, activityId, held[0]!, 'Strecha', 'Kotol', 'Okná');
  // who comes later begins a sheet of her own, and sits in the smaller circle when it is passed on
  expect(await take(late, activityId)).toMatchObject({ title: 'Hárok 14', isOwn: true, circle: null });
  const way = await roundOf(given);
  expect(way.circles).toMatchObject([{ number: 1, frameIds: first, holderCount: 7, doneCount: 1 }, { number: 2, holderCount: 6, doneCount: 0 }]);

  // the hands of the first circle, one of whom left: nobody has a sheet twice, and nobody misses one
  const [, ...stay] = people.slice(0, 7) as [Phone, ...Phone[]];
  const had = new Map(stay.map((phone, i) => [phone, [begun[i + 1]!.frameId, held[i + 1]!.frameId]]));
  for (let round = 2; round < 6; round++) {
    await passOn(given, activityId, round);
    const sheets = await Promise.all(stay.map(async (phone) => (await take(phone, activityId))!.frameId));
    expect(new Set(sheets).size).toBe(6);
    stay.forEach((phone, i) => had.get(phone)!.push(sheets[i]!));
  }
  for (const sheets of had.values()) expect(new Set(sheets).size).toBe(6);
  expect((await roundOf(given)).circles).toMatchObject([{ holderCount: 6 }, { holderCount: 0 }]);

  await given.step(activityId, 'end');
  await given.step(activityId, 'reveal');
  const titles = partOf((await given.report()).activities.find(({ id }) => id === activityId), 'brainstorm')!.frames.map(({ title }) => title);
  expect([titles[0], titles[6], titles[7], titles[13]]).toEqual(['Kruh 1 · Hárok 1', 'Kruh 1 · Hárok 7', 'Kruh 2 · Hárok 8', 'Kruh 2 · Hárok 14']);
  const board = JSON.stringify(await command(given.facilitator, 'get', `/boards/${(await given.room()).room.boardId}`));
  expect(board).toContain('Kruh 2 · Hárok 14');
});

test('where the first sheets were passed on too soon, those who come after fill that circle and make others, and the only one has a number then', async () => {
  const given = await givenSession(api);
  const activityId = await given.started(brainwriting(6), { minutes: 30 });
  const [early, ...later] = (await given.joinAll(10)) as [Phone, ...Phone[]];
  await take(early, activityId);
  await passOn(given, activityId, 1);
  expect(await take(early, activityId)).toMatchObject({ title: 'Hárok 1', isOwn: true, circle: null });
  for (const phone of later) await take(phone, activityId);
  await passOn(given, activityId, 2);
  expect(await take(early, activityId)).toMatchObject({ title: 'Kruh 1 · Hárok 5', isOwn: false, circle: { number: 1, count: 2, peopleCount: 5 } });
  expect(await take(later[8]!, activityId)).toMatchObject({ title: 'Kruh 2 · Hárok 9', isOwn: false, circle: { number: 2, count: 2, peopleCount: 5 } });
});

test('of more than sixty people each has a sheet and a circle', async () => {
  const given = await givenSession(api);
  const activityId = await given.started(brainwriting(), { minutes: 15 });
  const people = await given.joinAll(64);
  for (const phone of people) expect(await take(phone, activityId)).not.toBeNull();
  await passOn(given, activityId, 1);
  const { circles } = await roundOf(given);
  expect(circles.map(({ frameIds }) => frameIds.length)).toEqual([6, 6, 6, 6, 6, 6, 6, 6, 6, 5, 5]);
  expect(await take(people[60]!, activityId)).toMatchObject({ isOwn: false, circle: { count: 11 } });
});

test('a third idea that is sent twice at once is taken once and refused never; what staff took off the board is on no sheet', async () => {
  const given = await givenSession(api);
  const activityId = await given.started({ ...brainwriting(), mode: 'open' }, { minutes: 15 });
  const [anna, boris] = (await given.joinAll(2)) as [Phone, Phone];
  const [ofAnna] = [(await take(anna, activityId))!, await take(boris, activityId)];
  await write(anna, activityId, ofAnna, 'Strecha', 'sprosté');
  const [third, key] = [cardOf('Okná', { frameId: ofAnna.frameId }), randomUUID()];
  const answers = await Promise.all(Array.from({ length: 4 }, () => ask(anna, 'post', `/activities/${activityId}/cards`, third, key)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  await api.database.query(`update record set visibility = 'internal', withdrawn = true where session_id = $1 and title = 'sprosté'`, [given.sessionId]);
  await passOn(given, activityId, 1);
  expect((await take(boris, activityId))!.ideas.map(({ text }) => text).sort()).toEqual(['Okná', 'Strecha']);
});

test('who may not: strangers take no sheet, guests pass none on, and nobody takes turns without a name', async () => {
  const given = await givenSession(api);
  const activityId = await given.activity(brainwriting());
  const phone = await given.join();
  expect((await ask(phone, 'post', `/activities/${activityId}/sheet`)).body).toMatchObject({ type: problem('activity/not-running') });
  await given.step(activityId, 'start');
  expect((await ask(api.stranger(), 'post', `/activities/${activityId}/sheet`)).status).toBe(404);
  expect((await ask(phone, 'post', `/activities/${activityId}/next-round`, { round: 1 })).status).toBe(403);
  for (const wrong of [{ mode: 'anonymous' as const }, { moderated: true }]) {
    const answer = await ask(given.facilitator, 'post', `/sessions/${given.sessionId}/activities`, activityOf({ ...brainwriting(), ...wrong }));
    expect([answer.status, answer.body]).toMatchObject([400, { type: problem('invalid-input') }]);
  }
});
