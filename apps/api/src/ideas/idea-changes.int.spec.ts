import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { IdeaRow, IdeaView } from '@spolu/contracts/ideas';
import type { DossierVersion } from '@spolu/contracts/outputs';
import type { Way } from '@spolu/contracts/provenance';
import { ProvenanceService } from '../provenance/provenance.service.ts';
import { ReceiptsService } from '../provenance/receipts.service.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { command, givenHarvest, made, type Harvest } from './given-harvest.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

/** Two ideas of one process: schools (three notes) and street lights (two). */
async function givenIdeas(): Promise<Harvest & { schools: string; lights: string }> {
  const harvest = await givenHarvest(api);
  const confirm = (clusterId: string, title: string) => made(command(harvest.lead, 'post', '/ideas', { clusterIds: [clusterId], title, summary: '' }));
  return { ...harvest, schools: await confirm(harvest.clusterIds[0], 'Školy'), lights: await confirm(harvest.clusterIds[1], 'Svetlá') };
}
const ideaOf = async (id: string, who: Someone = api.stranger()): Promise<IdeaView> => (await who.agent.get(`/api/ideas/${id}`).expect(200)).body;
const wayOf = async (id: string): Promise<Way> => (await api.stranger().agent.get(`/api/records/${id}/way`).expect(200)).body;
const listed = async (processId: string, query = ''): Promise<IdeaRow[]> => (await api.stranger().agent.get(`/api/processes/${processId}/ideas${query}`).expect(200)).body.items;
const merge = (harvest: { lead: Someone; schools: string; lights: string }) =>
  made(command(harvest.lead, 'post', '/idea-merges', { ideaIds: [harvest.schools, harvest.lights], title: 'Školy a svetlá', summary: 'Spolu' }));

