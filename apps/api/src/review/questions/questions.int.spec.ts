import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DutyView } from '@spolu/contracts/duties';
import type { NewsNotice } from '@spolu/contracts/notices';
import type { DossierVersion } from '@spolu/contracts/outputs';
import type { ReferralView } from '@spolu/contracts/review';
import type { ReferralQuestionView } from '@spolu/contracts/review-questions';
import { RemindersService } from '../../duties/reminders.service.ts';
import { command, made } from '../../ideas/given-harvest.ts';
import { dayIn } from '../../identity/role.ts';
import { givenApi, type Someone, type TestApi } from '../../testing/given-api.ts';
import { decide, givenReferral, opinion, type GivenReferral } from '../given-referral.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

interface Given extends GivenReferral {
  department: { id: string; member: Someone };
}
/** A referral of a process that gives departments ten days, and a department that has nothing to do with it yet. */
async function givenDepartment(options: Parameters<typeof givenReferral>[1] = {}): Promise<Given> {
  const given = await givenReferral(api, options);
  const [row] = await api.database.query<{ id: string }[]>(`insert into organisation (id, name, sector) values (gen_random_uuid(), 'Odbor školstva ' || gen_random_uuid(), 'public') returning id`);
  await command(given.harvest.lead, 'put', `/processes/${given.harvest.processId}/answer-terms`, { answerDays: null, questionDays: 10, revision: 0 }).expect(204);
  return { ...given, department: { id: row!.id, member: await api.person({ roles: [{ scope: 'organisation', scopeId: row!.id, role: 'department-member' }] }) } };
}
const ask = (who: Someone, { referralId, recommendationIds: [first], department }: Given, change: object = {}) =>
  command(who, 'post', `/referrals/${referralId}/recommendations/${first}/questions`, { organisationId: department.id, text: 'Koľko stojí zateplenie jednej školy?', ...change });
const answer = (who: Someone, id: string, words = 'Asi dvestotisíc eur.', revision = 0) => command(who, 'put', `/referral-questions/${id}/answer`, { answer: words, revision });
const codeOf = async (request: ReturnType<typeof command>) => ((await request).body as { code: string }).code;
const beside = async (who: Someone, { referralId }: Given) => ((await who.agent.get(`/api/referrals/${referralId}`).expect(200)).body as ReferralView).items[0]!;
const view = async (who: Someone, id: string) => (await who.agent.get(`/api/referral-questions/${id}`).expect(200)).body as ReferralQuestionView;
const owed = async (who: Someone) => (await who.agent.get('/api/duties?kind=question').expect(200)).body.items as DutyView[];

