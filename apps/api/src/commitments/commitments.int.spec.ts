import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { CommentThread } from '@spolu/contracts/comments';
import type { ActionPlanView, BlockVersion, CommitmentView, EditMilestone, WholeActionPlan } from '@spolu/contracts/commitments';
import type { NewsNotice } from '@spolu/contracts/notices';
import type { ContributionWay, Receipt, ReceiptView, Way } from '@spolu/contracts/provenance';
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
  title: 'Akčný plán pre otvorené vládnutie', fromOn: '2026-01-01', untilOn: '2028-12-31', vision: '', language: 'sk', organisationId, revision: 0, ...change,
});
const commitment = (change: object = {}) => ({
  title: 'Energeticky úsporné školy', summary: '', problem: 'Drahé kúrenie.', statusQuo: '', action: '', contribution: '', vision: '', values: ['otvorenosť'], resources: '', language: 'sk', revision: 0, ...change,
});
const milestone = (change: Partial<EditMilestone> = {}): EditMilestone => ({
  title: 'Zateplená ZŠ Radvanská', ownerId: null, ownerName: 'Odbor investícií', dueOn: '2027-09-01', state: 'not-started', progress: '', percent: null, budget: '', budgetSource: '', evidence: '', output: null, delayReason: '', decisionItemId: null, language: 'sk', revision: 0, ...change,
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

  test('is read whole in one answer: each commitment as on its own page, in their order, for who asks', async () => {
    const harvest = await givenHarvest(api);
    const { planId, commitmentId } = await givenCommitment(harvest);
    const secondId = await made(command(harvest.officer, 'post', `/action-plans/${planId}/commitments`, commitment({ title: 'Menej áut' })));
    await made(command(harvest.officer, 'post', `/commitments/${commitmentId}/milestones`, milestone()));
    await made(command(harvest.officer, 'post', `/commitments/${secondId}/milestones`, milestone({ title: 'Nové linky' })));
    const elsewhere = await givenCommitment(await givenHarvest(api));
    for (const { agent } of [api.stranger(), harvest.officer]) {
      const whole: WholeActionPlan = (await agent.get(`/api/action-plans/${planId}`).expect(200)).body;
      const own = await Promise.all([commitmentId, secondId].map(async (id) => (await agent.get(`/api/commitments/${id}`).expect(200)).body as CommitmentView));
      expect(whole.commitments).toEqual(own);
      expect(whole.may.edit).toBe(agent === harvest.officer.agent);
      expect(JSON.stringify(whole)).not.toContain(elsewhere.commitmentId);
    }
    await api.stranger().agent.get(`/api/action-plans/${randomUUID()}`).expect(404);
    await api.stranger().agent.get('/api/action-plans/not-an-id').expect(400);
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
    await command(harvest.officer, 'put', `/action-plans/${planId}`, plan(harvest.organisationId, { title: 'Nový názov', revision: 1 })).expect(204);
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

  test('says what a commitment takes in money and whether it is there, and keeps what it said', async () => {
    const harvest = await givenHarvest(api);
    const { commitmentId } = await givenCommitment(harvest);
    const edit = (change: object) => command(harvest.officer, 'put', `/commitments/${commitmentId}`, commitment(change));
    for (const wrong of [{ amount: -1 }, { amount: 0.5 }, { amount: 2_000_000_001 }, { currency: 'USD' }, { funding: 'promised' }, { isAmountApproximate: 'yes' }]) {
      await edit({ ...wrong, changeReason: 'Rozpočet.', revision: 1 }).expect(400);
    }
    const sure = { amount: 40_000, isAmountApproximate: true, funding: 'partly-secured', resources: 'A dvaja ľudia.' };
    expect((await edit({ ...sure, revision: 1 }).expect(400)).body).toMatchObject({ fields: [{ path: 'changeReason', code: 'required' }] });
    await edit({ ...sure, changeReason: 'Rozpočet mesta.', revision: 1 }).expect(204);
    await edit({ ...sure, isAmountApproximate: false, funding: 'secured', changeReason: 'Schválené.', revision: 2 }).expect(204);
    expect((await api.stranger().agent.get(`/api/commitments/${commitmentId}`).expect(200)).body).toMatchObject({
      amount: 40_000, currency: 'EUR', isAmountApproximate: false, funding: 'secured', resources: 'A dvaja ľudia.', versionCounts: { resources: 2 },
    });
    expect((await api.stranger().agent.get(`/api/commitments/${commitmentId}/versions?block=resources`).expect(200)).body.items).toMatchObject([
      { number: 2, text: '40000 EUR secured\nA dvaja ľudia.', reason: 'Schválené.' }, { number: 1, text: '40000 EUR approximate partly-secured\nA dvaja ľudia.' },
    ]);
  });

  test('says what a milestone leaves behind', async () => {
    const harvest = await givenHarvest(api);
    const { commitmentId } = await givenCommitment(harvest);
    await command(harvest.officer, 'post', `/commitments/${commitmentId}/milestones`, { ...milestone(), output: 'castle' }).expect(400);
    const id = await made(command(harvest.officer, 'post', `/commitments/${commitmentId}/milestones`, milestone({ output: 'manual' })));
    const outputs = async () => ((await api.stranger().agent.get(`/api/commitments/${commitmentId}`).expect(200)).body as CommitmentView).milestones.map(({ output }) => output);
    expect(await outputs()).toEqual(['manual']);
    await command(harvest.officer, 'put', `/milestones/${id}`, milestone({ output: 'strategy', revision: 1 })).expect(204);
    expect(await outputs()).toEqual(['strategy']);
  });

  test('keeps what each field said before: when and why for everybody, who for its officers', async () => {
    const harvest = await givenHarvest(api);
    const { commitmentId } = await givenCommitment(harvest);
    const edit = (change: object) => command(harvest.officer, 'put', `/commitments/${commitmentId}`, commitment(change));
    const versions = async (block: string, who: Someone = api.stranger(), query = '') =>
      (await who.agent.get(`/api/commitments/${commitmentId}/versions?block=${block}${query}`).expect(200)).body as { items: BlockVersion[]; next: string | null };
    const mended = { problem: 'Drahé kúrenie v školách.', leadInternal: ['Odbor školstva'], fromOn: '2026-01-01', untilOn: '2026-12-31' };
    expect((await edit({ ...mended, revision: 1 }).expect(400)).body).toMatchObject({ fields: [{ path: 'changeReason', code: 'required' }] });
    await edit({ fromOn: '2026-01-01', untilOn: '2025-12-31', changeReason: 'Termíny.', revision: 1 }).expect(400);
    await edit({ ...mended, changeReason: 'Podľa pripomienok škôl.', revision: 1 }).expect(204);
    await edit({ ...mended, revision: 2 }).expect(204);
    await edit({ ...mended, problem: '', changeReason: 'Presunuté do stavu.', revision: 3 }).expect(204);

    const view = (await api.stranger().agent.get(`/api/commitments/${commitmentId}`).expect(200)).body as CommitmentView;
    expect(view).toMatchObject({ leadInternal: ['Odbor školstva'], untilOn: '2026-12-31', revision: 4, versionCounts: { title: 1, values: 1, problem: 3, leadInternal: 1, schedule: 1 } });
    expect(Object.keys(view.versionCounts)).toHaveLength(5);
    expect((await versions('problem')).items).toMatchObject([
      { number: 3, text: '', reason: 'Presunuté do stavu.', writtenBy: null },
      { number: 2, text: 'Drahé kúrenie v školách.', reason: 'Podľa pripomienok škôl.', writtenBy: null },
      { number: 1, text: 'Drahé kúrenie.', reason: '', at: expect.any(String), writtenBy: null },
    ]);
    const [{ name }] = await api.database.query<[{ name: string }]>('select name from person where id = $1', [harvest.officer.personId]);
    expect((await versions('schedule', harvest.officer)).items).toMatchObject([{ number: 1, text: '2026-01-01/2026-12-31', writtenBy: name }]);
    const first = await versions('problem', api.stranger(), '&limit=2');
    expect((await versions('problem', api.stranger(), `&limit=2&after=${first.next}`)).items).toMatchObject([{ number: 1 }]);
    await api.stranger().agent.get(`/api/commitments/${randomUUID()}/versions?block=title`).expect(404);
    await expect(api.database.query(`update commitment_block set text = 'Inak'`)).rejects.toThrow();
  });

  test('two officials who edit a plan or a commitment at once never overwrite each other', async () => {
    const harvest = await givenHarvest(api);
    const { planId, commitmentId } = await givenCommitment(harvest);
    const paths: [string, (title: string) => object][] = [
      [`/action-plans/${planId}`, (title) => plan(harvest.organisationId, { title, revision: 1 })],
      [`/commitments/${commitmentId}`, (title) => commitment({ title, changeReason: 'Názov.', revision: 1 })],
    ];
    for (const [path, edit] of paths) {
      const answers = await Promise.all([command(harvest.officer, 'put', path, edit('Prvý')), command(harvest.officer, 'put', path, edit('Druhý'))]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
      expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'changed-meanwhile' });
    }
    const { items } = (await api.stranger().agent.get(`/api/commitments/${commitmentId}/versions?block=title`).expect(200)).body as { items: BlockVersion[] };
    expect(items).toHaveLength(2);
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

describe('comments on a field', () => {
  async function givenTalk() {
    const harvest = await givenHarvest(api);
    const { planId, commitmentId } = await givenCommitment(harvest);
    const path = `/commitments/${commitmentId}/comments`;
    return {
      ...harvest, planId, commitmentId, path, resident: await api.person({ name: 'Rozália Obyvateľová' }), other: await api.person({ name: 'Oto Sused' }),
      say: (who: Someone, text: string, change: object = {}) => command(who, 'post', path, { block: 'problem', version: 1, text, language: 'sk', replyTo: null, ...change }),
      read: async (who: Someone = api.stranger(), query = 'block=problem') => (await who.agent.get(`/api${path}?${query}`).expect(200)).body as { items: CommentThread[]; next: string | null },
      view: async (who: Someone = api.stranger()) => (await who.agent.get(`/api/commitments/${commitmentId}`).expect(200)).body as CommitmentView,
    };
  }

  test('are read by everybody, written by whoever is signed in, and say which version they were written on', async () => {
    const given = await givenTalk();
    const first = await made(given.say(given.resident, 'Aj okná.'));
    await made(given.say(given.other, 'A strecha?'));
    await made(given.say(given.officer, 'Okná pribudli.', { replyTo: first }));
    await command(given.officer, 'put', `/commitments/${given.commitmentId}`, commitment({ problem: 'Drahé kúrenie, staré okná.', changeReason: 'Podľa komentára.', revision: 1 })).expect(204);
    await made(given.say(given.resident, 'Ďakujem.', { version: 2, replyTo: first }));
    const told = (await given.resident.agent.get('/api/notices').expect(200)).body.items as NewsNotice[];
    expect(told.map(({ news }) => news)).toEqual([{ kind: 'replies', title: 'Aj okná.', url: `/commitments/${given.commitmentId}#comments`, language: 'sk', count: 1 }]);
    await made(given.say(given.resident, 'Dobrý názov.', { block: 'title' }));

    const [thread, second] = (await given.read()).items;
    expect(thread).toMatchObject({ text: 'Aj okná.', version: 1, byStaff: false, mine: false, reports: [], may: { edit: false, remove: false } });
    expect(thread!.replies.map(({ text, byStaff, version }) => [text, byStaff, version])).toEqual([['Okná pribudli.', true, 1], ['Ďakujem.', false, 2]]);
    expect(second).toMatchObject({ text: 'A strecha?', replies: [] });
    expect(JSON.stringify([await given.read(), await given.view()])).not.toMatch(/Rozália|Oto/);
    const { next } = await given.read(api.stranger(), 'block=problem&limit=1');
    expect((await given.read(api.stranger(), `block=problem&limit=1&after=${next}`)).items).toMatchObject([{ text: 'A strecha?' }]);
    expect(await given.view()).toMatchObject({ commentCounts: { problem: 4, title: 1 }, reportedCounts: {}, may: { comment: false } });
    expect((await given.view(given.resident)).may).toEqual({ edit: false, comment: true });
    const mine = (await given.resident.agent.get('/api/contributions/mine').expect(200)).body.items as ContributionWay[];
    expect(mine.map(({ text }) => text).sort()).toEqual(['Aj okná.', 'Dobrý názov.', 'Ďakujem.']);
    expect(mine[0]!.about).toEqual({ title: null, url: `/commitments/${given.commitmentId}`, language: null });
  });

  test('are refused of who is not signed in, on what is not there, and of who is not their author', async () => {
    const given = await givenTalk();
    const id = await made(given.say(given.resident, 'Aj okna.'));
    await given.say(api.stranger(), 'x').expect(401);
    await given.say(given.phone, 'x').expect(403);
    await given.say(given.resident, 'x', { version: 2 }).expect(404);
    await given.say(given.resident, 'x', { block: 'resources' }).expect(404);
    await given.say(given.resident, 'x', { block: 'title', replyTo: id }).expect(404);
    await given.say(given.resident, '').expect(400);
    await given.say(given.resident, 'x', { block: 'milestones' }).expect(400);
    await command(given.resident, 'post', `/commitments/${randomUUID()}/comments`, { block: 'title', version: 1, text: 'x', language: 'sk', replyTo: null }).expect(404);
    await api.stranger().agent.get(`/api/commitments/${randomUUID()}/comments?block=title`).expect(404);
    const path = `/commitment-comments/${id}`;
    for (const [who, status] of [[api.stranger(), 401], [given.other, 403], [given.officer, 403]] as const) {
      await command(who, 'put', path, { text: 'Moje' }).expect(status);
      await command(who, 'delete', path).expect(status);
    }
    await command(given.resident, 'put', path, { text: 'Aj okná.' }).expect(204);
    expect((await given.read(given.resident)).items).toMatchObject([{ text: 'Aj okná.', mine: true, editedAt: expect.any(String), may: { edit: true, remove: true } }]);
    await api.database.query(`update commitment_comment set at = at - interval '16 minutes' where id = $1`, [id]);
    expect(await codeOf(command(given.resident, 'put', path, { text: 'Neskoro' }).expect(409))).toBe('comment/edit-over');
    await command(given.resident, 'delete', path).expect(204);
    expect((await given.read(given.officer)).items).toMatchObject([{ state: 'deleted', text: null }]);
    expect((await given.view()).commentCounts).toEqual({});
    await command(given.officer, 'put', `${path}/hiding`, { hidden: true, reason: 'x' }).expect(409);
    await api.database.query(
      `with said as (insert into record (id, kind, title, url, visibility, language, at) select gen_random_uuid(), 'contribution', 'x', '/x', 'public', 'sk', now() from generate_series(1, 200) returning id),
        words as (insert into contribution (id, kind, person_id, language, text, created_at) select id, 'comment', $2, 'sk', 'x', now() from said returning id)
      insert into commitment_comment (id, commitment_id, block, version, reply_to, by_staff, at) select id, $3, 'problem', 1, $1, false, now() from words`,
      [id, given.other.personId, given.commitmentId],
    );
    expect(await codeOf(given.say(given.resident, 'x', { replyTo: id }).expect(409))).toBe('comment/thread-full');
  });

  test('are reported, wait for the officers of the plan alone, and are hidden with a reason that their author is told', async () => {
    const given = await givenTalk();
    const other = await givenHarvest(api);
    const id = await made(given.say(given.resident, 'Nadávka 7f3a'));
    const path = `/commitment-comments/${id}`;
    const reportedCount = async (who: Someone) =>
      ((await who.agent.get('/api/action-plans?limit=100').expect(200)).body.items as ActionPlanView[]).find((one) => one.id === given.planId)!.commitments[0]!.reportedCount;
    await command(api.stranger(), 'post', `${path}/reports`, { reason: 'x' }).expect(401);
    await command(given.phone, 'post', `${path}/reports`, { reason: 'x' }).expect(403);
    await command(given.other, 'post', `/commitment-comments/${randomUUID()}/reports`, { reason: 'x' }).expect(404);
    await command(given.other, 'post', `${path}/reports`, { reason: 'Uráža ľudí.' }).expect(204);
    expect((await given.view(given.officer)).reportedCounts).toEqual({ problem: 1 });
    expect(await reportedCount(given.officer)).toBe(1);
    expect((await given.read(given.officer)).items).toMatchObject([{ reports: ['Uráža ľudí.'] }]);
    for (const who of [api.stranger(), given.resident, other.officer]) {
      expect((await given.view(who)).reportedCounts).toEqual({});
      expect(await reportedCount(who)).toBe(0);
      expect(JSON.stringify(await given.read(who))).not.toContain('Uráža');
    }
    for (const [who, status] of [[api.stranger(), 401], [given.resident, 403], [given.lead, 403], [other.officer, 403]] as const) {
      await command(who, 'put', `${path}/hiding`, { hidden: true, reason: 'x' }).expect(status);
    }
    await command(given.officer, 'put', `${path}/hiding`, { hidden: true, reason: 'Slušnosť' }).expect(204);
    for (const who of [api.stranger(), given.other]) expect(JSON.stringify([await given.read(who), await given.view(who)])).not.toMatch(/7f3a|Slušnosť/);
    await api.stranger().agent.get(`/api/records/${id}/way`).expect(404);
    expect((await given.read(given.resident)).items).toMatchObject([{ state: 'hidden', text: 'Nadávka 7f3a', reason: 'Slušnosť', may: { edit: false } }]);
    expect((await given.resident.agent.get('/api/notices').expect(200)).body.items).toMatchObject([{ moved: { outcome: 'hidden', reason: 'Slušnosť' } }]);
    expect(await given.view(given.officer)).toMatchObject({ commentCounts: {}, reportedCounts: {} });
    await command(given.officer, 'put', `${path}/hiding`, { hidden: false }).expect(204);
    expect((await given.read()).items).toMatchObject([{ state: 'shown', text: 'Nadávka 7f3a' }]);
    await command(given.other, 'post', `${path}/reports`, { reason: 'Stále uráža.' }).expect(204);
    await command(given.resident, 'delete', path).expect(204);
    expect([(await given.view(given.officer)).reportedCounts, await reportedCount(given.officer)]).toEqual([{}, 0]);
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
    await command(harvest.officer, 'put', `/milestones/${milestoneId}`, milestone({ decisionItemId: accepted!.id, state: 'in-progress', progress: 'Vybraný zhotoviteľ.', revision: 1 })).expect(204);
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
    let revision = 1;
    const edit = (change: Partial<EditMilestone>) => command(harvest.officer, 'put', `/milestones/${id}`, milestone({ percent: 40, budget: '120 000 €', budgetSource: 'rozpočet mesta', evidence: 'Zmluva č. 12.', revision, ...change }));
    expect(await codeOf(edit({ dueOn: '2027-10-01' }))).toBe('commitment/delay-needs-reason');
    expect(await codeOf(edit({ state: 'delayed', delayReason: '  ' }))).toBe('commitment/delay-needs-reason');
    await edit({ percent: 101 }).expect(400);
    await edit({ dueOn: '2027-10-01', delayReason: 'Chýba projekt.' }).expect(204);
    revision = 2;
    await edit({ dueOn: '2027-10-01', state: 'delayed', delayReason: 'Zhotoviteľ odstúpil.' }).expect(204);
    revision = 3;
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

  test('two who report on a milestone at once never overwrite each other', async () => {
    const harvest = await givenHarvest(api);
    const { commitmentId } = await givenCommitment(harvest);
    const id = await made(command(harvest.officer, 'post', `/commitments/${commitmentId}/milestones`, milestone()));
    const report = (progress: string, revision: number) => command(harvest.officer, 'put', `/milestones/${id}`, milestone({ progress, revision }));
    const answers = await Promise.all([report('Prvá správa.', 1), report('Druhá správa.', 1)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'changed-meanwhile' });
    const first = answers[0].status === 204 ? 'Prvá správa.' : 'Druhá správa.';
    const read = async () => ((await api.stranger().agent.get(`/api/commitments/${commitmentId}`).expect(200)).body as CommitmentView).milestones[0];
    expect(await read()).toMatchObject({ progress: first, revision: 2 });
    await report('Spolu.', 2).expect(204);
    expect(await read()).toMatchObject({ progress: 'Spolu.', revision: 3 });
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
    await command(first.harvest.officer, 'put', `/milestones/${id}`, milestone({ decisionItemId: item, revision: 1 })).expect(204);
    for (const decisionItemId of [elsewhere, null]) {
      expect(await codeOf(command(first.harvest.officer, 'put', `/milestones/${id}`, milestone({ decisionItemId, dueOn: LATER, revision: 2 })))).toBe('conflict');
    }
  });
});
