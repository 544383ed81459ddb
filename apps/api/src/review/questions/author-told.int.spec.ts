import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from '@spolu/contracts/common';
import type { NewsNotice, NoticeCount } from '@spolu/contracts/notices';
import type { ReferralView } from '@spolu/contracts/review';
import type { AuthorQuestions } from '@spolu/contracts/review-questions';
import { command, made } from '../../ideas/given-harvest.ts';
import { DigestsService } from '../../provenance/notices/digests.service.ts';
import { givenApi, type Someone, type TestApi } from '../../testing/given-api.ts';
import { givenReferral, opinion } from '../given-referral.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

const NEXT_WEEK = 8 * 86_400_000;

/** The first note is of somebody with an account, who chose how often she is written to. */
async function givenQuestion(frequency = 'weekly') {
  const given = await givenReferral(api);
  const author = await api.person();
  const contributionId = given.harvest.noteIds[0][0]!;
  await api.database.query('update participant set person_id = $1 where id = $2', [author.personId, given.harvest.participantIds[0]]);
  await api.database.query('insert into notice_address (id, person_id, frequency) values (gen_random_uuid(), $1, $2)', [author.personId, frequency]);
  const id = await made(command(given.chair, 'post', `/referrals/${given.referralId}/recommendations/${given.recommendationIds[0]}/author-questions`, { contributionId, text: 'Ktorú školu ste mali na mysli?' }));
  return { ...given, author, id };
}
const told = async (who: Someone) => ((await who.agent.get('/api/notices').expect(200)).body as Page<NewsNotice>).items.filter((one) => 'news' in one);
const count = async (who: Someone) => ((await who.agent.get('/api/notice-count').expect(200)).body as NoticeCount).unread;
const letters = (who: Someone) => api.database.query<{ subject: string; body: string }[]>('select m.subject, m.body from mail m join person p on p.email = m.to_address where p.id = $1 order by m.written_at', [who.personId]);
const answer = (who: Someone, id: string) => command(who, 'put', `/referral-questions/${id}/answer`, { answer: 'Tú na Moskovskej.', revision: 0 });
const audited = async (id: string) => (await api.database.query<{ action: string; actor: string | null }[]>(`select action, person_id as actor from audit_entry where subject_id = $1 order by at, id`, [id]));

describe('an author with an account who is asked', () => {
  test('is told by a notice that names the body alone, until she answers', async () => {
    const { author, id, chair, referralId } = await givenQuestion();
    const before = await count(author);
    const [notice, ...others] = await told(author);
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ read: false, news: { kind: 'author-question', title: 'Komisia životného prostredia', url: '/my' } });
    expect(JSON.stringify(notice)).not.toMatch(/Ktorú školu|Zatepliť/);
    expect(await told(chair)).toEqual([]);
    await answer(author, id).expect(204);
    expect(await told(author)).toEqual([]);
    expect(await count(author)).toBe(before - 1);
    expect(referralId).toBeDefined();
  });

  test('reads of it in the next digest while it waits, and in no digest once she answered', async () => {
    const [waits, done] = [await givenQuestion(), await givenQuestion()];
    await answer(done.author, done.id).expect(204);
    await api.app.get(DigestsService, { strict: false }).writeDue(new Date(Date.now() + NEXT_WEEK));
    const news = (await letters(waits.author)).filter(({ body }) => body.includes('Pýtajú sa na to, čo ste napísali, a čakajú na vašu odpoveď: Komisia životného prostredia'));
    expect(news).toHaveLength(1);
    expect(news[0]!.body).toMatch(/\/my\n/);
    expect(news[0]!.body).not.toContain('Ktorú školu');
    expect((await letters(done.author)).some(({ body }) => body.includes('čakajú na vašu odpoveď'))).toBe(false);
  });

  test('has no second letter where she is written to of everything at once, and none at all where she wants none', async () => {
    const [atOnce, never] = [await givenQuestion('at-once'), await givenQuestion('never')];
    await api.app.get(DigestsService, { strict: false }).writeDue(new Date(Date.now() + NEXT_WEEK));
    expect((await letters(atOnce.author)).filter(({ body }) => body.includes('Komisia životného prostredia'))).toHaveLength(1);
    expect(await letters(never.author)).toEqual([]);
    expect(await told(never.author)).toHaveLength(1);
  });

  test('waits no more once the body has spoken or the question was taken back', async () => {
    const [spoken, back] = [await givenQuestion(), await givenQuestion()];
    await opinion(spoken.secretary, spoken, spoken.recommendationIds[0]).expect(200);
    await command(back.chair, 'delete', `/referral-questions/${back.id}`).expect(204);
    expect(await told(spoken.author)).toEqual([]);
    expect(await told(back.author)).toEqual([]);
    expect(await audited(back.id)).toEqual([{ action: 'author-question.asked', actor: back.chair.personId }, { action: 'author-question.withdrawn', actor: back.chair.personId }]);
  });

  test('stands in the audit as nobody: that it was answered, not by whom', async () => {
    const { author, id, chair } = await givenQuestion();
    await answer(author, id).expect(204);
    expect(await audited(id)).toEqual([{ action: 'author-question.asked', actor: chair.personId }, { action: 'author-question.answered', actor: null }]);
  });

  test('has no page of a department: the address answers nothing to the body and to her', async () => {
    const { author, id, chair, harvest } = await givenQuestion();
    for (const who of [author, chair, harvest.lead, api.stranger()]) expect((await who.agent.get(`/api/referral-questions/${id}`)).status).toBe(404);
  });
});

