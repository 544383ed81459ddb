import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DossierRow, DossierVersion, DossierView } from '@spolu/contracts/outputs';
import type { Way } from '@spolu/contracts/provenance';
import { command, givenHarvest, made, type Harvest } from '../ideas/given-harvest.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

const recommendation = (...ideaIds: string[]) => ({
  id: randomUUID(), title: 'Zatepliť dve školy do roku 2028', text: 'Mesto zateplí ZŠ Radvanská a ZŠ Golianova.', reasons: 'Najviac hlasov v dielni.', ideaIds,
});
const draft = (...recommendations: ReturnType<typeof recommendation>[]) => ({
  title: 'Energia v budovách mesta', summary: 'Čo navrhli ľudia a čo z toho odporúčame.', recommendations, visibility: 'public' as const, revision: 1,
});
async function givenIdea(harvest: Harvest, which: 0 | 1 = 0): Promise<string> {
  return made(command(harvest.lead, 'post', '/ideas', { clusterIds: [harvest.clusterIds[which]], title: `Nápad ${which}`, summary: '' }));
}
/** A dossier with one recommendation, saved but not published. */
async function givenDossier(options?: Parameters<typeof givenHarvest>[1]) {
  const harvest = await givenHarvest(api, options);
  const ideaId = await givenIdea(harvest);
  const id = await made(command(harvest.lead, 'post', `/processes/${harvest.processId}/dossiers`, { title: 'Energia v budovách mesta' }));
  await command(harvest.lead, 'put', `/dossiers/${id}`, draft(recommendation(ideaId))).expect(204);
  return { harvest, ideaId, id };
}
const publish = (who: Someone, id: string) => command(who, 'post', `/dossiers/${id}/versions`);
const codeOf = async (request: ReturnType<typeof command>) => ((await request).body as { code: string }).code;

describe('a draft', () => {
  test('is written whole, and not over somebody else’s save', async () => {
    const { harvest, id, ideaId } = await givenDossier();
    expect(await codeOf(command(harvest.officer, 'put', `/dossiers/${id}`, draft()))).toBe('changed-meanwhile');
    const two = { ...draft(recommendation(ideaId), { ...recommendation(), title: 'Ešte bez nápadu' }), revision: 2 };
    await command(harvest.officer, 'put', `/dossiers/${id}`, two).expect(204);
    const seen: DossierView = (await harvest.lead.agent.get(`/api/dossiers/${id}`)).body;
    expect(seen.draft).toEqual({ ...two, revision: 3 });
    expect(seen.may).toEqual({ edit: true, publish: true, refer: true });
  });

  test('is for its writers alone: others do not learn that there is one', async () => {
    const { harvest, id } = await givenDossier();
    const other = await givenHarvest(api);
    for (const who of [harvest.phone, harvest.facilitator, other.lead, other.officer, api.stranger()]) {
      await who.agent.get(`/api/dossiers/${id}`).expect(404);
      expect((await who.agent.get(`/api/processes/${harvest.processId}/dossiers`).expect(200)).body.items).toEqual([]);
    }
    expect((await harvest.officer.agent.get(`/api/processes/${harvest.processId}/dossiers`)).body.items).toMatchObject([{ id, latestVersion: null }]);
  });

  test('is begun, changed and published only by lead, facilitator and officer', async () => {
    const { harvest, id } = await givenDossier();
    const other = await givenHarvest(api);
    const member = await api.person({ roles: [{ scope: 'body', scopeId: randomUUID(), role: 'secretary' }] });
    for (const who of [harvest.phone, other.lead, other.officer, member]) {
      await command(who, 'post', `/processes/${harvest.processId}/dossiers`, { title: 'Môj' }).expect(403);
      await command(who, 'put', `/dossiers/${id}`, { ...draft(), revision: 2 }).expect(403);
      await publish(who, id).expect(403);
    }
    for (const request of [command(api.stranger(), 'put', `/dossiers/${id}`, { ...draft(), revision: 2 }), publish(api.stranger(), id)]) await request.expect(401);
    const facilitator = await api.person({ roles: [{ scope: 'process', scopeId: harvest.processId, role: 'facilitator' }] });
    await publish(facilitator, id).expect(201);
    expect((await facilitator.agent.get(`/api/dossiers/${id}`)).body.may).toEqual({ edit: true, publish: true, refer: false });
  });

  test('cites ideas of its own process', async () => {
    const { harvest, id } = await givenDossier();
    const elsewhere = await givenIdea(await givenHarvest(api));
    expect(await codeOf(command(harvest.lead, 'put', `/dossiers/${id}`, { ...draft(recommendation(elsewhere)), revision: 2 }))).toBe('dossier/unknown-idea');
  });

  test('takes nothing but what it asks for', async () => {
    const { harvest, id, ideaId } = await givenDossier();
    await command(harvest.lead, 'put', `/dossiers/${id}`, { ...draft(), revision: 2, processId: randomUUID() }).expect(400);
    await command(harvest.lead, 'put', `/dossiers/${id}`, { ...draft({ ...recommendation(ideaId), number: 7 } as ReturnType<typeof recommendation>), revision: 2 }).expect(400);
    await command(harvest.lead, 'post', `/processes/${harvest.processId}/dossiers`, { title: 'x', visibility: 'public' }).expect(400);
    await command(harvest.lead, 'post', `/dossiers/${id}/versions`, { version: 9 }).expect(400);
  });
});

