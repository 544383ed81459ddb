import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ReferralView } from '@spolu/contracts/review';
import type { AskableView, AuthorQuestions } from '@spolu/contracts/review-questions';
import { sha256, Transactions } from '../../database/transactions.ts';
import { command, made } from '../../ideas/given-harvest.ts';
import { ProvenanceService } from '../../provenance/provenance.service.ts';
import { givenApi, type Someone, type TestApi } from '../../testing/given-api.ts';
import { givenReferral, opinion, type GivenReferral } from '../given-referral.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

/** The first note is the phone's, which has a receipt too; the second is of somebody who has neither device nor receipt. */
async function givenAuthors(options: Parameters<typeof givenReferral>[1] = {}) {
  const given = await givenReferral(api, options);
  const [own, other] = given.harvest.noteIds[0];
  const [phoneId, lostId] = given.harvest.participantIds;
  const receipt = randomUUID().replaceAll('-', '').padEnd(43, 'r');
  await api.database.query('insert into receipt (id, participant_id, secret_hash) values ($1, $2, $3)', [randomUUID(), phoneId, sha256(receipt)]);
  await api.database.query('update participant set has_device = false where id = $1', [lostId]);
  return { ...given, own: own!, other: other!, phoneId: phoneId!, receipt };
}
const ask = (who: Someone, { referralId, recommendationIds: [first] }: GivenReferral, contributionId: string, text = 'Ktorú školu ste mali na mysli?') =>
  command(who, 'post', `/referrals/${referralId}/recommendations/${first}/author-questions`, { contributionId, text });
const answer = (who: Someone, id: string, words: string, revision: number) => command(who, 'put', `/referral-questions/${id}/answer`, { answer: words, revision });
const codeOf = async (request: ReturnType<typeof command>) => ((await request).body as { code: string }).code;
const mine = async (who: Someone) => ((await who.agent.get('/api/author-questions').expect(200)).body as AuthorQuestions).questions;
const beside = async (who: Someone, { referralId }: GivenReferral) => ((await who.agent.get(`/api/referrals/${referralId}`).expect(200)).body as ReferralView).items[0]!.questions;
const byReceipt = async (secret: string) => ((await api.stranger().agent.post('/api/author-question-lookups').send({ secret }).expect(200)).body as AuthorQuestions).questions;

