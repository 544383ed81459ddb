import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ActionPlanView, CommitmentView, EditMilestone } from '@spolu/contracts/commitments';
import type { Receipt, ReceiptView, Way } from '@spolu/contracts/provenance';
import type { DecisionView } from '@spolu/contracts/review';
import { command, givenHarvest, made, type Harvest } from '../ideas/given-harvest.ts';
import { decide, givenOpinions, LATER, position } from '../review/given-referral.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

const plan = (organisationId: string, change: object = {}) => ({
  title: 'Akčný plán pre otvorené vládnutie', fromOn: '2026-01-01', untilOn: '2028-12-31', vision: '', language: 'sk', organisationId, ...change,
});
const commitment = (change: object = {}) => ({
  title: 'Energeticky úsporné školy', summary: '', problem: 'Drahé kúrenie.', statusQuo: '', action: '', contribution: '', vision: '', values: ['otvorenosť'], resources: '', language: 'sk', ...change,
});
const milestone = (change: Partial<EditMilestone> = {}): EditMilestone => ({
  title: 'Zateplená ZŠ Radvanská', ownerId: null, ownerName: 'Odbor investícií', dueOn: '2027-09-01', state: 'not-started', progress: '', percent: null, budget: '', budgetSource: '', evidence: '', delayReason: '', decisionItemId: null, language: 'sk', ...change,
});
async function givenCommitment({ officer, organisationId }: Pick<Harvest, 'officer' | 'organisationId'>) {
  const planId = await made(command(officer, 'post', '/action-plans', plan(organisationId)));
  return { planId, commitmentId: await made(command(officer, 'post', `/action-plans/${planId}/commitments`, commitment())) };
}
const codeOf = async (request: ReturnType<typeof command>) => ((await request).body as { code: string }).code;

describe('an action plan', () => {
  test('is public with its commitments and how far they are', async () => {
    const harvest = await givenHarvest(api);
    const { planId, commitmentId } = await givenCommitment(harvest);
    await made(command(harvest.officer, 'post', `/commitments/${commitmentId}/milestones`, milestone()));
    await made(command(harvest.officer, 'post', `/commitments/${commitmentId}/milestones`, milestone({ state: 'done', ownerId: harvest.organisationId, ownerName: '' })));
    const plans: ActionPlanView[] = (await api.stranger().agent.get('/api/action-plans').expect(200)).body.items;
    expect(plans.find(({ id }) => id === planId)).toMatchObject({
      title: 'Akčný plán pre otvorené vládnutie', may: { edit: false },
      commitments: [{ id: commitmentId, order: 1, milestoneCounts: { 'not-started': 1, done: 1 } }],
    });
    const view: CommitmentView = (await api.stranger().agent.get(`/api/commitments/${commitmentId}`).expect(200)).body;
    expect(view.milestones.map(({ order, ownerTitle }) => [order, ownerTitle])).toEqual([[1, 'Odbor investícií'], [2, `Mesto ${harvest.organisationId}`]]);
    await api.stranger().agent.get(`/api/commitments/${randomUUID()}`).expect(404);
  });

  test('is written by the officers of its organisation alone', async () => {
    const [harvest, other] = [await givenHarvest(api), await givenHarvest(api)];
    const { planId, commitmentId } = await givenCommitment(harvest);
    const milestoneId = await made(command(harvest.officer, 'post', `/commitments/${commitmentId}/milestones`, milestone()));
    const commands = (who: Someone) => [
      command(who, 'post', '/action-plans', plan(harvest.organisationId)),
      command(who, 'put', `/action-plans/${planId}`, plan(harvest.organisationId)),
      command(who, 'post', `/action-plans/${planId}/commitments`, commitment()),
      command(who, 'put', `/commitments/${commitmentId}`, commitment()),
      command(who, 'post', `/commitments/${commitmentId}/milestones`, milestone()),
      command(who, 'put', `/milestones/${milestoneId}`, milestone({ state: 'done' })),
    ];
    for (const who of [harvest.lead, harvest.phone, other.officer]) for (const request of commands(who)) await request.expect(403);
    for (const request of commands(api.stranger())) await request.expect(401);
    // Nor is a plan handed to an organisation that one does not answer for.
    await command(harvest.officer, 'put', `/action-plans/${planId}`, plan(other.organisationId)).expect(403);
    await command(harvest.officer, 'put', `/action-plans/${planId}`, plan(harvest.organisationId, { title: 'Nový názov' })).expect(204);
  });

  test('takes nothing but what it asks for', async () => {
    const harvest = await givenHarvest(api);
    const { planId, commitmentId } = await givenCommitment(harvest);
    await command(harvest.officer, 'post', '/action-plans', plan(harvest.organisationId, { id: randomUUID() })).expect(400);
    await command(harvest.officer, 'post', '/action-plans', plan(harvest.organisationId, { untilOn: '2020-01-01' })).expect(400);
    await command(harvest.officer, 'post', `/action-plans/${planId}/commitments`, commitment({ order: 7 })).expect(400);
    await command(harvest.officer, 'post', `/commitments/${commitmentId}/milestones`, { ...milestone(), updatedAt: 'now' }).expect(400);
    await command(harvest.officer, 'post', `/commitments/${commitmentId}/milestones`, milestone({ ownerId: randomUUID() })).expect(400);
    expect(await codeOf(command(harvest.officer, 'post', `/commitments/${commitmentId}/milestones`, milestone({ decisionItemId: randomUUID() })))).toBe('commitment/unknown-decision');
  });

  test('commitments added at once stand one behind the other', async () => {
    const harvest = await givenHarvest(api);
    const { planId } = await givenCommitment(harvest);
    const answers = await Promise.all([0, 1, 2].map(() => command(harvest.officer, 'post', `/action-plans/${planId}/commitments`, commitment())));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const plans: ActionPlanView[] = (await api.stranger().agent.get('/api/action-plans')).body.items;
    expect(plans.find(({ id }) => id === planId)?.commitments.map(({ order }) => order)).toEqual([1, 2, 3, 4]);
  });
});

