import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { IdeaView } from '@spolu/contracts/ideas';
import type { NoticeView } from '@spolu/contracts/notices';
import type { Way } from '@spolu/contracts/provenance';
import type { DecisionView } from '@spolu/contracts/review';
import { command, givenHarvest, made, type Harvest } from '../ideas/given-harvest.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { decide, givenOpinions, type GivenReferral } from './given-referral.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

interface GivenDecision extends GivenReferral {
  decisionId: string;
  accepted: string;
  refused: string;
  other: Harvest;
  /** Works on both processes. */
  lead: Someone;
  /** Wrote the first note of the refused recommendation. */
  author: Someone;
}
const decisionOf = async (who: Someone, { decisionId }: GivenDecision): Promise<DecisionView> => (await who.agent.get(`/api/decisions/${decisionId}`).expect(200)).body;
const refusedFor = async (who: Someone, given: GivenDecision) => (await decisionOf(who, given)).items[1]!;
const carry = (who: Someone, itemId: string, body: object) => command(who, 'post', `/decision-items/${itemId}/carry-over`, body);
const takeBack = (who: Someone, itemId: string) => command(who, 'delete', `/decision-items/${itemId}/carry-over`);
const REASON = 'Park obnoví program zelene.';
const toDocument = { to: { kind: 'document', title: 'Program rozvoja mesta 2030' }, reason: REASON };

async function givenDecision(options: Parameters<typeof givenOpinions>[1] = {}, otherProcess: Parameters<typeof givenHarvest>[1] = {}): Promise<GivenDecision> {
  const given = await givenOpinions(api, options);
  const author = await api.person({ name: 'Eva Autorka' });
  await api.database.query('update participant set person_id = $1 where id = $2', [author.personId, given.harvest.participantIds[0]]);
  const decisionId = await made(decide(given.secretary, given));
  const other = await givenHarvest(api, otherProcess);
  const lead = await api.person({ roles: [given.harvest, other].map(({ processId }) => ({ scope: 'process' as const, scopeId: processId, role: 'lead' as const })) });
  const items = await api.database.query<{ id: string; verdict: string }[]>('select id, verdict from decision_item where decision_id = $1', [decisionId]);
  const idOf = (verdict: string) => items.find((item) => item.verdict === verdict)!.id;
  return { ...given, decisionId, accepted: idOf('accepted'), refused: idOf('not-accepted'), other, lead, author };
}
const toProcess = ({ other }: GivenDecision) => ({ to: { kind: 'process', processId: other.processId }, reason: REASON });