describe('ideas that say the same', () => {
  test('are merged into one more that says what it consists of, and stay readable with where they went', async () => {
    const given = await givenIdeas();
    const id = await merge(given);
    const merged = await ideaOf(id, given.lead);
    expect(merged).toMatchObject({ title: 'Školy a svetlá', noteCount: 5, dots: 3, state: 'current', may: { arrange: true, undo: ['merge'] } });
    expect(merged.madeFrom.map(({ title, change }) => [title, change]).sort()).toEqual([['Svetlá', 'merge'], ['Školy', 'merge']]);
    expect(await ideaOf(given.schools)).toMatchObject({ title: 'Školy', noteCount: 3, state: 'merged', became: [{ id, title: 'Školy a svetlá', url: `/ideas/${id}`, undoneAt: null }], may: { arrange: false } });
    expect((await listed(given.processId)).map((row) => row.id)).toEqual([id]);
    expect((await listed(given.processId, '?state=all')).map((row) => row.state).sort()).toEqual(['current', 'merged', 'merged']);
    const way = await wayOf(given.noteIds[0][0]!);
    expect(way.stations.map(({ kind, title }) => [kind, title]).slice(1)).toEqual([['cluster', 'Energia v školách'], ['idea', 'Školy'], ['idea', 'Školy a svetlá']]);
  });

  test('are parted again: the merge is undone, who and when stays written, and the merged idea still tells its originals', async () => {
    const given = await givenIdeas();
    const id = await merge(given);
    await command(given.officer, 'post', `/ideas/${id}/undoings`, { change: 'merge' }).expect(204);
    expect((await listed(given.processId)).map(({ title }) => title).sort()).toEqual(['Svetlá', 'Školy']);
    const undone = await ideaOf(id, given.lead);
    expect(undone).toMatchObject({ state: 'undone', noteCount: 5, may: { edit: false, arrange: false, undo: [] } });
    expect(undone.madeFrom).toHaveLength(2);
    for (const step of undone.madeFrom) expect(step.undoneAt).not.toBeNull();
    expect((await wayOf(given.schools)).stations.map(({ recordId }) => recordId)).not.toContain(id);
    const way = await wayOf(id);
    expect(way.contributionCount).toBe(5);
    expect(way.links.filter(({ toId }) => toId === id).every(({ endedAt }) => endedAt)).toBe(true);
    const ends = await api.database.query('select by_person_id from link_end where to_id = $1', [id]);
    expect(ends).toHaveLength(2);
    for (const by of ends) expect(by.by_person_id).not.toBeNull();
    await expect(api.database.query('delete from link_end')).rejects.toThrow('history');
    await command(given.lead, 'post', `/ideas/${id}/undoings`, { change: 'merge' }).expect(409);
    // and what was parted may be merged anew
    await merge(given);
  });

  test('a merge is not undone once a published dossier stands on it, and that one keeps all its evidence', async () => {
    const given = await givenIdeas();
    const id = await merge(given);
    const dossierId = await made(command(given.lead, 'post', `/processes/${given.processId}/dossiers`, { title: 'Energia' }));
    const recommendation = { id: id, title: 'Začať školami', text: 'x', reasons: '', ideaIds: [id] };
    await command(given.lead, 'put', `/dossiers/${dossierId}`, { title: 'Energia', summary: '', recommendations: [recommendation], visibility: 'public', revision: 1 }).expect(204);
    await command(given.lead, 'post', `/dossiers/${dossierId}/versions`).expect(201);
    expect((await command(given.lead, 'post', `/ideas/${id}/undoings`, { change: 'merge' }).expect(409)).body.code).toBe('idea/went-further');
    const version: DossierVersion = (await api.stranger().agent.get(`/api/dossiers/${dossierId}/versions/1`).expect(200)).body;
    expect(version.recommendations[0]!.evidence.flatMap(({ clusters }) => clusters.flatMap(({ notes }) => notes))).toHaveLength(5);
    expect((await wayOf(version.recommendations[0]!.id)).contributionCount).toBe(5);
  });

  test('are merged once: of two at the same moment one is refused', async () => {
    const given = await givenIdeas();
    const send = () => command(given.lead, 'post', '/idea-merges', { ideaIds: [given.schools, given.lights], title: 'Spolu', summary: '' });
    const answers = await Promise.all([send(), send()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await listed(given.processId)).toHaveLength(1);
  });

  test('by the people of the process and nobody else; never across processes', async () => {
    const [given, other] = [await givenIdeas(), await givenIdeas()];
    const input = { ideaIds: [given.schools, given.lights], title: 'Spolu', summary: '' };
    for (const who of [given.phone, given.facilitator, other.lead, other.officer]) await command(who, 'post', '/idea-merges', input).expect(403);
    await command(api.stranger(), 'post', '/idea-merges', input).expect(401);
    const both = await api.person({ roles: [{ scope: 'process', scopeId: given.processId, role: 'lead' }, { scope: 'process', scopeId: other.processId, role: 'lead' }] });
    await command(both, 'post', '/idea-merges', { ...input, ideaIds: [given.schools, other.lights] }).expect(400);
    await command(given.lead, 'post', '/idea-merges', { ...input, ideaIds: [given.schools, given.schools] }).expect(400);
  });
});

describe('an idea that says two things', () => {
  test('is split: each part takes its notes along, and a vote on the whole cluster is nobody’s alone', async () => {
    const given = await givenIdeas();
    const [first, second, third] = given.noteIds[0] as [string, string, string];
    const parts = [{ title: 'Strechy', summary: '', contributionIds: [first, second] }, { title: 'Okná', summary: '', contributionIds: [second, third] }];
    const left = [parts[0]!, { ...parts[1]!, contributionIds: [] }];
    expect((await command(given.lead, 'post', `/ideas/${given.schools}/splits`, { parts: left }).expect(400)).body).toMatchObject({ code: 'idea/evidence-left', facts: { count: 1 } });
    await command(given.lead, 'post', `/ideas/${given.schools}/splits`, { parts: [{ ...parts[0], contributionIds: [given.noteIds[1][0]] }, parts[1]] }).expect(400);
    for (const who of [given.phone, given.facilitator]) await command(who, 'post', `/ideas/${given.schools}/splits`, { parts }).expect(403);
    const { ids } = (await command(given.lead, 'post', `/ideas/${given.schools}/splits`, { parts }).expect(201)).body as { ids: [string, string] };
    expect(await ideaOf(ids[0])).toMatchObject({ noteCount: 2, dots: null, clusters: [{ ofNoteCount: 3, vote: { dots: 2 } }], madeFrom: [{ id: given.schools, change: 'split' }] });
    expect(await ideaOf(given.schools, given.lead)).toMatchObject({ noteCount: 3, dots: 2, state: 'split', became: [{ title: 'Strechy' }, { title: 'Okná' }], may: { undo: ['split'] } });
    await command(given.lead, 'post', `/ideas/${given.schools}/undoings`, { change: 'split' }).expect(204);
    expect((await listed(given.processId)).map(({ title }) => title).sort()).toEqual(['Svetlá', 'Školy']);
  });
});

describe('an idea that is not taken', () => {
  test('goes on in another process with its reason, which both ideas and the way tell', async () => {
    const [given, other] = [await givenIdeas(), await givenIdeas()];
    const both = await api.person({ roles: [{ scope: 'process', scopeId: given.processId, role: 'lead' }, { scope: 'process', scopeId: other.processId, role: 'lead' }] });
    const input = { to: { kind: 'process', processId: other.processId }, reason: 'Patrí do programu rozvoja.' };
    await command(given.lead, 'post', `/ideas/${given.schools}/carry-overs`, input).expect(403);
    const id = await made(command(both, 'post', `/ideas/${given.schools}/carry-overs`, input));
    expect(await ideaOf(id)).toMatchObject({ title: 'Školy', processId: other.processId, noteCount: 3, madeFrom: [{ id: given.schools, reason: 'Patrí do programu rozvoja.' }] });
    expect(await ideaOf(given.schools)).toMatchObject({ state: 'carried-over', became: [{ id, reason: 'Patrí do programu rozvoja.' }] });
    expect((await wayOf(given.noteIds[0][0]!)).links.find(({ toId }) => toId === id)).toMatchObject({ kind: 'carried-over-to', reason: 'Patrí do programu rozvoja.' });
  });

  test('or in a document of the town, and comes back when that is undone', async () => {
    const given = await givenIdeas();
    await made(command(given.lead, 'post', `/ideas/${given.schools}/carry-overs`, { to: { kind: 'document', title: 'Program rozvoja mesta 2030' }, reason: 'Až po roku 2027.' }));
    expect((await ideaOf(given.schools)).became).toMatchObject([{ title: 'Program rozvoja mesta 2030', url: null, change: 'carry-over', reason: 'Až po roku 2027.' }]);
    expect((await wayOf(given.noteIds[0][0]!)).stations.at(-1)).toMatchObject({ kind: 'document', title: 'Program rozvoja mesta 2030' });
    await command(given.lead, 'post', `/ideas/${given.schools}/undoings`, { change: 'carry-over' }).expect(204);
    expect(await ideaOf(given.schools)).toMatchObject({ state: 'current', became: [{ undoneAt: expect.any(String) }] });
    expect((await wayOf(given.schools)).stations.at(-1)).toMatchObject({ kind: 'idea' });
  });

  test('is not told of where it went to those who may not see that', async () => {
    const [given, other] = [await givenIdeas(), await givenHarvest(api, { visibility: 'internal' })];
    const both = await api.person({ roles: [{ scope: 'process', scopeId: given.processId, role: 'lead' }, { scope: 'process', scopeId: other.processId, role: 'lead' }] });
    const id = await made(command(both, 'post', `/ideas/${given.schools}/carry-overs`, { to: { kind: 'process', processId: other.processId }, reason: 'Zatiaľ potichu.' }));
    expect(await ideaOf(given.schools)).toMatchObject({ state: 'carried-over', became: [] });
    expect((await ideaOf(given.schools, both)).became).toMatchObject([{ id }]);
  });
});

describe('language and category', () => {
  /** Categories of a process by title, put straight into their table; all ideas of it in one language and the first of them. */
  async function sorted(given: Harvest & { schools: string; lights: string }, titles: readonly string[], language: string): Promise<string[]> {
    const ids = titles.map(() => randomUUID());
    await api.database.query('insert into idea_category (id, process_id, position, title) select id, $1, 0, title from unnest($2::uuid[], $3::text[]) as c (id, title)', [given.processId, ids, titles]);
    await api.database.query('update idea set language = $2, category_id = $3 where process_id = $1', [given.processId, language, ids[0]]);
    return ids;
  }

  test('stay where all that was merged share them, and with the parts of a split', async () => {
    const given = await givenIdeas();
    await sorted(given, ['Školy'], 'uk');
    const id = await merge(given);
    expect(await ideaOf(id)).toMatchObject({ language: 'uk', category: 'Školy' });
    await command(given.lead, 'post', `/ideas/${id}/undoings`, { change: 'merge' }).expect(204);
    const [first, ...others] = given.noteIds[0];
    const parts = [{ title: 'Strechy', summary: '', contributionIds: [first] }, { title: 'Okná', summary: '', contributionIds: others }];
    const { ids } = (await command(given.lead, 'post', `/ideas/${given.schools}/splits`, { parts }).expect(201)).body as { ids: string[] };
    for (const part of ids) expect(await ideaOf(part)).toMatchObject({ language: 'uk', category: 'Školy' });
  });

  test('are nobody’s where what was merged differs in them', async () => {
    const given = await givenIdeas();
    await sorted(given, ['Školy'], 'uk');
    await api.database.query(`update idea set language = 'sk', category_id = null where id = $1`, [given.lights]);
    expect(await ideaOf(await merge(given))).toMatchObject({ language: null, category: null });
  });

  test('go along to another process: the category to the one of the same name there', async () => {
    const [given, other] = [await givenIdeas(), await givenIdeas()];
    await sorted(given, ['Zeleň'], 'cs');
    await sorted(other, ['Cesty', 'zelen'], 'sk');
    const both = await api.person({ roles: [{ scope: 'process', scopeId: given.processId, role: 'lead' }, { scope: 'process', scopeId: other.processId, role: 'lead' }] });
    const carry = (ideaId: string) => made(command(both, 'post', `/ideas/${ideaId}/carry-overs`, { to: { kind: 'process', processId: other.processId }, reason: 'Patrí tam.' }));
    expect(await ideaOf(await carry(given.schools))).toMatchObject({ language: 'cs', category: 'zelen' });
    await api.database.query(`update idea_category set title = 'Kultúra' where process_id = $1`, [given.processId]);
    expect(await ideaOf(await carry(given.lights))).toMatchObject({ language: 'cs', category: null });
  });
});

/** Few steps, few ideas: they collide. */
const step = fc.record({ do: fc.constantFrom('merge', 'split', 'carry', 'undo', 'erase'), pick: fc.nat({ max: 7 }), other: fc.nat({ max: 7 }) });

test('merge, split, carry over, undo and erase in any order: no contribution without a trace, no trace without its originals', async () => {
  const receipts = api.app.get(ReceiptsService, { strict: false });
  const provenance = api.app.get(ProvenanceService, { strict: false });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 7 }), async (steps) => {
      const [given, elsewhere] = [await givenIdeas(), await givenHarvest(api)];
      const lead = await api.person({ roles: [given, elsewhere].map(({ processId }) => ({ scope: 'process' as const, scopeId: processId, role: 'lead' as const })) });
      const notes = given.noteIds.flat();
      const ideas = [given.schools, given.lights];
      const wordsOf = () => api.database.query<object[]>('select c.text, r.title from contribution c join record r on r.id = c.id where c.id = any($1::uuid[]) order by c.id', [notes]);
      const words = await wordsOf();
      const erased = new Set<string>();
      for (const { do: change, pick, other } of steps) {
        const [one, two] = [ideas[pick % ideas.length]!, ideas[other % ideas.length]!];
        const view = await ideaOf(one, lead);
        if (change === 'erase') {
          const participantId = given.participantIds[pick % 2]!;
          const secret = await receipts.issue(api.database.manager, participantId);
          await command(api.stranger(), 'post', '/receipt-erasures', { secret }).expect(204);
          erased.add(participantId);
        } else if (change === 'undo') {
          const [kind] = view.may.undo;
          if (kind) expect([204, 409]).toContain((await command(lead, 'post', `/ideas/${one}/undoings`, { change: kind })).status);
        } else if (change === 'merge') {
          const answer = await command(lead, 'post', '/idea-merges', { ideaIds: [one, two], title: 'Spolu', summary: '' });
          if (answer.status === 201) ideas.push((answer.body as { id: string }).id);
        } else if (change === 'split') {
          const own = view.clusters.flatMap((cluster) => cluster.notes.map((note) => note.contributionId));
          const half = Math.ceil(own.length / 2);
          const parts = [own.slice(0, half), own.slice(half)].map((contributionIds, i) => ({ title: `Časť ${i}`, summary: '', contributionIds }));
          const answer = await command(lead, 'post', `/ideas/${one}/splits`, { parts });
          if (answer.status === 201) ideas.push(...(answer.body as { ids: string[] }).ids);
        } else {
          const to = other % 2 === 0 ? { kind: 'document', title: 'Program rozvoja' } : { kind: 'process', processId: elsewhere.processId };
          const answer = await command(lead, 'post', `/ideas/${one}/carry-overs`, { to, reason: 'Neskôr.' });
          if (answer.status === 201 && to.kind === 'process') ideas.push((answer.body as { id: string }).id);
        }
      }
      const views = await Promise.all(ideas.map((id) => ideaOf(id, lead)));
      const ways = new Map(await Promise.all([...ideas, ...notes].map(async (id): Promise<[string, Way]> => [id, await wayOf(id)])));
      const standing = views.filter(({ state }) => state !== 'undone');
      // no contribution without a trace: each leads to an idea that is worked with, or to the document it went on to
      for (const note of notes) {
        const stations = new Set(ways.get(note)!.stations.map(({ recordId }) => recordId));
        expect(standing.some(({ id, state }) => stations.has(id) && (state === 'current' || state === 'carried-over'))).toBe(true);
        expect(views.filter(({ id, state }) => state === 'undone' && stations.has(id))).toEqual([]);
      }
      // what became something else says what
      for (const { state, became } of views) {
        const change = ({ merged: 'merge', split: 'split', 'carried-over': 'carry-over' } as Record<string, string>)[state];
        if (change) expect(became.filter((one) => one.change === change && one.undoneAt === null)).not.toEqual([]);
      }
      // no trace without its originals, whatever was undone since
      for (const { id, clusters } of views) {
        const stations = new Set(ways.get(id)!.stations.map(({ recordId }) => recordId));
        for (const note of clusters.flatMap((cluster) => cluster.notes)) expect(stations.has(note.contributionId)).toBe(true);
        for (const origin of await provenance.originsOf(api.database.manager, [id], ['merged-into', 'split-from', 'carried-over-to'])) {
          if (origin.toId === id) expect(stations.has(origin.fromId)).toBe(true);
        }
      }
      // what is worked with stands on all that was ever said
      const worked = views.filter(({ state }) => state === 'current' || state === 'carried-over').flatMap(({ clusters }) => clusters.flatMap((cluster) => cluster.notes.map((note) => note.contributionId)));
      expect([...new Set(worked)].sort()).toEqual([...notes].sort());
      // what somebody said who is forgotten stays with its words, and nothing of it leads to her
      expect(await wordsOf()).toEqual(words);
      for (const { participantId } of await provenance.contributionsOf(api.database.manager, notes)) expect(erased.has(participantId ?? '')).toBe(false);
    }),
    { numRuns: 8 },
  );
});