describe('a question to a department', () => {
  test('stands beside the recommendation at once for the whole body and the staff of the process, and waits on the department’s desk by the term of the process', async () => {
    const given = await givenDepartment();
    const [marta, milan] = given.members;
    const id = await made(ask(marta, given));
    for (const who of [marta, milan, given.chair, given.secretary, given.guest, given.harvest.lead]) {
      expect((await beside(who, given)).questions).toMatchObject([{ id, organisationName: expect.stringContaining('Odbor školstva'), personName: 'Marta Členka', text: 'Koľko stojí zateplenie jednej školy?', answer: '', answeredAt: null }]);
    }
    const [duty] = await owed(given.department.member);
    expect(duty).toMatchObject({ kind: 'question', id, title: 'Zatepliť dve školy', url: `/referral-questions/${id}`, late: false });
    expect(Math.round((Date.parse(duty!.dueOn!) - Date.parse(dayIn('Europe/Bratislava', new Date(duty!.since)))) / 86_400_000)).toBe(10);
    expect(await view(given.department.member, id)).toMatchObject({
      bodyName: 'Komisia životného prostredia', recommendation: { number: 1, title: 'Zatepliť dve školy', text: 'Do roku 2028.' }, referralId: null, may: { answer: true, readDossier: true },
    });
  });

  test('is told to each of the department’s people by one letter, and its answer to whoever asked, as long as she sits in the body', async () => {
    const given = await givenDepartment();
    const [marta, milan] = given.members;
    const head = await api.person({ roles: (['officer', 'department-member'] as const).map((role) => ({ scope: 'organisation', scopeId: given.department.id, role })) });
    const letters = async ({ personId }: Someone) =>
      (await api.database.query<{ body: string }[]>(`select body from mail where subject = 'Čaká sa na odpoveď na otázku' and to_address = (select email from person where id = $1)`, [personId])).map(({ body }) => body);
    const told = async (who: Someone) => ((await who.agent.get('/api/notices').expect(200)).body.items as NewsNotice[]).flatMap((one) => ('news' in one ? [one.news] : []));
    const id = await made(ask(marta, given));
    for (const who of [head, given.department.member]) {
      expect(await letters(who)).toEqual([expect.stringMatching(new RegExp(`Komisia životného prostredia má otázku.*Zatepliť dve školy.*/referral-questions/${id}`, 's'))]);
    }
    expect(await Promise.all([marta, milan, given.harvest.officer].map(letters))).toEqual([[], [], []]);

    await answer(given.department.member, id).expect(204);
    const news = { kind: 'question-answered', title: 'Zatepliť dve školy', url: `/referrals/${given.referralId}`, language: null, count: 1 };
    expect([await told(marta), await told(milan)]).toEqual([[news], []]);
    await answer(given.department.member, id, 'Asi tristotisíc eur.', 1).expect(204);
    expect(await told(marta)).toEqual([{ ...news, count: 2 }]);
    await api.database.query('update role set ended_at = now() where person_id = $1', [marta.personId]);
    expect(await told(marta)).toEqual([]);
  });

  test('is asked by members, the chair and the secretary, of a department that there is, while the body has not spoken', async () => {
    const given = await givenDepartment();
    for (const who of [given.chair, given.secretary, given.members[0]]) await ask(who, given).expect(201);
    for (const who of [given.guest, given.harvest.lead, given.harvest.officer]) await ask(who, given).expect(403);
    const other = await givenReferral(api);
    for (const who of [other.members[0], other.harvest.lead, given.department.member, given.harvest.phone]) await ask(who, given).expect(404);
    expect(await codeOf(ask(given.chair, given, { organisationId: given.commissionId }))).toBe('invalid-input');
    await ask(given.chair, given, { text: ' ' }).expect(400);
    expect(await beside(given.guest, given)).toMatchObject({ mayAsk: false });
    expect(await beside(given.members[1], given)).toMatchObject({ mayAsk: true });
    await opinion(given.secretary, given, given.recommendationIds[0]).expect(200);
    expect(await codeOf(ask(given.chair, given))).toBe('review/opinion-adopted');
    expect(await beside(given.members[1], given)).toMatchObject({ mayAsk: false });
  });

  test('is reminded of like all that is owed, and of nothing once the body has spoken without it', async () => {
    const given = await givenDepartment();
    const id = await made(ask(given.chair, given));
    await api.database.query(`update referral_question set due_on = '2998-05-10' where id = $1`, [id]);
    await api.app.get(RemindersService, { strict: false }).remind(new Date('2998-05-10T12:00:00.000Z'));
    const [{ email }] = await api.database.query<[{ email: string }]>('select email from person where id = $1', [given.department.member.personId]);
    const letters = await api.database.query<{ body: string }[]>(`select body from mail where to_address = $1 and subject like 'Pripomienka%'`, [email]);
    expect(letters.map(({ body }) => body.includes(`/referral-questions/${id}`))).toEqual([true]);
    await opinion(given.secretary, given, given.recommendationIds[0]).expect(200);
    expect(await owed(given.department.member)).toEqual([]);
  });

  test('is nobody else’s to read, also where the version is public', async () => {
    const given = await givenDepartment();
    const id = await made(ask(given.chair, given));
    const other = await givenDepartment();
    for (const who of [api.stranger(), given.harvest.phone, other.department.member, other.members[0], other.harvest.lead, other.harvest.officer]) {
      await who.agent.get(`/api/referral-questions/${id}`).expect(404);
      await answer(who, id).expect(404);
      await command(who, 'delete', `/referral-questions/${id}`).expect(404);
    }
    const version = JSON.stringify((await api.stranger().agent.get(`/api/dossiers/${given.dossierId}/versions/1`).expect(200)).body);
    expect(version).not.toContain('Koľko stojí');
    const [first] = given.recommendationIds;
    expect((await api.stranger().agent.get(`/api/records/${first}/waiting`).expect(200)).body.duties.map(({ kind }: DutyView) => kind)).not.toContain('question');
  });

  test('lets the department read the recommendation of an internal version, and nothing else of it', async () => {
    const given = await givenDepartment({ visibility: 'internal' });
    const id = await made(ask(given.chair, given));
    expect(await view(given.department.member, id)).toMatchObject({ recommendation: { title: 'Zatepliť dve školy' }, may: { readDossier: false } });
    await given.department.member.agent.get(`/api/dossiers/${given.dossierId}/versions/1`).expect(404);
    await given.department.member.agent.get(`/api/referrals/${given.referralId}`).expect(404);
  });
});