describe('a recommendation that was not accepted', () => {
  test('goes on in another process with all it stands on; its page, the way and the authors are told why', async () => {
    const given = await givenDecision();
    expect(await refusedFor(given.lead, given)).toMatchObject({ carriedOver: null, may: { carryOver: true, takeBack: false } });
    const id = await made(carry(given.lead, given.refused, toProcess(given)));
    const everybody = api.stranger();
    expect(await refusedFor(everybody, given)).toMatchObject({ verdict: 'not-accepted', carriedOver: { id, title: 'Vymeniť svietidlá v parku', url: `/ideas/${id}`, reason: REASON }, may: { carryOver: false, takeBack: false } });
    expect((await refusedFor(given.lead, given)).may).toEqual({ carryOver: false, takeBack: true });
    const idea: IdeaView = (await everybody.agent.get(`/api/ideas/${id}`).expect(200)).body;
    expect(idea).toMatchObject({ processId: given.other.processId, title: 'Vymeniť svietidlá v parku', summary: 'Do roku 2027.', noteCount: 2, state: 'current', madeFrom: [{ url: `/decisions/${given.decisionId}`, change: 'carry-over', reason: REASON }] });
    const way: Way = (await everybody.agent.get(`/api/records/${given.harvest.noteIds[1][0]}/way`).expect(200)).body;
    expect(way.links.find(({ toId }) => toId === id)).toMatchObject({ fromId: given.refused, kind: 'carried-over-to', reason: REASON });
    const notices: NoticeView[] = (await given.author.agent.get('/api/notices').expect(200)).body.items;
    expect(notices.find(({ moved }) => moved.recordId === id)).toMatchObject({ about: { text: 'LED svietidlá v parku' }, goesOn: true, moved: { kind: 'idea', reason: REASON } });
    expect(notices.find(({ moved }) => moved.recordId === given.refused)).toMatchObject({ goesOn: false, moved: { outcome: 'not-accepted' } });
  });

  test('or in a document of the town; taken back it goes on nowhere, and may then go on elsewhere', async () => {
    const given = await givenDecision();
    await made(carry(given.lead, given.refused, toDocument));
    expect((await refusedFor(api.stranger(), given)).carriedOver).toMatchObject({ title: 'Program rozvoja mesta 2030', url: null });
    await takeBack(given.lead, given.refused).expect(204);
    expect(await refusedFor(given.lead, given)).toMatchObject({ carriedOver: null, may: { carryOver: true, takeBack: false } });
    expect((await takeBack(given.lead, given.refused).expect(409)).body.code).toBe('review/nothing-to-carry-over');
    const id = await made(carry(given.lead, given.refused, toProcess(given)));
    expect((await refusedFor(api.stranger(), given)).carriedOver).toMatchObject({ id });
  });

  test('stays where it went once a published dossier stands on it', async () => {
    const given = await givenDecision();
    const id = await made(carry(given.lead, given.refused, toProcess(given)));
    const dossierId = await made(command(given.lead, 'post', `/processes/${given.other.processId}/dossiers`, { title: 'Zeleň' }));
    const recommendation = { id, title: 'Svetlá v parku', text: 'x', reasons: '', ideaIds: [id] };
    await command(given.lead, 'put', `/dossiers/${dossierId}`, { title: 'Zeleň', summary: '', recommendations: [recommendation], visibility: 'public', revision: 1 }).expect(204);
    await command(given.lead, 'post', `/dossiers/${dossierId}/versions`).expect(201);
    expect((await takeBack(given.lead, given.refused).expect(409)).body.code).toBe('idea/went-further');
  });

  test('goes on in one place: of two at the same moment one is refused, and so is one that was accepted, its own process and a missing reason', async () => {
    const given = await givenDecision();
    for (const wrong of [{ ...toDocument, reason: ' ' }, { ...toDocument, more: true }, { ...toProcess(given), to: { kind: 'process', processId: given.harvest.processId } }]) await carry(given.lead, given.refused, wrong).expect(400);
    expect((await carry(given.lead, given.accepted, toDocument).expect(409)).body.code).toBe('review/nothing-to-carry-over');
    const answers = await Promise.all([carry(given.lead, given.refused, toDocument), carry(given.lead, given.refused, toProcess(given))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('is carried over by the people of its process who work on the other one too, and by nobody else', async () => {
    const given = await givenDecision();
    for (const who of [given.secretary, given.chair, given.members[0], given.guest]) {
      await carry(who, given.refused, toDocument).expect(403);
      await takeBack(who, given.refused).expect(403);
    }
    for (const who of [given.author, given.other.lead, given.other.officer, api.stranger()]) {
      await carry(who, given.refused, toDocument).expect(404);
      await takeBack(who, given.refused).expect(404);
    }
    await carry(given.harvest.lead, given.refused, toProcess(given)).expect(403);
    await carry(given.harvest.officer, given.refused, toDocument).expect(201);
  });

  test('shows nobody a place that she may not see, and takes no words of a version along that is not public', async () => {
    const given = await givenDecision({ visibility: 'internal' }, { visibility: 'internal' });
    const id = await made(carry(given.lead, given.refused, toProcess(given)));
    expect(await refusedFor(api.stranger(), given)).toMatchObject({ carriedOver: null, may: { carryOver: false, takeBack: false } });
    expect((await refusedFor(given.lead, given)).carriedOver).toMatchObject({ id });
    expect((await given.lead.agent.get(`/api/ideas/${id}`).expect(200)).body).toMatchObject({ title: 'Vymeniť svietidlá v parku', summary: '' });
  });
});