describe('what a body asks an author, and what she answers', () => {
  const hide = (who: Someone, id: string, input: object) => command(who, 'put', `/referral-questions/${id}/hiding`, input);
  const beside = async (who: Someone, referralId: string) => ((await who.agent.get(`/api/referrals/${referralId}`).expect(200)).body as ReferralView).items[0]!.questions[0]!;
  const mine = async (who: Someone) => ((await who.agent.get('/api/author-questions').expect(200)).body as AuthorQuestions).questions[0]!;

  test('is hidden with a reason by the staff of the process: the question takes no answer, its asker is told', async () => {
    const { author, id, chair, secretary, harvest, referralId } = await givenQuestion();
    await hide(harvest.lead, id, { what: 'question', reason: 'Pýta sa na súkromie.' }).expect(204);
    expect(await beside(secretary, referralId)).toMatchObject({ text: '', hidden: { what: 'question', reason: 'Pýta sa na súkromie.' }, mayHide: false });
    expect(await beside(harvest.lead, referralId)).toMatchObject({ text: 'Ktorú školu ste mali na mysli?', mayHide: true });
    expect(await mine(author)).toMatchObject({ text: '', hidden: { what: 'question' }, mayAnswer: false });
    expect(((await answer(author, id)).body as { code: string }).code).toBe('conflict');
    expect(await told(author)).toEqual([]);
    expect(await told(chair)).toMatchObject([{ news: { kind: 'question-hidden', title: 'Pýta sa na súkromie.', url: `/referrals/${referralId}` } }]);
    await hide(harvest.lead, id, { what: null }).expect(204);
    expect(await told(chair)).toEqual([]);
    expect(await told(author)).toMatchObject([{ news: { kind: 'author-question' } }]);
    expect(await beside(secretary, referralId)).toMatchObject({ text: 'Ktorú školu ste mali na mysli?', hidden: null });
    expect((await audited(id)).map(({ action }) => action)).toEqual(['author-question.asked', 'words.hidden', 'words.shown']);
  });

  test('where the answer is hidden, the question stays and she still reads her own words with the reason', async () => {
    const { author, id, secretary, harvest, referralId } = await givenQuestion();
    await hide(harvest.lead, id, { what: 'answer', reason: 'Menuje suseda.' }).expect(409);
    await answer(author, id).expect(204);
    await hide(harvest.lead, id, { what: 'answer', reason: 'Menuje suseda.' }).expect(204);
    const row = await beside(secretary, referralId);
    expect(row).toMatchObject({ text: 'Ktorú školu ste mali na mysli?', answer: '', hidden: { what: 'answer', reason: 'Menuje suseda.' } });
    expect(JSON.stringify(row)).not.toContain('Moskovskej');
    expect(await mine(author)).toMatchObject({ answer: 'Tú na Moskovskej.', hidden: { what: 'answer', reason: 'Menuje suseda.' }, mayAnswer: false });
    expect(await told(author)).toMatchObject([{ news: { kind: 'answer-hidden', title: 'Menuje suseda.', url: '/my' } }]);
    expect(await audited(id)).toContainEqual({ action: 'words.hidden', actor: harvest.lead.personId });
  });

  test('is hidden by nobody else, and nothing of a department’s is', async () => {
    const { author, id, chair, secretary, referralId, recommendationIds, harvest } = await givenQuestion();
    for (const who of [chair, secretary]) await hide(who, id, { what: 'question', reason: 'Nechcem.' }).expect(403);
    for (const who of [author, await api.person(), harvest.phone]) await hide(who, id, { what: 'question', reason: 'Nechcem.' }).expect(404);
    await hide(harvest.lead, id, { what: 'question' }).expect(400);
    const [organisation] = await api.database.query<{ id: string }[]>('select id from organisation limit 1');
    const toDepartment = await made(command(chair, 'post', `/referrals/${referralId}/recommendations/${recommendationIds[0]}/questions`, { organisationId: organisation!.id, text: 'Koľko to stojí?' }));
    await hide(harvest.lead, toDepartment, { what: 'question', reason: 'Nechcem.' }).expect(404);
  });
});