describe('publishing', () => {
  test('freezes the draft with its evidence, and each citation is a link', async () => {
    const { harvest, id, ideaId } = await givenDossier();
    expect((await publish(harvest.lead, id).expect(201)).body).toEqual({ version: 1 });
    const version: DossierVersion = (await api.stranger().agent.get(`/api/dossiers/${id}/versions/1`).expect(200)).body;
    expect(version).toMatchObject({ version: 1, title: 'Energia v budovách mesta', processTitle: 'Energetická udržateľnosť mesta' });
    const [first] = version.recommendations;
    expect(first).toMatchObject({ number: 1, evidence: [{ ideaId, clusters: [{ title: 'Energia v školách', vote: { dots: 2, ofDots: 3 } }] }] });
    expect(first?.evidence[0]?.clusters[0]?.notes.map(({ text }) => text)).toEqual(['Zatepliť školy na Fončorde', 'Solárne panely na strechu ZŠ Radvanská', 'Vymeniť okná v škôlkach']);
    const way: Way = (await api.stranger().agent.get(`/api/records/${harvest.noteIds[0][0]}/way`)).body;
    expect(way.stations.at(-1)).toMatchObject({ recordId: first?.id, kind: 'recommendation', url: `/dossiers/${id}/versions/1#r1` });
  });

  test('what was published does not change when idea, draft and notes do, and the next version has recommendations of its own', async () => {
    const { harvest, id, ideaId } = await givenDossier();
    await publish(harvest.lead, id).expect(201);
    const read = async (version: number): Promise<DossierVersion> => (await harvest.lead.agent.get(`/api/dossiers/${id}/versions/${version}`).expect(200)).body;
    const before = await read(1);
    await command(harvest.lead, 'put', `/ideas/${ideaId}`, { title: 'Premenovaný nápad', summary: '', revision: 1 }).expect(204);
    await command(harvest.lead, 'put', `/dossiers/${id}`, { ...draft(recommendation(ideaId)), title: 'Nový názov', revision: 2 }).expect(204);
    expect((await publish(harvest.lead, id).expect(201)).body).toEqual({ version: 2 });
    expect(await read(1)).toEqual(before);
    const second = await read(2);
    expect(second.recommendations[0]?.id).not.toBe(before.recommendations[0]?.id);
    expect(second.recommendations[0]?.evidence[0]?.title).toBe('Premenovaný nápad');
    const rows: DossierRow[] = (await api.stranger().agent.get(`/api/processes/${harvest.processId}/dossiers`)).body.items;
    expect(rows).toMatchObject([{ id, title: 'Nový názov', latestVersion: 2 }]);
    await command(harvest.lead, 'put', `/dossiers/${id}`, { ...draft(recommendation(ideaId)), title: 'Ešte tajný názov', revision: 3 }).expect(204);
    const seen: DossierView = (await api.stranger().agent.get(`/api/dossiers/${id}`).expect(200)).body;
    expect(seen).toMatchObject({ title: 'Nový názov', draft: null, versions: [{ version: 2 }, { version: 1 }], may: { edit: false, publish: false, refer: false } });
  });

  test('a version that is replaced before it was referred is no station for the public; referred after all, it is again', async () => {
    const { harvest, id } = await givenDossier();
    for (let i = 0; i < 2; i++) await publish(harvest.lead, id).expect(201);
    const stops = async () => ((await api.stranger().agent.get(`/api/records/${harvest.noteIds[0][0]}/way`)).body as Way).stations.filter(({ kind }) => kind === 'recommendation').map(({ url }) => url);
    expect(await stops()).toEqual([`/dossiers/${id}/versions/2#r1`]);
    await api.stranger().agent.get(`/api/dossiers/${id}/versions/1`).expect(200);
    const bodyId = randomUUID();
    await api.database.query(`insert into body (id, name, kind, organisation_id, member_count) values ($1::uuid, 'Komisia ' || $1::text, 'commission', $2, 9)`, [bodyId, harvest.organisationId]);
    await command(harvest.lead, 'post', `/dossiers/${id}/versions/1/referrals`, { bodyId, dueOn: '2099-05-12' }).expect(201);
    expect((await stops()).sort()).toEqual([`/dossiers/${id}/versions/1#r1`, `/dossiers/${id}/versions/2#r1`]);
  });

  test('the database keeps a version and its recommendations as they are', async () => {
    const { harvest, id } = await givenDossier();
    await publish(harvest.lead, id).expect(201);
    for (const statement of [
      `update dossier_version set title = 'x' where dossier_id = $1`, 'delete from dossier_version where dossier_id = $1',
      `update recommendation set title = 'x' where dossier_id = $1`, 'delete from recommendation where dossier_id = $1',
    ]) {
      await expect(api.database.query(statement, [id])).rejects.toThrow('is history');
    }
  });

  test('needs a recommendation, and an idea behind each', async () => {
    const { harvest, id, ideaId } = await givenDossier();
    await command(harvest.lead, 'put', `/dossiers/${id}`, { ...draft(), revision: 2 }).expect(204);
    expect(await codeOf(publish(harvest.lead, id))).toBe('dossier/nothing-to-publish');
    await command(harvest.lead, 'put', `/dossiers/${id}`, { ...draft(recommendation(ideaId), recommendation()), revision: 3 }).expect(204);
    const { body } = await publish(harvest.lead, id).expect(409);
    expect(body).toMatchObject({ code: 'dossier/uncited', facts: { number: 2 } });
  });

  test('a double click publishes two numbers, never one twice', async () => {
    const { harvest, id } = await givenDossier();
    const answers = await Promise.all([publish(harvest.lead, id), publish(harvest.officer, id)]);
    expect(answers.map(({ body }) => (body as { version: number }).version).sort()).toEqual([1, 2]);
  });
});

