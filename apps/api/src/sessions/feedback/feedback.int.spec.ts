import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ReportPulse, ResultOf, RoomAnswers } from '@spolu/contracts/activities/answers';
import type { FeedbackView, SurveyLink } from '@spolu/contracts/feedback';
import type { ReflectionView, SaveReflection } from '@spolu/contracts/reflection';
import type { Response } from 'supertest';
import { givenApi, type TestApi } from '../../testing/given-api.ts';
import { plainOf } from '../activities/plain-by-kind.ts';
import { ask, command, givenSession, type GivenSession, type Phone, sessionOf } from '../given-session.ts';
import { choose, endSurvey, givenSurvey, link, offerTo, openFor, paperOf, send, surveyIn } from './given-survey.ts';
import { reflectionSheet } from './reflection-sheet.ts';
import { REPORT_WORDS } from '../report/report-words.ts';
import { SurveyService } from './survey.service.ts';
import { surveyParts, surveyRows } from './survey-plain.ts';

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
    expect(await feedbackOf(given)).toMatchObject({ words: [] });
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
    expect(await feedbackOf(given)).toMatchObject({ words: [] });
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

describe('the survey after a session', () => {
  test('opens when the session closes, for seven days and for who was there', async () => {
    const given = await givenSession(api);
    const [phone] = await given.joinAll(1);
    expect((await ask(phone!, 'get', `/sessions/${given.sessionId}/survey`)).body).toEqual({});
    expect(await codeOf(ask(phone!, 'post', `/sessions/${given.sessionId}/survey-links`, {}))).toBe('survey/closed');
    await given.close();
    const offer = await offerTo(phone!, given);
    expect(offer).toMatchObject({ isOpen: true, given: false });
    expect(Math.round((Date.parse(offer.closesAt) - Date.now()) / 86_400_000)).toBe(7);
    const { secret } = await link(phone!, given);
    const paper = await paperOf({ api }, secret);
    expect(paper).toMatchObject({ isOpen: true, given: false, questionnaires: [{ id: 'post-session' }] });
    expect(paper.questionnaires[0]!.questions).toHaveLength(21);
    expect(paper.demographics.map(({ id }) => id)).toEqual(['dm1', 'dm2', 'dm3', 'dm4']);
    // her receipt leads there too
    const receipt = await command<{ secret: string }>(phone!, 'post', '/receipts', { participantId: phone!.participantId });
    const byReceipt = (await ask(api.stranger(), 'post', '/receipt-survey-links', { secret: receipt.secret })).body as SurveyLink;
    expect((await ask(api.stranger(), 'post', '/survey-lookups', { secret: byReceipt.secret })).body).toMatchObject({ given: false });
  });

  test('takes each person’s answers once, whichever of her keys she uses, and the same command for the same', async () => {
    const { given, phones: [phone], secrets: [secret] } = await givenSurvey(api, 2);
    const other = await link(phone!, given);
    const key = randomUUID();
    await send({ api }, secret!, { ps01: 5 }, key).expect(204);
    await send({ api }, secret!, { ps01: 5 }, key).expect(204);
    expect(await codeOf(send({ api }, secret!, { ps01: 1 }))).toBe('survey/already-given');
    expect(await codeOf(send({ api }, other.secret, { ps01: 1 }))).toBe('survey/already-given');
    expect(await offerTo(phone!, given)).toMatchObject({ given: true });
    const [row] = await api.database.query<{ count: number }[]>('select count(*)::int as count from survey_submission where session_id = $1', [given.sessionId]);
    expect(row?.count).toBe(1);
  });

  test('refuses wrong keys, values that are none, and what comes too late', async () => {
    const { given, secrets: [one, two] } = await givenSurvey(api, 2);
    expect(await codeOf(send({ api }, 'x'.repeat(43), { ps01: 5 }))).toBe('survey/link-invalid');
    expect(await codeOf(send({ api }, one!, { ps01: 6 }))).toBe('invalid-input');
    expect(await codeOf(send({ api }, one!, { unknown: 1 }))).toBe('invalid-input');
    expect(await codeOf(ask(api.stranger(), 'put', `/sessions/${given.sessionId}/survey`, { days: 9 }))).toMatch(/signed-out|forbidden|not-found/);
    await endSurvey(given);
    expect(await codeOf(send({ api }, two!, { ps01: 5 }))).toBe('survey/closed');
    await openFor(given, 14);
    await send({ api }, two!, { ps01: 5 }).expect(204);
  });

  test('asks nobody who was removed, by her receipt neither, and counts her where she had answered before', async () => {
    const { given, phones: [left, gone], secrets } = await givenSurvey(api, 2);
    const receipts = await Promise.all([left!, gone!].map((phone) => command<{ secret: string }>(phone, 'post', '/receipts', { participantId: phone.participantId })));
    await send({ api }, secrets[0]!, { ps01: 5 }).expect(204);
    for (const { participantId } of [left!, gone!]) await command(given.facilitator, 'post', `/participants/${participantId}/remove`, {});
    expect(await codeOf(ask(api.stranger(), 'post', '/receipt-survey-links', { secret: receipts[1]!.secret }))).toBe('session/removed');
    expect(await codeOf(send({ api }, secrets[1]!, { ps01: 5 }))).toBe('session/removed');
    expect((await feedbackOf(given)).survey).toMatchObject({ given: 1, eligible: 1 });
  });

  test('is told from five on and five at a time, the rest once it is over; words after somebody looked', async () => {
    const { given, secrets } = await givenSurvey(api, 7);
    for (const secret of secrets.slice(0, 4)) await send({ api }, secret, { ps01: 4, ps20: 'Dobrá káva.' }).expect(204);
    expect(await feedbackOf(given)).toMatchObject({ words: [], survey: { given: 4, eligible: 7, told: 0 } });
    expect(await surveyIn(given)).toBeNull();
    await send({ api }, secrets[4]!, { ps01: 5, ps17: 'partly', ps17a: 'Schody.', ps19: 10 }).expect(204);
    const { words, survey } = await feedbackOf(given);
    expect(survey).toMatchObject({ given: 5, told: 5 });
    expect(survey!.results.find(({ questionId }) => questionId === 'ps01')).toMatchObject({ scale: { count: 5, mean: 4.2, agreeShare: 1 } });
    expect(survey!.results.find(({ questionId }) => questionId === 'ps19')).toEqual({ questionId: 'ps19', scale: null });
    expect(survey!.dimensions[0]).toEqual({ dimension: 'design', score: 80 });
    expect(words).toHaveLength(5);
    const stairs = words.find(({ text }) => text === 'Schody.')!;
    expect(stairs.question).toMatchObject({ en: expect.stringContaining('What was it?') });
    await command(given.facilitator, 'put', `/feedback-words/${stairs.id}/state`, { state: 'shown' });
    await send({ api }, secrets[5]!, { ps01: 1 }).expect(204);
    expect((await feedbackOf(given)).survey).toMatchObject({ given: 6, told: 5 });
    await endSurvey(given);
    const told = await surveyIn(given);
    expect(told).toMatchObject({ given: 6, told: 6, words: [{ questionId: 'ps17a', text: 'Schody.' }] });
    expect(surveyParts(told!, 'sk', REPORT_WORDS.sk)).toContainEqual({ kind: 'list', items: ['Schody.'] });
    expect(surveyRows(told!, 'cs', REPORT_WORDS.cs).rows).toContainEqual(['ps01', 'Účel setkání mi byl jasný.', 4, 4, null, null]);
  });

  test('tells no answer by itself where it is ended, made longer and ended again', async () => {
    const { given, secrets } = await givenSurvey(api, 11);
      for (const secret of secrets.slice(0, 6)) await send({ api }, secret, { ps01: 4, ps20: 'Prví.' }).expect(204);
    await endSurvey(given);
    expect((await feedbackOf(given)).survey).toMatchObject({ given: 6, told: 6 });
    await openFor(given, 14);
    for (const secret of secrets.slice(6, 10)) await send({ api }, secret, { ps01: 1, ps20: 'Druhí.' }).expect(204);
    await endSurvey(given);
    const meanwhile = await feedbackOf(given);
    expect(meanwhile.survey).toMatchObject({ given: 10, told: 6 });
    expect(meanwhile.words.map(({ text }) => text)).toEqual(Array.from({ length: 6 }, () => 'Prví.'));
    await openFor(given, 14);
    await send({ api }, secrets[10]!, { ps01: 1, ps20: 'Druhí.' }).expect(204);
    const after = await feedbackOf(given);
    expect(after.survey).toMatchObject({ given: 11, told: 11 });
    expect(after.words).toHaveLength(11);
  });

  test('asks what those who run it chose, until somebody has answered', async () => {
    const given = await givenSession(api);
    const [phone] = await given.joinAll(1);
    expect((await feedbackOf(given)).choice).toEqual({ questionnaires: ['post-session'], mayChange: true });
    await choose(given, ['training', 'pulse']).expect(200);
    expect(await codeOf(choose(given, ['pulse'], phone))).toBe('forbidden');
    for (const wrong of [['pulse', 'pulse'], ['organiser'], ['follow-up']]) expect(await codeOf(choose(given, wrong))).toBe('invalid-input');
    await given.close();
    // nobody fills it in: it may still be changed, and nothing be asked at all
    await choose(given, []).expect(200);
    expect((await ask(phone!, 'get', `/sessions/${given.sessionId}/survey`)).body).toEqual({});
    expect(await codeOf(ask(phone!, 'post', `/sessions/${given.sessionId}/survey-links`, {}))).toBe('survey/closed');
    expect(await feedbackOf(given)).toMatchObject({ survey: null, choice: { questionnaires: [], mayChange: true } });
    await choose(given, ['pulse', 'training']).expect(200);
    const { secret } = await link(phone!, given);
    const paper = await paperOf({ api }, secret);
    expect(paper.questionnaires.map(({ id }) => id)).toEqual(['pulse', 'training']);
    expect(paper.demographics).toEqual([]);
    expect(await codeOf(send({ api }, secret, { ps01: 5 }))).toBe('invalid-input');
    expect(await codeOf(send({ api }, secret, { pu1: 5, dm2: '60+' }))).toBe('invalid-input');
    await send({ api }, secret, { pu1: 5 }).expect(204);
    expect(await codeOf(choose(given, ['post-session']))).toBe('survey/has-answers');
    expect((await feedbackOf(given)).choice).toEqual({ questionnaires: ['pulse', 'training'], mayChange: false });
  });

  test('takes all that somebody writes on the paper she opened: meanwhile questions are added, and none are taken away', async () => {
    const given = await givenSession(api);
    const [phone] = await given.joinAll(1);
    await choose(given, ['training']).expect(200);
    await given.close();
    const { secret } = await link(phone!, given);
    const { questionnaires } = await paperOf({ api }, secret);
    for (const others of [[], ['pulse'], ['post-session', 'pulse']]) expect(await codeOf(choose(given, others))).toBe('survey/being-filled-in');
    await choose(given, ['pulse', 'training']).expect(200);
    await send({ api }, secret, { [questionnaires[0]!.questions[0]!.id]: 5 }).expect(204);
  });

  test('asks in a copy what the other session asks, and what is usual where it was never chosen', async () => {
    const given = await givenSession(api);
    const copied = async () => {
      const { id } = await command<{ id: string }>(given.facilitator, 'post', `/processes/${given.processId}/sessions`, { ...sessionOf(), from: { sessionId: given.sessionId } });
      return (await command<FeedbackView>(given.facilitator, 'get', `/sessions/${id}/feedback`)).choice.questionnaires;
    };
    expect(await copied()).toEqual(['post-session']);
    await choose(given, ['training']).expect(200);
    expect(await copied()).toEqual(['training']);
    await choose(given, []).expect(200);
    expect(await copied()).toEqual([]);
  });

  test('SEC-47: tells once, at its end, what groups said of five people each, and none from which a smaller one follows', async () => {
    const { given, secrets } = await givenSurvey(api, 19, ['post-session', 'pulse']);
      for (const [i, secret] of secrets.slice(0, 14).entries()) {
      const [gender, ages] = [i < 5 ? { dm3: 'f' } : i < 12 ? { dm3: 'm' } : { dm3: 'na' }, i < 10 ? { dm2: '30-44' } : { dm2: '60+' }];
      await send({ api }, secret, { ps01: i < 5 ? 5 : 2, ps17: 'no', pu3: 9, ps20: 'Dobrá káva.', ...gender, ...ages }).expect(204);
    }
    // the words carry nothing of who somebody is
    expect(JSON.stringify(await api.database.query('select * from feedback_words where session_id = $1', [given.sessionId]))).not.toMatch(/dm3|30-44/);
    expect((await feedbackOf(given)).survey).toMatchObject({ told: 10, groups: [] });
    await endSurvey(given);
    const told = await surveyIn(given);
    expect(told).toMatchObject({ told: 14, questionnaires: [{ id: 'post-session' }, { id: 'pulse' }] });
    // two did not say: with five and seven of fourteen they would be the rest, so the five stay untold with them; of the ages ten and four none is told
    expect(told!.groups.map(({ demographic, groups }) => [demographic.id, groups.map(({ value, people }) => [value, people])])).toEqual([['dm3', [['m', 7]]]]);
    expect(told!.groups[0]!.groups[0]!.results.find(({ questionId }) => questionId === 'ps01')).toMatchObject({ scale: { count: 7, mean: 2 } });
    const paper = surveyParts(told!, 'sk', REPORT_WORDS.sk);
    expect(paper).toContainEqual(expect.objectContaining({ kind: 'table', caption: 'Rýchla spätná väzba' }));
    expect(paper).toContainEqual(expect.objectContaining({ caption: 'Pohlavie', columns: [{ title: 'Otázka' }, { title: 'muž (7)', numeric: true }], rows: expect.arrayContaining([['Účel stretnutia mi bol jasný.', '2,0']]) }));
    expect(surveyRows(told!, 'cs', REPORT_WORDS.cs).rows).toContainEqual(['ps17', expect.any(String), 'no', 7, 'Pohlaví', 'muž']);
    // made longer, five more come: the groups stand as they were told
    await openFor(given, 14);
    for (const secret of secrets.slice(14)) await send({ api }, secret, { ps01: 1, dm3: 'm', dm2: '30-44' }).expect(204);
    await endSurvey(given);
    expect(await surveyIn(given)).toMatchObject({ told: 19, groups: told!.groups });
  });

  test('forgets its keys a month after its end, not before', async () => {
    const { given, secrets: [secret] } = await givenSurvey(api, 2);
    const keys = async () => (await api.database.query<{ n: number }[]>('select count(*)::int as n from survey_token where session_id = $1', [given.sessionId]))[0]!.n;
    const surveys = api.app.get(SurveyService);
    const had = await keys();
    const afterDays = (days: number) => new Date(Date.now() + (7 + days) * 86_400_000);
    await surveys.forgetLinks(afterDays(29));
    expect(await keys()).toBe(had);
    await surveys.forgetLinks(afterDays(31));
    expect(await keys()).toBe(0);
    expect(await codeOf(send({ api }, secret!, { ps01: 5 }))).toBe('survey/link-invalid');
  });

  test('SEC-47: no row, moment or order of it leads to a person', async () => {
    const { given, phones, secrets } = await givenSurvey(api, 12);
    for (const [i, secret] of secrets.entries()) await send({ api }, secret, { ps01: (i % 5) + 1, ps20: `Slová ${i}` }).expect(204);
    const columnsOf = async (table: string) => (await api.database.query<{ name: string }[]>('select column_name as name from information_schema.columns where table_name = $1 order by 1', [table])).map(({ name }) => name);
    expect(await columnsOf('survey_submission')).toEqual(['hour', 'id', 'scores', 'session_id', 'told']);
    expect(await columnsOf('feedback_words')).toEqual(['activity_id', 'id', 'question_id', 'session_id', 'state', 'text']);
    expect(await columnsOf('survey_given')).toEqual(['command', 'participant_id', 'session_id']);
    const rows = (table: string) => api.database.query<Record<string, unknown>[]>(`select *, xmin::text as "by" from ${table} where session_id = $1`, [given.sessionId]);
    const [submissions, words, marks] = [await rows('survey_submission'), await rows('feedback_words'), await rows('survey_given')];
    // one transaction laid all of them
    expect(new Set([...submissions, ...words, ...marks].map(({ by }) => by)).size).toBe(1);
    for (const { hour } of submissions) expect((hour as Date).getTime() % 3_600_000).toBe(0);
    // as they came, twelve stand once in some five hundred million times
    expect(words.map(({ text }) => text)).not.toEqual(secrets.map((_, i) => `Slová ${i}`));
    // nothing of an answer stands anywhere else, nor anything of a person with an answer
    const tables = await api.database.query<{ name: string }[]>(`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`);
    const ids = submissions.concat(words).map(({ id }) => String(id));
    const people = phones.flatMap(({ participantId }) => participantId).concat(marks.map(({ command: key }) => String(key)));
    for (const { name } of tables) {
      const found = await api.database.query<{ n: number }[]>(`select count(*)::int as n from ${name} as t where t::text ~ $1`, [(name === 'survey_submission' || name === 'feedback_words' ? people : ids).join('|')]);
      expect([name, found[0]!.n]).toEqual([name, 0]);
    }
    const keyed = await api.database.query<{ n: number }[]>(`select count(*)::int as n from idempotency_key where idempotency_key::text ~ $1`, [marks.map(({ command: key }) => String(key)).join('|')]);
    expect(keyed[0]!.n).toBe(0);
  });
});

