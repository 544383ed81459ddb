import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { ActivitySettings } from '@spolu/contracts/activities/kinds';
import { partOf } from '@spolu/contracts/activities/part-of';
import { type OwnQuestions, QUESTIONS_PER_PARTICIPANT_MAX, type StaffQuestion, type TendQuestion } from '@spolu/contracts/activities/q-and-a';
import { givenApi, type Someone, type TestApi } from '../../../testing/given-api.ts';
import { ask, brainstorm, command, compose, givenSession, screenOf, type GivenSession, type Phone, type Screen } from '../../given-session.ts';

let api: TestApi;
const screens: Screen[] = [];
beforeAll(async () => {
  api = await givenApi();
});
afterEach(() => {
  for (const screen of screens.splice(0)) screen.socket.disconnect();
});
afterAll(() => api?.stop());

type Asker = Pick<Someone, 'agent'>;
const qAndA = (moderated = false): ActivitySettings => ({ kind: 'q-and-a', moderated });
const question = async (who: Asker, activityId: string, text: string, id: string = randomUUID()) => {
  await command(who, 'post', `/activities/${activityId}/questions`, { text, language: 'sk' }, id);
  return id;
};
const support = (who: Asker, id: string, supported = true) => ask(who, 'put', `/questions/${id}/support`, { supported });
const tend = (given: GivenSession, id: string, input: TendQuestion, who: Asker = given.facilitator) => ask(who, 'put', `/questions/${id}/state`, input);
const own = (who: Asker, activityId: string) => command<OwnQuestions>(who, 'get', `/activities/${activityId}/questions/own`);
const inRoom = async (given: GivenSession) => partOf((await given.room()).room.activity, 'q-and-a')!;
const codeOf = async (request: PromiseLike<{ body: { code?: string } }>) => (await request).body.code;

async function givenQuestions(moderated = false, phones = 3): Promise<{ given: GivenSession; activityId: string; phones: Phone[] }> {
  const given = await givenSession(api, { visibility: 'public' });
  return { given, phones: await given.joinAll(phones), activityId: await given.started(qAndA(moderated)) };
}

