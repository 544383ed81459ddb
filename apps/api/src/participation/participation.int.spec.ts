import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EditProcess, ProcessList, ProcessView } from '@spolu/contracts/participation';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';

let api: TestApi;
let organisationId: string;
let officer: Someone;
beforeAll(async () => {
  api = await givenApi();
  organisationId = await givenOrganisation();
  officer = await api.person({ roles: [{ scope: 'organisation', scopeId: organisationId, role: 'officer' }] });
});
afterAll(() => api?.stop());

async function givenOrganisation(): Promise<string> {
  const id = randomUUID();
  await api.database.query(`insert into organisation (id, name, sector) values ($1::uuid, 'Mesto ' || $1::text, 'public')`, [id]);
  return id;
}

const process = (changes: Partial<EditProcess> = {}): EditProcess => ({
  title: 'Energetická udržateľnosť mesta', problem: 'Účty rastú.', statusQuo: 'Staré kotly.', goals: ['Menej spotreby', 'Viac slnka'],
  phases: [
    { id: randomUUID(), title: 'Dielne', fromOn: '2020-01-01', untilOn: null },
    { id: randomUUID(), title: 'Rozhodnutie', fromOn: null, untilOn: null },
  ],
  actors: [
    { id: randomUUID(), name: 'Stredoslovenská energetika', sector: 'business', organisationId: null, role: 'dodávateľ' },
    { id: randomUUID(), name: 'Mesto', sector: 'public', organisationId, role: '' },
  ],
  organisationIds: [organisationId], commitmentIds: [], state: 'running', visibility: 'public', revision: 0,
  ...changes,
});
const post = (who: Someone, body: object, key = randomUUID()) => who.agent.post('/api/processes').set('Idempotency-Key', key).send(body);
const put = (who: Someone, id: string, body: object) => who.agent.put(`/api/processes/${id}`).set('Idempotency-Key', randomUUID()).send(body);
const made = async (changes: Partial<EditProcess> = {}): Promise<string> => (await post(officer, process(changes)).expect(201)).body.id;
const view = async (who: Someone, id: string): Promise<ProcessView> => (await who.agent.get(`/api/processes/${id}`).expect(200)).body;

describe('an officer', () => {
  test('makes a process and becomes its lead', async () => {
    const input = process();
    const { body } = await post(officer, input).expect(201);
    const { updatedAt: _, ...seen } = await view(officer, body.id);
    expect(seen).toEqual({ ...input, id: body.id, revision: 1, may: { edit: true, addSession: true, writeDossier: true, giveRoles: true } });
    const roles = await api.database.query('select role from role where scope_id = $1 and person_id = $2', [body.id, officer.personId]);
    expect(roles).toEqual([{ role: 'lead' }]);
  });

  test('makes one process, however often the command arrives', async () => {
    const input = process({ title: 'Len raz' });
    const key = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => post(officer, input, key)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await api.database.query(`select 1 from process where title = 'Len raz'`)).toHaveLength(1);
  });

  test('edits what she saw, and is told when somebody saved meanwhile', async () => {
    const id = await made();
    await put(officer, id, process({ title: 'Prvá', revision: 1 })).expect(204);
    const { body } = await put(officer, id, process({ title: 'Druhá', revision: 1 })).expect(409);
    expect(body.code).toBe('changed-meanwhile');
    expect(await view(officer, id)).toMatchObject({ title: 'Prvá', revision: 2 });
  });

  test('can’t serve a commitment that nobody made', async () => {
    const { body } = await post(officer, process({ commitmentIds: [randomUUID()] })).expect(400);
    expect(body.code).toBe('participation/unknown-commitment');
  });

  test.each([
    ['an organisation that nobody knows', { actors: [{ id: randomUUID(), name: 'X', sector: 'ngo' as const, organisationId: randomUUID(), role: '' }] }, 'actors'],
    ['a phase that ends before it begins', { phases: [{ id: randomUUID(), title: 'A', fromOn: '2026-02-01', untilOn: '2026-01-01' }] }, 'phases.0.untilOn'],
  ])('is told of %s', async (_, changes, path) => {
    const { body } = await post(officer, process(changes)).expect(400);
    expect(body.fields.map((field: { path: string }) => field.path)).toEqual([path]);
  });
});

