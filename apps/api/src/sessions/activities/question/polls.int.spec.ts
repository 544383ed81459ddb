import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { QuestionForm } from '@spolu/contracts/activities/question';
import { partOf } from '@spolu/contracts/activities/part-of';
import { givenApi, type Someone, type TestApi } from '../../../testing/given-api.ts';
import { ask, brainstorm, command, compose, givenSession, screenOf, type GivenSession } from '../../given-session.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

const form: QuestionForm = { type: 'choice', options: ['Pri fontáne', 'Pod stromami', 'Nikde'], most: 1 };
const TITLE = 'Kde chcete lavičky?';
const begin = (given: GivenSession, running: string | null, who: Pick<Someone, 'agent'> = given.facilitator) => ask(who, 'post', `/sessions/${given.sessionId}/quick-poll`, { title: TITLE, form, running });
const poll = async (given: GivenSession, running: string | null) => ((await begin(given, running).expect(201)).body as { id: string }).id;
const secondsLeft = async (id: string) => (await api.database.query<{ left: number }[]>('select extract(epoch from ends_at - now())::float as left from activity where id = $1', [id]))[0]!.left;

test('a poll takes the hall at once, and afterwards what ran before goes on with the time that was left', async () => {
  const given = await givenSession(api);
  const phone = await given.join();
  const writing = await given.started(brainstorm('hidden'), { title: 'Píšeme', minutes: 10 });
  const next = await given.activity(brainstorm(), { title: 'Potom' });
  await given.backdate(writing, 4);
  await compose(phone, writing, 'Pred anketou');
  const screen = await screenOf(given, phone);
  const id = await poll(given, writing);
  await screen.until(({ room }) => room?.activity?.id === id);
  expect(screen.room!.activity).toMatchObject({ title: TITLE, kind: 'question', state: 'running', endsAt: null, part: { settings: { secrecy: 'blind' }, returnsTo: { id: writing, title: 'Píšeme' } } });
  expect(screen.room!.agenda.map((step) => [step.id, step.state])).toEqual([[writing, 'ended'], [id, 'running'], [next, 'planned']]);
  const [first] = partOf(screen.room!.activity, 'question')!.options;
  await command(phone, 'put', `/activities/${id}/answer`, { value: { kind: 'question', answer: { type: 'choice', chosen: [first!.id] } } });
  // the poll took four minutes, of which the writing loses none
  await given.backdate(id, 4);
  await api.database.query(`update activity set ends_at = ends_at - interval '4 minutes', ended_at = ended_at - interval '4 minutes' where id = $1`, [writing]);
  await given.step(writing, 'resume', { running: id, until: 'left' });
  await screen.until(({ room }) => room?.activity?.id === writing && room.activity.state === 'running');
  expect(screen.room!.activity).toMatchObject({ waitsForReveal: true, part: { cardCount: 1 } });
  const left = await secondsLeft(writing);
  expect(left).toBeLessThanOrEqual(360);
  expect(left).toBeGreaterThan(330);
  // its result may be shown afterwards too
  await given.step(id, 'show-result');
  await screen.until(({ room }) => room?.hall?.id === id);
  expect(partOf(screen.room!.hall, 'question')).toMatchObject({ result: { ballotCount: 1, figures: { counts: [{ count: 1 }, { count: 0 }, { count: 0 }] } } });
  screen.socket.disconnect();
});

test('one poll after the other leads back to what ran before the first', async () => {
  const given = await givenSession(api);
  const writing = await given.started(brainstorm());
  const first = await poll(given, writing);
  const second = await poll(given, first);
  expect(partOf((await given.room()).room.activity, 'question')!.returnsTo).toMatchObject({ id: writing });
  await given.step(second, 'end');
  await given.step(second, 'show-result');
  expect((await given.room()).room).toMatchObject({ activity: { id: second, part: { result: { ballotCount: 0 }, returnsTo: { id: writing } } } });
});

test('where nothing runs it begins all the same, and leads nowhere', async () => {
  const given = await givenSession(api);
  const id = await poll(given, null);
  const { room } = await given.room();
  expect(partOf(room.activity, 'question')!.returnsTo).toBeNull();
  expect(room.agenda.map((step) => step.id)).toEqual([id]);
});

test('of two who begin one at once, one does and the other is told', async () => {
  const given = await givenSession(api);
  const other = await given.staff('co-facilitator');
  const writing = await given.started(brainstorm());
  const both = await Promise.all([begin(given, writing), begin(given, writing, other)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(both.flatMap(({ body }) => (body as { code?: string }).code ?? [])).toEqual(['activity/other-running']);
  expect((await given.room()).room.agenda).toHaveLength(2);
});

test('a poll is the facilitator’s to begin, while the doors are open', async () => {
  const given = await givenSession(api);
  const phone = await given.join();
  for (const [who, status] of [[phone, 403], [await given.staff('observer'), 403], [api.stranger(), 404], [(await givenSession(api)).facilitator, 404]] as const) {
    await begin(given, null, who).expect(status);
  }
  await ask(given.facilitator, 'post', `/sessions/${given.sessionId}/quick-poll`, { title: TITLE, form: { ...form, options: ['Sám'] }, running: null }).expect(400);
  await given.close();
  expect((await begin(given, null)).body).toMatchObject({ code: 'session/closed' });
});
