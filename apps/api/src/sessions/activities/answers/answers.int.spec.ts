import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { AnswerOf, AnswerValue, NamedAnswer, OwnAnswer, ReportAnswers, ResultOf, RoomAnswers, Secrecy } from '@spolu/contracts/activities/answers';
import type { Sector } from '@spolu/contracts/common';
import type { QuestionAnswer, QuestionForm, StaffSaid } from '@spolu/contracts/activities/question';
import type { ActivitySettings } from '@spolu/contracts/activities/kinds';
import type { RoomState } from '@spolu/contracts/sessions';
import { createApp } from '../../../app.ts';
import { givenApi, type TestApi } from '../../../testing/given-api.ts';
import { REPORT_WORDS } from '../../report/report-words.ts';
import { plainOf } from '../plain-by-kind.ts';
import { ask, brainstorm, command, givenSession, screenOf, type GivenSession, type Phone, type Screen } from '../../given-session.ts';

let api: TestApi;
const screens: Screen[] = [];
beforeAll(async () => {
  api = await givenApi();
});
afterEach(() => {
  for (const screen of screens.splice(0)) screen.socket.disconnect();
});
afterAll(() => api?.stop());

const fist = (secrecy: Secrecy = 'blind'): ActivitySettings => ({ kind: 'fist-to-five', secrecy });
const consent = (secrecy: Secrecy = 'blind'): ActivitySettings => ({ kind: 'consent', secrecy });
const OPTIONS = ['Strechy', 'Kotly', 'Stromy'];
const ranking = (secrecy: Secrecy = 'blind', options = OPTIONS): ActivitySettings => ({ kind: 'ranking', secrecy, options });
const estimate = (secrecy: Secrecy = 'blind'): ActivitySettings => ({ kind: 'estimate', secrecy, options: OPTIONS, x: 'Prácnosť', y: 'Prínos' });

const question = (form: QuestionForm, secrecy: Secrecy = 'blind'): ActivitySettings => ({ kind: 'question', secrecy, form });
const choice = (most = 1): QuestionForm => ({ type: 'choice', options: OPTIONS, most });
const scale: QuestionForm = { type: 'scale', steps: 5, low: 'vôbec nie', high: 'veľmi' };
const distance: QuestionForm = { type: 'number', unit: 'km', from: 0, to: 200 };
const answers = (answer: QuestionAnswer): AnswerValue => ({ kind: 'question', answer });

const shows = (fingers: AnswerOf<'fist-to-five'>['fingers']): AnswerValue => ({ kind: 'fist-to-five', fingers });
const says = (stance: AnswerOf<'consent'>['stance'], reason = ''): AnswerValue => ({ kind: 'consent', stance, reason });
const path = (activityId: string) => `/activities/${activityId}/answer`;
const give = (phone: Phone, activityId: string, value: AnswerValue) => command<OwnAnswer>(phone, 'put', path(activityId), { value });
const giveSecretly = (phone: Phone, activityId: string, value: AnswerValue, key?: string) => command<OwnAnswer>(phone, 'post', `/activities/${activityId}/secret-answer`, { value }, key);
const own = (phone: Phone, activityId: string) => command<OwnAnswer>(phone, 'get', path(activityId));
const codeOf = async (request: PromiseLike<{ body: { code?: string } }>) => (await request).body.code;
const partOfRoom = (room: RoomState | undefined) => room?.activity?.part as RoomAnswers | undefined;
const inRoom = async (given: GivenSession): Promise<RoomAnswers> => partOfRoom((await given.room()).room)!;
const inReport = async (given: GivenSession, activityId: string): Promise<ReportAnswers | null> => (await given.report()).activities.find(({ id }) => id === activityId)!.part as ReportAnswers | null;
const counted = async (given: GivenSession, activityId: string) => {
  await given.step(activityId, 'end');
  await given.step(activityId, 'show-result');
  return (await inRoom(given)).result!;
};

async function givenVote(settings: ActivitySettings, phones = 2): Promise<{ given: GivenSession; phones: Phone[]; activityId: string; optionIds: string[] }> {
  const given = await givenSession(api);
  const joined = await given.joinAll(phones);
  const activityId = await given.started(settings);
  return { given, phones: joined, activityId, optionIds: (await inRoom(given)).options.map(({ id }) => id) };
}

