import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DossierChanges, DossierRow, DossierVersion, DossierView } from '@spolu/contracts/outputs';
import type { Way } from '@spolu/contracts/provenance';
import type { ReferralView } from '@spolu/contracts/review';
import { unzipSync } from 'fflate';
import { command, givenHarvest, made, type Harvest } from '../ideas/given-harvest.ts';
import { count, publish as publishVote, setUpOf, type GivenVote } from '../public-votes/given-public-vote.ts';
import { ProvenanceService } from '../provenance/provenance.service.ts';
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
    await command(harvest.lead, 'put', `/ideas/${ideaId}`, { title: 'Premenovaný nápad', summary: '', language: null, categoryId: null, place: null, revision: 1 }).expect(204);
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

/** What a resident wrote online, and an idea of these words. */
async function givenOnlineIdea({ lead, processId, participantIds }: Harvest, visibility: 'public' | 'participants' = 'public') {
  const contributionId = randomUUID();
  await api.app.get(ProvenanceService, { strict: false }).writeContributions(api.database.manager, [{
    id: contributionId, kind: 'idea', participantId: participantIds[0]!, personId: null, sessionId: null, processId, activityId: null, language: 'uk', text: 'Прошу ліхтар на нашій вулиці.',
    createdAt: '2026-04-02T09:00:00.000Z', visibility,
  }]);
  const [idea] = await api.database.query<[{ id: string }]>(
    `with made as (insert into idea (id, process_id, title, summary, revision, created_at, contribution_id, language) values (gen_random_uuid(), $1, 'Lampa na Sládkovičovej', '', 1, now(), $2, 'uk') returning id)
    insert into record (id, kind, title, url, visibility, process_id, at) select id, 'idea', 'Lampa', '/ideas/x', 'public', $1, now() from made returning id`,
    [processId, contributionId],
  );
  return { ideaId: idea.id, contributionId, lead };
}
const assess = (ideaId: string, { processId, organisationId }: Harvest, state: 'given' | 'published') =>
  api.database.query(
    `insert into assessment (id, idea_id, process_id, organisation_id, state, feasibility, cost, cost_note, internal_note, public_answer, language, asked_at, given_at, published_at)
    values (gen_random_uuid(), $1, $2, $3, $4, 'with-changes', 12000, 'bez výkopov', 'Interné: starosta nechce.', 'Lampu postavíme pri škole.', 'sk', now(), now(), case $4 when 'published' then now() end)`,
    [ideaId, processId, organisationId, state],
  );
/** Residents chose the first of two ideas; counted. */
async function givenResult(harvest: Harvest, ideaIds: string[]) {
  const voteId = await made(command(harvest.lead, 'post', `/processes/${harvest.processId}/public-votes`, setUpOf(ideaIds)));
  const vote = { ...harvest, voteId } as unknown as GivenVote;
  await api.database.query(`update public_vote set opens_at = now() - interval '1 hour', closes_at = now() + interval '1 day' where id = $1`, [voteId]);
  await publishVote(vote).expect(204);
  const [option] = await api.database.query<[{ id: string }]>('select id from public_vote_option where vote_id = $1 and idea_id = $2', [voteId, ideaIds[0]]);
  for (let i = 0; i < 2; i++) await command(await api.person(), 'post', `/public-votes/${voteId}/ballots`, { ballot: { kind: 'choice', optionIds: [option.id] }, code: null }).expect(204);
  await api.database.query(`update public_vote set opens_at = now() - interval '2 days', closes_at = now() - interval '1 second' where id = $1`, [voteId]);
  await count(vote).expect(204);
  return voteId;
}

