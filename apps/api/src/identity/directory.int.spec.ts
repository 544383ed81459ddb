import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BodyPage } from '@spolu/contracts/bodies';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { givenAccount, PASSWORD } from './given-account.ts';

let api: TestApi;
let admin: Someone;
let officer: Someone;
let nobody: Someone;
let townHall: string;

beforeAll(async () => {
  api = await givenApi();
  admin = await api.person({ name: 'Anna Správcová', roles: [{ scope: 'installation', scopeId: null, role: 'administrator' }] });
  const made = await add('/api/organisations', { name: 'Mestský úrad', sector: 'public', parentId: null });
  townHall = (made.body as { id: string }).id;
  officer = await api.person({ roles: [{ scope: 'organisation', scopeId: townHall, role: 'officer' }] });
  nobody = await api.person();
});
afterAll(() => api?.stop());

const add = (path: string, body: object, by = admin) => by.agent.post(path).set('Idempotency-Key', randomUUID()).send(body);

describe('people', () => {
  it('are listed to administrators with their roles; officers get the names of active people, for choosing', async () => {
    const olga = await givenAccount(api);
    const left = await givenAccount(api, { active: false });
    const all = (await admin.agent.get('/api/people').expect(200)).body.items as { id: string }[];
    expect(all.find(({ id }) => id === olga.id)).toEqual({ id: olga.id, name: 'Oľga Skúšobná', email: olga.email, language: 'sk', active: true, canSignIn: true, roles: [] });
    expect(all.find(({ id }) => id === officer.personId)).toMatchObject({ canSignIn: false, roles: [{ role: 'officer', scopeTitle: 'Mestský úrad' }] });
    expect(all.find(({ id }) => id === left.id)).toMatchObject({ active: false });
    const names = (await officer.agent.get('/api/people').expect(200)).body.items as { id: string }[];
    expect(names.find(({ id }) => id === olga.id)).toMatchObject({ name: 'Oľga Skúšobná', email: null, roles: [] });
    expect(names.find(({ id }) => id === left.id)).toBeUndefined();
    expect(JSON.stringify(names)).not.toContain('@');
  });

  it('are found by the beginnings of their names, whatever case and diacritics; by a part of the e-mail by administrators alone', async () => {
    const [zofia, left] = [await givenAccount(api), await givenAccount(api, { active: false })];
    for (const { id } of [zofia, left]) await api.database.query(`update person set name = 'Žofia Ďurčanská-Malá' where id = $1`, [id]);
    const found = async (who: Someone, query: object) => ((await who.agent.get('/api/people').query(query).expect(200)).body.items as { id: string }[]).map(({ id }) => id).filter((id) => [zofia.id, left.id].includes(id));
    for (const search of ['zofia', 'ĎURČ', 'mala ž', '  žofia   malá ']) {
      expect((await found(admin, { search })).sort()).toEqual([zofia.id, left.id].sort());
      expect(await found(officer, { search })).toEqual([zofia.id]);
      expect(await found(admin, { search, active: 'yes' })).toEqual([zofia.id]);
    }
    // neither the middle of a word nor one word of two is enough, and a sign is no pattern
    for (const search of ['ofia', 'zofia nova', '%ofia', '_ofia']) expect([search, await found(officer, { search })]).toEqual([search, []]);
    const [local, domain] = zofia.email.split('@');
    expect(await found(admin, { search: zofia.email.toUpperCase() })).toEqual([zofia.id]);
    for (const search of [zofia.email, local!, domain!]) expect(await found(officer, { search })).toEqual([]);
  });

  it('are narrowed to those who hold a role, for administrators', async () => {
    const without = await givenAccount(api);
    const ids = async (who: Someone, query: object) => ((await who.agent.get('/api/people').query({ ...query, limit: 100 }).expect(200)).body.items as { id: string }[]).map(({ id }) => id);
    expect(await ids(admin, { roles: 'yes' })).toContain(officer.personId);
    expect(await ids(admin, { roles: 'yes' })).not.toContain(without.id);
    expect(await ids(officer, { roles: 'yes' })).toContain(without.id);
  });

  it('are found, by name alone, by everybody who may give somebody a role', async () => {
    const olga = await givenAccount(api);
    const giving = [['process', 'lead'], ['process', 'facilitator'], ['session', 'lead-facilitator'], ['session', 'co-facilitator'], ['body', 'chair'], ['body', 'secretary']] as const;
    for (const [scope, role] of giving) {
      const who = await api.person({ roles: [{ scope, scopeId: randomUUID(), role }] });
      const found = (await who.agent.get('/api/people').query({ search: 'oľga' }).expect(200)).body.items as { id: string }[];
      expect(found.find(({ id }) => id === olga.id)).toMatchObject({ name: 'Oľga Skúšobná', email: null, roles: [] });
    }
    for (const [scope, role] of [['organisation', 'department-member'], ['session', 'observer'], ['body', 'member']] as const) {
      const who = await api.person({ roles: [{ scope, scopeId: randomUUID(), role }] });
      await who.agent.get('/api/people').query({ search: 'oľga' }).expect(403);
    }
  });

  it('are searched within bounds, and by nobody who may not choose them', async () => {
    for (const query of [{ search: 'x'.repeat(121) }, { search: 'a\u0000' }, { active: 'no' }, { name: 'x' }, { limit: 101 }]) await admin.agent.get('/api/people').query(query).expect(400);
    await nobody.agent.get('/api/people').query({ search: 'anna' }).expect(403);
    await api.stranger().agent.get('/api/people').query({ search: 'anna' }).expect(401);
  });

  it('are nobody else’s to see or change', async () => {
    const edit = { name: 'X', language: 'sk', active: true };
    await nobody.agent.get('/api/people').expect(403);
    await api.stranger().agent.get('/api/people').expect(401);
    await officer.agent.put(`/api/people/${nobody.personId}`).send(edit).expect(403);
    await api.stranger().agent.put(`/api/people/${nobody.personId}`).send(edit).expect(401);
    await admin.agent.put(`/api/people/${randomUUID()}`).send(edit).expect(404);
    await admin.agent.put(`/api/people/not-an-id`).send(edit).expect(400);
  });

  it('SEC-07: who is deactivated is signed out at once and comes in no more', async () => {
    const olga = await givenAccount(api);
    const device = await api.device({ personId: olga.id });
    await admin.agent.put(`/api/people/${olga.id}`).send({ name: 'Oľga', language: 'sk', active: false }).expect(204);
    expect((await device.agent.get('/api/me')).body).toMatchObject({ person: null });
    await api.stranger().agent.post('/api/sign-ins').send({ email: olga.email, password: PASSWORD }).expect(401);
    await admin.agent.put(`/api/people/${olga.id}`).send({ name: 'Oľga', language: 'sk', active: true }).expect(204);
    await api.stranger().agent.post('/api/sign-ins').send({ email: olga.email, password: PASSWORD }).expect(201);
  });

  it('who forgot her password chooses another one with her next invitation; nobody else may make her forget it', async () => {
    const olga = await givenAccount(api);
    const device = await api.device({ personId: olga.id });
    await officer.agent.delete(`/api/people/${olga.id}/password`).expect(403);
    await api.stranger().agent.delete(`/api/people/${olga.id}/password`).expect(401);
    await admin.agent.delete(`/api/people/${randomUUID()}/password`).expect(404);
    await admin.agent.delete(`/api/people/${admin.personId}/password`).expect(409);
    await admin.agent.delete(`/api/people/${olga.id}/password`).expect(204);
    expect((await device.agent.get('/api/me')).body).toMatchObject({ person: null });
    await api.stranger().agent.post('/api/sign-ins').send({ email: olga.email, password: PASSWORD }).expect(401);
    const invited = await admin.agent.post('/api/invitations').send({
      email: olga.email, name: 'Oľga', language: 'sk', scope: 'organisation', scopeId: townHall, role: 'department-member',
    }).expect(201);
    const secret = (invited.body as { url: string }).url.split('#')[1];
    const taken = await api.stranger().agent.post('/api/invitation-acceptances').send({ secret, name: 'Oľga', password: 'zelená rieka tečie domov' }).expect(201);
    expect(taken.body).toMatchObject({ person: { id: olga.id } });
  });

  it('SEC-04: fields that are not offered are refused and change nothing', async () => {
    for (const extra of [{ role: 'administrator' }, { email: 'x@example.org' }, { passwordHash: 'x' }, { id: randomUUID() }, { authorId: 'x' }, { tenantId: 'x' }]) {
      await admin.agent.put(`/api/people/${nobody.personId}`).send({ name: 'Changed', language: 'sk', active: true, ...extra }).expect(400);
    }
    const [row] = await api.database.query<{ name: string }[]>('select name from person where id = $1', [nobody.personId]);
    expect(row!.name).not.toBe('Changed');
  });
});