describe('an answer', () => {
  test('is each person’s own, hers to change until the end, and counted once', async () => {
    const { given, phones: [one, other], activityId } = await givenVote(fist(), 3);
    expect(await own(one!, activityId)).toEqual({ activityId, given: false, value: null });
    await give(one!, activityId, shows(1));
    expect(await give(one!, activityId, shows(4))).toEqual({ activityId, given: true, value: shows(4) });
    await give(other!, activityId, shows(null));
    expect(await own(one!, activityId)).toEqual({ activityId, given: true, value: shows(4) });
    expect(await inRoom(given)).toMatchObject({ answeredCount: 2, eligibleCount: 3, result: null, round: 1, settings: fist() });
    expect(await counted(given, activityId)).toMatchObject({ ballotCount: 2, abstentionCount: 1, outcome: 'agreed', counts: [{}, {}, {}, {}, { step: 4, count: 1 }, {}] });
  });

  test.each<[string, ActivitySettings, (optionIds: string[]) => object, string, number]>([
    ['of another kind', fist(), () => says('consent'), 'invalid-input', 400],
    ['with six fingers', fist(), () => ({ kind: 'fist-to-five', fingers: 6 }), 'invalid-input', 400],
    ['that objects and does not say why', consent(), () => says('objection', ' '), 'vote/reason-missing', 400],
    ['that ranks an option twice', ranking(), ([a]) => ({ kind: 'ranking', ranking: [a, a] }), 'vote/option-twice', 400],
    ['that ranks what stands in no vote', ranking(), () => ({ kind: 'ranking', ranking: [randomUUID()] }), 'vote/unknown-option', 400],
    ['that estimates an option twice', estimate(), ([a]) => ({ kind: 'estimate', estimates: [{ optionId: a, x: 1, y: 1 }, { optionId: a, x: 2, y: 2 }] }), 'vote/option-twice', 400],
    ['beyond the axis', estimate(), ([a]) => ({ kind: 'estimate', estimates: [{ optionId: a, x: 11, y: 1 }] }), 'invalid-input', 400],
    ['in another form than is asked', question(scale), () => answers({ type: 'number', number: 3 }), 'invalid-input', 400],
    ['that chooses what is not offered', question(choice()), () => answers({ type: 'choice', chosen: [randomUUID()] }), 'vote/unknown-option', 400],
    ['that chooses more than one may', question(choice(2)), (ids) => answers({ type: 'choice', chosen: ids }), 'vote/over-limit', 409],
    ['beyond the scale', question(scale), () => answers({ type: 'scale', step: 6 }), 'invalid-input', 400],
    ['out of the range', question(distance), () => answers({ type: 'number', number: 201 }), 'invalid-input', 400],
    ['with more than two decimals', question(distance), () => answers({ type: 'number', number: 1.234 }), 'invalid-input', 400],
    ['with a field that no answer has (SEC-04)', fist(), () => ({ ...shows(3), participantId: randomUUID() }), 'invalid-input', 400],
  ])('%s is refused', async (_, settings, value, code, status) => {
    const { phones: [phone], activityId, optionIds } = await givenVote(settings);
    const refused = await ask(phone!, 'put', path(activityId), { value: value(optionIds) });
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([status, code]);
    expect(await own(phone!, activityId)).toMatchObject({ given: false });
  });

  test('is taken until the end by the server’s clock, and not while it is locked (SEC-46)', async () => {
    const { given, phones: [phone], activityId } = await givenVote(fist());
    await given.step(activityId, 'lock', { locked: true });
    expect(await codeOf(ask(phone!, 'put', path(activityId), { value: shows(3) }))).toBe('board/read-only');
    await given.step(activityId, 'lock', { locked: false });
    await give(phone!, activityId, shows(3));
    const beforeEnd = new Date().toISOString();
    await given.step(activityId, 'end');
    expect(await command<OwnAnswer>(phone!, 'put', path(activityId), { value: shows(4), madeAt: beforeEnd })).toEqual({ activityId, given: true, value: shows(4) });
    expect(await give(phone!, activityId, shows(5))).toEqual({ activityId, given: true, value: shows(4), late: 'waiting' });
    expect((await own(phone!, activityId)).value).toEqual(shows(4));
    await given.step(activityId, 'show-result');
    expect(await codeOf(ask(phone!, 'put', path(activityId), { value: shows(5), madeAt: beforeEnd }))).toBe('vote/too-late');
    expect((await own(phone!, activityId)).late).toBe('left-out');
  });

  test('is given by those who are in the room, and read by nobody else', async () => {
    const { given, phones: [phone], activityId } = await givenVote(fist());
    await give(phone!, activityId, shows(3));
    const elsewhere = await (await givenSession(api)).join();
    for (const [who, status] of [[api.stranger(), 404], [given.facilitator, 403], [await given.staff('observer'), 403], [elsewhere, 404]] as const) {
      await ask(who, 'get', path(activityId)).expect(status);
      await ask(who, 'put', path(activityId), { value: shows(0) }).expect(status);
      await ask(who, 'post', `/activities/${activityId}/secret-answer`, { value: shows(0) }).expect(status);
    }
    const writing = await given.started(brainstorm());
    expect(await codeOf(ask(phone!, 'put', path(writing), { value: shows(3) }))).toBe('conflict');
  });

  test('that came late waits: staff know how many, and have all of them counted or none', async () => {
    const { given, phones: [one, other, third], activityId } = await givenVote(fist(), 3);
    await give(one!, activityId, shows(1));
    await given.step(activityId, 'end');
    for (const phone of [one, other, third]) await give(phone!, activityId, shows(5));
    await command(given.facilitator, 'post', `/participants/${third!.participantId}/remove`);
    const tray = async () => (await given.room()).staff!.lateAnswers;
    expect(await tray()).toEqual([{ activityId, title: expect.any(String), waitingCount: 2, leftOutCount: 0, countedFrom: 1 }]);
    expect(await inRoom(given)).toMatchObject({ answeredCount: 1 });

    await command(given.facilitator, 'post', `/activities/${activityId}/late-answers`, { count: false });
    expect(await tray()).toMatchObject([{ waitingCount: 0, leftOutCount: 2 }]);
    expect(await own(other!, activityId)).toEqual({ activityId, given: false, value: null, late: 'left-out' });
    await command(given.facilitator, 'post', `/activities/${activityId}/late-answers`, { count: true });
    expect(await tray()).toEqual([]);
    expect(await own(one!, activityId)).toEqual({ activityId, given: true, value: shows(5), late: 'counted' });
    await given.step(activityId, 'show-result');
    expect((await inRoom(given)).result).toMatchObject({ ballotCount: 2, counts: [{}, {}, {}, {}, {}, { step: 5, count: 2 }] });
    expect(await codeOf(ask(given.facilitator, 'post', `/activities/${activityId}/late-answers`, { count: true }))).toBe('vote/result-shown');
    const report = await given.report();
    const chapter = report.activities.find(({ id }) => id === activityId)!;
    expect(chapter.part).toMatchObject({ late: { counted: 2, leftOut: 1 } });
    expect(plainOf(chapter)!.parts(chapter, REPORT_WORDS.sk)).toContainEqual(expect.objectContaining({ text: 'Po skončení prišlo: 3 (započítané 2, nezapočítané 1).' }));
    expect(await api.database.query(`select action, facts from audit_entry where subject_id = $1 and action like 'late-answers.%' order by at`, [activityId])).toEqual([
      { action: 'late-answers.left-out', facts: { number: 2 } }, { action: 'late-answers.counted', facts: { number: 2 } },
    ]);
  });

  test('that came late is in time again where the vote goes on, and is nobody’s who came after the end', async () => {
    const { given, phones: [phone], activityId } = await givenVote(fist());
    await given.step(activityId, 'end');
    await give(phone!, activityId, shows(2));
    // also where she says that she answered before it
    for (const madeAt of [undefined, '2026-01-01T00:00:00.000Z']) expect(await codeOf(ask(await given.join(), 'put', path(activityId), { value: shows(0), madeAt }))).toBe('vote/too-late');
    await given.step(activityId, 'resume', { running: null, until: 'ended' });
    expect(await own(phone!, activityId)).toEqual({ activityId, given: true, value: shows(2), late: 'counted' });
    expect(await codeOf(ask(given.facilitator, 'post', `/activities/${activityId}/late-answers`, { count: true }))).toBe('activity/not-ended');
    await ask(await given.staff('co-facilitator'), 'post', `/activities/${activityId}/late-answers`, { count: true }).expect(409);
    for (const [who, status] of [[phone!, 403], [await given.staff('scribe'), 403], [api.stranger(), 404]] as const) {
      await ask(who, 'post', `/activities/${activityId}/late-answers`, { count: true }).expect(status);
    }
  });

  test('that came late and was left out takes the place of none that was given since', async () => {
    const { given, phones: [one, other], activityId } = await givenVote(fist());
    await given.step(activityId, 'end');
    for (const phone of [one!, other!]) await give(phone, activityId, shows(0));
    await command(given.facilitator, 'post', `/activities/${activityId}/late-answers`, { count: false });
    await given.step(activityId, 'resume', { running: null, until: 'ended' });
    await give(one!, activityId, shows(5));
    await given.step(activityId, 'end');
    expect((await given.room()).staff!.lateAnswers).toMatchObject([{ waitingCount: 0, leftOutCount: 1 }]);
    await command(given.facilitator, 'post', `/activities/${activityId}/late-answers`, { count: true });
    expect([(await own(one!, activityId)).value, (await own(other!, activityId)).value]).toEqual([shows(5), shows(0)]);
  });

  test('counts once whatever arrives at once (SEC-45)', async () => {
    const { given, phones, activityId } = await givenVote(fist(), 40);
    const key = randomUUID();
    const twice = phones.flatMap((phone) => [give(phone, activityId, shows(4)), give(phone, activityId, shows(5))]);
    const same = Array.from({ length: 60 }, () => ask(phones[0]!, 'put', path(activityId), { value: shows(2) }, key));
    await Promise.all([...twice, ...same]);
    const result = (await counted(given, activityId)) as ResultOf<'fist-to-five'>;
    expect(result.ballotCount).toBe(40);
    expect(result.counts.reduce((sum, { count }) => sum + count, 0)).toBe(40);
  });

  test('of each kind comes to what its rules say', async () => {
    const { given, phones: [one, other], activityId, optionIds: [a, b, c] } = await givenVote(ranking());
    await give(one!, activityId, { kind: 'ranking', ranking: [b!, a!] });
    await give(other!, activityId, { kind: 'ranking', ranking: [b!] });
    expect(await counted(given, activityId)).toMatchObject({ agreedWinner: b, borda: [{ optionId: b, points: 4, rank: 1 }, { optionId: a, rank: 2 }, { optionId: c, rank: 3 }] });

    const mapId = await given.started(estimate());
    const [first] = (await inRoom(given)).options;
    for (const [phone, x] of [[one, 2], [other, 9]] as const) await give(phone!, mapId, { kind: 'estimate', estimates: [{ optionId: first!.id, x, y: 8 }] });
    expect(await counted(given, mapId)).toMatchObject({ options: [{ optionId: first!.id, x: { median: 5.5, min: 2, max: 9 }, y: { median: 8 }, field: 'high-high' }, { x: null }, { x: null }] });

    const gradientsId = await given.started({ kind: 'gradients', secrecy: 'blind' });
    await give(one!, gradientsId, { kind: 'gradients', gradient: 'veto' });
    expect(await counted(given, gradientsId)).toMatchObject({ againstCount: 1, ballotCount: 1 });

    const choiceId = await given.started(question(choice(2)));
    const [oneOption, otherOption] = (await inRoom(given)).options;
    await give(one!, choiceId, answers({ type: 'choice', chosen: [otherOption!.id, oneOption!.id] }));
    await give(other!, choiceId, answers({ type: 'choice', chosen: [] }));
    expect(await counted(given, choiceId)).toMatchObject({
      ballotCount: 2, abstentionCount: 1, figures: { type: 'choice', counts: [{ optionId: oneOption!.id, count: 1 }, { optionId: otherOption!.id, count: 1 }, { count: 0 }] },
    });

    const scaleId = await given.started(question(scale, 'secret'));
    for (const [phone, step] of [[one, 2], [other, 5]] as const) await giveSecretly(phone!, scaleId, answers({ type: 'scale', step }));
    expect(await counted(given, scaleId)).toMatchObject({ figures: { low: 'vôbec nie', counts: [{ count: 0 }, { step: 2, count: 1 }, {}, {}, { step: 5, count: 1 }], spread: { median: 3.5 } } });

    const numberId = await given.started(question(distance, 'open'));
    for (const [phone, number] of [[one, 2.5], [other, 120]] as const) await give(phone!, numberId, answers({ type: 'number', number }));
    expect(await counted(given, numberId)).toMatchObject({ figures: { unit: 'km', bins: [{ from: 2.5, to: 2.5, count: 1 }, { from: 120, count: 1 }], spread: { median: 61.25 }, mean: 61.25 } });

    const consentId = await given.started(consent());
    await give(one!, consentId, says('objection', 'Rampa je príliš strmá.'));
    await give(other!, consentId, says('consent', 'zostalo po námietke'));
    expect(await counted(given, consentId)).toMatchObject({ outcome: 'objections', objections: ['Rampa je príliš strmá.'], concerns: [] });
  });
});

