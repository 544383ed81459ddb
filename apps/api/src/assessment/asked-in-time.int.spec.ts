import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { WaitingAssessment } from '@spolu/contracts/assessment';
import type { AnswerTerms, DutyView, HolderOverview, ReminderLadder, WaitingView } from '@spolu/contracts/duties';
import type { DutyNotice } from '@spolu/contracts/notices';
import { RemindersService } from '../duties/reminders.service.ts';
import { command, givenHarvest, made, type Harvest } from '../ideas/given-harvest.ts';
import { DigestsService } from '../provenance/notices/digests.service.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

interface Given {
  harvest: Harvest;
  ideaId: string;
  department: { id: string; member: Someone };
}
/** An idea of a process that answers within thirty days and gives departments ten. */
async function givenTerms(): Promise<Given> {
  const harvest = await givenHarvest(api);
  const ideaId = await made(command(harvest.lead, 'post', '/ideas', { clusterIds: harvest.clusterIds, title: 'Školy bez strát', summary: 'Zatepliť.' }));
  const [row] = await api.database.query<{ id: string }[]>(`insert into organisation (id, name, sector) values (gen_random_uuid(), 'Odbor školstva ' || gen_random_uuid(), 'public') returning id`);
  await command(harvest.lead, 'put', `/processes/${harvest.processId}/answer-terms`, { answerDays: 30, questionDays: 10, revision: 0 }).expect(204);
  return { harvest, ideaId, department: { id: row!.id, member: await api.person({ roles: [{ scope: 'organisation', scopeId: row!.id, role: 'department-member' }] }) } };
}
const ask = ({ harvest, ideaId, department }: Given, dueOn: string | null = null) =>
  command(harvest.lead, 'post', `/processes/${harvest.processId}/assessments`, { ideaIds: [ideaId], organisationIds: [department.id], dueOn }).expect(201);
const asked = async ({ department }: Given) => ((await department.member.agent.get('/api/assessments').expect(200)).body.items as WaitingAssessment[])[0]!;
const waiting = async (who: Someone, id: string) => (await who.agent.get(`/api/records/${id}/waiting`).expect(200)).body as WaitingView;
const duties = async (who: Someone, query = '') => (await who.agent.get(`/api/duties${query}`).expect(200)).body.items as DutyView[];
const give = (who: Someone, id: string, revision = 1) => command(who, 'put', `/assessments/${id}`, {
  scores: [], feasibility: 'feasible', cost: null, costNote: '', internalNote: '', publicAnswer: 'Začneme v júli.', language: 'sk', assessorName: '', give: true, revision,
}).expect(204);
const addressOf = async ({ personId }: Someone) => (await api.database.query<{ email: string }[]>('select email from person where id = $1', [personId]))[0]!.email;
/** What she was reminded of, without the letter by which her department was asked. */
const letters = async (who: Someone) =>
  api.database.query<{ body: string }[]>(`select body from mail where to_address = $1 and subject <> 'Čaká sa na odborné posúdenie' order by written_at, id`, [await addressOf(who)]);
const reminded = async (who: Someone) =>
  ((await who.agent.get('/api/notices').expect(200)).body.items as DutyNotice[]).filter((notice) => 'duty' in notice);
const unread = async (who: Someone) => (await who.agent.get('/api/notice-count').expect(200)).body.unread as number;
/** In Bratislava, where the tests' town is. */
const dayOf = (instant: string) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Bratislava', dateStyle: 'short' }).format(new Date(instant));
const noon = (day: string) => new Date(`${day}T12:00:00.000Z`);
const reminders = () => api.app.get(RemindersService, { strict: false });

describe('the terms of a process', () => {
  test('are set by those who answer for it, read by everybody, and not overwritten unseen', async () => {
    const { harvest } = await givenTerms();
    const path = `/processes/${harvest.processId}/answer-terms`;
    expect((await api.stranger().agent.get(`/api${path}`).expect(200)).body as AnswerTerms).toEqual({ answerDays: 30, questionDays: 10, revision: 1, may: { edit: false } });
    const change = { answerDays: null, questionDays: 5, revision: 0 };
    expect((await command(harvest.lead, 'put', path, change).expect(409)).body.code).toBe('changed-meanwhile');
    for (const who of [harvest.facilitator, harvest.phone]) await command(who, 'put', path, { ...change, revision: 1 }).expect(403);
    await command(harvest.officer, 'put', path, { ...change, revision: 1 }).expect(204);
    expect((await harvest.officer.agent.get(`/api${path}`)).body).toMatchObject({ answerDays: null, questionDays: 5, revision: 2, may: { edit: true } });
    await command(harvest.lead, 'put', path, { answerDays: 0, questionDays: null, revision: 2 }).expect(400);
  });
});

