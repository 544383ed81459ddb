import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RoomRoundRobin } from '@spolu/contracts/activities/brainstorm';
import type { SettingsOf } from '@spolu/contracts/activities/kinds';
import { partOf } from '@spolu/contracts/activities/part-of';
import type { ProblemCode } from '@spolu/contracts/problems';
import { givenApi, type TestApi } from '../../../../testing/given-api.ts';
import { ask, brainstorm, cardOf, command, compose, givenSession, type GivenSession, type Phone, screenOf } from '../../../given-session.ts';
import { GRACE_MS, WordKeeper } from './word-keeper.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

const problem = (code: ProblemCode) => `urn:spolupracovna:problem:${code}`;
const settings: SettingsOf<'brainstorm'> = { ...(brainstorm('open') as SettingsOf<'brainstorm'>), way: { kind: 'round-robin' } };
const word = async (given: GivenSession) => partOf((await given.room()).room.activity, 'brainstorm')?.way as RoomRoundRobin;

test('one after the other has the word, says one idea or passes, is skipped, or is written for', async () => {
  const given = await givenSession(api);
  const [anna, boris] = (await given.joinAll(2)) as [Phone, Phone];
  const { id: maria } = await command<{ id: string }>(given.facilitator, 'post', `/sessions/${given.sessionId}/attendees`, { nickname: 'Mária', sector: null, language: 'sk' });
  const activityId = await given.started(settings);
  expect(await word(given)).toMatchObject({ turn: 1, speaker: { participantId: anna.participantId, name: 'Hosť 1', number: 1, hasDevice: true }, next: [{ name: 'Hosť 2' }, { name: 'Mária', hasDevice: false }] });

  const early = await ask(boris, 'post', `/activities/${activityId}/cards`, cardOf('Predbehnem'));
  expect(early.body).toMatchObject({ type: problem('round-robin/not-your-turn') });
  // of two sent at once one is her idea, the other comes when somebody else has the word
  const two = await Promise.all(['Strecha', 'Kotol'].map((text) => ask(anna, 'post', `/activities/${activityId}/cards`, cardOf(text))));
  expect(two.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await word(given)).toMatchObject({ turn: 2, speaker: { participantId: boris.participantId } });

  expect((await ask(anna, 'post', `/activities/${activityId}/pass`, { turn: 2 })).body).toMatchObject({ type: problem('round-robin/not-your-turn') });
  expect((await ask(boris, 'post', `/activities/${activityId}/pass`, { turn: 1 })).body).toMatchObject({ type: problem('changed-meanwhile') });
  await command(boris, 'post', `/activities/${activityId}/pass`, { turn: 2 });
  expect(await word(given)).toMatchObject({ turn: 3, speaker: { participantId: maria } });
  await command(given.facilitator, 'post', `/activities/${activityId}/written-down`, { texts: ['Lavičky'], participantId: maria, onPaper: false, colour: 'yellow', frameId: null, language: 'sk' });
  expect(await word(given)).toMatchObject({ turn: 4, speaker: { participantId: anna.participantId } });

  // who comes later is last in the circle; who was asked to leave has the word no more
  const cyril = await given.join({ nickname: 'Cyril' });
  await command(given.facilitator, 'post', `/activities/${activityId}/skip-speaker`, { turn: 4 });
  await command(given.facilitator, 'post', `/participants/${boris.participantId}/remove`, {});
  expect(await word(given)).toMatchObject({ turn: 6, speaker: { name: 'Mária' }, next: [{ name: 'Cyril' }, { name: 'Hosť 1' }] });
  await command(given.facilitator, 'post', `/activities/${activityId}/skip-speaker`, { turn: 6 });
  await compose(cyril, activityId, 'Tieň');
  const part = partOf((await given.report()).activities.find(({ id }) => id === activityId), 'brainstorm')!;
  expect([part.way, part.frames.flatMap(({ notes }) => notes).length]).toEqual(['round-robin', 3]);
});