describe('a vote that is not over', () => {
  test('tells nobody what was answered: no frame, room or report, not staff either (SEC-46)', async () => {
    const { given, phones, activityId } = await givenVote(consent('open'), 3);
    for (const who of [phones[2]!, given.facilitator]) screens.push(await screenOf(given, who));
    for (const phone of phones.slice(0, 2)) await give(phone, activityId, says('objection', 'tajný dôvod'));
    for (const screen of screens) await screen.until(({ room }) => partOfRoom(room)?.answeredCount === 2);
    await given.step(activityId, 'end');
    for (const screen of screens) await screen.until(({ room }) => room?.activity?.state === 'ended');
    for (const frame of screens.flatMap(({ frames }) => frames)) expect(frame).not.toMatch(/tajný dôvod|objection|ballotCount/);
    expect(await inReport(given, activityId)).toBeNull();
    await ask(phones[2]!, 'get', `/activities/${activityId}/named-answers`).expect(404);
    await given.step(activityId, 'show-result');
    for (const screen of screens) await screen.until(({ room }) => partOfRoom(room)?.result != null);
    expect(partOfRoom(screens[0]!.room)!.result).toMatchObject({ objections: ['tajný dôvod', 'tajný dôvod'] });
  });

  test('goes on after its end with the answers it had, until its result is shown', async () => {
    const { given, phones: [phone], activityId } = await givenVote(fist());
    await give(phone!, activityId, shows(1));
    await given.step(activityId, 'end');
    await given.step(activityId, 'resume', { until: 'as-before', running: null });
    await give(phone!, activityId, shows(5));
    expect(await counted(given, activityId)).toMatchObject({ ballotCount: 1, outcome: 'agreed' });
    expect(await codeOf(ask(given.facilitator, 'post', `/activities/${activityId}/resume`, { until: 5 }))).toBe('vote/result-shown');
  });

  test('forgets nothing when the server is started anew', async () => {
    const { given, phones: [one, other], activityId } = await givenVote(fist(), 3);
    await give(one!, activityId, shows(2));
    const before = await given.room(one);
    const restarted = await createApp({ ...api.config });
    await restarted.listen(0, '127.0.0.1');
    try {
      const { port } = restarted.getHttpServer().address() as { port: number };
      const get = async (from: string) => (await fetch(`http://127.0.0.1:${port}/api${from}`, { headers: { cookie: one!.cookie } })).json() as Promise<{ room?: object }>;
      expect({ ...(await get(`/sessions/${given.sessionId}/room`)).room, version: 0, serverNow: '' }).toEqual({ ...before.room, version: 0, serverNow: '' });
      expect(await get(path(activityId))).toEqual({ activityId, given: true, value: shows(2) });
    } finally {
      await restarted.close();
    }
    await give(other!, activityId, shows(3));
    expect(await counted(given, activityId)).toMatchObject({ ballotCount: 2 });
  });
});

