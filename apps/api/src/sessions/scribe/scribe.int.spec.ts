import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { partOf } from '@spolu/contracts/activities/part-of';
import type { Made } from '@spolu/contracts/common';
import type { Receipt, ReceiptView } from '@spolu/contracts/provenance';
import type { AddAttendee, Attendee, Paper, WriteDown, WrittenDown } from '@spolu/contracts/scribe';
import { givenApi, type Someone, type TestApi } from '../../testing/given-api.ts';
import { ask, brainstorm, cluster, command, givenSession, type GivenSession } from '../given-session.ts';

let api: TestApi;
let given: GivenSession;
let scribe: Someone;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(async () => {
  await api?.stop();
});
beforeEach(async () => {
  given = await givenSession(api);
  scribe = await given.staff('scribe');
});

const attendee = (more: Partial<AddAttendee> = {}): AddAttendee => ({ nickname: 'Pani Mária', sector: 'residents', language: 'sk', ...more });
const add = async (more: Partial<AddAttendee> = {}) => (await command<Made>(scribe, 'post', `/sessions/${given.sessionId}/attendees`, attendee(more))).id;
const written = (texts: string[], more: Partial<WriteDown> = {}): WriteDown => ({ texts, participantId: null, onPaper: false, colour: 'yellow', frameId: null, language: 'sk', ...more });
const write = (activityId: string, texts: string[], more: Partial<WriteDown> = {}, key?: string) =>
  command<WrittenDown>(scribe, 'post', `/activities/${activityId}/written-down`, written(texts, more), key);
const contributions = (activityId: string) =>
  api.database.query<{ text: string; participant_id: string | null; scribe_id: string | null; on_paper: boolean }[]>(
    'select text, participant_id, scribe_id, on_paper from contribution where activity_id = $1 order by text', [activityId],
  );

test('what a scribe writes is the words of who said it, and her receipt leads to them', async () => {
  const id = await add();
  const activityId = await given.started(brainstorm());
  await write(activityId, ['Lavičky v tieni', 'Viac stromov'], { participantId: id });
  expect(await contributions(activityId)).toEqual(['Lavičky v tieni', 'Viac stromov'].map((text) => ({ text, participant_id: id, scribe_id: scribe.personId, on_paper: false })));
  expect(await command<Attendee[]>(scribe, 'get', `/sessions/${given.sessionId}/attendees`)).toEqual([
    { participantId: id, nickname: 'Pani Mária', sector: 'residents', language: 'sk', noteCount: 2, hasReceipt: false },
  ]);
  const first = await command<Receipt>(scribe, 'post', `/attendees/${id}/receipt`);
  expect(await command<Attendee[]>(scribe, 'get', `/sessions/${given.sessionId}/attendees`)).toMatchObject([{ hasReceipt: true }]);
  const second = await command<Receipt>(scribe, 'post', `/attendees/${id}/receipt`);
  expect((await ask(api.stranger(), 'post', '/receipt-lookups', { secret: first.secret })).body).toMatchObject({ code: 'provenance/receipt-invalid' });
  const ways = await command<ReceiptView>(api.stranger(), 'post', '/receipt-lookups', { secret: second.secret });
  expect(ways.contributions.map(({ text }) => text).sort()).toEqual(['Lavičky v tieni', 'Viac stromov']);
});

test('lines from paper become notes of nobody in the frame that was chosen, once however often they are sent, also after the end', async () => {
  const activityId = await given.started(brainstorm('open', ['Silné', 'Slabé']));
  const { frames, anonymous } = await command<Paper>(scribe, 'get', `/activities/${activityId}/paper`);
  expect([anonymous, frames.map(({ title }) => title)]).toEqual([false, ['Silné', 'Slabé']]);
  await given.step(activityId, 'end');
  const key = '01900000-0000-7000-8000-000000000001';
  const once = await write(activityId, ['Park', 'Trh'], { onPaper: true, frameId: frames[1]!.id }, key);
  expect(await write(activityId, ['Park', 'Trh'], { onPaper: true, frameId: frames[1]!.id }, key)).toEqual(once);
  expect(await contributions(activityId)).toEqual(['Park', 'Trh'].map((text) => ({ text, participant_id: null, scribe_id: scribe.personId, on_paper: true })));
  const { activities } = await given.report();
  expect(partOf(activities[0], 'brainstorm')!.frames.map(({ title, notes }) => [title, notes.map(({ text }) => text)])).toEqual([['Silné', []], ['Slabé', ['Park', 'Trh']]]);
});

test('hidden notes wait for the reveal with who wrote them down; in an anonymous activity nobody is kept', async () => {
  const id = await add();
  const hidden = await given.started(brainstorm('hidden'));
  await write(hidden, ['Ticho'], { participantId: id, onPaper: true });
  expect(await contributions(hidden)).toEqual([]);
  await given.step(hidden, 'reveal');
  expect(await contributions(hidden)).toEqual([{ text: 'Ticho', participant_id: id, scribe_id: scribe.personId, on_paper: true }]);
  const anonymous = await given.started(brainstorm('anonymous'));
  expect((await ask(scribe, 'post', `/activities/${anonymous}/written-down`, written(['Bez mena'], { participantId: id }))).body).toMatchObject({ code: 'invalid-input' });
  await write(anonymous, ['Bez mena']);
  expect(await contributions(anonymous)).toEqual([{ text: 'Bez mena', participant_id: null, scribe_id: null, on_paper: false }]);
});

test('SEC-02: nobody writes in the name of who has a phone of her own, nor before the beginning, nor in an activity without notes', async () => {
  const phone = await given.join();
  const activityId = await given.started(brainstorm());
  expect((await ask(scribe, 'post', `/activities/${activityId}/written-down`, written(['x'], { participantId: phone.participantId }))).status).toBe(404);
  expect((await ask(scribe, 'post', `/attendees/${phone.participantId}/receipt`, {})).status).toBe(404);
  for (const id of [await given.activity(brainstorm()), await given.started(cluster)]) {
    expect((await ask(scribe, 'post', `/activities/${id}/written-down`, written(['x']))).body).toMatchObject({ code: 'activity/not-running' });
  }
});

test('who may: those who work in the room', async () => {
  const id = await add();
  const activityId = await given.started(brainstorm());
  const phone = await given.join();
  const observer = await given.staff('observer');
  const stranger = await api.person();
  const tries = (who: Someone) => [
    ask(who, 'post', `/sessions/${given.sessionId}/attendees`, attendee()), ask(who, 'get', `/sessions/${given.sessionId}/attendees`),
    ask(who, 'post', `/attendees/${id}/receipt`, {}), ask(who, 'get', `/activities/${activityId}/paper`), ask(who, 'post', `/activities/${activityId}/written-down`, written(['x'])),
  ];
  for (const [who, status] of [[phone, 403], [observer, 403], [stranger, 404]] as const) {
    for (const answer of await Promise.all(tries(who))) expect(answer.status).toBe(status);
  }
});

test('whoever has no device is nobody a vote waits for', async () => {
  await given.join();
  await add();
  await given.started({ kind: 'consent', secrecy: 'blind' });
  expect(partOf((await given.room()).room.activity, 'consent')).toMatchObject({ eligibleCount: 1 });
});