describe('a version holds the whole evidence', () => {
  test('what was written online, what departments published and what a public vote said, as it stood; internal notes and what is not published never', async () => {
    const { harvest, id, ideaId } = await givenDossier();
    const { ideaId: online, contributionId } = await givenOnlineIdea(harvest);
    await assess(online, harvest, 'published');
    await assess(ideaId, harvest, 'given');
    const voteId = await givenResult(harvest, [online, ideaId]);
    await command(harvest.lead, 'put', `/dossiers/${id}`, { ...draft(recommendation(online, ideaId)), revision: 2 }).expect(204);
    await publish(harvest.lead, id).expect(201);
    const { text, body } = await api.stranger().agent.get(`/api/dossiers/${id}/versions/1`).expect(200);
    expect(text).not.toContain('Interné');
    const [first, second] = (body as DossierVersion).recommendations[0]!.evidence;
    expect(first).toMatchObject({
      ideaId: online, words: [{ contributionId, text: 'Прошу ліхтар на нашій вулиці.', language: 'uk' }],
      assessments: [{ feasibility: 'with-changes', cost: 12000, costNote: 'bez výkopov', publicAnswer: 'Lampu postavíme pri škole.' }],
      votes: [{ voteId, title: 'Projekty pre mesto', points: 2, voterCount: 2, ballotCount: 2, rank: 1, optionCount: 2, outcome: 'chosen' }],
    });
    expect(second).toMatchObject({ ideaId, words: [], assessments: [], votes: [{ voteId, points: 0, outcome: 'not-chosen' }] });
    const [{ stored }] = await api.database.query<[{ stored: string }]>('select content::text as stored from dossier_version where dossier_id = $1', [id]);
    expect(stored).not.toContain('Interné');
    await api.database.query(`update assessment set public_answer = 'Inak.' where idea_id = $1`, [online]);
    expect((await harvest.lead.agent.get(`/api/dossiers/${id}/versions/1`)).text).toContain('Lampu postavíme pri škole.');
  });

  test('an idea that is hidden later is sent to nobody, with since when and why in its place; what was frozen stays, and comes back', async () => {
    const { harvest, id, ideaId } = await givenDossier();
    const { ideaId: online, contributionId } = await givenOnlineIdea(harvest);
    const title = (await harvest.lead.agent.get(`/api/ideas/${online}`)).body.title as string;
    await command(harvest.lead, 'put', `/dossiers/${id}`, { ...draft(recommendation(ideaId)), revision: 2 }).expect(204);
    await publish(harvest.lead, id).expect(201);
    const second = draft(recommendation(ideaId, online));
    await command(harvest.lead, 'put', `/dossiers/${id}`, { ...second, revision: 3 }).expect(204);
    await publish(harvest.lead, id).expect(201);
    const bodyId = randomUUID();
    await api.database.query(`insert into body (id, name, kind, organisation_id, member_count) values ($1::uuid, 'Komisia ' || $1::text, 'commission', $2, 9)`, [bodyId, harvest.organisationId]);
    const secretary = await api.person({ roles: [{ scope: 'body', scopeId: bodyId, role: 'secretary' }] });
    const referral = await made(command(harvest.lead, 'post', `/dossiers/${id}/versions/2/referrals`, { bodyId, dueOn: '2099-05-12' }));
    const [spoken] = ((await secretary.agent.get(`/api/referrals/${referral}`)).body as ReferralView).items;
    const adoptedOn = new Date().toISOString().slice(0, 10);
    const opinion = { motion: 'support', reasoning: 'Komisia podporuje.', vote: { for: 6, against: 0, abstained: 0 }, adoptedOn };
    await command(secretary, 'put', `/referrals/${referral}/recommendations/${spoken?.recommendationId}/opinion`, opinion).expect(200);
    await command(harvest.lead, 'put', `/ideas/${online}/hiding`, { hidden: true, reason: 'Je v ňom telefónne číslo.' }).expect(204);
    const stored = () => api.database.query<[{ stored: string }]>('select content::text as stored from dossier_version where dossier_id = $1 and version = 2', [id]).then(([row]) => row.stored);
    const before = await stored();
    const places = [`/dossiers/${id}/versions/2`, `/dossiers/${id}/versions/2/changes?since=1`, `/dossiers/${id}`, `/records/${spoken?.recommendationId}/way`];
    const everybody = [...places.flatMap((path) => [api.stranger(), harvest.officer, secretary, harvest.lead].map((who) => [who, path] as const)), [secretary, `/referrals/${referral}`] as const];
    for (const [who, path] of everybody) {
      const { text } = await who.agent.get(`/api${path}`).expect(200);
      expect({ path, leaks: ['ліхтар', title].filter((words) => text.includes(words)) }).toEqual({ path, leaks: [] });
    }
    for (const who of [api.stranger(), secretary]) expect((await who.agent.get(`/api/records/${contributionId}/way`)).text).not.toContain('ліхтар');
    const paper = await secretary.agent.get(`/api/referrals/${referral}/opinion.docx`).responseType('blob').expect(200);
    const printed = Object.values(unzipSync(new Uint8Array(paper.body as Buffer))).map((part) => new TextDecoder().decode(part)).join();
    expect(printed).toContain('Komisia podporuje.');
    expect(['ліхтар', title].filter((words) => printed.includes(words))).toEqual([]);
    const evidence = async (who: Someone) => ((await who.agent.get(`/api/dossiers/${id}/versions/2`)).body as DossierVersion).recommendations[0]?.evidence[1];
    for (const who of [api.stranger(), secretary, harvest.lead]) {
      expect(await evidence(who)).toMatchObject({ ideaId: online, title: '', summary: '', words: [], hiddenWordCount: 1, hidden: { at: expect.any(String), reason: 'Je v ňom telefónne číslo.' } });
    }
    expect(((await secretary.agent.get(`/api/dossiers/${id}/versions/2/changes?since=1`)).body as DossierChanges).recommendations[0]?.added ?? []).not.toContainEqual(expect.objectContaining({ names: [''] }));
    expect(before).toContain('ліхтар');
    await command(harvest.lead, 'put', `/ideas/${online}/hiding`, { hidden: false }).expect(204);
    expect(await evidence(api.stranger())).toMatchObject({ title, words: [{ text: expect.stringContaining('ліхтар') }] });
    expect(await stored()).toBe(before);
  });

  test('words of an idea that was merged go along; what is not for everybody is left out for others and counted', async () => {
    const { harvest, id, ideaId } = await givenDossier();
    const { ideaId: online } = await givenOnlineIdea(harvest, 'participants');
    const { id: merged } = (await command(harvest.lead, 'post', `/idea-merges`, { ideaIds: [online, ideaId], title: 'Spolu', summary: '' }).expect(201)).body as { id: string };
    await command(harvest.lead, 'put', `/dossiers/${id}`, { ...draft(recommendation(merged)), revision: 2 }).expect(204);
    await publish(harvest.lead, id).expect(201);
    const seenBy = async (who: Someone) => ((await who.agent.get(`/api/dossiers/${id}/versions/1`).expect(200)).body as DossierVersion).recommendations[0]?.evidence[0];
    expect(await seenBy(api.stranger())).toMatchObject({ words: [], hiddenWordCount: 1 });
    expect((await seenBy(harvest.lead))?.words).toHaveLength(1);
  });
});