describe('organisations', () => {
  it('are seen by everybody and kept by administrators', async () => {
    const { id } = (await add('/api/organisations', { name: 'Oddelenie rozvoja', sector: 'public', parentId: townHall }).expect(201)).body as { id: string };
    expect((await api.stranger().agent.get('/api/organisations').expect(200)).body.items).toContainEqual({ id, name: 'Oddelenie rozvoja', sector: 'public', parentId: townHall });
    await admin.agent.put(`/api/organisations/${id}`).send({ name: 'Oddelenie rozvoja mesta', sector: 'public', parentId: townHall }).expect(204);
    await admin.agent.put(`/api/organisations/${randomUUID()}`).send({ name: 'X', sector: 'public', parentId: null }).expect(404);
    for (const [someone, status] of [[officer, 403], [nobody, 403], [api.stranger(), 401]] as const) {
      await add('/api/organisations', { name: 'X', sector: 'ngo', parentId: null }, someone).expect(status);
      await someone.agent.put(`/api/organisations/${id}`).send({ name: 'X', sector: 'ngo', parentId: null }).expect(status);
    }
  });

  it('form a tree: no circles, no missing parents, no two of one name side by side', async () => {
    const make = async (name: string, parentId: string | null) =>
      ((await add('/api/organisations', { name, sector: 'ngo', parentId }).expect(201)).body as { id: string }).id;
    const top = await make('Sieť', null);
    const middle = await make('Pobočka', top);
    const refusal = { fields: [{ path: 'parentId', code: 'not-allowed' }] };
    for (const parentId of [middle, top, randomUUID()]) {
      expect((await admin.agent.put(`/api/organisations/${top}`).send({ name: 'Sieť', sector: 'ngo', parentId }).expect(400)).body).toMatchObject(refusal);
    }
    expect((await add('/api/organisations', { name: 'SIEŤ', sector: 'ngo', parentId: null }).expect(409)).body).toMatchObject({ code: 'identity/name-taken' });
    await add('/api/organisations', { name: 'Sieť', sector: 'ngo', parentId: top }).expect(201);
  });

  it('a command needs its key', async () => {
    expect((await admin.agent.post('/api/organisations').send({ name: 'X', sector: 'ngo', parentId: null }).expect(400)).body).toMatchObject({ code: 'idempotency-key-missing' });
  });
});

