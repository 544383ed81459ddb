import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ProcessView } from '@spolu/contracts/participation';
import type { IdeaRow, IdeaView } from '@spolu/contracts/ideas';
import type { Way } from '@spolu/contracts/provenance';
import { givenApi, type TestApi } from '../testing/given-api.ts';
import { command, givenHarvest, made, type Harvest } from './given-harvest.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

const schools = (clusterIds: string[]) => ({ clusterIds, title: 'Školy bez strát energie', summary: 'Začať tam, kde deti sedia v bundách.' });

describe('clusters become an idea', () => {
  test('with all their notes and votes, and the link from each cluster', async () => {
    const harvest = await givenHarvest(api);
    const id = await made(command(harvest.facilitator, 'post', '/ideas', schools([...harvest.clusterIds])));
    const idea: IdeaView = (await api.stranger().agent.get(`/api/ideas/${id}`).expect(200)).body;
    expect(idea).toMatchObject({ title: 'Školy bez strát energie', noteCount: 5, dots: 3, revision: 1, may: { edit: false } });
    expect(idea.clusters.map(({ title, notes }) => [title, notes.length])).toEqual([['Energia v školách', 3], ['Verejné osvetlenie', 2]]);
    expect(idea.clusters[0]?.vote).toEqual({ dots: 2, voters: 1, ofDots: 3, ofVoters: 1 });
    const way: Way = (await api.stranger().agent.get(`/api/records/${harvest.noteIds[0][0]}/way`).expect(200)).body;
    expect(way.stations.map(({ kind, url }) => [kind, url])).toEqual([
      ['contribution', null], ['cluster', `/sessions/${harvest.sessionId}/report`], ['idea', `/ideas/${id}`],
    ]);
  });

  test('once: a cluster that is an idea already is refused, and nothing half is written', async () => {
    const harvest = await givenHarvest(api);
    await made(command(harvest.lead, 'post', '/ideas', schools([harvest.clusterIds[0]])));
    const { body } = await command(harvest.lead, 'post', '/ideas', schools([harvest.clusterIds[1], harvest.clusterIds[0]])).expect(409);
    expect(body.code).toBe('idea/already-confirmed');
    expect((await harvest.lead.agent.get(`/api/processes/${harvest.processId}/ideas`)).body.items).toHaveLength(1);
  });

  test('once, however often the command is sent', async () => {
    const harvest = await givenHarvest(api);
    const send = () => harvest.lead.agent.post('/api/ideas').set('Idempotency-Key', '0190a5f0-0000-7000-8000-000000000001').send(schools([harvest.clusterIds[0]]));
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
  });

  test('of one process only', async () => {
    const [harvest, other] = [await givenHarvest(api), await givenHarvest(api)];
    const both = await api.person({
      roles: [{ scope: 'process', scopeId: harvest.processId, role: 'lead' }, { scope: 'process', scopeId: other.processId, role: 'lead' }],
    });
    await command(both, 'post', '/ideas', schools([harvest.clusterIds[0], other.clusterIds[0]])).expect(400);
  });

  test('by the people who run the session, and nobody else', async () => {
    const [harvest, other] = [await givenHarvest(api), await givenHarvest(api)];
    const member = await api.person({ roles: [{ scope: 'body', scopeId: randomUUID(), role: 'member' }] });
    for (const who of [harvest.phone, other.lead, other.facilitator, other.officer, member]) {
      await command(who, 'post', '/ideas', schools([harvest.clusterIds[0]])).expect(403);
    }
    await command(api.stranger(), 'post', '/ideas', schools([harvest.clusterIds[0]])).expect(401);
    await command(harvest.officer, 'post', '/ideas', schools([randomUUID()])).expect(404);
    await made(command(harvest.officer, 'post', '/ideas', schools([harvest.clusterIds[0]])));
  });

  test('takes nothing but what it asks for', async () => {
    const harvest = await givenHarvest(api);
    const { body } = await command(harvest.lead, 'post', '/ideas', { ...schools([harvest.clusterIds[0]]), processId: harvest.processId, authorId: randomUUID() }).expect(400);
    expect(body.fields).toEqual([{ path: 'processId', code: 'unknown-field' }, { path: 'authorId', code: 'unknown-field' }]);
  });
});

