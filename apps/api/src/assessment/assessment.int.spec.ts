import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { SHEET_TYPE, type AssessedIdea, type AssessmentView, type CriteriaView, type Criterion, type PublishedAssessment, type SheetPreview, type WaitingAssessment, type WriteAssessment } from '@spolu/contracts/assessment';
import type { Way } from '@spolu/contracts/provenance';
import { readSheet as readXlsx } from 'read-excel-file/node';
import writeXlsx from 'write-excel-file/node';
import { command, givenHarvest, made, type Harvest } from '../ideas/given-harvest.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

const USE: Criterion = { kind: 'points', id: randomUUID(), title: 'Prínos pre obyvateľov', description: '', weight: 3, scaleMax: 5 };
const LAND: Criterion = { kind: 'must', id: randomUUID(), title: 'Pozemok patrí mestu', description: '' };

interface Given {
  harvest: Harvest;
  ideaId: string;
  criteria: [Criterion, Criterion];
  /** Two departments with a person each. */
  departments: { id: string; member: Someone }[];
}
async function givenAsked(dueOn: string | null = null): Promise<Given & { ids: string[] }> {
  const harvest = await givenHarvest(api);
  const ideaId = await made(command(harvest.lead, 'post', '/ideas', { clusterIds: harvest.clusterIds, title: 'Školy bez strát', summary: 'Zatepliť.' }));
  const criteria: [Criterion, Criterion] = [{ ...USE, id: randomUUID() }, { ...LAND, id: randomUUID() }];
  await command(harvest.lead, 'put', `/processes/${harvest.processId}/criteria`, { criteria, revision: 0 }).expect(204);
  const departments = [];
  for (const name of ['Odbor investícií', 'Odbor školstva']) {
    const [row] = await api.database.query<{ id: string }[]>(`insert into organisation (id, name, sector) values (gen_random_uuid(), $1 || ' ' || gen_random_uuid(), 'public') returning id`, [name]);
    departments.push({ id: row!.id, member: await api.person({ roles: [{ scope: 'organisation', scopeId: row!.id, role: 'department-member' }] }) });
  }
  await command(harvest.lead, 'post', `/processes/${harvest.processId}/assessments`, { ideaIds: [ideaId], organisationIds: departments.map(({ id }) => id), dueOn }).expect(201);
  const ids: string[] = [];
  for (const { member } of departments) ids.push(((await member.agent.get('/api/assessments').expect(200)).body.items as WaitingAssessment[])[0]!.id);
  return { harvest, ideaId, criteria, departments, ids };
}
const written = ([use, land]: readonly Criterion[], change: Partial<WriteAssessment> = {}): WriteAssessment => ({
  scores: [{ criterionId: use!.id, value: 4, reason: 'Sto detí.' }, { criterionId: land!.id, value: 1, reason: '' }],
  feasibility: 'feasible', cost: 120_000, costNote: 'bez DPH', internalNote: 'Pozor na statiku.', publicAnswer: 'Začneme v júli.', language: 'sk', assessorName: '', give: true, revision: 1, ...change,
});
const codeOf = async (request: ReturnType<typeof command>, status: number) => ((await request.expect(status)).body as { code: string }).code;
const view = async (who: Someone, id: string) => (await who.agent.get(`/api/assessments/${id}`).expect(200)).body as AssessmentView;
const overview = async ({ harvest }: Given, show = 'all') =>
  (await harvest.lead.agent.get(`/api/processes/${harvest.processId}/assessments?show=${show}`).expect(200)).body.items as AssessedIdea[];
const sheetOf = async (who: Someone, processId: string) =>
  readXlsx((await who.agent.post(`/api/processes/${processId}/assessment-sheets`).send({ language: 'sk' }).buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
  }).expect(200)).body as Buffer);

