import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ReportPulse, ResultOf, RoomAnswers } from '@spolu/contracts/activities/answers';
import type { FeedbackView } from '@spolu/contracts/feedback';
import type { Response } from 'supertest';
import { givenApi, type TestApi } from '../../testing/given-api.ts';
import { plainOf } from '../activities/plain-by-kind.ts';
import { ask, command, givenSession, type GivenSession, type Phone } from '../given-session.ts';
import { REPORT_WORDS } from '../report/report-words.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

const codeOf = async (request: PromiseLike<Response>) => ((await request).body as { code?: string }).code;
const pulse = { kind: 'pulse' as const, secrecy: 'secret' as const, options: ['Mohol som hovoriť.', 'Viem, čo bude.'] };
const score = (phone: Phone, activityId: string, scores: { optionId: string; score: number }[], words = '') =>
  command(phone, 'post', `/activities/${activityId}/secret-answer`, { value: { kind: 'pulse', scores, words } });
const feedbackOf = (given: GivenSession) => given.facilitator.agent.get(`/api/sessions/${given.sessionId}/feedback`).then(({ body }) => body as FeedbackView);
const pulseIn = async (given: GivenSession, activityId: string) => (await given.report()).activities.find(({ id }) => id === activityId)!;

async function givenPulse(people: number) {
  const given = await givenSession(api);
  const phones = await given.joinAll(people);
  const activityId = await given.started(pulse);
  const part = (await given.room()).room.activity!.part as RoomAnswers;
  return { given, phones, activityId, optionIds: part.options.map(({ id }) => id) };
}