describe('a question to an author', () => {
  test('reaches her device and her receipt, is answered in place and mended once; the body reads it and not who she is', async () => {
    const given = await givenAuthors();
    const [marta] = given.members;
    const { phone } = given.harvest;
    const id = await made(ask(marta, given, given.own));
    for (const questions of [await mine(phone), await byReceipt(given.receipt)]) {
      expect(questions).toMatchObject([{
        id, bodyName: 'Komisia životného prostredia', contribution: { text: 'Zatepliť školy na Fončorde' }, recommendation: { title: 'Zatepliť dve školy' }, text: 'Ktorú školu ste mali na mysli?', answer: '', mayAnswer: true,
      }]);
      expect(JSON.stringify(questions)).not.toContain('Marta');
    }
    await answer(phone, id, 'Tú na Moskovskej.', 0).expect(204);
    await api.stranger().agent.post('/api/author-answers').send({ secret: given.receipt, questionId: id, answer: 'Tú na Moskovskej, pavilón B.', revision: 1 }).expect(204);
    expect(await codeOf(answer(phone, id, 'Ešte raz.', 2))).toBe('review/answer-corrected');
    expect(await mine(phone)).toMatchObject([{ mayAnswer: false }]);
    const rows = await beside(given.secretary, given);
    expect(rows).toMatchObject([{ id, organisationName: '', personName: 'Marta Členka', contribution: { text: 'Zatepliť školy na Fončorde', reachable: true }, answer: 'Tú na Moskovskej, pavilón B.' }]);
    expect(JSON.stringify(rows)).not.toContain('Zuzana');
    expect(JSON.stringify(rows)).not.toContain(given.phoneId);
    expect(await api.database.query('select answered_by from referral_question where id = $1', [id])).toEqual([{ answered_by: null }]);
  });

  test('stays with the body: the next version does not hold it', async () => {
    const given = await givenAuthors();
    const id = await made(ask(given.chair, given, given.own));
    await answer(given.harvest.phone, id, 'Len pre komisiu.', 0).expect(204);
    await command(given.harvest.lead, 'post', `/dossiers/${given.dossierId}/versions`);
    for (const version of [1, 2]) expect(JSON.stringify((await api.stranger().agent.get(`/api/dossiers/${given.dossierId}/versions/${version}`)).body)).not.toMatch(/Len pre komisiu|Ktorú školu/);
  });

  test('quotes no words that were hidden after it was asked', async () => {
    const given = await givenAuthors();
    await made(ask(given.chair, given, given.own));
    await api.app.get(Transactions).run((em) => api.app.get(ProvenanceService, { strict: false }).hide(em, given.own, { reason: 'Menuje suseda.' }, null));
    const rows = await beside(given.secretary, given);
    expect(rows).toMatchObject([{ contribution: { text: null, language: 'sk' } }]);
    expect(JSON.stringify(rows)).not.toContain('Fončorde');
  });

  test('tells at once whom it cannot reach, and offers only words that lead to the recommendation', async () => {
    const given = await givenAuthors();
    const [first, second] = given.recommendationIds;
    const { contributions } = (await given.chair.agent.get(`/api/referrals/${given.referralId}/recommendations/${first}/askable`).expect(200)).body as AskableView;
    expect(new Map(contributions.map(({ id, reachable }) => [id, reachable]))).toEqual(new Map([[given.own, true], [given.other, false], [given.harvest.noteIds[0][2]!, true]]));
    expect(await codeOf(ask(given.chair, given, given.other))).toBe('review/author-unreachable');
    expect(await codeOf(ask(given.chair, given, given.harvest.noteIds[1][0]!))).toBe('invalid-input');
    expect(second).toBeDefined();
  });

  test('knows its bounds: one for the same words at a time, a thousand letters, while the body has not spoken', async () => {
    const given = await givenAuthors();
    await ask(given.chair, given, given.own).expect(201);
    expect(await codeOf(ask(given.secretary, given, given.own))).toBe('review/author-asked');
    await ask(given.chair, given, given.harvest.noteIds[0][2]!, 'x'.repeat(1001)).expect(400);
    await api.database.query(
      `insert into referral_question (id, item_id, contribution_id, text, asked_by, asked_at)
      select gen_random_uuid(), item_id, $1, text, asked_by, asked_at from referral_question, generate_series(1, 4) where contribution_id = $2`, [given.other, given.own]);
    expect(await codeOf(ask(given.chair, given, given.harvest.noteIds[0][2]!))).toBe('review/too-many-questions');
    await ask(given.secretary, given, given.harvest.noteIds[0][2]!).expect(201);
    await opinion(given.secretary, given, given.recommendationIds[0]).expect(200);
    expect(await codeOf(ask(given.members[0], given, given.own))).toBe('review/opinion-adopted');
    const [question] = (await mine(given.harvest.phone)).slice(-1);
    expect(question).toMatchObject({ mayAnswer: false });
    expect(await codeOf(answer(given.harvest.phone, question!.id, 'Neskoro.', 0))).toBe('review/opinion-adopted');
  });

  test('is asked by the body’s people alone and answered by its author alone', async () => {
    const given = await givenAuthors();
    const askable = (who: Someone) => who.agent.get(`/api/referrals/${given.referralId}/recommendations/${given.recommendationIds[0]}/askable`);
    for (const who of [given.guest, given.harvest.lead]) {
      await ask(who, given, given.own).expect(403);
      await askable(who).expect(403);
    }
    for (const who of [given.harvest.phone, await api.person()]) {
      await ask(who, given, given.own).expect(404);
      await askable(who).expect(404);
    }
    const id = await made(ask(given.chair, given, given.own));
    for (const who of [given.chair, given.secretary, given.harvest.lead]) await answer(who, id, 'Za ňu.', 0).expect(403);
    const other = await givenAuthors();
    for (const who of [other.harvest.phone, await api.person()]) await answer(who, id, 'Za ňu.', 0).expect(404);
    const elsewhere = { questionId: id, answer: 'Za ňu.', revision: 0 };
    await api.stranger().agent.post('/api/author-answers').send({ secret: other.receipt, ...elsewhere }).expect(404);
    const wrong = (await api.stranger().agent.post('/api/author-answers').send({ secret: 'x'.repeat(43), ...elsewhere })).body as { code: string };
    expect(wrong.code).toBe('provenance/receipt-invalid');
    expect(await codeOf(answer(given.harvest.phone, id, 'Áno.', 3))).toBe('changed-meanwhile');
  });

  test('is written of to the address she left, without the question, and to nobody who wants no letters', async () => {
    const given = await givenAuthors();
    const leave = (frequency: string) => api.database.query(
      `insert into notice_address (id, participant_id, email, language, frequency, confirmed_at) values (gen_random_uuid(), $1, $2, 'uk', $3, now()) on conflict (participant_id) do update set frequency = excluded.frequency`,
      [given.phoneId, `${given.phoneId}@example.org`, frequency]);
    const letters = () => api.database.query<{ subject: string; body: string }[]>('select subject, body from mail where to_address = $1', [`${given.phoneId}@example.org`]);
    await leave('never');
    await ask(given.chair, given, given.own).expect(201);
    expect(await letters()).toEqual([]);
    await leave('weekly');
    await ask(given.chair, given, given.harvest.noteIds[0][2]!).expect(201);
    expect(await letters()).toMatchObject([{ subject: 'Запитання про те, що ви написали', body: expect.stringMatching(/Komisia životného prostredia[^]*\/my\n/) }]);
    expect((await letters())[0]!.body).not.toContain('Ktorú školu');
  });

  test('says that its author can be reached no more once she was forgotten', async () => {
    const given = await givenAuthors();
    const id = await made(ask(given.chair, given, given.own));
    await api.database.query('update contribution set participant_id = null where id = $1', [given.own]);
    expect(await beside(given.chair, given)).toMatchObject([{ id, contribution: { reachable: false } }]);
    expect(await mine(given.harvest.phone)).toEqual([]);
    await command(given.chair, 'delete', `/referral-questions/${id}`).expect(204);
  });
});