describe('the criteria of a process', () => {
  test('are public with it, set by its lead, and fixed once somebody assessed by them: words may still change', async () => {
    const { harvest, criteria: [use, land], departments, ids } = await givenAsked();
    const path = `/processes/${harvest.processId}/criteria`;
    const read = async () => (await api.stranger().agent.get(`/api${path}`).expect(200)).body as CriteriaView;
    expect(await read()).toMatchObject({ criteria: [use, land], revision: 1, fixed: false, may: { edit: false, ask: false } });
    for (const who of [harvest.facilitator, harvest.phone, departments[0]!.member]) await command(who, 'put', path, { criteria: [], revision: 1 }).expect(403);
    await command(api.stranger(), 'put', path, { criteria: [], revision: 1 }).expect(401);
    expect(await codeOf(command(harvest.lead, 'put', path, { criteria: [use], revision: 0 }), 409)).toBe('changed-meanwhile');
    await command(harvest.lead, 'put', path, { criteria: [use, use], revision: 1 }).expect(400);

    await command(departments[0]!.member, 'put', `/assessments/${ids[0]}`, written([use, land])).expect(204);
    for (const criteria of [[use], [land, { ...use, weight: 4 }], [use, land, { ...USE, id: randomUUID() }]]) {
      expect(await codeOf(command(harvest.lead, 'put', path, { criteria, revision: 1 }), 409)).toBe('assessment/criteria-fixed');
    }
    await command(harvest.officer, 'put', path, { criteria: [{ ...land, title: 'Pozemok je mestský' }, use], revision: 1 }).expect(204);
    expect(await read()).toMatchObject({ criteria: [{ title: 'Pozemok je mestský' }, { id: use.id }], revision: 2, fixed: true });
  });

  test('of another process are not taken over', async () => {
    const [one, other] = [await givenAsked(), await givenAsked()];
    await command(one.harvest.lead, 'put', `/processes/${one.harvest.processId}/criteria`, { criteria: [other.criteria[0]], revision: 1 }).expect(400);
  });

  test('whose scale changes lose what was only begun on the old one', async () => {
    const { harvest, criteria: [use, land], departments: [first], ids: [id] } = await givenAsked();
    await command(first!.member, 'put', `/assessments/${id}`, written([use, land], { give: false })).expect(204);
    await command(harvest.lead, 'put', `/processes/${harvest.processId}/criteria`, { criteria: [{ ...use, scaleMax: 3 }, land], revision: 1 }).expect(204);
    expect((await view(first!.member, id!)).scores.map(({ criterionId }) => criterionId)).toEqual([land.id]);
  });
});

