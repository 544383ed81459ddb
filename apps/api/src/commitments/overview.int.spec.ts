import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { AnsweredContribution, DutyView, HolderOverview, ProcessOverview } from '@spolu/contracts/duties';
import { readSheet as readXlsx } from 'read-excel-file/node';
import { command, givenHarvest, made } from '../ideas/given-harvest.ts';
import { ProvenanceService } from '../provenance/provenance.service.ts';
import { decide, givenOpinions } from '../review/given-referral.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

const file = async (who: Someone, input: object) =>
  (await who.agent.post('/api/overview-files').send(input).buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
  }).expect(200)).body as Buffer;

test('counts what has an answer and what waits, each with its list, for those who answer for it', async () => {
  const given = await givenOpinions(api);
  const { harvest } = given;
  const { officer, processId, organisationId } = harvest;
  const list = async <Row>(path: string, who = officer) => (await who.agent.get(`/api/${path}`).expect(200)).body.items as Row[];
  const contributions = (show: string) => list<AnsweredContribution>(`overview/contributions?processId=${processId}&show=${show}`);
  const mine = async () => (await list<ProcessOverview>('overview/processes')).find((row) => row.processId === processId)!;

  // One note of which nothing came.
  await api.app.get(ProvenanceService, { strict: false }).writeContributions(api.database.manager, [{
    id: randomUUID(), kind: 'note', participantId: null, personId: null, sessionId: harvest.sessionId, processId, activityId: null, language: 'sk', text: 'Lampa na rohu', createdAt: new Date(), visibility: 'public',
  }]);
  const all = harvest.noteIds.flat().length + 1;
  const before = await mine();
  expect(before).toMatchObject({ contributionCount: all, answeredCount: (await contributions('answered')).length, decidedCount: 0, medianDays: expect.any(Number) });
  expect(before.answeredCount).toBe(all - 1);
  expect(await contributions('unanswered')).toMatchObject([{ text: 'Lampa na rohu', answeredAt: null, decidedAt: null }]);
  await made(decide(given.secretary, given));
  const after = await mine();
  expect(after.decidedCount).toBe((await contributions('decided')).length);
  expect(after.decidedCount).toBeGreaterThan(0);

  // What was accepted waits for a commitment; a milestone that says who and until when takes it off and waits itself.
  const missing = async () => (await mine()).waiting.find(({ kind }) => kind === 'commitment')?.open ?? 0;
  const [first] = await list<DutyView>(`duties?of=office&processId=${processId}&kind=commitment`);
  const open = await missing();
  expect(open).toBeGreaterThan(0);
  const planId = await made(command(officer, 'post', '/action-plans', { title: 'Plán', fromOn: null, untilOn: null, vision: '', language: 'sk', organisationId, revision: 0 }));
  const commitmentId = await made(command(officer, 'post', `/action-plans/${planId}/commitments`, {
    title: 'Školy', summary: '', problem: 'Drahé kúrenie.', statusQuo: '', action: '', contribution: '', vision: '', values: [], resources: '', language: 'sk', revision: 0,
  }));
  await made(command(officer, 'post', `/commitments/${commitmentId}/milestones`, {
    title: 'Zateplená škola', ownerId: organisationId, ownerName: '', dueOn: '2020-01-01', state: 'in-progress', progress: '', percent: null, budget: '', budgetSource: '', evidence: '', delayReason: '',
    decisionItemId: first!.id, language: 'sk', revision: 0,
  }));
  expect(await missing()).toBe(open - 1);
  const holders = await list<HolderOverview>('overview/holders');
  expect(holders.find(({ id }) => id === organisationId)).toMatchObject({ scope: 'organisation', waiting: [{ kind: 'milestone', open: 1, late: 1 }], oldestOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  expect(await list<DutyView>(`duties?of=office&holderId=${organisationId}&show=late`)).toMatchObject([{ kind: 'milestone', title: 'Zateplená škola', late: true }]);

  const sheet = (await readXlsx(await file(officer, { format: 'xlsx', of: 'processes', language: 'sk' }))) as (string | number | null)[][];
  expect(sheet[0]!.slice(0, 3)).toEqual(['Proces', 'Príspevky', 'S odpoveďou']);
  expect(sheet.slice(1).map((row) => row.slice(1, 3))).toContainEqual([after.contributionCount, after.answeredCount]);
  expect((await file(officer, { format: 'csv', of: 'holders', language: 'en' })).toString()).toContain('"Department or body";"Done"');

  // Others see nothing of it: who answers for another process its own, who for none, none.
  const other = (await givenOpinions(api)).harvest;
  expect((await list<ProcessOverview>('overview/processes', other.officer)).map((row) => row.processId)).toEqual([other.processId]);
  await other.officer.agent.get(`/api/overview/contributions?processId=${processId}`).expect(404);
  for (const path of ['overview/processes', 'overview/holders', `overview/contributions?processId=${processId}`]) {
    await harvest.facilitator.agent.get(`/api/${path}`).expect(403);
    await api.stranger().agent.get(`/api/${path}`).expect((answer) => expect([401, 404]).toContain(answer.status));
  }
});

test('days are those of the town, and a milestone that is mended after it was done counts none anew', async () => {
  const { officer, organisationId } = await givenHarvest(api);
  const planId = await made(command(officer, 'post', '/action-plans', { title: 'Plán', fromOn: null, untilOn: null, vision: '', language: 'sk', organisationId, revision: 0 }));
  const commitmentId = await made(command(officer, 'post', `/action-plans/${planId}/commitments`, {
    title: 'Školy', summary: '', problem: 'Drahé kúrenie.', statusQuo: '', action: '', contribution: '', vision: '', values: [], resources: '', language: 'sk', revision: 0,
  }));
  const milestone = (state: string, revision: number, progress = '') => ({
    title: 'Zateplená škola', ownerId: organisationId, ownerName: '', dueOn: '2027-01-01', state, progress, percent: null, budget: '', budgetSource: '', evidence: '', delayReason: '',
    decisionItemId: null, language: 'sk', revision,
  });
  const id = await made(command(officer, 'post', `/commitments/${commitmentId}/milestones`, milestone('in-progress', 0)));
  const holder = async () => ((await officer.agent.get('/api/overview/holders').expect(200)).body.items as HolderOverview[]).find((one) => one.id === organisationId);
  // An hour before midnight by UTC it is the next day in the town.
  await api.database.query(`update record set at = '2026-03-01T23:30:00Z' where id = $1`, [id]);
  expect(await holder()).toMatchObject({ oldestOn: '2026-03-02', doneCount: 0 });
  expect((await file(officer, { format: 'csv', of: 'holders', language: 'sk' })).toString()).toContain('2026-03-02');

  await command(officer, 'put', `/milestones/${id}`, milestone('done', 1)).expect(204);
  await api.database.query(`update milestone set done_at = '2026-03-06T23:30:00Z' where id = $1`, [id]);
  await command(officer, 'put', `/milestones/${id}`, milestone('done', 2, 'Doplnená zápisnica.')).expect(204);
  expect(await holder()).toMatchObject({ oldestOn: null, doneCount: 1, medianDays: 5 });
  // Taken up again it waits since it was promised.
  await command(officer, 'put', `/milestones/${id}`, milestone('in-progress', 3)).expect(204);
  expect(await holder()).toMatchObject({ oldestOn: '2026-03-02', doneCount: 0 });
});
