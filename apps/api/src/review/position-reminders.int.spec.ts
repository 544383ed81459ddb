import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DutyView, ProcessOverview } from '@spolu/contracts/duties';
import type { DutyNotice } from '@spolu/contracts/notices';
import { RemindersService } from '../duties/reminders.service.ts';
import { command } from '../ideas/given-harvest.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { givenReferral, LATER, opinion, position, type GivenReferral } from './given-referral.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

const SUBJECT = 'Pripomienka: na čo sa čaká';
const letters = async ({ personId }: Someone) =>
  api.database.query<{ body: string }[]>('select body from mail where subject = $2 and to_address = (select email from person where id = $1) order by written_at, id', [personId, SUBJECT]);
/** Two servers at once. */
const remind = (day: string) => {
  const reminders = api.app.get(RemindersService, { strict: false });
  return Promise.all([reminders.remind(new Date(`${day}T12:00:00.000Z`)), reminders.remind(new Date(`${day}T12:00:00.000Z`))]);
};
const duties = async (who: Someone, query = '') => ((await who.agent.get(`/api/duties${query}`).expect(200)).body.items as DutyView[]).filter(({ kind }) => kind === 'position');
const notices = async (who: Someone) => ((await who.agent.get('/api/notices').expect(200)).body.items as DutyNotice[]).filter((notice) => 'duty' in notice && notice.duty.kind === 'position');
const [LAST_DAY, SOON, AFTER] = [LATER, LATER.replace(/..$/, '09'), LATER.replace(/..$/, '15')];
const conflict = (who: Someone, { referralId }: GivenReferral, recommendationId: string) =>
  command(who, 'put', `/referrals/${referralId}/recommendations/${recommendationId}/conflict`, { reason: 'Dom mojej sestry.' });

test('a member is reminded of the position she has not given, once a step, and not of what she said or may not say', async () => {
  const given = await givenReferral(api);
  const { members: [member], secretary, recommendationIds: [first, second] } = given;
  const other = await api.person({ roles: [{ scope: 'body', scopeId: given.commissionId, role: 'member' }] });
  const guest = await api.person({ roles: [{ scope: 'body', scopeId: given.commissionId, role: 'guest' }] });
  const gone = await api.person({ roles: [{ scope: 'body', scopeId: given.commissionId, role: 'member' }] });
  await api.database.query(`update role set from_on = current_date - 900, until_on = current_date - 400 where person_id = $1`, [gone.personId]);
  // a part of it still waits
  await position(member, given, first).expect(204);
  await position(other, given, first).expect(204);
  await conflict(other, given, second).expect(204);

  await remind(SOON);
  await remind(SOON);
  const [letter, ...more] = await letters(member);
  expect(more).toEqual([]);
  expect(letter!.body).toContain('Vaše stanovisko: ');
  expect(letter!.body).toContain(`/referrals/${given.referralId}`);
  expect(letter!.body).not.toContain('čaká sa na');
  expect(await Promise.all([other, guest, gone].map(letters))).toEqual([[], [], []]);
  // she is reminded of the opinion, not of others' positions
  expect((await letters(secretary)).map(({ body }) => [body.includes('Stanovisko komisie: '), body.includes('Vaše stanovisko: ')])).toEqual([[true, false]]);
  expect((await notices(member)).map(({ duty }) => [duty.url, duty.dueOn])).toEqual([[`/referrals/${given.referralId}`, LAST_DAY]]);

  await position(member, given, second).expect(204);
  expect([await notices(member), await duties(member)]).toEqual([[], []]);
  await remind(LAST_DAY);
  expect(await letters(member)).toHaveLength(1);
});

test('a chair owes her own position and the opinion; the opinion ends both', async () => {
  const given = await givenReferral(api);
  const chair = await api.person({ roles: [{ scope: 'body', scopeId: given.commissionId, role: 'chair' }] });
  expect(await duties(chair)).toHaveLength(1);
  await remind(SOON);
  expect((await letters(chair)).map(({ body }) => [body.includes('Stanovisko komisie: '), body.includes('Vaše stanovisko: ')])).toEqual([[true, true]]);
  for (const id of given.recommendationIds) await opinion(given.secretary, given, id).expect(200);
  expect([await duties(chair), await notices(chair)]).toEqual([[], []]);
  await remind(LAST_DAY);
  expect(await letters(chair)).toHaveLength(1);
});

test('nobody else reads or counts it: no office, no administrator, no public, however late', async () => {
  const given = await givenReferral(api);
  const { harvest, members: [member] } = given;
  const administrator = await api.person({ roles: [{ scope: 'installation', scopeId: null, role: 'administrator' }] });
  expect(await duties(member)).toMatchObject([{ holderScope: 'member', holderId: member.personId, dueOn: LAST_DAY }]);
  for (const who of [harvest.lead, harvest.officer, administrator]) {
    const known = await letters(who);
    await remind(AFTER);
    expect((await letters(who)).slice(known.length).filter(({ body }) => body.includes('Vaše stanovisko: '))).toEqual([]);
    expect(await Promise.all([duties(who), duties(who, '?of=office'), duties(who, `?of=office&kind=position&holderId=${member.personId}`), notices(who)])).toEqual([[], [], [], []]);
    const { items } = (await who.agent.get('/api/overview/processes').expect(200)).body as { items: ProcessOverview[] };
    expect(items.find(({ processId }) => processId === harvest.processId)!.waiting.map(({ kind }) => kind)).toContain('referral');
    expect(items.flatMap(({ waiting }) => waiting.map(({ kind }) => kind as string))).not.toContain('position');
  }
  // the notice of hers, moved to somebody who does not sit there, says nothing
  await api.database.query(`update notice set person_id = $2 where person_id = $1 and duty_kind = 'position'`, [member.personId, administrator.personId]);
  expect(await notices(administrator)).toEqual([]);
  const { body } = await api.stranger().agent.get(`/api/records/${given.recommendationIds[0]}/waiting`).expect(200);
  expect(JSON.stringify(body)).not.toContain('position');
});