describe('bodies', () => {
  it('are seen by everybody with their members, who hold public office; guests are not shown', async () => {
    const { id } = (await add('/api/bodies', { name: 'Komisia kultúry', kind: 'commission', organisationId: townHall, memberCount: 7 }).expect(201)).body as { id: string };
    await api.person({ name: 'Mária Členka', roles: [{ scope: 'body', scopeId: id, role: 'member' }] });
    await api.person({ name: 'Karol Predseda', roles: [{ scope: 'body', scopeId: id, role: 'chair' }] });
    await api.person({ name: 'Hosť', roles: [{ scope: 'body', scopeId: id, role: 'guest' }] });
    const [body] = ((await api.stranger().agent.get('/api/bodies').expect(200)).body.items as { id: string; members: object[] }[]).filter((each) => each.id === id);
    expect(body).toMatchObject({ name: 'Komisia kultúry', kind: 'commission', organisationId: townHall, memberCount: 7 });
    expect(body!.members).toEqual([
      { personId: expect.any(String), name: 'Karol Predseda', role: 'chair' }, { personId: expect.any(String), name: 'Mária Členka', role: 'member' },
    ]);
  });

  it('are kept by administrators alone', async () => {
    const body = { name: 'Rada', kind: 'advisory-board', organisationId: townHall, memberCount: 5 };
    const { id } = (await add('/api/bodies', body).expect(201)).body as { id: string };
    await admin.agent.put(`/api/bodies/${id}`).send({ ...body, memberCount: 6 }).expect(204);
    await admin.agent.put(`/api/bodies/${randomUUID()}`).send(body).expect(404);
    expect((await add('/api/bodies', { ...body, name: 'Iná', organisationId: randomUUID() }).expect(400)).body).toMatchObject({ fields: [{ path: 'organisationId', code: 'not-allowed' }] });
    expect((await add('/api/bodies', body).expect(409)).body).toMatchObject({ code: 'identity/name-taken' });
    expect((await add('/api/bodies', { ...body, name: 'Iná', memberCount: 0 }).expect(400)).body).toMatchObject({ fields: [{ path: 'memberCount' }] });
    for (const [someone, status] of [[officer, 403], [nobody, 403], [api.stranger(), 401]] as const) {
      await add('/api/bodies', body, someone).expect(status);
      await someone.agent.put(`/api/bodies/${id}`).send(body).expect(status);
    }
  });
});