describe('assessments', () => {
  test('are not asked of an idea that is hidden, and once published are seen on ways by as many as their process', async () => {
    const { harvest, ideaId, criteria, departments: [first, second], ids: [one] } = await givenAsked();
    await command(first!.member, 'put', `/assessments/${one}`, written(criteria)).expect(204);
    await command(harvest.lead, 'post', `/assessments/${one}/publication`).expect(204);
    const seen = async () => (await api.stranger().agent.get(`/api/records/${one}/way`)).status;
    const show = async (visibility: string) => {
      const { may: _may, id: _id, updatedAt: _at, ...process } = (await harvest.officer.agent.get(`/api/processes/${harvest.processId}`).expect(200)).body;
      await command(harvest.officer, 'put', `/processes/${harvest.processId}`, { ...process, visibility }).expect((answer) => expect(answer.status).toBeLessThan(300));
    };
    expect(await seen()).toBe(200);
    await show('internal');
    expect(await seen()).toBe(404);
    await show('public');
    expect(await seen()).toBe(200);
    await command(harvest.lead, 'put', `/ideas/${ideaId}/hiding`, { hidden: true, reason: 'Reklama' }).expect(204);
    await command(harvest.lead, 'post', `/processes/${harvest.processId}/assessments`, { ideaIds: [ideaId], organisationIds: [second!.id], dueOn: null }).expect(404);
  });

  test('of an idea that was hidden since are read by the people of the process alone, until it is shown again: no list, page or sheet has its words for the department', async () => {
    const { harvest, ideaId, criteria, departments: [first, second], ids: [one, two] } = await givenAsked('2999-05-01');
    await command(second!.member, 'put', `/assessments/${two}`, written(criteria)).expect(204);
    const hide = (hidden: boolean) => command(harvest.lead, 'put', `/ideas/${ideaId}/hiding`, hidden ? { hidden, reason: 'Uráža' } : { hidden }).expect(204);
    await hide(true);
    expect((await first!.member.agent.get('/api/assessments').expect(200)).body.items).toEqual([]);
    for (const [{ member }, id] of [[first!, one], [second!, two]] as const) {
      await member.agent.get(`/api/assessments/${id}`).expect(404);
      await command(member, 'put', `/assessments/${id}`, written(criteria)).expect(404);
      expect(JSON.stringify(await sheetOf(member, harvest.processId))).not.toContain('Školy bez strát');
    }
    expect(await view(harvest.lead, one!)).toMatchObject({ ideaTitle: 'Školy bez strát' });
    expect(JSON.stringify(await sheetOf(harvest.lead, harvest.processId))).toContain('Školy bez strát');
    await hide(false);
    expect((await first!.member.agent.get('/api/assessments')).body.items).toMatchObject([{ id: one }]);
    expect(await view(second!.member, two!)).toMatchObject({ state: 'given' });
  });

  test('wait for the department asked, are written, given, weighed and published: only the public part, on the way too', async () => {
    const given = await givenAsked('2999-05-01');
    const { harvest, ideaId, criteria, departments: [first, second], ids: [one, two] } = given;
    const waiting: WaitingAssessment[] = (await first!.member.agent.get('/api/assessments').expect(200)).body.items;
    expect(waiting).toMatchObject([{ id: one, ideaTitle: 'Školy bez strát', dueOn: '2999-05-01', state: 'asked', processId: harvest.processId }]);

    await command(first!.member, 'put', `/assessments/${one}`, written(criteria, { give: false, scores: [] })).expect(204);
    expect((await view(harvest.lead, one!))).toMatchObject({ state: 'begun', revision: 2, may: { write: false, publish: false, withdraw: false } });
    expect(await codeOf(command(first!.member, 'put', `/assessments/${one}`, written(criteria, { scores: [], revision: 2 })), 409)).toBe('assessment/incomplete');
    await command(first!.member, 'put', `/assessments/${one}`, written(criteria, { revision: 2 })).expect(204);
    expect((await first!.member.agent.get('/api/assessments')).body.items).toEqual([]);
    expect(await overview(given, 'waiting')).toHaveLength(1);

    // Nobody leans on another before she has given her own.
    expect((await view(second!.member, two!)).others).toBeNull();
    await command(second!.member, 'put', `/assessments/${two}`, written(criteria, { scores: [{ criterionId: criteria[0].id, value: 1, reason: '' }, { criterionId: criteria[1].id, value: 0, reason: '' }], cost: 90_000, feasibility: 'not-feasible' })).expect(204);
    expect((await view(second!.member, two!)).others).toMatchObject([{ id: one, cost: 120_000, internalNote: 'Pozor na statiku.' }]);
    const [weighed] = await overview(given, 'contested');
    expect(weighed).toMatchObject({ ideaId, givenCount: 2, failedIds: [criteria[1].id], contestedIds: [criteria[0].id, criteria[1].id], cost: { low: 90_000, high: 120_000 }, feasibility: ['feasible', 'not-feasible'] });
    expect(weighed!.points).toBeCloseTo(50);

    const published = async () => (await api.stranger().agent.get(`/api/ideas/${ideaId}/assessments`).expect(200)).body as PublishedAssessment[];
    expect(await published()).toEqual([]);
    await command(harvest.lead, 'post', `/assessments/${one}/publication`).expect(204);
    const [shown] = await published();
    expect(shown).toMatchObject({ id: one, publicAnswer: 'Začneme v júli.', cost: 120_000, scores: [{ title: USE.title, value: 4, scaleMax: 5, reason: 'Sto detí.' }, { title: LAND.title, value: 1, scaleMax: null }] });
    expect(JSON.stringify(shown)).not.toContain('statiku');
    expect(await codeOf(command(first!.member, 'put', `/assessments/${one}`, written(criteria, { revision: 3 })), 409)).toBe('assessment/published');

    const way: Way = (await api.stranger().agent.get(`/api/records/${harvest.noteIds[0][0]}/way`).expect(200)).body;
    expect(way.stations.at(-1)).toMatchObject({ kind: 'assessment', outcome: 'feasible', reason: 'Začneme v júli.', url: `/ideas/${ideaId}#${one}` });
  });

  test('are asked once of a department, by the lead, of ideas of the process, for a day to come', async () => {
    const { harvest, ideaId, departments: [first], ids: [one, two] } = await givenAsked();
    const path = `/processes/${harvest.processId}/assessments`;
    const ask = (change: object = {}, who = harvest.lead) => command(who, 'post', path, { ideaIds: [ideaId], organisationIds: [first!.id], dueOn: null, ...change });
    const letters = () => api.database.query<{ body: string }[]>(
      `select body from mail join person on person.email = mail.to_address where person.id = $1 and subject = 'Čaká sa na odborné posúdenie'`, [first!.member.personId]);
    expect(await letters()).toEqual([{ body: expect.stringContaining(`  Školy bez strát\n    `) }]);
    expect((await ask().expect(201)).body).toEqual({ askedCount: 0, alreadyCount: 1 });
    expect(await letters()).toHaveLength(1);
    await ask({ dueOn: '2001-01-01' }).expect(400);
    await ask({ organisationIds: [randomUUID()] }).expect(400);
    await ask({ ideaIds: [randomUUID()] }).expect(404);
    await ask({ ideaIds: [(await givenAsked()).ideaId] }).expect(404);
    for (const who of [harvest.facilitator, first!.member, harvest.phone]) await ask({}, who).expect(403);
    await command(harvest.lead, 'delete', `/assessments/${two}`).expect(204);
    await command(harvest.facilitator, 'delete', `/assessments/${one}`).expect(404);
  });

  test('are the department’s alone: nobody else writes, and who works on neither side does not see that they are there', async () => {
    const { harvest, criteria, departments: [first, second], ids: [one] } = await givenAsked();
    await command(harvest.lead, 'put', `/assessments/${one}`, written(criteria)).expect(403);
    for (const who of [second!.member, harvest.phone, api.stranger()]) {
      await command(who, 'put', `/assessments/${one}`, written(criteria)).expect(404);
      await who.agent.get(`/api/assessments/${one}`).expect(404);
    }
    await second!.member.agent.get(`/api/processes/${harvest.processId}/assessments`).expect(403);
    expect(await codeOf(command(harvest.lead, 'post', `/assessments/${one}/publication`), 409)).toBe('assessment/not-given');
    await command(first!.member, 'put', `/assessments/${one}`, written(criteria, { scores: [{ criterionId: criteria[0].id, value: 6, reason: '' }] })).expect(400);
    await command(first!.member, 'put', `/assessments/${one}`, written(criteria, { scores: [{ criterionId: randomUUID(), value: 1, reason: '' }] })).expect(400);
    await command(first!.member, 'put', `/assessments/${one}`, written(criteria)).expect(204);
    expect(await codeOf(command(first!.member, 'put', `/assessments/${one}`, written(criteria)), 409)).toBe('changed-meanwhile');
    await command(first!.member, 'post', `/assessments/${one}/publication`).expect(403);
    expect(await codeOf(command(harvest.lead, 'delete', `/assessments/${one}`), 409)).toBe('assessment/begun');
  });
});

