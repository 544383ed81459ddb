import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RoleName, RoleScope } from '@spolu/contracts/roles';
import { v7 as newId } from 'uuid';
import { SocketSeats, type Seated } from '../http/seats.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { IdentityService } from './identity.service.ts';

let api: TestApi;
let admin: Someone;
const townHall = newId();
const department = newId();
const university = newId();
const commission = newId();
const processId = newId();
const sessionId = newId();

beforeAll(async () => {
  api = await givenApi();
  const identity = api.app.get(IdentityService);
  await api.database.transaction(async (em) => {
    await identity.addOrganisation(em, { id: townHall, name: 'Mestský úrad', sector: 'public', parentId: null });
    await identity.addOrganisation(em, { id: department, name: 'Oddelenie rozvoja', sector: 'public', parentId: townHall });
    await identity.addOrganisation(em, { id: university, name: 'Univerzita', sector: 'academia', parentId: null });
    await identity.addBody(em, { id: commission, name: 'Komisia životného prostredia', kind: 'commission', organisationId: townHall, memberCount: 9 });
    await identity.placeRoles(em, { scope: 'process', id: processId, title: 'Energia mesta', organisationIds: [townHall] });
    await identity.placeRoles(em, { scope: 'session', id: sessionId, title: 'Dielňa v Radnici', processId });
  });
  admin = await holder('installation', null, 'administrator');
});
afterAll(() => api?.stop());

const holder = (scope: RoleScope, scopeId: string | null, role: RoleName, untilOn?: string) => api.person({ roles: [{ scope, scopeId, role, untilOn }] });
const give = (by: Someone, scope: RoleScope, scopeId: string | null, role: RoleName, personId: string, more: object = {}) =>
  by.agent.post('/api/roles').set('Idempotency-Key', randomUUID()).send({ personId, scope, scopeId, role, ...more });
const rolesOf = async (someone: Someone) => ((await someone.agent.get('/api/me')).body as { roles: object[] }).roles;