const filledIn: SaveReflection = { scores: [{ questionId: 'or01', value: 4 }, { questionId: 'or06', value: 'no' }], lesson: 'Začať skôr.', staffHours: 12, directCosts: null, revision: 0 };
const reflectionOf = (given: GivenSession, by: Parameters<typeof ask>[0] = given.facilitator) => ask(by, 'get', `/sessions/${given.sessionId}/reflection`);
const reflect = (given: GivenSession, input: object = {}, by: Parameters<typeof ask>[0] = given.facilitator) => ask(by, 'put', `/sessions/${given.sessionId}/reflection`, { ...filledIn, ...input });

describe('what those who ran a session think of how it went', () => {
  test('is filled in once it is closed, by those who run it and nobody else, one of it, and of two at once the first holds', async () => {
    const given = await givenSession(api, { visibility: 'public' });
    const [phone, host, co] = [await given.join(), await given.staff('table-host'), await given.staff('co-facilitator')];
    expect([await codeOf(reflectionOf(given)), await codeOf(reflect(given))]).toEqual(['not-found', 'not-found']);
    await given.close();
    expect((await reflectionOf(given)).body).toEqual({ scores: {}, lesson: '', staffHours: null, directCosts: null, revision: 0, savedAt: null, sessionTitle: expect.any(String), others: [] });
    for (const [who, code] of [[phone, 'forbidden'], [host, 'forbidden'], [api.stranger(), 'not-found']] as const) {
      expect([await codeOf(reflectionOf(given, who)), await codeOf(reflect(given, {}, who))]).toEqual([code, code]);
    }
    const answers = await Promise.all([reflect(given), reflect(given, { lesson: 'Pozvať školy.' }, co)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await codeOf(reflect(given))).toBe('changed-meanwhile');
    await reflect(given, { lesson: '', staffHours: null, scores: [{ questionId: 'or01', value: 'opt-out' }], revision: 1 }, co).expect(200);
    expect((await reflectionOf(given)).body).toMatchObject({ revision: 2, lesson: '', staffHours: null, scores: { or01: 'opt-out' }, savedAt: expect.any(String) });
    for (const wrong of [{ scores: [{ questionId: 'or01', value: 6 }] }, { scores: [{ questionId: 'ps01', value: 4 }] }, { staffHours: -1 }, { directCosts: 1.5 }]) {
      expect(await codeOf(reflect(given, { revision: 2, ...wrong }))).toBe('invalid-input');
    }
    // it is for the team: no reader of the report gets it
    expect(JSON.stringify((await ask(api.stranger(), 'get', `/sessions/${given.sessionId}/report`)).body)).not.toMatch(/or01|opt-out/);
  });

  test('stands beside the latest other ones of the process that she runs, too', async () => {
    const first = await givenSession(api);
    await first.close();
    await reflect(first).expect(200);
    const { id } = await command<{ id: string }>(first.facilitator, 'post', `/processes/${first.processId}/sessions`, sessionOf({ title: 'Druhé stretnutie' }));
    for (const step of ['open', 'close']) await command(first.facilitator, 'post', `/sessions/${id}/${step}`);
    const view = (await ask(first.facilitator, 'get', `/sessions/${id}/reflection`)).body as ReflectionView;
    expect(view).toMatchObject({ sessionTitle: 'Druhé stretnutie', revision: 0, others: [{ sessionId: first.sessionId, closedAt: expect.any(String), scores: { or01: 4, or06: 'no' }, lesson: 'Začať skôr.', staffHours: 12, directCosts: null }] });
    const co = await api.person({ roles: [{ scope: 'session', scopeId: id, role: 'co-facilitator' }] });
    expect((await ask(co, 'get', `/sessions/${id}/reflection`)).body).toMatchObject({ revision: 0, others: [] });
  });

  test('goes as a table with all that those who run it take away', () => {
    const { columns, rows } = reflectionSheet({ scores: { or01: 4, or06: 'no', or07: 'opt-out' }, lesson: 'Začať skôr.', staffHours: 12, directCosts: null }, 'cs', REPORT_WORDS.cs);
    expect(columns).toEqual(['ID otázky', 'Otázka', 'Odpověď']);
    expect(rows).toContainEqual(['or06', 'Objevil se vnější tlak na výsledek?', 'Ne']);
    expect(rows.map(([questionId, , answer]) => [questionId, answer])).toEqual([
      ['or01', 4], ['or02', null], ['or03', null], ['or04', null], ['or05', null], ['or06', 'Ne'], ['or07', 'Nedokážu posoudit'], ['or08', 12], ['or09', null], ['or10', 'Začať skôr.'],
    ]);
  });
});
