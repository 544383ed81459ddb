import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DutyView, WaitingView } from '@spolu/contracts/duties';
import type { DossierVersion, DossierView } from '@spolu/contracts/outputs';
import type { Station } from '@spolu/contracts/provenance';
import type { RouteView } from '@spolu/contracts/referral-route';
import type { ReferralRow, ReferralView } from '@spolu/contracts/review';
import { command, made } from '../../ideas/given-harvest.ts';
import { givenVersion, type GivenVersion } from '../../outputs/given-version.ts';
import { givenApi, type Someone, type TestApi } from '../../testing/given-api.ts';
import { decide, opinion, opinionOf, position, YESTERDAY, type GivenReferral } from '../given-referral.ts';
import { Routes } from './routes.service.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

interface GivenRoute extends GivenVersion {
  stepIds: [string, string, string];
  financeId: string;
  financeSecretary: Someone;
}
type Step = { id: string; bodyId: string; dueOn: string; asked: string; withPrevious: boolean };
const step = (bodyId: string, dueOn: string, change: Partial<Step> = {}): Step => ({ id: randomUUID(), bodyId, dueOn, asked: '', withPrevious: false, ...change });
const plan = (who: Someone, { dossierId }: GivenVersion, body: object) => command(who, 'put', `/dossiers/${dossierId}/route`, body);
const routeOf = async (who: Someone, { dossierId }: GivenVersion): Promise<RouteView> => (await who.agent.get(`/api/dossiers/${dossierId}/route`).expect(200)).body;
const statesOf = async (given: GivenVersion) => (await routeOf(given.harvest.lead, given)).steps.map(({ state }) => state);
const toSteps = ({ steps }: RouteView): Step[] => steps.map(({ id, bodyId, dueOn, asked, withPrevious }) => ({ id, bodyId, dueOn, asked, withPrevious }));
const codeOf = async (request: ReturnType<typeof command>) => ((await request).body as { code: string }).code;
const dutiesOf = async (who: Someone): Promise<DutyView[]> => (await who.agent.get('/api/duties').expect(200)).body.items;
const wayOf = async (id: string): Promise<Station[]> => (await api.stranger().agent.get(`/api/records/${id}/way`).expect(200)).body.stations;

/** Two commissions side by side, then the council. */
async function givenRoute(): Promise<GivenRoute> {
  const given = await givenVersion(api);
  const financeId = randomUUID();
  await api.database.query(`insert into body (id, name, kind, organisation_id, member_count) values ($1, 'Komisia finančná', 'commission', $2, 5)`, [financeId, given.harvest.organisationId]);
  const steps = [
    step(given.commissionId, '2099-05-10', { asked: 'Čo to urobí s prírodou?' }), step(financeId, '2099-05-12', { withPrevious: true }), step(given.councilId, '2099-06-20'),
  ];
  await plan(given.harvest.lead, given, { revision: 0, reason: '', steps }).expect(204);
  const financeSecretary = await api.person({ name: 'Fero Finančný', roles: [{ scope: 'body', scopeId: financeId, role: 'secretary' }] });
  return { ...given, stepIds: steps.map(({ id }) => id) as [string, string, string], financeId, financeSecretary };
}
/** What lies before a body of the route, as it was last week already. */
async function before(given: GivenRoute, index: 0 | 1 | 2): Promise<GivenReferral> {
  const referralId = (await routeOf(given.harvest.lead, given)).steps[index]!.referrals[0]!.id;
  await api.database.query(`update referral set referred_at = referred_at - interval '7 days' where dossier_id = $1 and referred_at > now() - interval '1 day'`, [given.dossierId]);
  return { ...given, referralId };
}
async function adoptAll(who: Someone, given: GivenReferral, change: object = {}): Promise<void> {
  for (const id of given.recommendationIds) await opinion(who, given, id, opinionOf({ vote: { for: 4, against: 1, abstained: 0 }, ...change })).expect(200);
}