describe('giving a role', () => {
  it('counts at the next request, is listed with its place, and ends at once', async () => {
    const jana = await api.person({ name: 'Jana Nová' });
    const told: Seated[] = [];
    api.app.get(SocketSeats).onRefresh((who) => told.push(who));
    const made = await give(admin, 'process', processId, 'facilitator', jana.personId!).expect(201);
    const { id } = made.body as { id: string };
    expect(await rolesOf(jana)).toEqual([{ scope: 'process', scopeId: processId, role: 'facilitator' }]);
    const list = await admin.agent.get(`/api/roles?scope=process&scopeId=${processId}`).expect(200);
    expect((list.body as { items: unknown[] }).items).toContainEqual({
      id, personId: jana.personId, personName: 'Jana Nová', scope: 'process', scopeId: processId, scopeTitle: 'Energia mesta', role: 'facilitator', fromOn: null, untilOn: null,
    });
    await admin.agent.delete(`/api/roles/${id}`).expect(204);
    expect(await rolesOf(jana)).toEqual([]);
    await admin.agent.delete(`/api/roles/${id}`).expect(404);
    expect(told.filter((who) => 'personId' in who && who.personId === jana.personId)).toHaveLength(2);
  });

  it('holds between its days, in the town’s time zone', async () => {
    const today = await api.app.get(IdentityService).today();
    const jana = await api.person();
    await give(admin, 'body', commission, 'member', jana.personId!, { fromOn: '2999-01-01' }).expect(201);
    expect(await rolesOf(jana)).toEqual([]);
    await give(admin, 'body', commission, 'member', jana.personId!, { fromOn: '2020-01-01', untilOn: today }).expect(201);
    expect(await rolesOf(jana)).toEqual([{ scope: 'body', scopeId: commission, role: 'member' }]);
    await api.database.query(`update role set until_on = $2::date - 1 where person_id = $1 and until_on is not null`, [jana.personId, today]);
    expect(await rolesOf(jana)).toEqual([]);
  });

  it('twice for the same days is refused, sent twice it is given once', async () => {
    const jana = await api.person();
    const key = randomUUID();
    const send = () => admin.agent.post('/api/roles').set('Idempotency-Key', key).send({ personId: jana.personId, scope: 'process', scopeId: processId, role: 'lead' });
    const [first, again] = [await send().expect(201), await send().expect(201)];
    expect(again.body).toEqual(first.body);
    expect((await give(admin, 'process', processId, 'lead', jana.personId!).expect(409)).body).toMatchObject({ code: 'conflict' });
    const answers = await Promise.all([1, 2, 3].map(() => give(admin, 'session', sessionId, 'scribe', jana.personId!)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('needs a person, a place and days that exist', async () => {
    const jana = await api.person();
    expect((await give(admin, 'process', processId, 'lead', randomUUID()).expect(400)).body).toMatchObject({ fields: [{ path: 'personId', code: 'not-allowed' }] });
    await give(admin, 'process', randomUUID(), 'lead', jana.personId!).expect(404);
    await give(admin, 'process', sessionId, 'lead', jana.personId!).expect(404);
    await give(admin, 'process', processId, 'chair', jana.personId!).expect(400);
    await give(admin, 'installation', processId, 'administrator', jana.personId!).expect(400);
    await give(admin, 'process', processId, 'lead', jana.personId!, { fromOn: '2026-05-02', untilOn: '2026-05-01' }).expect(400);
    await give(admin, 'process', processId, 'lead', jana.personId!, { fromOn: '2026-02-30' }).expect(400);
  });

  it('is not given for days that are over, but until today it is', async () => {
    const jana = await api.person();
    const today = await api.app.get(IdentityService).today();
    const { body } = await give(admin, 'process', processId, 'lead', jana.personId!, { untilOn: '2020-01-01' }).expect(400);
    expect(body).toMatchObject({ code: 'identity/role-over', facts: { day: today } });
    await give(admin, 'process', processId, 'lead', jana.personId!, { untilOn: today }).expect(201);
  });
});

describe('SEC-02: who may give which role', () => {
  const givers: [string, RoleScope, () => string | null, RoleName][] = [
    ['administrator', 'installation', () => null, 'administrator'],
    ['officer of the town hall', 'organisation', () => townHall, 'officer'],
    ['member of its department', 'organisation', () => townHall, 'department-member'],
    ['officer of the university', 'organisation', () => university, 'officer'],
    ['lead of the process', 'process', () => processId, 'lead'],
    ['facilitator of the process', 'process', () => processId, 'facilitator'],
    ['lead facilitator of the session', 'session', () => sessionId, 'lead-facilitator'],
    ['co-facilitator of the session', 'session', () => sessionId, 'co-facilitator'],
    ['table host of the session', 'session', () => sessionId, 'table-host'],
    ['chair of the commission', 'body', () => commission, 'chair'],
    ['secretary of the commission', 'body', () => commission, 'secretary'],
    ['member of the commission', 'body', () => commission, 'member'],
  ];
  const gifts: [RoleScope, () => string | null, RoleName][] = [
    ['installation', () => null, 'administrator'],
    ['organisation', () => townHall, 'officer'],
    ['organisation', () => department, 'department-member'],
    ['process', () => processId, 'lead'],
    ['process', () => processId, 'facilitator'],
    ['session', () => sessionId, 'lead-facilitator'],
    ['session', () => sessionId, 'table-host'],
    ['body', () => commission, 'secretary'],
    ['body', () => commission, 'member'],
  ];
  // +: given, -: refused, blank: not even known of
  const expected: Record<string, string> = {
    'administrator': '+++++++++',
    'officer of the town hall': ' ++++++++',
    'member of its department': ' --------',
    'officer of the university': '         ',
    'lead of the process': '   ++++  ',
    'facilitator of the process': '   --++  ',
    'lead facilitator of the session': '     ++  ',
    'co-facilitator of the session': '     -+  ',
    'table host of the session': '     --  ',
    'chair of the commission': '       -+',
    'secretary of the commission': '       -+',
    'member of the commission': '       --',
  };

  it.each(givers)('%s', async (who, scope, scopeId, role) => {
    const giver = await holder(scope, scopeId(), role);
    let got = '';
    for (const [giftScope, giftId, gift] of gifts) {
      const { personId } = await api.person();
      const { status } = await give(giver, giftScope, giftId(), gift, personId!);
      got += { 201: '+', 403: '-', 404: ' ' }[status] ?? `(${status})`;
    }
    expect(got).toBe(expected[who]);
  });

  it('a stranger: none', async () => {
    const { personId } = await api.person();
    for (const [scope, scopeId, role] of gifts) {
      const { status } = await give(api.stranger(), scope, scopeId(), role, personId!);
      expect(status).toBe(404);
    }
  });

  it('whoever may not give a role may not end or list it either', async () => {
    const jana = await api.person();
    const { id } = (await give(admin, 'body', commission, 'secretary', jana.personId!).expect(201)).body as { id: string };
    const chair = await holder('body', commission, 'chair');
    const member = await holder('body', commission, 'member');
    const outsider = await holder('organisation', university, 'officer');
    await chair.agent.delete(`/api/roles/${id}`).expect(403);
    await outsider.agent.delete(`/api/roles/${id}`).expect(404);
    await api.stranger().agent.delete(`/api/roles/${id}`).expect(404);
    await chair.agent.get(`/api/roles?scope=body&scopeId=${commission}`).expect(200);
    await member.agent.get(`/api/roles?scope=body&scopeId=${commission}`).expect(403);
    await outsider.agent.get(`/api/roles?scope=body&scopeId=${commission}`).expect(404);
    await api.stranger().agent.get(`/api/roles?scope=body&scopeId=${commission}`).expect(404);
    await member.agent.get(`/api/roles?scope=installation`).expect(404);
    await admin.agent.get(`/api/roles?scope=installation`).expect(200);
    await admin.agent.get(`/api/roles?scope=installation&scopeId=${commission}`).expect(400);
    await admin.agent.get(`/api/roles?scope=body`).expect(400);
    expect(await rolesOf(jana)).toHaveLength(1);
  });
});

describe('the last administrator', () => {
  it('can’t be taken away, not even two at once; one of two can', async () => {
    await api.database.query(`update role set ended_at = now() where role = 'administrator'`);
    const [one, two] = [await holder('installation', null, 'administrator'), await holder('installation', null, 'administrator')];
    const idOf = async (someone: Someone) =>
      (await api.database.query<{ id: string }[]>('select id from role where person_id = $1 and ended_at is null', [someone.personId]))[0]!.id;
    const [first, second] = [await idOf(one), await idOf(two)];
    const answers = await Promise.all([one.agent.delete(`/api/roles/${second}`), two.agent.delete(`/api/roles/${first}`)]);
    const left = answers[0].status === 204 ? one : two;
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect((await left.agent.delete(`/api/roles/${await idOf(left)}`).expect(409)).body).toMatchObject({ code: 'identity/last-administrator' });
    await left.agent.put(`/api/people/${left.personId}`).send({ name: 'A', language: 'sk', active: false }).expect(409);
    expect(await rolesOf(left)).toHaveLength(1);
  });
});

describe('handing over the lead of a session', () => {
  let officer: Someone;
  beforeAll(async () => {
    officer = await holder('organisation', townHall, 'officer');
  });
  const handOver = (by: Someone, id: string, personId: string) => by.agent.post(`/api/roles/${id}/hand-over`).set('Idempotency-Key', randomUUID()).send({ personId });
  const roleIn = async (someone: Someone) => {
    const { items } = (await officer.agent.get(`/api/roles?scope=session&scopeId=${sessionId}`).expect(200)).body as { items: { id: string; personId: string; role: RoleName; fromOn: string | null; untilOn: string | null }[] };
    return items.filter(({ personId }) => personId === someone.personId);
  };
  const names = async (someone: Someone) => (await roleIn(someone)).map(({ role }) => role);

  it('changes both places at once, and back again', async () => {
    const [lead, other] = [await holder('session', sessionId, 'lead-facilitator'), await holder('session', sessionId, 'co-facilitator')];
    await handOver(lead, (await roleIn(lead))[0]!.id, other.personId!).expect(204);
    expect([await names(lead), await names(other)]).toEqual([['co-facilitator'], ['lead-facilitator']]);
    // what she handed over is not hers to hand over again
    await handOver(lead, (await roleIn(other))[0]!.id, lead.personId!).expect(403);
    await handOver(other, (await roleIn(other))[0]!.id, lead.personId!).expect(204);
    expect([await names(lead), await names(other)]).toEqual([['lead-facilitator'], ['co-facilitator']]);
  });

  it('lasts as long as the roles were given for: who stands in leads until her last day, then the other one again', async () => {
    const [lead, other] = [await holder('session', sessionId, 'lead-facilitator', '2999-12-31'), await holder('session', sessionId, 'co-facilitator', '2999-06-30')];
    await handOver(lead, (await roleIn(lead))[0]!.id, other.personId!).expect(204);
    const days = async (someone: Someone) => (await roleIn(someone)).map(({ role, fromOn, untilOn }) => [role, fromOn, untilOn]).sort();
    expect(await days(other)).toEqual([['lead-facilitator', null, '2999-06-30']]);
    expect(await days(lead)).toEqual([['co-facilitator', null, '2999-12-31'], ['lead-facilitator', '2999-07-01', '2999-12-31']]);
  });

  it('keeps what else somebody does there', async () => {
    const [lead, host] = [await holder('session', sessionId, 'lead-facilitator'), await holder('session', sessionId, 'table-host')];
    await handOver(lead, (await roleIn(lead))[0]!.id, host.personId!).expect(204);
    expect((await names(host)).sort()).toEqual(['lead-facilitator', 'table-host']);
  });

  it('goes to somebody who works there, by somebody who may', async () => {
    const [lead, observer, stranger] = [await holder('session', sessionId, 'lead-facilitator'), await holder('session', sessionId, 'observer'), await api.person()];
    const { id } = (await roleIn(lead))[0]!;
    await handOver(lead, id, stranger.personId!).expect(400);
    await handOver(lead, id, lead.personId!).expect(400);
    await handOver(observer, id, observer.personId!).expect(403);
    await handOver(stranger, id, stranger.personId!).expect(404);
    await handOver(officer, (await roleIn(observer))[0]!.id, lead.personId!).expect(409);
    expect(await names(lead)).toEqual(['lead-facilitator']);
  });
});