describe('questions of the hall', () => {
  test('are read by everybody, the most supported first, and nobody is told who asked', async () => {
    const { given, phones: [one, two, three], activityId } = await givenQuestions();
    const screen = await screenOf(given, three!);
    screens.push(screen);
    const first = await question(one!, activityId, 'Koľko to bude stáť?');
    const second = await question(two!, activityId, 'Prečo nie skôr?');
    await support(one!, second).expect(204);
    await support(three!, second).expect(204);
    await screen.until(({ room }) => partOf(room?.activity, 'q-and-a')?.questions[0]?.supportCount === 2);
    expect(partOf(screen.room!.activity, 'q-and-a')).toEqual({
      moderated: false, openCount: 2, answeredCount: 0, waitingCount: 0,
      questions: [
        { id: second, text: 'Prečo nie skôr?', language: 'sk', supportCount: 2, state: 'shown', answer: '' },
        { id: first, text: 'Koľko to bude stáť?', language: 'sk', supportCount: 0, state: 'shown', answer: '' },
      ],
    });
    for (const phone of [one!, two!]) expect(screen.frames.join()).not.toContain(phone.participantId);
    expect(await own(one!, activityId)).toEqual({ asked: [{ id: first, text: 'Koľko to bude stáť?', state: 'shown' }], supported: [second] });
  });

  test('wait for staff where they are moderated, and reach nobody before', async () => {
    const { given, phones: [one, two], activityId } = await givenQuestions(true);
    const screen = await screenOf(given, two!);
    screens.push(screen);
    const id = await question(one!, activityId, 'Tajomstvo?');
    await screen.until(({ room }) => partOf(room?.activity, 'q-and-a')?.waitingCount === 1);
    expect(screen.frames.join()).not.toContain('Tajomstvo');
    expect(await codeOf(support(two!, id))).toBe('not-found');
    expect(partOf((await given.report()).activities[0], 'q-and-a')!.questions).toEqual([]);
    expect(await command<StaffQuestion[]>(given.facilitator, 'get', `/activities/${activityId}/questions`)).toMatchObject([{ id, state: 'waiting', text: 'Tajomstvo?' }]);
    expect(await codeOf(ask(two!, 'get', `/activities/${activityId}/questions`))).toBe('forbidden');

    await tend(given, id, { state: 'shown' }).expect(204);
    await screen.until(({ room }) => partOf(room?.activity, 'q-and-a')?.questions[0]?.text === 'Tajomstvo?');
    await tend(given, id, { state: 'hidden' }).expect(204);
    expect((await inRoom(given)).questions).toEqual([]);
    expect((await own(one!, activityId)).asked).toMatchObject([{ state: 'hidden' }]);
  });

  test('are answered one at a time; an answer is told to all and can be taken back', async () => {
    const { given, phones: [one, two], activityId } = await givenQuestions();
    const [first, second] = [await question(one!, activityId, 'Prvá'), await question(two!, activityId, 'Druhá')];
    await tend(given, first, { state: 'current' }).expect(204);
    await tend(given, second, { state: 'current' }).expect(204);
    expect((await inRoom(given)).questions.map(({ id, state }) => [id, state])).toEqual([[second, 'current'], [first, 'shown']]);
    await tend(given, second, { state: 'answered', answer: 'Na jar.' }).expect(204);
    expect(await inRoom(given)).toMatchObject({ openCount: 1, answeredCount: 1, questions: [{ id: first }, { id: second, answer: 'Na jar.' }] });
    await tend(given, second, { state: 'shown' }).expect(204);
    expect((await inRoom(given)).questions.find(({ id }) => id === second)).toMatchObject({ state: 'shown', answer: '' });
    await tend(given, second, { state: 'answered' }).expect(204);
    expect((await inRoom(given)).questions.find(({ id }) => id === second)).toMatchObject({ state: 'answered', answer: 'Na jar.' });

    await tend(given, first, { state: 'current' }).expect(204);
    await given.step(activityId, 'end');
    expect((await inRoom(given)).questions.map(({ state }) => state)).toEqual(['shown', 'answered']);
    await tend(given, first, { state: 'answered', answer: 'Aj po stretnutí.' }).expect(204);
    expect(partOf((await given.report()).activities[0], 'q-and-a')!.questions).toMatchObject([
      { note: { text: 'Prvá', author: null }, answered: true, answer: 'Aj po stretnutí.' }, { note: { text: 'Druhá' }, answered: true, answer: 'Na jar.' },
    ]);
  });

  test('two who tend at once leave one question current', async () => {
    const { given, phones: [one], activityId } = await givenQuestions();
    const ids = [];
    for (let i = 0; i < 4; i++) ids.push(await question(one!, activityId, `Otázka ${i}`));
    await Promise.all(ids.map((id) => tend(given, id, { state: 'current' }).expect(204)));
    expect((await inRoom(given)).questions.filter(({ state }) => state === 'current')).toHaveLength(1);
  });

  test('are supported once by each and never by who asked (SEC-45)', async () => {
    const { given, phones: [one, two], activityId } = await givenQuestions();
    const id = await question(one!, activityId, 'Kedy?');
    expect(await codeOf(support(one!, id))).toBe('question/own');
    await Promise.all(Array.from({ length: 20 }, () => support(two!, id).expect(204)));
    expect((await inRoom(given)).questions[0]!.supportCount).toBe(1);
    await support(two!, id, false).expect(204);
    expect((await inRoom(given)).questions[0]!.supportCount).toBe(0);
  });

  test('sent again are one; other words under the same id are refused', async () => {
    const { given, phones: [one, two], activityId } = await givenQuestions();
    const id = randomUUID();
    await Promise.all([question(one!, activityId, 'Raz', id), question(one!, activityId, 'Raz', id)].map((sent) => sent.catch(() => undefined)));
    await question(one!, activityId, 'Raz', id);
    expect((await inRoom(given)).questions).toHaveLength(1);
    const send = (who: Asker, text: string) => ask(who, 'post', `/activities/${activityId}/questions`, { text, language: 'sk' }, id);
    expect(await codeOf(send(one!, 'Dva'))).toBe('idempotency-key-reused');
    expect(await codeOf(send(two!, 'Raz'))).toBe('idempotency-key-reused');
  });

  test('can’t be asked under the id of what somebody else said, so that it would be taken back with the question (SEC-03)', async () => {
    const elsewhere = await givenSession(api, { visibility: 'public' });
    await compose(await elsewhere.join(), await elsewhere.started(brainstorm()), 'Moje slová');
    const [note] = await api.database.query<{ id: string }[]>('select id from contribution where session_id = $1', [elsewhere.sessionId]);
    for (const moderated of [false, true]) {
      const { phones: [one], activityId } = await givenQuestions(moderated);
      expect(await codeOf(ask(one!, 'post', `/activities/${activityId}/questions`, { text: 'Kedy?', language: 'sk' }, note!.id))).toBe('idempotency-key-reused');
      await ask(one!, 'delete', `/questions/${note!.id}`);
      expect(await api.database.query('select visibility from record where id = $1', [note!.id])).toEqual([{ visibility: 'public' }]);
    }
  });

  test('keep the promise of the phone in the report: nobody reads who asked, also where she may be quoted by name', async () => {
    const { given, phones: [one], activityId } = await givenQuestions();
    await ask(one!, 'put', `/participants/${one!.participantId}/consents`, { kind: 'quote', given: true, version: 1, language: 'sk' }).expect(204);
    await question(one!, activityId, 'Kedy?');
    expect(partOf((await given.report()).activities[0], 'q-and-a')!.questions).toMatchObject([{ note: { text: 'Kedy?', author: null } }]);
  });

  test('are taken back by who asked, until they are answered', async () => {
    const { given, phones: [one, two], activityId } = await givenQuestions();
    const [first, second] = [await question(one!, activityId, 'Prvá'), await question(one!, activityId, 'Druhá')];
    expect(await codeOf(ask(two!, 'delete', `/questions/${first}`))).toBe('not-found');
    await ask(one!, 'delete', `/questions/${first}`).expect(204);
    await tend(given, second, { state: 'answered' }).expect(204);
    expect(await codeOf(ask(one!, 'delete', `/questions/${second}`))).toBe('question/answered');
    expect((await own(one!, activityId)).asked).toMatchObject([{ id: second }]);
    expect((await inRoom(given)).questions).toHaveLength(1);
    expect(await codeOf(tend(given, first, { state: 'shown' }))).toBe('not-found');
  });

  test('are not taken after the end, while it is locked, beyond the limit, by strangers or in another kind', async () => {
    const { given, phones: [one], activityId } = await givenQuestions();
    const send = (who: Asker = one!, of = activityId, key?: string) => ask(who, 'post', `/activities/${of}/questions`, { text: 'Ešte?', language: 'sk' }, key);
    expect(await codeOf(send(api.stranger()))).toBe('not-found');
    await given.step(activityId, 'lock', { locked: true });
    expect(await codeOf(send())).toBe('board/read-only');
    await given.step(activityId, 'lock', { locked: false });
    const sent = await Promise.all(Array.from({ length: QUESTIONS_PER_PARTICIPANT_MAX + 5 }, () => send()));
    expect(sent.filter(({ status }) => status === 201)).toHaveLength(QUESTIONS_PER_PARTICIPANT_MAX);
    expect(await codeOf(send())).toBe('activity/note-limit');
    const other = await given.started({ kind: 'information' });
    expect(await codeOf(send(one, other))).toBe('conflict');
    expect(await codeOf(send())).toBe('activity/not-running');
  });
});