describe('a pulse', () => {
  test('asks what was prepared, counts five, and parts words from scores at its end', async () => {
    const { given, phones, activityId, optionIds: [first, second] } = await givenPulse(5);
    const said = ['Zuzana to viedla výborne.', 'Bolo teplo.'];
    for (const [i, phone] of phones.entries()) {
      await score(phone, activityId, [{ optionId: first!, score: 5 - (i % 2) }, ...(i < 4 ? [{ optionId: second!, score: 2 }] : [])], said[i] ?? '');
    }
    // nobody knows anything while it goes on, nor before it is shown
    expect((await given.room()).room.activity!.part).toMatchObject({ answeredCount: 5, result: null });
    await given.step(activityId, 'end');
    expect(await feedbackOf(given)).toEqual({ words: [] });
    expect((await pulseIn(given, activityId)).part).toBeNull();
    const scored = await api.database.query<{ value: object }[]>('select value from secret_answer where activity_id = $1', [activityId]);
    expect(scored).toHaveLength(5);
    for (const { value } of scored) expect(value).toMatchObject({ words: '' });
    const ids = phones.map(({ participantId }) => participantId);
    const words = await api.database.query<object[]>('select *, xmin::text from feedback_words where activity_id = $1', [activityId]);
    expect(words).toHaveLength(2);
    expect(ids.filter((id) => JSON.stringify([words, scored]).includes(id))).toEqual([]);

    await given.step(activityId, 'show-result');
    const { result } = (await given.room()).room.activity!.part as RoomAnswers;
    const [told, untold] = (result as ResultOf<'pulse'>).statements;
    expect(told).toMatchObject({ optionId: first, scale: { count: 5, mean: 4.6, agreeShare: 1 } });
    expect(untold).toEqual({ optionId: second, scale: null });
    expect(JSON.stringify((await given.room()).room)).not.toContain('Bolo teplo');
  });

  test('has words in the report once somebody looked through them', async () => {
    const { given, phones, activityId, optionIds: [first] } = await givenPulse(5);
    for (const [i, phone] of phones.entries()) await score(phone, activityId, [{ optionId: first!, score: 4 }], ['Zuzana to viedla výborne.', 'Bolo teplo.'][i] ?? '');
    await given.step(activityId, 'end');
    await given.close();
    const { words } = await feedbackOf(given);
    expect(words.map(({ text, state, activityTitle }) => [text, state, activityTitle === null]).sort()).toEqual([['Bolo teplo.', 'waiting', false], ['Zuzana to viedla výborne.', 'waiting', false]]);
    expect(((await pulseIn(given, activityId)).part as ReportPulse).words).toEqual([]);
    const warm = words.find(({ text }) => text === 'Bolo teplo.')!;
    await command(given.facilitator, 'put', `/feedback-words/${warm.id}/state`, { state: 'shown' });
    const chapter = await pulseIn(given, activityId);
    expect((chapter.part as ReportPulse).words).toEqual(['Bolo teplo.']);
    const paper = plainOf(chapter)!.parts(chapter, REPORT_WORDS.sk);
    expect(paper).toContainEqual(expect.objectContaining({ kind: 'table', rows: [['Mohol som hovoriť.', '4,0', '100\u00a0%', '5'], ['Viem, čo bude.', '–', '–', 'menej ako 5 odpovedí']] }));
    expect(paper).toContainEqual({ kind: 'list', items: ['Bolo teplo.'] });
    await command(given.facilitator, 'put', `/feedback-words/${warm.id}/state`, { state: 'hidden' });
    expect(((await pulseIn(given, activityId)).part as ReportPulse).words).toEqual([]);
  });

  test('of fewer than five tells nothing, its words neither', async () => {
    const { given, phones, activityId, optionIds: [first] } = await givenPulse(4);
    for (const phone of phones) await score(phone, activityId, [{ optionId: first!, score: 1 }], 'Nuda.');
    await given.step(activityId, 'end');
    await given.step(activityId, 'show-result');
    expect(((await given.room()).room.activity!.part as RoomAnswers).result).toMatchObject({ ballotCount: 4, statements: [{ scale: null }, { scale: null }] });
    expect(await feedbackOf(given)).toEqual({ words: [] });
    const [held] = await api.database.query<{ id: string }[]>('select id from feedback_words where activity_id = $1', [activityId]);
    expect(await codeOf(ask(given.facilitator, 'put', `/feedback-words/${held!.id}/state`, { state: 'shown' }))).toBe('not-found');
    // it goes on, and a fifth answers: now it may be told
    const late = await givenPulse(5);
    for (const phone of late.phones.slice(1)) await score(phone, late.activityId, [{ optionId: late.optionIds[0]!, score: 1 }], 'Nuda.');
    await late.given.step(late.activityId, 'end');
    await command(late.given.facilitator, 'post', `/activities/${late.activityId}/resume`, { until: 'ended' });
    await score(late.phones[0]!, late.activityId, [{ optionId: late.optionIds[0]!, score: 5 }], 'Fajn.');
    await late.given.close();
    expect((await feedbackOf(late.given)).words.map(({ text }) => text).sort()).toEqual(['Fajn.', 'Nuda.', 'Nuda.', 'Nuda.', 'Nuda.']);
    expect(await codeOf(ask(phones[0]!, 'get', `/sessions/${given.sessionId}/feedback`))).toBe('forbidden');
  });

  test('refuses what is no answer to it', async () => {
    const { phones: [phone], activityId, optionIds: [first] } = await givenPulse(1);
    const refused = (scores: { optionId: string; score: number }[]) => codeOf(ask(phone!, 'post', `/activities/${activityId}/secret-answer`, { value: { kind: 'pulse', scores, words: '' } }));
    expect(await refused([{ optionId: first!, score: 6 }])).toBe('invalid-input');
    expect(await refused([{ optionId: randomUUID(), score: 3 }])).toBe('vote/unknown-option');
    expect(await refused([{ optionId: first!, score: 3 }, { optionId: first!, score: 4 }])).toBe('vote/option-twice');
    expect(await codeOf(ask(phone!, 'put', `/activities/${activityId}/answer`, { value: { kind: 'pulse', scores: [], words: '' } }))).toBe('conflict');
  });
});