describe('a dossier goes to several bodies', () => {
  test('the next ones when those before have spoken', async () => {
    const given = await givenRoute();
    const view = await routeOf(given.harvest.lead, given);
    expect(view.steps).toMatchObject([
      { bodyName: 'Komisia životného prostredia', state: 'open', asked: 'Čo to urobí s prírodou?', referrals: [{ version: 1 }] },
      { bodyName: 'Komisia finančná', state: 'open', withPrevious: true },
      { bodyName: 'Mestské zastupiteľstvo', state: 'waiting', deciding: true, referrals: [] },
    ]);
    const environment = await before(given, 0);
    expect((await given.members[0].agent.get(`/api/referrals/${environment.referralId}`)).body).toMatchObject({ asked: 'Čo to urobí s prírodou?', earlier: [] });
    await adoptAll(given.secretary, environment);
    expect(await statesOf(given)).toEqual(['opinion-adopted', 'open', 'waiting']);
    expect(await dutiesOf(given.secretary)).toEqual([]);
    expect(await dutiesOf(given.financeSecretary)).toMatchObject([{ kind: 'referral', holderName: 'Komisia finančná', dueOn: '2099-05-12' }]);
    await adoptAll(given.financeSecretary, await before(given, 1));
    expect(await statesOf(given)).toEqual(['opinion-adopted', 'opinion-adopted', 'open']);
  });

  test('or when their day has passed, and the way says that nobody spoke', async () => {
    const given = await givenRoute();
    const environment = await before(given, 0);
    await opinion(given.secretary, environment, given.recommendationIds[0]).expect(200);
    await adoptAll(given.financeSecretary, await before(given, 1));
    await api.database.query(`update referral_step set due_on = $2 where id = $1`, [given.stepIds[0], YESTERDAY]);
    await api.app.get(Routes).moveOn();
    await api.app.get(Routes).moveOn();
    expect(await statesOf(given)).toEqual(['unanswered', 'opinion-adopted', 'open']);
    const referrals = (id: string) => wayOf(id).then((stations) => stations.filter(({ kind, title }) => kind === 'referral' && title === 'Komisia životného prostredia'));
    expect(await referrals(given.recommendationIds[0])).toMatchObject([{ outcome: null }]);
    expect(await referrals(given.recommendationIds[1])).toMatchObject([{ outcome: 'unanswered' }]);
    // it may still speak, late
    await opinion(given.secretary, environment, given.recommendationIds[1]).expect(200);
    expect(await referrals(given.recommendationIds[1])).toMatchObject([{ outcome: null }]);
    expect(await statesOf(given)).toEqual(['opinion-adopted', 'opinion-adopted', 'open']);
  });

  test('whoever reads the dossier reads how far it is; the office and the secretaries plan', async () => {
    const given = await givenRoute();
    const stranger = await routeOf(api.stranger(), given);
    expect(stranger.may).toEqual({ plan: false });
    const elsewhere = await givenRoute();
    for (const who of [given.members[0], given.chair, elsewhere.secretary, elsewhere.harvest.lead]) await plan(who, given, { revision: 2, reason: 'x', steps: toSteps(stranger) }).expect(403);
    await plan(given.financeSecretary, given, { revision: stranger.revision, reason: 'Zasadáme neskôr.', steps: toSteps(stranger).map((one, i) => (i === 1 ? { ...one, dueOn: '2099-05-19' } : one)) }).expect(204);
    const changed = await routeOf(given.harvest.lead, given);
    expect(changed).toMatchObject({ steps: [{}, { dueOn: '2099-05-19' }, {}], changes: [{ kind: 'planned', reason: 'Zasadáme neskôr.' }] });
    expect((await given.financeSecretary.agent.get(`/api/referrals/${changed.steps[1]!.referrals[0]!.id}`)).body.dueOn).toBe('2099-05-19');
    const hidden = await givenVersion(api, { visibility: 'internal' });
    for (const who of [api.stranger(), given.secretary, given.harvest.lead]) await who.agent.get(`/api/dossiers/${hidden.dossierId}/route`).expect(404);
    await plan(given.harvest.lead, hidden, { revision: 0, reason: '', steps: [step(given.commissionId, '2099-05-10')] }).expect(404);
  });

  test('two secretaries at once never overwrite each other', async () => {
    const given = await givenRoute();
    const { revision, ...view } = await routeOf(given.secretary, given);
    const changed = (dueOn: string) => ({ revision, reason: 'Zmena.', steps: toSteps({ revision, ...view }).map((one, i) => (i === 2 ? { ...one, dueOn } : one)) });
    const answers = await Promise.all([plan(given.secretary, given, changed('2099-07-01')), plan(given.financeSecretary, given, changed('2099-08-01'))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('changed-meanwhile');
  });

  test('what has begun stays, and a change says why', async () => {
    const given = await givenRoute();
    const view = await routeOf(given.harvest.lead, given);
    const steps = toSteps(view);
    const send = (next: Step[], reason = 'Zmena.') => codeOf(plan(given.harvest.lead, given, { revision: view.revision, reason, steps: next }));
    expect(await send(steps.slice(1))).toBe('review/step-begun');
    expect(await send(steps.slice(0, 2), '')).toBe('invalid-input');
    expect(await send([...steps, step(randomUUID(), '2099-09-01')])).toBe('invalid-input');
    expect(await send([...steps, step(given.councilId, '2099-09-01')])).toBe('dossier/referred');
    await plan(given.harvest.lead, given, { revision: view.revision, reason: '', steps, state: 'decided' }).expect(400);
  });

  test('one is withdrawn with a reason: nobody speaks on it any more, and the next begins', async () => {
    const given = await givenRoute();
    const environment = await before(given, 0);
    await position(given.members[0], environment, given.recommendationIds[0]).expect(204);
    await adoptAll(given.financeSecretary, await before(given, 1));
    const { revision } = await routeOf(given.harvest.lead, given);
    const withdraw = (who: Someone, body: object) => command(who, 'post', `/dossiers/${given.dossierId}/route/steps/${given.stepIds[0]}/withdrawal`, body);
    await withdraw(given.members[0], { revision, reason: 'Nie je to jej vec.' }).expect(403);
    await withdraw(given.harvest.lead, { revision, reason: '' }).expect(400);
    expect(await codeOf(withdraw(given.harvest.lead, { revision: revision - 1, reason: 'Staré.' }))).toBe('changed-meanwhile');
    await withdraw(given.harvest.lead, { revision, reason: 'Nie je to jej vec.' }).expect(204);
    expect(await statesOf(given)).toEqual(['withdrawn', 'opinion-adopted', 'open']);
    expect(await codeOf(position(given.members[1], environment, given.recommendationIds[0]))).toBe('review/withdrawn');
    expect(await codeOf(opinion(given.secretary, environment, given.recommendationIds[0]))).toBe('review/withdrawn');
    const read: ReferralView = (await given.members[0].agent.get(`/api/referrals/${environment.referralId}`).expect(200)).body;
    expect(read).toMatchObject({ state: 'withdrawn', items: [{ positionCount: 1 }, {}], may: { givePosition: false, adoptOpinion: false, recordDecision: false } });
    expect((await wayOf(given.recommendationIds[0])).find(({ outcome }) => outcome === 'withdrawn')).toMatchObject({ title: 'Komisia životného prostredia', reason: 'Nie je to jej vec.' });
  });
});

describe('a body returns a dossier', () => {
  test('the office sees at once what it asks for; with the new version the same step goes on, and what was said stays', async () => {
    const given = await givenRoute();
    const environment = await before(given, 0);
    await opinion(given.secretary, environment, given.recommendationIds[0], opinionOf({ motion: 'return', reasoning: 'Doplňte rozpočet.' })).expect(200);
    await opinion(given.secretary, environment, given.recommendationIds[1]).expect(200);
    await adoptAll(given.financeSecretary, await before(given, 1));
    const view = await routeOf(given.harvest.officer, given);
    expect(view.steps).toMatchObject([{ state: 'returned', returned: [{ number: 1, title: 'Zatepliť dve školy', reasoning: 'Doplňte rozpočet.' }] }, { state: 'opinion-adopted' }, { state: 'waiting' }]);
    const { duties }: WaitingView = (await api.stranger().agent.get(`/api/records/${given.harvest.noteIds[0][0]}/waiting`).expect(200)).body;
    expect(duties.filter(({ kind }) => kind === 'referral')).toMatchObject([{ dueOn: '2099-05-10', late: false }]);
    expect((await dutiesOf(given.harvest.lead)).filter(({ kind }) => kind === 'referral')).toMatchObject([{ url: `/dossiers/${given.dossierId}/route`, dueOn: '2099-05-10' }]);
    const desk: ReferralRow[] = (await given.harvest.officer.agent.get('/api/referrals').expect(200)).body.items;
    expect(desk[0]).toMatchObject({ id: environment.referralId, waitsFor: 'new-version', dueOn: '2099-05-10', returned: true });
    const onDossier = async () => ((await given.harvest.lead.agent.get(`/api/dossiers/${given.dossierId}`).expect(200)).body as DossierView).versions.find(({ version }) => version === 1)!.referrals.map(({ state }) => state);
    expect(await onDossier()).toEqual(['returned', 'opinion-adopted']);
    const goOn = (dueOn: string) => command(given.harvest.lead, 'post', `/dossiers/${given.dossierId}/route/steps/${given.stepIds[0]}/continuation`, { revision: view.revision, dueOn });
    expect(await codeOf(goOn('2099-05-30'))).toBe('review/no-new-version');
    await command(given.harvest.lead, 'post', `/dossiers/${given.dossierId}/versions`).expect(201);
    expect(await codeOf(goOn(YESTERDAY))).toBe('review/deadline-passed');
    const referralId = await made(goOn('2099-05-30'));
    const after = await routeOf(given.harvest.lead, given);
    expect(after.steps).toMatchObject([{ state: 'open', dueOn: '2099-05-30', referrals: [{ id: referralId, version: 2 }, { id: environment.referralId, version: 1 }] }, {}, { state: 'waiting', dueOn: '2099-07-10' }]);
    const read: ReferralView = (await given.members[0].agent.get(`/api/referrals/${referralId}`).expect(200)).body;
    expect(read.earlier).toMatchObject([{ version: 1, items: [{ opinion: { verdict: 'return', reasoning: 'Doplňte rozpočet.' } }, {}] }, { bodyName: 'Komisia finančná' }]);
    expect((await given.members[0].agent.get(`/api/referrals/${environment.referralId}`).expect(200)).body).toMatchObject({ returned: true });
    expect(read.returned).toBe(false);
    expect(await onDossier()).toEqual(['returned', 'opinion-adopted']);
    const newest = (await given.harvest.lead.agent.get(`/api/dossiers/${given.dossierId}/versions/2`).expect(200)).body as DossierVersion;
    await api.database.query(`update referral set referred_at = referred_at - interval '7 days' where id = $1`, [referralId]);
    await adoptAll(given.secretary, { ...given, referralId, recommendationIds: newest.recommendations.map(({ id }) => id) as [string, string] }, { vote: { for: 6, against: 0, abstained: 0 } });
    const council = (await routeOf(given.harvest.lead, given)).steps[2]!;
    expect(council).toMatchObject({ state: 'open', referrals: [{ version: 2 }] });
  });
});

test('a version is referred at once beside those that lie before bodies, unless its turn there has not come or the route is full; the route may then still change', async () => {
  const given = await givenVersion(api);
  const { harvest: { lead, organisationId }, dossierId, commissionId, councilId } = given;
  const refer = (bodyId: string, version = 1) => command(lead, 'post', `/dossiers/${dossierId}/versions/${version}/referrals`, { bodyId, dueOn: '2099-05-12' });
  await plan(lead, given, { revision: 0, reason: '', steps: [step(commissionId, '2099-05-10'), step(councilId, '2099-06-20')] }).expect(204);
  expect(await codeOf(refer(councilId))).toBe('dossier/referred');
  await command(lead, 'post', `/dossiers/${dossierId}/versions`).expect(201);
  await refer(commissionId, 2).expect(201);
  expect(await codeOf(refer(commissionId, 2))).toBe('dossier/referred');
  const others = await api.database.query<{ id: string }[]>(
    `insert into body (id, name, kind, organisation_id, member_count) select gen_random_uuid(), 'Komisia ' || n || ' ' || $1, 'commission', $1::uuid, 5 from generate_series(1, 19) n returning id`, [organisationId]);
  for (const { id } of others.slice(0, 17)) await refer(id, 2).expect(201);
  const full = await refer(others[18]!.id, 2).expect(409);
  expect(full.body).toMatchObject({ code: 'review/route-full', facts: { limit: 20 } });
  const { revision, steps } = await routeOf(lead, given);
  await plan(lead, given, { revision, reason: 'Posúvame zastupiteľstvo.', steps: toSteps({ steps } as RouteView).map((one) => (one.bodyId === councilId ? { ...one, dueOn: '2099-06-30' } : one)) }).expect(204);
});

test('what went on with a new version is decided on there, not on the version that was returned', async () => {
  const given = await givenVersion(api);
  const only = step(given.commissionId, '2099-05-10');
  await plan(given.harvest.lead, given, { revision: 0, reason: '', steps: [only] }).expect(204);
  const returned = await before({ ...given, stepIds: [only.id, '', ''], financeId: '', financeSecretary: given.secretary }, 0);
  await adoptAll(given.secretary, returned, { motion: 'return', vote: { for: 6, against: 0, abstained: 0 } });
  await command(given.harvest.lead, 'post', `/dossiers/${given.dossierId}/versions`).expect(201);
  const { revision } = await routeOf(given.harvest.lead, given);
  await command(given.harvest.lead, 'post', `/dossiers/${given.dossierId}/route/steps/${only.id}/continuation`, { revision, dueOn: '2099-05-30' }).expect(201);
  expect(await codeOf(decide(given.secretary, returned))).toBe('review/step-state');
});

describe('the council', () => {
  async function givenBeforeCouncil() {
    const given = await givenRoute();
    await adoptAll(given.secretary, await before(given, 0), { dissent: 'Dvaja boli za menší rozsah.' });
    await adoptAll(given.financeSecretary, await before(given, 1));
    return before(given, 2);
  }

  test('has what bodies before it said, with those who dissented, and decides in parts', async () => {
    const given = await givenBeforeCouncil();
    const clerk = await api.person({ name: 'Zita Zapisovateľka', roles: [{ scope: 'body', scopeId: given.councilId, role: 'secretary' }] });
    const read = async (): Promise<ReferralView> => (await clerk.agent.get(`/api/referrals/${given.referralId}`).expect(200)).body;
    expect(await read()).toMatchObject({
      waitsFor: 'decision', may: { recordDecision: true },
      earlier: [{ bodyName: 'Komisia životného prostredia', items: [{ number: 1, opinion: { verdict: 'support', dissent: 'Dvaja boli za menší rozsah.' } }, {}] }, { bodyName: 'Komisia finančná' }],
    });
    const [first, second] = given.recommendationIds;
    expect(await dutiesOf(clerk)).toMatchObject([{ kind: 'decision', url: `/referrals/${given.referralId}`, dueOn: '2099-06-20' }]);
    const part = (number: string, recommendationId: string, verdict: string) =>
      decide(clerk, given, { bodyId: given.councilId, number, decidedOn: YESTERDAY, text: 'Schvaľuje.', items: [{ recommendationId, verdict, reasons: 'Preto.' }] });
    await made(part('1/2026', first, 'accepted'));
    expect(await read()).toMatchObject({ state: 'open', items: [{ decision: 'accepted' }, { decision: null }] });
    expect(await codeOf(part('2/2026', first, 'not-accepted'))).toBe('review/decided');
    await made(part('2/2026', second, 'postponed'));
    expect(await read()).toMatchObject({ state: 'decided', may: { recordDecision: true }, items: [{}, { decision: 'postponed' }] });
    await made(part('3/2026', second, 'not-accepted'));
    expect(await read()).toMatchObject({ state: 'decided', may: { recordDecision: false }, items: [{ decision: 'accepted' }, { decision: 'not-accepted' }], decisions: [{ number: '1/2026' }, { number: '2/2026' }, { number: '3/2026' }] });
    expect(await dutiesOf(clerk)).toEqual([]);
    expect(await statesOf(given as GivenReferral & GivenRoute)).toEqual(['opinion-adopted', 'opinion-adopted', 'decided']);
    const kinds = (await wayOf(given.harvest.noteIds[0][0]!)).map(({ kind, title }) => `${kind} ${title}`);
    expect(kinds).toEqual(expect.arrayContaining(['opinion Komisia finančná', 'referral Mestské zastupiteľstvo', 'decision Mestské zastupiteľstvo, 1/2026']));
  });

  test('is told to the commissions that advised it, whose opinions then stay as it had them', async () => {
    const given = await givenBeforeCouncil();
    const clerk = await api.person({ name: 'Zita Zapisovateľka', roles: [{ scope: 'body', scopeId: given.councilId, role: 'secretary' }] });
    const commission = { ...given, referralId: (await routeOf(given.secretary, given)).steps[0]!.referrals[0]!.id };
    const read = async (): Promise<ReferralView> => (await given.secretary.agent.get(`/api/referrals/${commission.referralId}`).expect(200)).body;
    const decideOn = (number: string, recommendationId: string) =>
      made(decide(clerk, given, { bodyId: given.councilId, number, decidedOn: YESTERDAY, text: 'Schvaľuje.', items: [{ recommendationId, verdict: 'accepted', reasons: 'Preto.' }] }));
    const [first, second] = given.recommendationIds;
    await decideOn('1/2026', first);
    expect(await read()).toMatchObject({ state: 'opinion-adopted', decisions: [{ number: '1/2026' }], items: [{ decision: 'accepted' }, { decision: null }] });
    expect(await codeOf(opinion(given.secretary, commission, first))).toBe('review/decided');
    await opinion(given.secretary, commission, second).expect(200);
    await decideOn('2/2026', second);
    expect(await read()).toMatchObject({ state: 'decided', waitsFor: null, may: { adoptOpinion: false, recordDecision: false, forward: false }, decisions: [{ number: '1/2026' }, { number: '2/2026' }] });
    expect((await given.secretary.agent.get('/api/referrals').expect(200)).body.items).toMatchObject([{ id: commission.referralId, state: 'decided' }]);
  });

  test('decides where the dossier is on its way to it, and no other body’s referral is decided in its stead', async () => {
    const given = await givenBeforeCouncil();
    const commission = (await routeOf(given.secretary, given)).steps[0]!.referrals[0]!.id;
    expect((await given.secretary.agent.get(`/api/referrals/${commission}`).expect(200)).body).toMatchObject({ state: 'opinion-adopted', waitsFor: null, may: { recordDecision: false } });
    expect(await codeOf(decide(given.secretary, { ...given, referralId: commission }))).toBe('review/decides-elsewhere');
  });
});