describe('who sees what', () => {
  test('an open vote tells names with its result, to those in the room', async () => {
    const { given, phones, activityId } = await givenVote(fist('open'));
    for (const phone of phones) await give(phone, activityId, shows(3));
    await counted(given, activityId);
    expect(await command<NamedAnswer[]>(phones[0]!, 'get', `/activities/${activityId}/named-answers`)).toEqual([
      { nickname: 'Hosť 1', value: shows(3) },
      { nickname: 'Hosť 2', value: shows(3) },
    ]);
    await ask(api.stranger(), 'get', `/activities/${activityId}/named-answers`).expect(404);
  });

  test('a blind one tells none, ever', async () => {
    const { given, phones, activityId } = await givenVote(fist('blind'));
    for (const phone of phones) await give(phone, activityId, shows(3));
    await counted(given, activityId);
    for (const who of [phones[0]!, given.facilitator]) await ask(who, 'get', `/activities/${activityId}/named-answers`).expect(404);
    await given.close();
    expect(JSON.stringify(await given.report())).not.toMatch(/Hosť 1/);
  });

  test('a secret one takes an answer once and for good; the same command again is the same answer', async () => {
    const { given, phones: [phone, other], activityId } = await givenVote(fist('secret'));
    const key = randomUUID();
    expect(await giveSecretly(phone!, activityId, shows(0), key)).toEqual({ activityId, given: true, value: null });
    expect(await giveSecretly(phone!, activityId, shows(0), key)).toEqual({ activityId, given: true, value: null });
    expect(await codeOf(ask(phone!, 'post', `/activities/${activityId}/secret-answer`, { value: shows(5) }))).toBe('answer/already-given');
    expect(await codeOf(ask(phone!, 'put', path(activityId), { value: shows(5) }))).toBe('conflict');
    expect(await own(phone!, activityId)).toEqual({ activityId, given: true, value: null });
    expect(await own(other!, activityId)).toMatchObject({ given: false });
    await given.step(activityId, 'end');
    // A phone that lost the answer asks again after the end.
    expect(await giveSecretly(phone!, activityId, shows(0), key)).toMatchObject({ given: true });
    await given.step(activityId, 'show-result');
    expect((await inRoom(given)).result).toMatchObject({ ballotCount: 1, outcome: 'stopped' });
  });

  test('in a secret one no row leads to a person, and nothing tells the order (SEC-47)', async () => {
    const { given, phones, activityId } = await givenVote(consent('secret'), 12);
    const sent = phones.map((_, i) => says('objection', `tichý ${String(i)}`));
    for (const [i, phone] of phones.entries()) await giveSecretly(phone, activityId, sent[i]!);
    expect(await api.database.query('select 1 from idempotency_key where answer::text like $1', ['%tichý%'])).toEqual([]);
    await given.step(activityId, 'end');

    const columns = await api.database.query<{ column_name: string }[]>(`select column_name from information_schema.columns where table_name = 'secret_answer'`);
    expect(columns.map(({ column_name }) => column_name).sort()).toEqual(['activity_id', 'id', 'value']);
    const answers = await api.database.query<{ id: string; value: AnswerOf<'consent'>; by: string }[]>('select id, value, xmin::text as by from secret_answer where activity_id = $1', [activityId]);
    expect(answers.map(({ value }) => value.reason).sort()).toEqual(sent.map((value) => (value as AnswerOf<'consent'>).reason).sort());
    expect(new Set(answers.map(({ id }) => id[14]))).toEqual(new Set(['4']));
    const given_ = await api.database.query<{ by: string }[]>('select xmin::text as by from secret_answer_given where activity_id = $1', [activityId]);
    expect(new Set([...answers, ...given_].map(({ by }) => by)).size).toBe(1);
    const ids = phones.map(({ participantId }) => participantId);
    expect(answers.filter((row) => ids.some((id) => JSON.stringify(row).includes(id)))).toEqual([]);
    // Twelve at random stand as they came once in some five hundred million times.
    expect(answers.map(({ value }) => value)).not.toEqual(sent);
  });

  test('what was sent at once in a secret one is counted once', async () => {
    const { given, phones, activityId } = await givenVote(fist('secret'), 30);
    const keys = phones.map(() => randomUUID());
    const attempts = await Promise.all(
      phones.flatMap((phone, i) => [shows(4), shows(4), shows(1)].map((value, n) => ask(phone, 'post', `/activities/${activityId}/secret-answer`, { value }, n < 2 ? keys[i]! : randomUUID()))),
    );
    expect(attempts.every(({ status, body }) => status === 200 || (body as { code: string }).code === 'answer/already-given')).toBe(true);
    expect(await counted(given, activityId)).toMatchObject({ ballotCount: 30 });
    expect(await api.database.query('select 1 from secret_answer where activity_id = $1', [activityId])).toHaveLength(30);
  });

  test('sectors are told from five people on, and not where that gives a smaller one away', async () => {
    const given = await givenSession(api);
    const join = async (sector: Sector, count: number) => given.joinAll(count, { sector });
    const phones = [...(await join('residents', 6)), ...(await join('public', 5)), ...(await join('ngo', 2))];
    const activityId = await given.started(fist());
    for (const phone of phones) await give(phone, activityId, shows(4));
    await counted(given, activityId);
    expect((await inReport(given, activityId))!.sectors).toMatchObject([{ sector: 'residents', result: { ballotCount: 6 } }]);
    const secretId = await given.started(fist('secret'));
    for (const phone of phones) await giveSecretly(phone, secretId, shows(4));
    await counted(given, secretId);
    expect(await inReport(given, secretId)).toMatchObject({ sectors: [], result: { ballotCount: 13 } });
  });
});