describe('the answer', () => {
  test('is the department’s, not overwritten unseen, and may be mended until the body speaks', async () => {
    const given = await givenDepartment();
    const { department, secretary } = given;
    const id = await made(ask(given.members[0], given));
    for (const who of [given.harvest.lead, given.members[0], secretary]) await answer(who, id).expect(403);
    await answer(department.member, id).expect(204);
    expect(await owed(department.member)).toEqual([]);
    expect((await beside(given.guest, given)).questions).toMatchObject([{ id, answer: 'Asi dvestotisíc eur.', answeredAt: expect.any(String) }]);
    expect(await codeOf(answer(department.member, id, 'Iné.'))).toBe('changed-meanwhile');
    await answer(department.member, id, 'Presne 210 000 eur.', 1).expect(204);
    await opinion(secretary, given, given.recommendationIds[0]).expect(200);
    expect(await codeOf(answer(department.member, id, 'Neskoro.', 2))).toBe('review/opinion-adopted');
    expect(await view(department.member, id)).toMatchObject({ answer: 'Presne 210 000 eur.', may: { answer: false } });
  });

  test('keeps a question from being taken back; without one who asked and the secretary take it back', async () => {
    const given = await givenDepartment();
    const [marta, milan] = given.members;
    const withdraw = (who: Someone, id: string) => command(who, 'delete', `/referral-questions/${id}`);
    const [first, second, third] = [await made(ask(marta, given)), await made(ask(marta, given)), await made(ask(marta, given))];
    await withdraw(milan, first).expect(403);
    expect((await beside(milan, given)).questions.map(({ mayWithdraw }) => mayWithdraw)).toEqual([false, false, false]);
    await withdraw(marta, first).expect(204);
    await withdraw(given.secretary, second).expect(204);
    await answer(given.department.member, third).expect(204);
    expect(await codeOf(withdraw(marta, third))).toBe('review/question-answered');
    expect((await beside(marta, given)).questions).toMatchObject([{ id: third, mayWithdraw: false }]);
    expect(await owed(given.department.member)).toEqual([]);
  });

  test('goes with the question into the next version, under the body’s and the department’s name alone; what was taken back does not', async () => {
    const given = await givenDepartment();
    const { harvest, dossierId } = given;
    const id = await made(ask(given.members[0], given));
    await answer(given.department.member, id).expect(204);
    await made(ask(given.chair, given, { text: 'Kto to zaplatí?' }));
    const back = await made(ask(given.chair, given, { text: 'Omylom.' }));
    await command(given.chair, 'delete', `/referral-questions/${back}`).expect(204);
    await command(harvest.lead, 'post', `/dossiers/${dossierId}/versions`).expect(201);
    const next = (await api.stranger().agent.get(`/api/dossiers/${dossierId}/versions/2`).expect(200)).body as DossierVersion;
    expect(next.recommendations[0]!.questions).toMatchObject([
      { id, version: 1, bodyName: 'Komisia životného prostredia', organisationName: expect.stringContaining('Odbor školstva'), text: 'Koľko stojí zateplenie jednej školy?', answer: 'Asi dvestotisíc eur.' },
      { text: 'Kto to zaplatí?', answer: '', answeredAt: null },
    ]);
    expect(next.recommendations[1]!.questions).toEqual([]);
    expect(JSON.stringify(next)).not.toContain('Marta Členka');
  });

  test('is awaited no more once a body that decides has decided', async () => {
    const given = await givenDepartment();
    const id = await made(ask(given.chair, given));
    for (const recommendationId of given.recommendationIds) await opinion(given.secretary, given, recommendationId).expect(200);
    await decide(given.harvest.officer, given).expect(201);
    expect(await codeOf(answer(given.department.member, id))).toBe('review/opinion-adopted');
  });
});