describe('the clock', () => {
  test('says for whom an idea waits and until when, from a note on; an answer stops it', async () => {
    const given = await givenTerms();
    const { harvest, ideaId, department } = given;
    await ask(given);
    const note = harvest.noteIds[0][0]!;
    const before = await waiting(api.stranger(), note);
    expect(before.answeredAt).toBeNull();
    expect(before.duties).toMatchObject([{ kind: 'assessment', holderName: expect.stringContaining('Odbor školstva'), late: false }, { kind: 'idea-answer', late: false }]);
    const days = before.duties.map(({ since, dueOn }) => Math.round((Date.parse(dueOn!) - Date.parse(dayOf(since))) / 86_400_000));
    expect(days).toEqual([10, 30]);

    const { id } = await asked(given);
    expect(await duties(department.member)).toMatchObject([{ kind: 'assessment', id, title: 'Školy bez strát', url: `/assessments/${id}`, holderId: department.id }]);
    expect((await duties(harvest.lead)).map(({ kind, id: owed }) => [kind, owed])).toEqual([['idea-answer', ideaId]]);
    expect((await duties(harvest.officer, `?of=office&processId=${harvest.processId}`)).map(({ kind }) => kind)).toEqual(['assessment', 'idea-answer']);
    await department.member.agent.get('/api/duties?of=office').expect(403);

    await give(department.member, id);
    expect((await waiting(api.stranger(), note)).duties.map(({ kind }) => kind)).toEqual(['idea-answer']);
    await command(harvest.lead, 'post', `/assessments/${id}/publication`).expect(204);
    const after = await waiting(api.stranger(), note);
    expect(after).toEqual({ answeredAt: expect.any(String), duties: [] });
    expect(await duties(harvest.lead)).toEqual([]);
  });

  test('stops when the department answers first: what it mends later counts no days anew', async () => {
    const given = await givenTerms();
    await ask(given);
    const { id } = await asked(given);
    await give(given.department.member, id);
    await api.database.query(`update assessment set asked_at = now() - interval '10 days', given_at = now() - interval '3 days' where id = $1`, [id]);
    await give(given.department.member, id, 2);
    const { items } = (await given.harvest.officer.agent.get('/api/overview/holders').expect(200)).body as { items: HolderOverview[] };
    expect(items.find((holder) => holder.id === given.department.id)).toMatchObject({ doneCount: 1, medianDays: 7, oldestOn: null });
  });

  test('runs in public only where the process set terms, and for nobody who does not see the thing', async () => {
    const given = await givenTerms();
    const { harvest, ideaId } = given;
    await command(harvest.lead, 'put', `/processes/${harvest.processId}/answer-terms`, { answerDays: null, questionDays: null, revision: 1 }).expect(204);
    await ask(given, '2999-01-01');
    expect((await waiting(api.stranger(), ideaId)).duties).toEqual([]);
    await command(harvest.lead, 'put', `/ideas/${ideaId}/hiding`, { hidden: true, reason: 'Reklama' }).expect(204);
    await api.stranger().agent.get(`/api/records/${ideaId}/waiting`).expect(404);
    expect(await duties(given.department.member)).toEqual([]);
  });
});