describe('what people say in their own words', () => {
  const words = (...of: string[]) => answers({ type: 'words', words: of });
  const text = (of: string) => answers({ type: 'text', text: of });
  const cloud: QuestionForm = { type: 'words', most: 2 };
  const saidIn = (result: ReportAnswers['result'] | null | undefined) => (result?.kind === 'question' && 'said' in result.figures ? result.figures : undefined);
  const staffSaid = (given: GivenSession, activityId: string) => command<StaffSaid[]>(given.facilitator, 'get', `/activities/${activityId}/said`);
  const hide = (given: GivenSession, activityId: string, id: string, hidden = true) => ask(given.facilitator, 'put', `/activities/${activityId}/said`, { id, hidden });

  test('that came once staff have read a blind question’s words are told by fives: one alone would be known for its author’s (SEC-47)', async () => {
    const { given, phones: [first, ...late], activityId } = await givenVote(question({ type: 'text' }), 6);
    await give(first!, activityId, answers({ type: 'text', text: 'Lavičky' }));
    await given.step(activityId, 'end');
    // in time by its moment, though it arrives after the words were read
    const madeAt = new Date(0).toISOString();
    const arrives = (phone: Phone, text: string) => command<OwnAnswer>(phone, 'put', path(activityId), { value: answers({ type: 'text', text }), madeAt });
    const texts = async () => (await staffSaid(given, activityId)).map(({ text }) => text).sort();
    expect(await texts()).toEqual(['Lavičky']);
    for (const [i, phone] of late.slice(0, 4).entries()) expect(await arrives(phone, `Strom ${i}`)).toMatchObject({ given: false, late: 'waiting' });
    expect(await arrives(first!, 'Fontána')).toMatchObject({ value: answers({ type: 'text', text: 'Lavičky' }), late: 'waiting' });
    await command(given.facilitator, 'post', `/participants/${late[0]!.participantId}/remove`);
    expect((await given.room()).staff!.lateAnswers).toMatchObject([{ waitingCount: 4, countedFrom: 5 }]);
    const count = () => ask(given.facilitator, 'post', `/activities/${activityId}/late-answers`, { count: true });
    expect(await codeOf(count())).toBe('vote/too-few-late');
    expect(await texts()).toEqual(['Lavičky']);
    await arrives(late[4]!, 'Strom 4');
    await count().expect(204);
    expect(await texts()).toEqual(['Fontána', 'Strom 1', 'Strom 2', 'Strom 3', 'Strom 4']);
  });

  test('is counted by the word, and what staff hide is on no screen, in no report, and comes back', async () => {
    const { given, phones, activityId } = await givenVote(question(cloud, 'open'), 3);
    const [one, two, three] = phones;
    expect(await codeOf(ask(one!, 'put', path(activityId), { value: words('a', 'b', 'c') }))).toBe('vote/over-limit');
    expect(await codeOf(ask(one!, 'put', path(activityId), { value: words('x'.repeat(41)) }))).toBe('invalid-input');
    await give(one!, activityId, words('Zeleň', '<script>alert(1)</script>'));
    await give(two!, activityId, words('zelen'));
    await give(three!, activityId, words('sprosté'));
    expect(await codeOf(ask(given.facilitator, 'get', `/activities/${activityId}/said`))).toBe('conflict');
    await given.step(activityId, 'end');
    const [first, , rude] = await staffSaid(given, activityId);
    expect([first, rude]).toMatchObject([{ text: 'Zeleň', count: 2, hidden: false }, { text: 'sprosté', count: 1 }]);
    await hide(given, activityId, rude!.id).expect(204);
    await hide(given, activityId, 'f'.repeat(64)).expect(404);
    await given.step(activityId, 'show-result');
    const screen = await screenOf(given, two!);
    screens.push(screen);
    expect(saidIn(partOfRoom(screen.room)!.result)).toMatchObject({ said: [{ text: 'Zeleň', count: 2, author: null }, { text: '<script>alert(1)</script>', count: 1 }], differentCount: 2, hiddenCount: 1 });
    expect(JSON.stringify(await command(one!, 'get', `/activities/${activityId}/named-answers`))).not.toContain('sprosté');
    expect(JSON.stringify(await inReport(given, activityId))).not.toContain('sprosté');
    expect(screen.frames.join()).not.toContain('sprosté');
    await hide(given, activityId, rude!.id, false).expect(204);
    await screen.until(({ room }) => saidIn(partOfRoom(room)?.result)?.hiddenCount === 0);
    for (const who of [one!, await given.staff('observer')]) await ask(who, 'put', `/activities/${activityId}/said`, { id: rude!.id, hidden: true }).expect(403);
  });

  test('goes on where it is secret until staff have read it, then never: one more answer would be known for its author’s (SEC-47)', async () => {
    const { given, phones: [one, two], activityId } = await givenVote(question({ type: 'text' }, 'secret'), 3);
    await giveSecretly(one!, activityId, text('Chýba tieň.'));
    const poll = async () => command<{ id: string }>(given.facilitator, 'post', `/sessions/${given.sessionId}/quick-poll`, { title: 'Vidno?', form: choice(), running: activityId });
    const resume = (running: string | null) => ask(given.facilitator, 'post', `/activities/${activityId}/resume`, { running, until: 'left' });
    const first = await poll();
    expect(await inRoom(given)).toMatchObject({ returnsTo: { id: activityId } });
    await resume(first.id).expect(204);
    const second = await poll();
    expect(await staffSaid(given, activityId)).toMatchObject([{ text: 'Chýba tieň.' }]);
    expect(await inRoom(given)).toMatchObject({ returnsTo: null });
    expect((await given.room()).room.agenda.find(({ id }) => id === activityId)).toMatchObject({ resumable: false });
    expect(await codeOf(resume(second.id))).toBe('vote/words-read');
    expect(await codeOf(ask(two!, 'post', `/activities/${activityId}/secret-answer`, { value: text('Chýba voda.') }))).toBe('vote/too-late');
    const { id: again } = await command<{ id: string }>(given.facilitator, 'post', `/activities/${activityId}/round`, { running: second.id });
    await giveSecretly(two!, again, text('Chýba voda.'));
    expect(saidIn(await counted(given, again))?.said).toMatchObject([{ text: 'Chýba voda.' }]);
  });

  test('is quoted by name in a report only where it was said openly, by one alone, and with her consent', async () => {
    const given = await givenSession(api);
    const [one, two] = await given.joinAll(2);
    await ask(one!, 'put', `/participants/${one!.participantId}/consents`, { kind: 'quote', given: true, version: 1, language: 'sk' }).expect(204);
    const authorsOf = async (secrecy: Secrecy, second: string) => {
      const activityId = await given.started(question({ type: 'text' }, secrecy));
      const send = secrecy === 'secret' ? giveSecretly : give;
      await send(one!, activityId, text('Chýba tieň.'));
      await send(two!, activityId, text(second));
      await counted(given, activityId);
      const report = await inReport(given, activityId);
      expect(report!.sectors).toEqual([]);
      return saidIn(report!.result)!.said.map(({ author }) => author);
    };
    expect(await authorsOf('open', '')).toEqual(['Hosť 1']);
    expect(await authorsOf('open', 'Chýba voda.')).toEqual(['Hosť 1', null]);
    expect(await authorsOf('open', 'chýba  tieň')).toEqual([null]);
    expect(await authorsOf('blind', '')).toEqual([null]);
    expect(await authorsOf('secret', '')).toEqual([null]);
  });
});