describe('who sits in a body', () => {
  const rules = { kind: 'working-group', memberCount: 5, quorum: 'two-thirds', majority: 'three-fifths', majorityOf: 'members', statute: 'Schvaľuje sa trojpätinovou väčšinou.', statuteUrl: 'https://mesto.example/statut' };
  const givenGroup = async () => {
    const { id } = (await add('/api/bodies', { name: `Skupina ${randomUUID()}`, organisationId: townHall, ...rules }).expect(201)).body as { id: string };
    const secretary = await api.person({ name: 'Tajomníčka', roles: [{ scope: 'body', scopeId: id, role: 'secretary' }] });
    const member = await api.person({ name: 'Bela Členka', roles: [{ scope: 'body', scopeId: id, role: 'member' }] });
    return { id, secretary, member };
  };
  const lesna = { name: 'Eva Lesná', sector: 'ngo', represents: 'Ochranári', fromOn: '2026-01-01', untilOn: '2026-06-30' };
  const read = async (id: string, on = '') => (await api.stranger().agent.get(`/api/bodies/${id}${on && `?on=${on}`}`).expect(200)).body as BodyPage;

  it('stands on its page with its statute, on any day, with an account or without', async () => {
    const { id, secretary, member } = await givenGroup();
    await add(`/api/bodies/${id}/mandates`, lesna, secretary).expect(201);
    await secretary.agent.put(`/api/bodies/${id}/members/${member.personId}`).send({ sector: 'public', represents: 'mestský úrad' }).expect(204);
    await secretary.agent.put(`/api/bodies/${id}/members/${member.personId}`).send({ sector: 'business', represents: 'firmy' }).expect(204);
    expect(await read(id, '2026-03-01')).toMatchObject({
      ...rules, organisationName: 'Mestský úrad', on: '2026-03-01', may: { editMembers: false },
      members: [
        { name: 'Bela Členka', mandateId: null, role: 'member', sector: 'business', represents: 'firmy' },
        { name: 'Eva Lesná', personId: null, role: 'member', sector: 'ngo', fromOn: '2026-01-01', untilOn: '2026-06-30' },
        { name: 'Tajomníčka', role: 'secretary' },
      ],
      balance: { counts: { public: 0, business: 1, civic: 1 }, missing: ['public'] },
    });
    expect((await read(id, '2026-07-01')).members.map(({ name }) => name)).toEqual(['Bela Členka', 'Tajomníčka']);
    expect((await secretary.agent.get(`/api/bodies/${id}`)).body).toMatchObject({ may: { editMembers: true } });
    await api.stranger().agent.get(`/api/bodies/${randomUUID()}`).expect(404);
  });

  it('remembers who sat there before a role was ended', async () => {
    const { id, member } = await givenGroup();
    await api.database.query(`update role set ended_at = '2026-05-10T09:00:00Z' where person_id = $1`, [member.personId]);
    expect((await read(id, '2026-05-09')).members.map(({ name }) => name)).toContain('Bela Členka');
    expect((await read(id, '2026-05-10')).members.map(({ name }) => name)).not.toContain('Bela Členka');
  });

  it('is kept by its secretary, its chair, officers and administrators alone', async () => {
    const { id, secretary, member } = await givenGroup();
    const made = (await add(`/api/bodies/${id}/mandates`, lesna, officer).expect(201)).body as { id: string };
    const other = await givenGroup();
    for (const [someone, status] of [[member, 403], [other.secretary, 403], [api.stranger(), 401]] as const) {
      await add(`/api/bodies/${id}/mandates`, lesna, someone).expect(status);
      await someone.agent.put(`/api/mandates/${made.id}`).send(lesna).expect(status);
      await someone.agent.delete(`/api/mandates/${made.id}`).expect(status);
      await someone.agent.put(`/api/bodies/${id}/members/${member.personId}`).send({ sector: null, represents: '' }).expect(status);
    }
    await add(`/api/bodies/${id}/mandates`, { ...lesna, untilOn: '2025-01-01' }, secretary).expect(400);
    await add(`/api/bodies/${id}/mandates`, { ...lesna, bodyId: other.id }, secretary).expect(400);
    await secretary.agent.put(`/api/bodies/${id}/members/${other.member.personId}`).send({ sector: null, represents: '' }).expect(404);
    await secretary.agent.put(`/api/mandates/${made.id}`).send({ ...lesna, untilOn: null }).expect(204);
    expect((await read(id)).members.map(({ name }) => name)).toContain('Eva Lesná');
    await secretary.agent.delete(`/api/mandates/${made.id}`).expect(204);
    expect((await read(id)).members.map(({ name }) => name)).not.toContain('Eva Lesná');
  });
});