describe('reminders', () => {
  test('go out once for each step, to the office too once it is late, with two servers at once as well, and stop with the answer', async () => {
    const given = await givenTerms();
    const { harvest, department } = given;
    await command(harvest.lead, 'put', `/processes/${harvest.processId}/answer-terms`, { answerDays: null, questionDays: null, revision: 1 }).expect(204);
    await ask(given, '2999-05-10');
    const { id } = await asked(given);
    const run = async (day: string) => {
      await Promise.all([reminders().remind(noon(day)), reminders().remind(noon(day))]);
      await reminders().remind(noon(day));
      return [(await letters(department.member)).length, (await letters(harvest.officer)).length];
    };
    expect(await run('2999-05-06')).toEqual([0, 0]);
    expect(await run('2999-05-07')).toEqual([1, 0]);
    expect((await letters(department.member))[0]!.body).toContain('Školy bez strát');
    expect(await run('2999-05-09')).toEqual([1, 0]);
    // Away on the day itself: the step of the day before yesterday is not made up for twice.
    expect(await run('2999-05-13')).toEqual([2, 1]);
    expect((await letters(harvest.officer))[0]!.body).toContain(`/assessments/${id}`);
    await give(department.member, id);
    expect(await run('2999-05-20')).toEqual([2, 1]);
  });

  test('are a notice as well: of each thing one, new again with each step, read by nobody who left the office, gone when it is done', async () => {
    const given = await givenTerms();
    const { harvest, department } = given;
    await command(harvest.lead, 'put', `/processes/${harvest.processId}/answer-terms`, { answerDays: null, questionDays: null, revision: 1 }).expect(204);
    await ask(given, '2999-08-10');
    const { id } = await asked(given);
    const run = (day: string) => Promise.all([reminders().remind(noon(day)), reminders().remind(noon(day))]);
    await run('2999-08-07');
    const [notice] = await reminded(department.member);
    expect(notice).toEqual({
      id: expect.any(String), at: expect.any(String), read: false,
      duty: { kind: 'assessment', title: 'Školy bez strát', url: `/assessments/${id}`, language: null, holderName: expect.stringContaining('Odbor školstva'), dueOn: '2999-08-10' },
    });
    const mark = (read: boolean) => command(department.member, 'put', `/notices/${notice!.id}/read`, { read }).expect(204);
    await mark(true);
    expect([await unread(department.member), await reminded(harvest.officer)]).toEqual([0, []]);
    await mark(false);
    expect(await unread(department.member)).toBe(1);
    await mark(true);
    await run('2999-08-08');
    expect(await unread(department.member)).toBe(0);
    await run('2999-08-13');
    expect((await reminded(department.member)).map(({ read }) => read)).toEqual([false]);
    expect([await unread(department.member), (await reminded(harvest.officer)).length]).toEqual([1, 1]);

    await api.app.get(DigestsService, { strict: false }).writeDue(new Date(Date.now() + 14 * 86_400_000));
    expect((await letters(department.member)).length).toBe(2);

    const left = await api.person({});
    await api.database.query('update notice set person_id = $2 where person_id = $1 and duty_id is not null', [harvest.officer.personId, left.personId]);
    expect([await reminded(left), await unread(left)]).toEqual([[], 0]);
    await give(department.member, id);
    expect([await reminded(department.member), await unread(department.member)]).toEqual([[], 0]);
    await run('2999-08-14');
    expect(await api.database.query('select 1 from notice where duty_id = $1', [id])).toEqual([]);
  });

  test('begin anew when the term moves, and an old one floods nobody', async () => {
    const given = await givenTerms();
    await ask(given, '2999-06-10');
    const { id } = await asked(given);
    await reminders().remind(noon('2999-07-30'));
    expect(await letters(given.department.member)).toEqual([]);
    await reminders().remind(noon('2999-06-10'));
    await api.database.query(`update assessment set due_on = '2999-06-20' where id = $1`, [id]);
    await reminders().remind(noon('2999-06-20'));
    expect(await letters(given.department.member)).toHaveLength(2);
  });

  test('go by a ladder that administrators set', async () => {
    const administrator = await api.person({ roles: [{ scope: 'installation', scopeId: null, role: 'administrator' }] });
    const somebody = await api.person({});
    const before = (await somebody.agent.get('/api/reminder-ladder').expect(200)).body as ReminderLadder;
    expect(before).toEqual({ days: [-3, 0, 3, 10], officeFromDays: 3, revision: 1, may: { edit: false } });
    await command(somebody, 'put', '/reminder-ladder', { days: [], officeFromDays: null, revision: 1 }).expect(403);
    await command(administrator, 'put', '/reminder-ladder', { days: [1, 1], officeFromDays: null, revision: 1 }).expect(400);
    await command(administrator, 'put', '/reminder-ladder', { days: [7, -7], officeFromDays: null, revision: 1 }).expect(204);
    expect((await command(administrator, 'put', '/reminder-ladder', { days: [], officeFromDays: null, revision: 1 }).expect(409)).body.code).toBe('changed-meanwhile');
    expect((await administrator.agent.get('/api/reminder-ladder')).body).toMatchObject({ days: [-7, 7], revision: 2, may: { edit: true } });
  });
});