describe('a sheet of assessments', () => {
  const bring = async (who: Someone, processId: string, what: 'previews' | 'imports', cells: unknown[][] | Buffer) =>
    who.agent.post(`/api/processes/${processId}/assessment-sheet-${what}?language=sk`).set('Idempotency-Key', randomUUID()).set('Content-Type', SHEET_TYPE)
      .send(Buffer.isBuffer(cells) ? cells : await writeXlsx(cells.map((row) => row.map((value) => ({ value: value as string })))).toBuffer());

  test('goes out, is filled in and comes back after a look; what a department may not write stays', async () => {
    const { harvest: { processId, lead }, departments: [first], ids: [one] } = await givenAsked();
    expect(await sheetOf(lead, processId)).toHaveLength(3);
    const cells = (await sheetOf(first!.member, processId)) as (string | number | null)[][];
    expect(cells.map(([id]) => id)).toEqual(['Číslo posúdenia', one]);
    cells[1]!.splice(6, 4, 5, 0, 'uskutočniteľné so zmenami', 1500);
    const preview: SheetPreview = (await bring(first!.member, processId, 'previews', cells)).body;
    expect(preview).toMatchObject({ faults: [], unchangedCount: 0, changes: [{ row: 2, ideaTitle: 'Školy bez strát', changes: [{ before: '', after: '5' }, { before: '', after: '0' }, { after: 'uskutočniteľné so zmenami' }, { before: '', after: '1500' }] }] });
    expect((await view(lead, one!)).state).toBe('asked');
    // The lead reads all and writes in nobody's name.
    expect((await bring(lead, processId, 'previews', cells)).body).toMatchObject({ changes: [], faults: [{ row: 2, code: 'foreign-row' }] });
    expect((await bring(first!.member, processId, 'imports', cells)).body).toEqual({ changedCount: 1 });
    expect(await view(first!.member, one!)).toMatchObject({ state: 'begun', revision: 2, cost: 1500, feasibility: 'with-changes' });
    expect((await bring(first!.member, processId, 'previews', cells)).body).toMatchObject({ changes: [], unchangedCount: 1, faults: [] });
  });

  test('says row by row what is wrong, and changes nothing there', async () => {
    const { harvest: { processId }, departments: [first], ids: [one] } = await givenAsked();
    const [head, row] = (await sheetOf(first!.member, processId)) as (string | number | null)[][];
    const filled = (at: number, value: unknown) => Object.assign([...row!], { [at]: value });
    const preview: SheetPreview = (await bring(first!.member, processId, 'previews', [head!, filled(6, 9), filled(6, 2), Object.assign(filled(6, 2), { 0: randomUUID() })])).body;
    expect(preview.faults).toEqual([{ row: 2, column: head![6], code: 'out-of-scale' }, { row: 3, column: null, code: 'twice' }, { row: 4, column: null, code: 'unknown-row' }]);
    for (const [at, value, code] of [[9, '12,5', 'no-whole-number'], [8, 'asi', 'unknown-word'], [1, 7, 'changed-meanwhile']] as const) {
      const cells = filled(at, value);
      if (at === 1) cells[6] = 2;
      expect((await bring(first!.member, processId, 'previews', [head!, cells])).body.faults).toMatchObject([{ row: 2, code }]);
    }
    expect((await bring(first!.member, processId, 'previews', Buffer.from('no sheet'))).body.code).toBe('assessment/sheet-unreadable');
    expect((await view(first!.member, one!)).revision).toBe(1);
  });
});