describe('reading a version', () => {
  test('is for those it was published for', async () => {
    const { harvest, id, ideaId } = await givenDossier();
    await command(harvest.lead, 'put', `/dossiers/${id}`, { ...draft(recommendation(ideaId)), visibility: 'participants', revision: 2 }).expect(204);
    await publish(harvest.lead, id).expect(201);
    const other = await givenHarvest(api);
    for (const who of [harvest.phone, harvest.officer, harvest.facilitator]) await who.agent.get(`/api/dossiers/${id}/versions/1`).expect(200);
    for (const who of [other.phone, other.lead, api.stranger()]) {
      await who.agent.get(`/api/dossiers/${id}/versions/1`).expect(404);
      await who.agent.get(`/api/dossiers/${id}`).expect(404);
    }
    await harvest.lead.agent.get(`/api/dossiers/${id}/versions/2`).expect(404);
    await harvest.lead.agent.get(`/api/dossiers/${id}/versions/x`).expect(400);
  });

  test('leaves out notes that are not for everybody, counts them, and shows all to those who work with it', async () => {
    const { harvest, id } = await givenDossier({ noteVisibility: 'participants' });
    await publish(harvest.lead, id).expect(201);
    const clusterSeenBy = async (who: Someone) => ((await who.agent.get(`/api/dossiers/${id}/versions/1`)).body as DossierVersion).recommendations[0]?.evidence[0]?.clusters[0];
    expect(await clusterSeenBy(api.stranger())).toMatchObject({ notes: [], hiddenNoteCount: 3 });
    expect((await clusterSeenBy(harvest.phone))?.notes).toHaveLength(3);
    expect((await clusterSeenBy(harvest.officer))?.notes).toHaveLength(3);
  });
});
