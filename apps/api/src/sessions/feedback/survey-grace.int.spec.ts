import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type FeedbackView, SURVEY_GRACE_MINUTES, type SurveyLink } from '@spolu/contracts/feedback';
import type { Response } from 'supertest';
import { givenApi, type TestApi } from '../../testing/given-api.ts';
import { ask, command, givenSession, type GivenSession } from '../given-session.ts';
import { backdateEnd, endSurvey, givenSurvey, link, offerTo, openFor, paperOf, send, surveyIn } from './given-survey.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

const codeOf = async (request: PromiseLike<Response>) => ((await request).body as { code?: string }).code;
const surveyOf = async (given: GivenSession) => (await command<FeedbackView>(given.facilitator, 'get', `/sessions/${given.sessionId}/feedback`)).survey!;
const graceMs = SURVEY_GRACE_MINUTES * 60_000;

describe('a survey that is ended while somebody is filling it in', () => {
  test('takes what she sends within the grace, tells her until when, and takes nothing after it', async () => {
    const { given, phones: [inTime, late], secrets: [first, second, third] } = await givenSurvey(api, 3);
    expect(await paperOf(given, first!)).toMatchObject({ isOpen: true, graceUntil: null });
    await openFor(given, 0);
    const paper = await paperOf(given, first!);
    expect(paper).toMatchObject({ isOpen: false, given: false });
    expect(Date.parse(paper.graceUntil!) - Date.parse(paper.closesAt)).toBe(graceMs);
    expect(await offerTo(inTime!, given)).toMatchObject({ isOpen: false, graceUntil: paper.graceUntil });
    await send(given, first!, { ps01: 5, ps20: 'Schody.' }).expect(204);
    // a minute before the grace is over, then after it
    await backdateEnd(given, SURVEY_GRACE_MINUTES - 1);
    await send(given, second!, { ps01: 4 }).expect(204);
    await backdateEnd(given, 1);
    expect(await codeOf(send(given, third!, { ps01: 1 }))).toBe('survey/closed');
    expect(await paperOf(given, third!)).toMatchObject({ isOpen: false, graceUntil: null });
    expect(await codeOf(ask(late!, 'post', `/sessions/${given.sessionId}/survey-links`, {}))).toBe('survey/closed');
    expect(await surveyOf(given)).toMatchObject({ given: 2, eligible: 3, graceUntil: null });
  });

  test('knows what is sent twice for the same, also when it arrives after the grace the second time', async () => {
    const { given, secrets: [secret] } = await givenSurvey(api, 1);
    await openFor(given, 0);
    const key = randomUUID();
    await send(given, secret!, { ps01: 5 }, key).expect(204);
    await send(given, secret!, { ps01: 5 }, key).expect(204);
    await backdateEnd(given, SURVEY_GRACE_MINUTES);
    await send(given, secret!, { ps01: 5 }, key).expect(204);
    expect(await codeOf(send(given, secret!, { ps01: 1 }))).toBe('survey/already-given');
    expect(await surveyOf(given)).toMatchObject({ given: 1 });
  });

  test('opens for nobody anew: a key comes only to who had one, from her receipt too', async () => {
    const given = await givenSession(api);
    const [opened, waited] = await given.joinAll(2);
    const receipt = await command<{ secret: string }>(waited!, 'post', '/receipts', { participantId: waited!.participantId });
    await given.close();
    await link(opened!, given);
    await openFor(given, 0);
    expect(await offerTo(waited!, given)).toMatchObject({ isOpen: false, graceUntil: null });
    expect(await codeOf(ask(waited!, 'post', `/sessions/${given.sessionId}/survey-links`, {}))).toBe('survey/closed');
    expect(await codeOf(ask(api.stranger(), 'post', '/receipt-survey-links', { secret: receipt.secret }))).toBe('survey/closed');
    // she closed the page and comes from her phone again
    const { secret } = await command<SurveyLink>(opened!, 'post', `/sessions/${given.sessionId}/survey-links`, {});
    await send(given, secret, { ps01: 5 }).expect(204);
  });

  test('is ended once: pressed again, or for days that are past, nobody has her grace anew or loses it', async () => {
    const { given, secrets: [secret] } = await givenSurvey(api, 1);
    await openFor(given, 0);
    await backdateEnd(given, 10);
    const { closesAt } = await surveyOf(given);
    await openFor(given, 0);
    expect(await surveyOf(given)).toMatchObject({ closesAt });
    await openFor(given, 60);
    await api.database.query(`update survey set opened_at = opened_at - interval '20 days' where session_id = $1`, [given.sessionId]);
    await openFor(given, 7);
    expect((await surveyOf(given)).graceUntil).not.toBeNull();
    await send(given, secret!, { ps01: 5 }).expect(204);
  });

  test('SEC-47: tells the last ones once nobody may send any more, and none by itself before', async () => {
    const { given, secrets } = await givenSurvey(api, 9);
    for (const secret of secrets.slice(0, 7)) await send(given, secret, { ps01: 4, ps20: 'V čase.', dm3: 'f' }).expect(204);
    await openFor(given, 0);
    expect(await surveyOf(given)).toMatchObject({ isOpen: false, graceUntil: expect.any(String), given: 7, told: 5, groups: [] });
    expect(await surveyIn(given)).toMatchObject({ given: 7, told: 5, groups: [] });
    for (const secret of secrets.slice(7)) await send(given, secret, { ps01: 1, ps20: 'V lehote.', dm3: 'm' }).expect(204);
    // read after each of them, still only the first five are told
    expect(await surveyOf(given)).toMatchObject({ given: 9, told: 5, groups: [] });
    await backdateEnd(given, SURVEY_GRACE_MINUTES);
    const told = await surveyOf(given);
    expect(told).toMatchObject({ graceUntil: null, given: 9, told: 9 });
    expect(told.results.find(({ questionId }) => questionId === 'ps01')?.scale).toMatchObject({ count: 9 });
    const { words } = await command<FeedbackView>(given.facilitator, 'get', `/sessions/${given.sessionId}/feedback`);
    expect(words).toHaveLength(9);
    const report = await surveyIn(given);
    expect(report).toMatchObject({ given: 9, told: 9 });
    expect(report).not.toHaveProperty('graceUntil');
  });

  test('told waits for who is sending at the last moment: she is neither refused nor left out', async () => {
    const { given, secrets } = await givenSurvey(api, 6);
    for (const secret of secrets.slice(0, 5)) await send(given, secret, { ps01: 4 }).expect(204);
    await endSurvey(given);
    let told: Promise<unknown> = Promise.resolve();
    // hers was let in and is not stored yet
    await api.database.transaction(async (em) => {
      await em.query('select 1 from survey where session_id = $1 for update', [given.sessionId]);
      told = surveyOf(given);
      await waitsForALock();
      await em.query(`insert into survey_submission (id, session_id, scores, hour, told) values ($1, $2, '{"ps01": 1}', date_trunc('hour', now(), 'UTC'), false)`, [randomUUID(), given.sessionId]);
    });
    expect(await told).toMatchObject({ told: 6 });
  });
});

/** Until a statement of the api stands before the lock. */
async function waitsForALock(): Promise<void> {
  for (;;) {
    const [row] = await api.database.query<{ n: number }[]>(`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    if (row!.n > 0) return;
  }
}