test('the word goes past who has no signal after a while; staff see whom, she has the next free turn when she is back, or it is given to her', async () => {
  const given = await givenSession(api);
  const [anna, boris, cyril] = (await given.joinAll(3)) as [Phone, Phone, Phone];
  const activityId = await given.started(settings);
  const [staff, boriss, cyrils] = [await screenOf(given, given.facilitator), await screenOf(given, boris), await screenOf(given, cyril)];
  await staff.until(({ staff: seen }) => seen?.participants.filter(({ online }) => online).length === 2);
  const keeper = api.app.get(WordKeeper);
  const begun = Date.now();
  const lookAfter = (ms: number) => keeper.step(new Date(begun + ms));
  const missed = async () => (await given.room()).staff!.missedWordIds;

  await lookAfter(0);
  await lookAfter(GRACE_MS - 1);
  expect(await word(given)).toMatchObject({ turn: 1, speaker: { participantId: anna.participantId } });
  await lookAfter(GRACE_MS);
  expect(await word(given)).toMatchObject({ turn: 2, speaker: { participantId: boris.participantId }, next: [{ participantId: cyril.participantId }] });
  expect(await missed()).toEqual([anna.participantId]);
  await lookAfter(5 * GRACE_MS);
  expect(await word(given)).toMatchObject({ turn: 2, speaker: { participantId: boris.participantId } });

  // back before Cyril, whose turn it was: she is first, and then it goes on with him
  const annas = await screenOf(given, anna);
  await staff.until(({ staff: seen }) => seen?.participants.every(({ online }) => online) === true);
  await lookAfter(6 * GRACE_MS);
  expect(await missed()).toEqual([]);
  expect(await word(given)).toMatchObject({ turn: 2, next: [{ participantId: anna.participantId }, { participantId: cyril.participantId }] });
  await compose(boris, activityId, 'Tieň');
  await compose(anna, activityId, 'Strecha');
  expect(await word(given)).toMatchObject({ turn: 4, speaker: { participantId: cyril.participantId }, next: [{ participantId: anna.participantId }, { participantId: boris.participantId }] });

  // a word that was given by hand waits; who was interrupted comes then
  annas.socket.disconnect();
  await staff.until(({ staff: seen }) => seen?.participants.filter(({ online }) => online).length === 2);
  await command(given.facilitator, 'post', `/activities/${activityId}/give-word`, { turn: 4, participantId: anna.participantId });
  for (const ms of [7, 9]) await lookAfter(ms * GRACE_MS);
  expect(await word(given)).toMatchObject({ turn: 5, speaker: { participantId: anna.participantId }, next: [{ participantId: cyril.participantId }, { participantId: boris.participantId }] });
  for (const { socket } of [staff, boriss, cyrils]) socket.disconnect();
});

test('where all were asked to leave, whoever comes then has the word by herself', async () => {
  const given = await givenSession(api);
  const anna = await given.join();
  const activityId = await given.started(settings);
  await command(given.facilitator, 'post', `/participants/${anna.participantId}/remove`, {});
  expect(await word(given)).toMatchObject({ speaker: null, next: [] });
  const boris = await given.join({ nickname: 'Boris' });
  const staff = await screenOf(given, given.facilitator);
  await api.app.get(WordKeeper).step(new Date());
  expect(await word(given)).toMatchObject({ speaker: { participantId: boris.participantId } });
  await given.step(activityId, 'end');
  staff.socket.disconnect();
});

test('an idea that is sent twice at once, because its answer was lost, is taken once and refused never', async () => {
  const given = await givenSession(api);
  const [anna] = (await given.joinAll(2)) as [Phone, Phone];
  const activityId = await given.started(settings);
  const [idea, key] = [cardOf('Strecha'), randomUUID()];
  const answers = await Promise.all(Array.from({ length: 4 }, () => ask(anna, 'post', `/activities/${activityId}/cards`, idea, key)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(await word(given)).toMatchObject({ turn: 2 });
});

test('who may not: guests skip nobody, strangers pass nothing, and where all write there is no word', async () => {
  const given = await givenSession(api);
  const phone = await given.join();
  const activityId = await given.started(settings);
  expect((await ask(phone, 'post', `/activities/${activityId}/skip-speaker`, { turn: 1 })).status).toBe(403);
  expect((await ask(phone, 'post', `/activities/${activityId}/give-word`, { turn: 1, participantId: phone.participantId })).status).toBe(403);
  const elsewhere = await (await givenSession(api)).join();
  expect((await ask(given.facilitator, 'post', `/activities/${activityId}/give-word`, { turn: 1, participantId: elsewhere.participantId })).status).toBe(404);
  expect((await ask(api.stranger(), 'post', `/activities/${activityId}/pass`, { turn: 1 })).status).toBe(404);
  const free = await given.started(brainstorm('open'));
  expect((await ask(phone, 'post', `/activities/${free}/pass`, { turn: 1 })).body).toMatchObject({ type: problem('conflict') });
});