describe('the whole way', () => {
  test('from a note to a milestone and back: for the public, for the guest with her receipt, and as it moves on', async () => {
    const given = await givenOpinions(api);
    const { harvest, recommendationIds } = given;
    const decisionId = await made(decide(given.secretary, given));
    const decision: DecisionView = (await api.stranger().agent.get(`/api/decisions/${decisionId}`)).body;
    const [accepted] = decision.items;
    const { commitmentId } = await givenCommitment(harvest);
    const milestoneId = await made(command(harvest.officer, 'post', `/commitments/${commitmentId}/milestones`, milestone({ decisionItemId: accepted!.id })));

    const noteId = harvest.noteIds[0][0]!;
    const forward: Way = (await api.stranger().agent.get(`/api/records/${noteId}/way`).expect(200)).body;
    expect(forward.stations.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ['contribution', null], ['cluster', null], ['idea', null], ['recommendation', null], ['referral', null], ['opinion', 'support'], ['decision', 'accepted'],
      ['milestone', 'not-started'],
    ]);
    expect(forward.links.map(({ kind }) => kind).sort()).toEqual(
      ['became', 'cited-in', 'clustered-into', 'decided-by', 'implemented-by', 'opined-by', 'referred-to'].sort(),
    );
    expect(forward.stations.map(({ url }) => url)).toEqual([
      null, `/sessions/${harvest.sessionId}/report`, expect.stringMatching(/^\/ideas\//), `/dossiers/${given.dossierId}/versions/1#r1`,
      null, null, `/decisions/${decisionId}`, `/commitments/${commitmentId}#${milestoneId}`,
    ]);

    const back: Way = (await api.stranger().agent.get(`/api/records/${milestoneId}/way`).expect(200)).body;
    expect(back.contributionCount).toBe(3);
    expect(back.stations.filter(({ kind }) => kind === 'contribution').map(({ recordId }) => recordId).sort()).toEqual([...harvest.noteIds[0]].sort());
    expect(back.stations.some(({ recordId }) => recordId === recommendationIds[1])).toBe(false);

    // It moves on: the way says so at once, and so does the decision's page.
    await command(harvest.officer, 'put', `/milestones/${milestoneId}`, milestone({ decisionItemId: accepted!.id, state: 'in-progress', progress: 'Vybraný zhotoviteľ.' })).expect(204);
    const { secret } = (await harvest.phone.agent.post('/api/receipts').send({ participantId: harvest.participantIds[0] }).expect(201)).body as Receipt;
    const receipt: ReceiptView = (await api.stranger().agent.post('/api/receipt-lookups').send({ secret }).expect(200)).body;
    const mine = receipt.contributions.find(({ id }) => id === noteId);
    expect(mine?.way.stations.at(-1)).toMatchObject({ recordId: milestoneId, outcome: 'in-progress', reason: 'Vybraný zhotoviteľ.' });
    const again: DecisionView = (await api.stranger().agent.get(`/api/decisions/${decisionId}`)).body;
    expect(again.items[0]?.milestones).toEqual([{ id: milestoneId, title: 'Zateplená ZŠ Radvanská', state: 'in-progress', dueOn: '2027-09-01', ownerName: 'Odbor investícií' }]);

    // Nobody's name, nickname or id is on any of it.
    const publicly = [`/records/${noteId}/way`, `/records/${milestoneId}/way`, `/decisions/${decisionId}`, `/commitments/${commitmentId}`, `/dossiers/${given.dossierId}/versions/1`];
    const personal = ['Zuzana Tajná', 'Tibor Tajomník', 'Lea Vedúca', ...harvest.participantIds, harvest.lead.personId, given.secretary.personId];
    for (const path of publicly) {
      const { text } = await api.stranger().agent.get(`/api${path}`).expect(200);
      for (const word of personal) expect(text).not.toContain(word);
    }
    expect(await codeOf(position(given.members[0], given, recommendationIds[0]))).toBe('review/opinion-adopted');
  });

  test('a promise that does not hold needs its reason, and what was said about it stays', async () => {
    const harvest = await givenHarvest(api);
    const { commitmentId } = await givenCommitment(harvest);
    const id = await made(command(harvest.officer, 'post', `/commitments/${commitmentId}/milestones`, milestone()));
    const edit = (change: Partial<EditMilestone>) => command(harvest.officer, 'put', `/milestones/${id}`, milestone({ percent: 40, budget: '120 000 €', budgetSource: 'rozpočet mesta', evidence: 'Zmluva č. 12.', ...change }));
    expect(await codeOf(edit({ dueOn: '2027-10-01' }))).toBe('commitment/delay-needs-reason');
    expect(await codeOf(edit({ state: 'delayed', delayReason: '  ' }))).toBe('commitment/delay-needs-reason');
    await edit({ percent: 101 }).expect(400);
    await edit({ dueOn: '2027-10-01', delayReason: 'Chýba projekt.' }).expect(204);
    await edit({ dueOn: '2027-10-01', state: 'delayed', delayReason: 'Zhotoviteľ odstúpil.' }).expect(204);
    await edit({ dueOn: '2027-09-15', state: 'in-progress' }).expect(204);
    const [view] = ((await api.stranger().agent.get(`/api/commitments/${commitmentId}`).expect(200)).body as CommitmentView).milestones;
    expect(view).toMatchObject({ percent: 40, budget: '120 000 €', budgetSource: 'rozpočet mesta', evidence: 'Zmluva č. 12.', dueOn: '2027-09-15' });
    expect(view!.delays).toMatchObject([
      { dueBefore: '2027-10-01', dueAfter: '2027-10-01', stateAfter: 'delayed', reason: 'Zhotoviteľ odstúpil.' },
      { dueBefore: '2027-09-01', dueAfter: '2027-10-01', stateAfter: 'not-started', reason: 'Chýba projekt.' },
    ]);
    expect(JSON.stringify(view)).not.toContain(harvest.officer.personId);
    await expect(api.database.query('delete from milestone_delay')).rejects.toThrow();
  });

  test('a milestone does not change the decision it follows from', async () => {
    const [first, second] = [await givenOpinions(api), await givenOpinions(api)];
    const itemOf = async (given: typeof first) => {
      const id = await made(decide(given.secretary, given));
      return ((await api.stranger().agent.get(`/api/decisions/${id}`)).body as DecisionView).items[0]!.id;
    };
    const [item, elsewhere] = [await itemOf(first), await itemOf(second)];
    const { commitmentId } = await givenCommitment(first.harvest);
    const id = await made(command(first.harvest.officer, 'post', `/commitments/${commitmentId}/milestones`, milestone()));
    await command(first.harvest.officer, 'put', `/milestones/${id}`, milestone({ decisionItemId: item })).expect(204);
    for (const decisionItemId of [elsewhere, null]) {
      expect(await codeOf(command(first.harvest.officer, 'put', `/milestones/${id}`, milestone({ decisionItemId, dueOn: LATER })))).toBe('conflict');
    }
  });
});
