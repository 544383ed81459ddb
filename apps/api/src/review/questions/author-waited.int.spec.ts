import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DutyView, HolderOverview, ProcessOverview, WaitingView } from '@spolu/contracts/duties';
import { RemindersService } from '../../duties/reminders.service.ts';
import { command, made } from '../../ideas/given-harvest.ts';
import { givenApi, type Someone, type TestApi } from '../../testing/given-api.ts';
import { givenReferral } from '../given-referral.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

const items = async <Row>(who: Someone, path: string) => (await who.agent.get(`/api/${path}`).expect(200)).body.items as Row[];

async function givenAsked() {
  const given = await givenReferral(api);
  const { officer, processId, noteIds } = given.harvest;
  const [recommendationId] = given.recommendationIds;
  const id = await made(command(given.chair, 'post', `/referrals/${given.referralId}/recommendations/${recommendationId}/author-questions`, { contributionId: noteIds[0][0]!, text: 'Ktorú školu?' }));
  const waits = async () => (await items<ProcessOverview>(officer, 'overview/processes')).find((row) => row.processId === processId)!.waiting.find(({ kind }) => kind === 'author-question');
  const listed = (query = '') => items<DutyView>(officer, `duties?of=office&processId=${processId}&kind=author-question${query}`);
  return { ...given, id, waits, listed };
}

test('what an author was asked waits in its process and is late after its day, until she answers; nobody reads who she is', async () => {
  const given = await givenAsked();
  const { officer, phone } = given.harvest;
  expect(await given.waits()).toEqual({ kind: 'author-question', open: 1, late: 0 });
  const [row] = await given.listed();
  expect(row).toMatchObject({ id: given.id, title: 'Zatepliť dve školy', url: `/referrals/${given.referralId}`, holderScope: 'author', holderName: 'Komisia životného prostredia', late: false });
  await officer.agent.get(`/api${row!.url}`).expect(200);
  // neither her name nor what she wrote
  expect(row!.holderId).toBe(given.id);
  expect(JSON.stringify(row)).not.toContain('Zuzana');

  await api.database.query(`update referral_question set due_on = '2020-01-01' where id = $1`, [given.id]);
  expect(await given.waits()).toMatchObject({ open: 1, late: 1 });
  expect(await given.listed('&show=late')).toMatchObject([{ id: given.id, late: true }]);
  await command(phone, 'put', `/referral-questions/${given.id}/answer`, { answer: 'Tú na Moskovskej.', revision: 0 }).expect(204);
  expect(await given.waits()).toBeUndefined();
  expect(await given.listed()).toEqual([]);
});

test('it waits for no office: it is on nobody’s desk, among no holders, in no public clock, and nobody is reminded of it', async () => {
  const given = await givenAsked();
  const { officer, lead, noteIds } = given.harvest;
  for (const who of [officer, lead, given.chair, given.secretary]) expect((await items<DutyView>(who, 'duties')).map(({ kind }) => kind)).not.toContain('author-question');
  expect((await items<HolderOverview>(officer, 'overview/holders')).flatMap(({ waiting }) => waiting.map(({ kind }) => kind))).not.toContain('author-question');
  const { duties } = (await api.stranger().agent.get(`/api/records/${noteIds[0][0]}/waiting`).expect(200)).body as WaitingView;
  expect(duties.map(({ kind }) => kind as string)).not.toContain('author-question');
  await api.database.query(`update referral_question set due_on = current_date where id = $1`, [given.id]);
  await api.app.get(RemindersService, { strict: false }).remind();
  expect(await api.database.query('select 1 from reminder where duty_id = $1', [given.id])).toEqual([]);
});

test('waits no more once it is hidden or the referral is withdrawn', async () => {
  const hidden = await givenAsked();
  await api.database.query(`update referral_question set hidden = 'question', hidden_reason = 'Hrubé.' where id = $1`, [hidden.id]);
  expect(await hidden.waits()).toBeUndefined();
  const withdrawn = await givenAsked();
  await api.database.query('update referral set withdrawn_at = now() where id = $1', [withdrawn.referralId]);
  expect(await withdrawn.waits()).toBeUndefined();
});