describe('another round', () => {
  test('asks the same once more, and the results stand side by side', async () => {
    const { given, phones: [one, other], activityId, optionIds: [a, b] } = await givenVote(ranking());
    await give(one!, activityId, { kind: 'ranking', ranking: [a!] });
    await counted(given, activityId);
    const again = async (of: string) => (await command<{ id: string }>(given.facilitator, 'post', `/activities/${of}/round`, { running: null })).id;
    const second = await again(activityId);
    const room = await inRoom(given);
    expect((await given.room()).room.activity).toMatchObject({ id: second, state: 'running', title: 'Čo trápi mesto?' });
    expect(room).toMatchObject({ round: 2, answeredCount: 0, result: null, earlier: [] });
    expect(room.options.map(({ title }) => title)).toEqual(OPTIONS);
    expect(room.options.map(({ id }) => id)).not.toContain(b);
    for (const phone of [one, other]) await give(phone!, second, { kind: 'ranking', ranking: [room.options[1]!.id] });
    await counted(given, second);
    expect(await inRoom(given)).toMatchObject({ round: 2, result: { ballotCount: 2 }, earlier: [{ activityId, number: 1, result: { ballotCount: 1, agreedWinner: a } }] });
    const third = await again(second);
    await given.step(third, 'end');
    await given.close();
    expect(await inReport(given, third)).toMatchObject({ round: 3, earlier: [{ number: 1 }, { number: 2 }] });
    expect((await given.report()).activities.map(({ id }) => id)).toEqual([activityId, second, third]);
    const words = REPORT_WORDS.sk;
    const parts = (await given.report()).activities.map((activity) => plainOf(activity)?.parts(activity, words) ?? []);
    expect(parts[1]).toContainEqual({
      kind: 'table', caption: 'Kolá vedľa seba',
      columns: [{ title: 'Možnosť' }, ...['1. kolo: Borda', '1. kolo: Schulze', '2. kolo: Borda', '2. kolo: Schulze'].map((title) => ({ title, numeric: true }))],
      rows: [['Kotly', '2. (0,5)', '2.', '1. (4)', '1.'], ['Strechy', '1. (2)', '1.', '2. (1)', '2.'], ['Stromy', '2. (0,5)', '2.', '2. (1)', '2.']],
    });
    expect(plainOf((await given.report()).activities[0]!)?.rows?.((await given.report()).activities[0]!, words)?.rows).toContainEqual([activityId, 'Čo trápi mesto?', a, 'Strechy', 'Borda', 2]);
  });

  test('is the facilitator’s to begin, once the vote has begun', async () => {
    const { given, phones: [phone], activityId } = await givenVote(fist());
    await ask(phone!, 'post', `/activities/${activityId}/round`, {}).expect(403);
    const planned = await given.activity(fist());
    expect(await codeOf(ask(given.facilitator, 'post', `/activities/${planned}/round`, {}))).toBe('activity/not-ended');
    const writing = await given.started(brainstorm());
    await given.step(writing, 'end');
    expect(await codeOf(ask(given.facilitator, 'post', `/activities/${writing}/round`, {}))).toBe('conflict');
  });
});