describe('SEC-62: the audit log', () => {
  interface Entry { id: string; at: string; personName: string | null; action: string; subjectKind: string; subjectId: string | null; outcome: string; facts: object }
  const entries = async (query = '') => (await admin.agent.get(`/api/audit-entries${query}`).expect(200)).body as { items: Entry[]; next: string | null };

  it('tells who did what to whom, and what was refused', async () => {
    const jana = await api.person({ name: 'Jana Menovaná' });
    await add('/api/roles', { personId: jana.personId, scope: 'organisation', scopeId: townHall, role: 'department-member' }).expect(201);
    await jana.agent.put(`/api/people/${admin.personId}`).send({ name: 'X', language: 'sk', active: false }).expect(403);
    await api.stranger().agent.post('/api/sign-ins').send({ email: 'unknown@example.org', password: 'a marker secret' }).expect(401);
    const { items } = await entries('?limit=3');
    expect(items.map(({ personName, action, subjectKind, subjectId, outcome, facts }) => ({ personName, action, subjectKind, subjectId, outcome, facts }))).toEqual([
      { personName: null, action: 'sign-in.refused', subjectKind: 'person', subjectId: null, outcome: 'refused', facts: {} },
      { personName: 'Jana Menovaná', action: 'access.refused', subjectKind: 'edit-person', subjectId: admin.personId, outcome: 'refused', facts: {} },
      {
        personName: 'Anna Správcová', action: 'role.given', subjectKind: 'person', subjectId: jana.personId, outcome: 'done',
        facts: { scope: 'organisation', scopeId: townHall, role: 'department-member' },
      },
    ]);
    expect(items[0]!.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('is read page by page, without a gap', async () => {
    const whole = (await entries('?limit=100')).items.map(({ id }) => id);
    const paged: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page = await entries(`?limit=2${after ? `&after=${encodeURIComponent(after)}` : ''}`);
      paged.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
    expect(paged).toEqual(whole);
    await admin.agent.get('/api/audit-entries?after=nonsense').expect(400);
    await admin.agent.get('/api/audit-entries?limit=101').expect(400);
  });

  it('is for administrators alone', async () => {
    await officer.agent.get('/api/audit-entries').expect(403);
    await api.stranger().agent.get('/api/audit-entries').expect(401);
  });

  it('is never changed: the database refuses it', async () => {
    for (const sql of [`update audit_entry set action = 'x.y'`, 'delete from audit_entry', 'truncate audit_entry']) {
      await expect(api.database.query(sql)).rejects.toThrow('audit entries are never changed');
    }
  });

  it('holds no secret and no words of people', async () => {
    const olga = await givenAccount(api);
    await api.stranger().agent.post('/api/sign-ins').send({ email: olga.email, password: 'a marker secret' });
    await api.stranger().agent.post('/api/sign-ins').send({ email: olga.email, password: PASSWORD }).expect(201);
    const rows = JSON.stringify(await api.database.query('select * from audit_entry'));
    for (const marker of ['a marker secret', PASSWORD, olga.email, 'Oľga', 'unknown@example.org']) expect(rows).not.toContain(marker);
  });
});