describe('what changed since', () => {
  test('the version before, or the one she looked at last; against a later or a foreign one there is nothing to tell', async () => {
    const { harvest, id, ideaId } = await givenDossier();
    const kept = recommendation(ideaId);
    const write = (revision: number, ...recommendations: ReturnType<typeof recommendation>[]) => command(harvest.lead, 'put', `/dossiers/${id}`, { ...draft(...recommendations), revision }).expect(204);
    await write(2, kept);
    await publish(harvest.lead, id).expect(201);
    await write(3, { ...kept, text: 'Mesto zateplí tri školy.' });
    await publish(harvest.lead, id).expect(201);
    await write(4, { ...recommendation(ideaId), title: 'Nové' }, { ...kept, text: 'Mesto zateplí štyri školy.' });
    await publish(harvest.lead, id).expect(201);
    const changes = async (who: Someone, version: number, query = ''): Promise<DossierChanges> => (await who.agent.get(`/api/dossiers/${id}/versions/${version}/changes${query}`).expect(200)).body;
    expect(await changes(api.stranger(), 1)).toMatchObject({ since: null, earlier: [] });
    const third = await changes(harvest.officer, 3);
    expect(third).toMatchObject({
      since: { version: 2, lookedAt: null }, title: null, gone: [],
      recommendations: [{ kind: 'new' }, { kind: 'changed', numberBefore: 1, words: [{ part: 'text', before: 'Mesto zateplí tri školy.', after: 'Mesto zateplí štyri školy.' }] }],
    });
    await command(harvest.officer, 'put', `/dossiers/${id}/versions/1/look`).expect(204);
    await command(harvest.officer, 'put', `/dossiers/${id}/versions/3/look`).expect(204);
    expect((await changes(harvest.officer, 3)).since).toMatchObject({ version: 1, lookedAt: expect.any(String) });
    expect((await changes(harvest.officer, 3, '?since=2')).since).toMatchObject({ version: 2 });
    expect((await changes(harvest.lead, 3)).since).toMatchObject({ version: 2, lookedAt: null });
    await harvest.officer.agent.get(`/api/dossiers/${id}/versions/3/changes?since=3`).expect(404);
    await command(api.stranger(), 'put', `/dossiers/${id}/versions/1/look`).expect(401);
  });

  test('compares with no version that she may not read', async () => {
    const { harvest, id, ideaId } = await givenDossier();
    await command(harvest.lead, 'put', `/dossiers/${id}`, { ...draft(recommendation(ideaId)), visibility: 'internal', revision: 2 }).expect(204);
    await publish(harvest.lead, id).expect(201);
    await command(harvest.lead, 'put', `/dossiers/${id}`, { ...draft(recommendation(ideaId)), revision: 3 }).expect(204);
    await publish(harvest.lead, id).expect(201);
    const { agent } = api.stranger();
    expect((await agent.get(`/api/dossiers/${id}/versions/2/changes`).expect(200)).body).toMatchObject({ since: null, earlier: [], recommendations: [] });
    await agent.get(`/api/dossiers/${id}/versions/2/changes?since=1`).expect(404);
    await agent.get(`/api/dossiers/${id}/versions/1/changes`).expect(404);
    await command(await api.person(), 'put', `/dossiers/${id}/versions/1/look`).expect(404);
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