describe('an idea', () => {
  test('is edited by the people of its process, and not over somebody else’s edit', async () => {
    const [harvest, other] = [await givenHarvest(api), await givenHarvest(api)];
    const id = await made(command(harvest.lead, 'post', '/ideas', schools([harvest.clusterIds[0]])));
    const edit = { title: 'Školy, ktoré šetria', summary: '', language: null, categoryId: null, place: null, revision: 1 };
    await command(harvest.officer, 'put', `/ideas/${id}`, edit).expect(204);
    const { body } = await command(harvest.lead, 'put', `/ideas/${id}`, { ...edit, title: 'Iný názov' }).expect(409);
    expect(body.code).toBe('changed-meanwhile');
    for (const who of [harvest.phone, harvest.facilitator, other.lead]) await command(who, 'put', `/ideas/${id}`, { ...edit, revision: 2 }).expect(403);
    await command(api.stranger(), 'put', `/ideas/${id}`, { ...edit, revision: 2 }).expect(401);
    await command(harvest.lead, 'put', `/ideas/${id}`, { ...edit, revision: 2, processId: other.processId }).expect(400);
    const seen: IdeaView = (await harvest.lead.agent.get(`/api/ideas/${id}`)).body;
    expect(seen).toMatchObject({ title: 'Školy, ktoré šetria', revision: 2, may: { edit: true } });
    expect((await api.stranger().agent.get(`/api/records/${id}/way`)).body.stations.at(-1).title).toBe('Školy, ktoré šetria');
  });

  test('of the hall gets a category, a place and a language; those of another process are refused', async () => {
    const [harvest, other] = [await givenHarvest(api), await givenHarvest(api)];
    const id = await made(command(harvest.lead, 'post', '/ideas', { ...schools([harvest.clusterIds[0]]), language: 'sk' }));
    const [category, foreign] = [randomUUID(), randomUUID()];
    const intake = (who: Harvest, categoryId: string) =>
      command(who.lead, 'put', `/processes/${who.processId}/idea-intake`, { fromOn: null, untilOn: null, lookFirst: true, categories: [{ id: categoryId, title: 'Školy' }], plan: null, revision: 0 }).expect(204);
    await intake(harvest, category);
    await intake(other, foreign);
    const languageOf = async (record: string) => (await api.database.query<{ language: string | null }[]>('select language from record where id = $1', [record]))[0]!.language;
    const seen = async () => (await harvest.lead.agent.get(`/api/ideas/${id}`)).body as IdeaView;
    expect([await languageOf(id), (await seen()).language]).toEqual(['sk', 'sk']);
    const edit = { title: 'Školy', summary: '', language: 'cs', categoryId: category, place: { name: 'Sídlisko Fončorda', at: null }, revision: 1 };
    for (const [path, change] of [['categoryId', { categoryId: foreign }], ['place', { place: { name: '', at: { planId: randomUUID(), x: 0.5, y: 0.5 } } }]] as const) {
      expect((await command(harvest.lead, 'put', `/ideas/${id}`, { ...edit, ...change }).expect(400)).body.fields).toEqual([{ path, code: 'not-allowed' }]);
    }
    await command(harvest.lead, 'put', `/ideas/${id}`, edit).expect(204);
    expect(await seen()).toMatchObject({ language: 'cs', categoryId: category, category: 'Školy', placeName: 'Sídlisko Fončorda' });
    expect(await languageOf(id)).toBe('cs');
    expect((await harvest.phone.agent.get(`/api/processes/${harvest.processId}/ideas?categoryId=${category}&language=cs`)).body.items.map((row: { id: string }) => row.id)).toEqual([id]);
  });

  test('shows notes that are not public only to those who may read them, and counts them for everybody', async () => {
    const harvest = await givenHarvest(api, { noteVisibility: 'participants' });
    const id = await made(command(harvest.lead, 'post', '/ideas', schools([harvest.clusterIds[0]])));
    const publicly: IdeaView = (await api.stranger().agent.get(`/api/ideas/${id}`)).body;
    expect(publicly).toMatchObject({ noteCount: 3, clusters: [{ notes: [], hiddenNoteCount: 3 }] });
    const onPhone: IdeaView = (await harvest.phone.agent.get(`/api/ideas/${id}`)).body;
    expect(onPhone.clusters[0]).toMatchObject({ hiddenNoteCount: 0 });
    expect(onPhone.clusters[0]?.notes).toHaveLength(3);
  });

  test('of a process that is not public is as good as missing for others', async () => {
    const harvest = await givenHarvest(api, { visibility: 'internal' });
    const id = await made(command(harvest.lead, 'post', '/ideas', schools([harvest.clusterIds[0]])));
    for (const who of [api.stranger(), harvest.phone]) {
      await who.agent.get(`/api/ideas/${id}`).expect(404);
      await who.agent.get(`/api/processes/${harvest.processId}/ideas`).expect(404);
      await who.agent.get(`/api/records/${id}/way`).expect(404);
    }
    const rows: IdeaRow[] = (await harvest.officer.agent.get(`/api/processes/${harvest.processId}/ideas`).expect(200)).body.items;
    expect(rows).toMatchObject([{ id, noteCount: 3, dots: 2 }]);
  });

  test('that was chosen before is read by its id, whatever became of it; a hidden one and one of another process are not', async () => {
    const [harvest, other] = [await givenHarvest(api), await givenHarvest(api)];
    const add = (from: typeof harvest, at: 0 | 1) => made(command(from.lead, 'post', '/ideas', schools([from.clusterIds[at]])));
    const [first, second, foreign] = [await add(harvest, 0), await add(harvest, 1), await add(other, 0)];
    const found = async (query: object, who = api.stranger()) => {
      const { body } = await who.agent.get(`/api/processes/${harvest.processId}/ideas`).query(query).expect(200);
      return (body as { items: IdeaRow[] }).items.map(({ id, state }) => [id, state]);
    };
    const ids = [second, foreign, randomUUID()].join();
    expect(await found({ ids })).toEqual([[second, 'current']]);
    await api.database.query(`update idea set state = 'merged' where id = $1`, [second]);
    expect([await found({ ids }), await found({ ids, state: 'all' })]).toEqual([[], [[second, 'merged']]]);
    await command(harvest.lead, 'put', `/ideas/${first}/hiding`, { hidden: true, reason: 'Uráža' }).expect(204);
    expect(await found({ ids: first, state: 'all' }, harvest.lead)).toEqual([]);
  });

  test('is asked for by its id as strictly as by its words, and by nobody who may not read its process', async () => {
    const harvest = await givenHarvest(api, { visibility: 'internal' });
    const list = (who = harvest.officer) => who.agent.get(`/api/processes/${harvest.processId}/ideas`);
    for (const ids of ['', 'x', `${randomUUID()},`, Array.from({ length: 101 }, () => randomUUID()).join()]) await list().query({ ids }).expect(400);
    await list().query({ ids: Array.from({ length: 100 }, () => randomUUID()).join(), limit: 100 }).expect(200);
    for (const who of [api.stranger(), harvest.phone]) await list(who).query({ ids: randomUUID() }).expect(404);
  });

  test('follows its process out of sight and back', async () => {
    const harvest = await givenHarvest(api);
    const id = await made(command(harvest.lead, 'post', '/ideas', schools([harvest.clusterIds[0]])));
    const way = `/api/records/${id}/way`;
    await api.stranger().agent.get(way).expect(200);
    const showTo = async (visibility: string) => {
      const { may: _may, id: _id, updatedAt: _at, ...process }: ProcessView = (await harvest.officer.agent.get(`/api/processes/${harvest.processId}`).expect(200)).body;
      await command(harvest.officer, 'put', `/processes/${harvest.processId}`, { ...process, visibility }).expect((answer) => expect(answer.status).toBeLessThan(300));
    };
    await showTo('internal');
    await api.stranger().agent.get(way).expect(404);
    await showTo('public');
    await api.stranger().agent.get(way).expect(200);
  });
});