describe('who may not', () => {
  test('make a process: strangers, people without a role, officers of another organisation', async () => {
    const foreign = await api.person({ roles: [{ scope: 'organisation', scopeId: await givenOrganisation(), role: 'officer' }] });
    await post(api.stranger(), process()).expect(401);
    await post(await api.person(), process()).expect(403);
    await post(foreign, process()).expect(403);
  });

  test('edit one: whoever is not its staff', async () => {
    const id = await made();
    await put(api.stranger(), id, process({ revision: 1 })).expect(401);
    await put(await api.person(), id, process({ revision: 1 })).expect(403);
    await put(officer, randomUUID(), process({ revision: 1 })).expect(404);
    expect(await view(officer, id)).toMatchObject({ revision: 1 });
  });

  test('change its organisations: a facilitator alone', async () => {
    const id = await made();
    const facilitator = await api.person({ roles: [{ scope: 'process', scopeId: id, role: 'facilitator' }] });
    const other = await givenOrganisation();
    await put(facilitator, id, process({ revision: 1, organisationIds: [organisationId, other] })).expect(403);
    await put(facilitator, id, process({ revision: 1, title: 'Iný názov' })).expect(204);
    await put(officer, id, process({ revision: 2, organisationIds: [organisationId, other] })).expect(204);
  });

  test('send more than the form has (SEC-04)', async () => {
    const id = await made();
    for (const extra of [{ role: 'lead' }, { authorId: officer.personId }, { status: 'x' }, { id: randomUUID() }]) {
      await put(officer, id, { ...process({ revision: 1 }), ...extra }).expect(400);
    }
    expect(await view(officer, id)).toMatchObject({ revision: 1 });
  });
});

describe('who sees a process', () => {
  test('a foreign one and a missing one answer alike (SEC-03)', async () => {
    const hidden = await made({ visibility: 'internal' });
    const [foreign, missing] = await Promise.all([hidden, randomUUID()].map((id) => api.stranger().agent.get(`/api/processes/${id}`).expect(404)));
    expect({ ...foreign!.body, correlationId: null }).toEqual({ ...missing!.body, correlationId: null });
  });

  test('a draft, whatever its visibility, only its staff', async () => {
    const id = await made({ state: 'draft', visibility: 'public' });
    await api.stranger().agent.get(`/api/processes/${id}`).expect(404);
    expect(await view(officer, id)).toMatchObject({ state: 'draft' });
  });

  test('one for participants, whoever took part in a session of it', async () => {
    const id = await made({ visibility: 'participants' });
    const sessionId = randomUUID();
    await api.database.query('insert into process_session (process_id, session_id) values ($1, $2)', [id, sessionId]);
    const phone = await api.device({ participants: [{ id: randomUUID(), sessionId }] });
    const elsewhere = await api.device({ participants: [{ id: randomUUID(), sessionId: randomUUID() }] });
    await elsewhere.agent.get(`/api/processes/${id}`).expect(404);
    expect(await view(phone, id)).toMatchObject({ may: { edit: false } });
    const { body }: { body: ProcessList } = await phone.agent.get('/api/processes').expect(200);
    expect(body.items.map((row) => row.id)).toContain(id);
  });

  test('the list holds what each viewer may see, with the phase of today', async () => {
    const [open, internal, draft] = [await made({ title: 'Verejný' }), await made({ visibility: 'internal' }), await made({ state: 'draft' })];
    const listed = async (who: Someone, query = ''): Promise<ProcessList> => (await who.agent.get(`/api/processes${query}`).expect(200)).body;
    const strangers = await listed(api.stranger());
    expect(strangers.items.map(({ id }) => id)).toEqual(expect.arrayContaining([open]));
    expect(strangers.items.filter(({ id }) => [internal, draft].includes(id))).toEqual([]);
    expect(strangers.items.find(({ id }) => id === open)).toMatchObject({ title: 'Verejný', currentPhase: 'Dielne' });
    expect(strangers.may.add).toBe(false);
    const officers = await listed(officer);
    expect(officers.items.map(({ id }) => id)).toEqual(expect.arrayContaining([open, internal, draft]));
    expect(officers.may.add).toBe(true);
    expect((await listed(officer, '?state=draft')).items.every(({ state }) => state === 'draft')).toBe(true);
    await api.stranger().agent.get('/api/processes?state=anything').expect(400);
  });
});

describe('what was answered of a topic', () => {
  const answers = { decision: 'open', need: 'solutions', promise: 'given', views: 'differ', time: 'enough', means: 'there', people: 'reachable' };
  const keep = (who: Someone, id: string, body: object) => who.agent.put(`/api/processes/${id}/topic-check`).set('Idempotency-Key', randomUUID()).send(body);
  const read = (who: Someone, id: string) => who.agent.get(`/api/processes/${id}/topic-check`);

  test('stays with the process, the newest in place of earlier ones, for those who work on it', async () => {
    const id = await made();
    expect((await read(officer, id).expect(200)).body).toEqual({ answers: null, notedAt: null });
    await keep(officer, id, answers).expect(204);
    await keep(officer, id, { ...answers, promise: 'missing' }).expect(204);
    expect((await read(officer, id)).body).toMatchObject({ answers: { ...answers, promise: 'missing' }, notedAt: expect.any(String) });
  });

  test('is taken only whole, and kept by nobody else', async () => {
    const id = await made();
    const { time: _, ...some } = answers;
    await keep(officer, id, some).expect(400);
    await keep(officer, id, { ...answers, decision: 'maybe' }).expect(400);
    await keep(await api.person(), id, answers).expect(403);
    await read(await api.person(), id).expect(403);
    const draft = await made({ state: 'draft' });
    await keep(await api.person(), draft, answers).expect(404);
  });
});
