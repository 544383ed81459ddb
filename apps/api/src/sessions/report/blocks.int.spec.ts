import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { partOf } from '@spolu/contracts/activities/part-of';
import type { EditBlock, OwnContent, ReadReport, ReportDraft } from '@spolu/contracts/report-blocks';
import sharp from 'sharp';
import { givenApi, type Someone, type TestApi } from '../../testing/given-api.ts';
import { ask, brainstorm, breakout, command, compose, givenSession, type GivenSession } from '../given-session.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

const draftOf = (given: GivenSession): Promise<ReportDraft> => command(given.facilitator, 'get', `/sessions/${given.sessionId}/report-draft`);
const read = (given: GivenSession, who: Pick<Someone, 'agent'> = given.facilitator): Promise<ReadReport> => command(who, 'get', `/sessions/${given.sessionId}/report`);
const keys = ({ blocks }: Pick<ReadReport, 'blocks'>) => blocks.map(({ key }) => key);
const kinds = ({ blocks }: Pick<ReadReport, 'blocks'>) => blocks.map(({ content }) => content.kind);
const edit = (given: GivenSession, key: string, body: Partial<EditBlock> & { revision: number }) =>
  ask(given.facilitator, 'put', `/sessions/${given.sessionId}/report-draft/blocks/${key}`, { hidden: false, note: '', content: null, ...body });
const add = (given: GivenSession, content: OwnContent, after: string | null) =>
  command<{ key: string; revision: number }>(given.facilitator, 'post', `/sessions/${given.sessionId}/report-draft/blocks`, { content, after });
const move = (given: GivenSession, key: string, after: string | null) => command(given.facilitator, 'post', `/sessions/${given.sessionId}/report-draft/moves`, { key, after });
const publish = async (given: GivenSession, revision?: number) =>
  ask(given.facilitator, 'post', `/sessions/${given.sessionId}/report-versions`, { revision: revision ?? (await draftOf(given)).revision });

/** Held: one brainstorm with two notes, in which somebody took part. Not held: another. */
async function givenHeld(): Promise<{ given: GivenSession; writing: string; later: string }> {
  const given = await givenSession(api, { visibility: 'public' });
  const phone = await given.join({ sector: 'residents' });
  const writing = await given.started(brainstorm());
  await compose(phone, writing, 'Strechy');
  await compose(phone, writing, 'Kotly');
  await given.step(writing, 'end');
  const later = await given.activity(brainstorm());
  return { given, writing, later };
}

describe('a report nobody touched', () => {
  test('has a block of each that says something, in the order of the session', async () => {
    const { given, writing } = await givenHeld();
    const draft = await draftOf(given);
    expect(kinds(draft)).toEqual(['figures', 'participation', 'activity', 'board', 'skipped']);
    expect(draft.blocks[2]).toEqual({ key: `activity-${writing}`, content: { kind: 'activity', activityId: writing }, hidden: false, note: '', revision: 0 });
    expect(draft).toMatchObject({ revision: 0, version: null, publishedRevision: null, figures: { people: 1, notes: 2, clusters: 0, votes: 0 }, boards: [{ notes: 2, clusters: 0 }], balance: null });
    expect(keys(await read(given))).toEqual(keys(draft));
  });
});

describe('the draft', () => {
  test('tells who wrote how much by table from five people on, and which words stood on paper', async () => {
    const given = await givenSession(api);
    const phones = await given.joinAll(10);
    const tablesId = await given.started(breakout({ deal: 'random', tableCount: 2 }));
    await compose(phones[0]!, tablesId, 'Pri stole');
    const activityId = await given.started(brainstorm('open', ['Nápady']));
    await command(given.facilitator, 'post', `/activities/${activityId}/written-down`, { texts: ['Lavičky z papiera'], participantId: null, onPaper: true, colour: 'yellow', frameId: null, language: 'sk' });
    await compose(phones[1]!, activityId, 'Z telefónu');
    const { balance, activities } = await read(given);
    expect(balance).toMatchObject({ groups: [], tables: [{ activityId: tablesId, groups: [{ tables: [1], people: 5 }, { tables: [2], people: 5 }] }] });
    expect(balance!.tables![0]!.groups.map(({ wrote, notes }) => [wrote, notes]).sort()).toEqual([[0, 0], [1, 1]]);
    const notes = partOf(activities.find(({ id }) => id === activityId), 'brainstorm')!.frames[0]!.notes;
    expect(notes.map(({ text, onPaper }) => [text, onPaper]).sort()).toEqual([['Lavičky z papiera', true], ['Z telefónu', undefined]]);
  });

  test('keeps her words, order and what she hides; what the session gives since takes its place', async () => {
    const { given, writing, later } = await givenHeld();
    const { key } = await add(given, { kind: 'text', text: 'Bolo nás málo, ale dobre.' }, null);
    await move(given, `activity-${writing}`, key);
    expect((await edit(given, 'participation', { revision: 0, hidden: true, note: 'Menej ako minule.' })).status).toBe(200);
    await given.step(later, 'start');
    const draft = await draftOf(given);
    expect(keys(draft).slice(0, 5)).toEqual([key, `activity-${writing}`, 'figures', 'participation', `activity-${later}`]);
    expect(draft.blocks[3]).toMatchObject({ hidden: true, note: 'Menej ako minule.' });
  });

  test('is not overwritten by who saw an older block; another block may be changed meanwhile', async () => {
    const { given } = await givenHeld();
    const { key, revision } = await add(given, { kind: 'decision', text: 'Začneme strechou školy.' }, null);
    const [mine, theirs] = await Promise.all([
      edit(given, key, { revision, content: { kind: 'decision', text: 'Začneme školou.' } }),
      edit(given, key, { revision, content: { kind: 'decision', text: 'Začneme škôlkou.' } }),
    ]);
    expect([mine.status, theirs.status].sort()).toEqual([200, 409]);
    expect((mine.status === 409 ? mine : theirs).body).toMatchObject({ code: 'changed-meanwhile' });
    expect((await edit(given, 'figures', { revision: 0, note: 'Spolu.' })).status).toBe(200);
    await command(given.facilitator, 'post', `/sessions/${given.sessionId}/report-draft/restore`, { revision: (await draftOf(given)).revision, to: 'generated' });
    const last = (mine.status === 200 ? mine : theirs).body as { revision: number };
    expect((await edit(given, key, { revision: last.revision, content: { kind: 'decision', text: 'Neskoro.' } })).body).toMatchObject({ code: 'changed-meanwhile' });
  });

  test('goes back: one block, the order, everything', async () => {
    const { given } = await givenHeld();
    const natural = keys(await draftOf(given));
    await move(given, 'skipped', null);
    await edit(given, 'figures', { revision: 0, note: 'Spolu.', hidden: true });
    const { key } = await add(given, { kind: 'heading', text: 'Závery' }, 'figures');
    const restore = async (to: string | number) => ask(given.facilitator, 'post', `/sessions/${given.sessionId}/report-draft/restore`, { revision: (await draftOf(given)).revision, to });
    await restore('order');
    const ordered = await draftOf(given);
    expect(keys(ordered)).toEqual(['figures', key, ...natural.slice(1)]);
    expect(ordered.blocks[0]).toMatchObject({ hidden: false, note: 'Spolu.' });
    expect((await ask(given.facilitator, 'post', `/sessions/${given.sessionId}/report-draft/blocks/figures/restore`, { revision: ordered.blocks[0]!.revision })).status).toBe(204);
    expect((await draftOf(given)).blocks[0]).toMatchObject({ note: '', revision: 0 });
    expect((await restore(7)).status).toBe(404);
    await restore('generated');
    expect(keys(await draftOf(given))).toEqual(natural);
  });

  test('quotes only notes of the session, in their own words', async () => {
    const { given, writing } = await givenHeld();
    const { notes } = partOf((await read(given)).activities.find(({ id }) => id === writing), 'brainstorm')!.frames[0]!;
    await add(given, { kind: 'quote', contributionId: notes[0]!.contributionId }, null);
    expect((await draftOf(given)).quoted).toEqual([notes[0]]);
    const foreign = partOf((await read((await givenHeld()).given)).activities[0], 'brainstorm')!.frames[0]!.notes[0]!.contributionId;
    for (const contributionId of [foreign, randomUUID()]) {
      expect((await ask(given.facilitator, 'post', `/sessions/${given.sessionId}/report-draft/blocks`, { content: { kind: 'quote', contributionId }, after: null })).status).toBe(404);
    }
  });

  test('knows no blocks of other sessions', async () => {
    const [one, other] = [await givenHeld(), await givenHeld()];
    expect((await edit(one.given, `activity-${other.writing}`, { revision: 0, note: 'Sem nepatrí.' })).status).toBe(404);
    expect((await edit(one.given, `own-${randomUUID()}`, { revision: 0, content: { kind: 'heading', text: 'Nič' } })).body).toMatchObject({ code: 'changed-meanwhile' });
    expect((await edit(one.given, 'figures', { revision: 0, content: { kind: 'heading', text: 'Nič' } })).status).toBe(400);
  });
});

describe('a published report', () => {
  test('is what readers get until the next one; what is hidden is not sent', async () => {
    const { given, writing } = await givenHeld();
    const { key } = await add(given, { kind: 'actions', items: [{ id: randomUUID(), text: 'Obhliadka strechy', owner: 'Odbor výstavby', dueOn: '2026-12-15' }] }, 'figures');
    await edit(given, `activity-${writing}`, { revision: 0, hidden: true });
    await edit(given, 'participation', { revision: 0, hidden: true });
    expect((await publish(given)).body).toMatchObject({ code: 'report/session-runs' });
    await given.close();
    const reader = api.stranger();
    expect(kinds(await read(given, reader))).toContain('activity');
    const first = await publish(given);
    expect(first.body).toEqual({ number: 1 });
    const published = await read(given, reader);
    expect(published.version).toMatchObject({ number: 1 });
    expect(kinds(published)).toEqual(['figures', 'actions', 'board', 'skipped']);
    expect(JSON.stringify(published)).not.toContain('Strechy');
    expect(published.participation.sectors).toEqual([]);

    await edit(given, key, { revision: (await draftOf(given)).blocks.find((block) => block.key === key)!.revision, content: { kind: 'actions', items: [{ id: randomUUID(), text: 'Rozpočet', owner: '', dueOn: null }] } });
    expect(await read(given, reader)).toEqual(published);
    expect(await draftOf(given)).toMatchObject({ version: { number: 1 } });
    expect((await draftOf(given)).publishedRevision).toBeLessThan((await draftOf(given)).revision);

    await command(given.facilitator, 'post', `/sessions/${given.sessionId}/report-draft/restore`, { revision: (await draftOf(given)).revision, to: 1 });
    expect(JSON.stringify((await draftOf(given)).blocks)).toContain('Obhliadka strechy');
    expect((await publish(given)).body).toEqual({ number: 2 });
    expect(await command(given.facilitator, 'get', `/sessions/${given.sessionId}/report-versions`)).toMatchObject([{ number: 2 }, { number: 1 }]);
  });

  test('has no block that was begun and has no words yet', async () => {
    const { given } = await givenHeld();
    const blank = await add(given, { kind: 'decision', text: '' }, null);
    const item = (text: string) => ({ id: randomUUID(), text, owner: '', dueOn: null });
    const said = item('Obhliadka');
    const actions = await add(given, { kind: 'actions', items: [said, item('')] }, null);
    await add(given, { kind: 'actions', items: [item(' ')] }, null);
    await given.close();
    expect(keys(await draftOf(given))).toContain(blank.key);
    expect((await publish(given)).status).toBe(201);
    const { blocks } = await read(given, api.stranger());
    expect(blocks.filter(({ key }) => key.startsWith('own-'))).toMatchObject([{ key: actions.key, content: { items: [said] } }]);
  });

  test('is what its editor saw, or nothing', async () => {
    const { given } = await givenHeld();
    await given.close();
    const { revision } = await draftOf(given);
    await add(given, { kind: 'text', text: 'Pridané druhou.' }, null);
    expect((await publish(given, revision)).body).toMatchObject({ code: 'changed-meanwhile' });
    expect((await read(given)).version).toBeNull();
  });

  test('has its boards as they looked then', async () => {
    const { given } = await givenHeld();
    const [board] = (await draftOf(given)).boards;
    const picture = (who: Pick<Someone, 'agent'>, query = '') => ask(who, 'get', `/sessions/${given.sessionId}/report/boards/${board!.boardId}${query}`);
    expect((await picture(api.stranger())).status).toBe(404);
    await given.close();
    const drawn = await picture(api.stranger());
    expect(drawn.headers['content-type']).toBe('image/png');
    // something stands on it beside the background
    expect((await sharp(drawn.body as Buffer).stats()).channels[0]!.stdev).toBeGreaterThan(5);
    await publish(given);
    expect((await picture(api.stranger())).status).toBe(404);
    expect((await picture(api.stranger(), '?version=2')).status).toBe(404);
    expect((await picture(api.stranger(), '?version=1')).body).toEqual(drawn.body);
    // a later version replaces it: readers get the newest one, those who write the earlier ones too
    await publish(given);
    expect((await picture(api.stranger(), '?version=1')).status).toBe(404);
    expect((await picture(api.stranger(), '?version=2')).body).toEqual(drawn.body);
    expect((await picture(given.facilitator, '?version=1')).status).toBe(200);
  });

  test('no more holds a note that was taken back, whoever reads it or takes it away', async () => {
    const { given, writing } = await givenHeld();
    const [note] = partOf((await read(given)).activities.find(({ id }) => id === writing), 'brainstorm')!.frames[0]!.notes;
    await add(given, { kind: 'quote', contributionId: note!.contributionId }, null);
    await given.close();
    await publish(given);
    const [board] = (await draftOf(given)).boards;
    expect(JSON.stringify(await read(given, api.stranger()))).toContain(note!.text);
    await api.database.query(`update record set visibility = 'internal', withdrawn = true where id = $1`, [note!.contributionId]);
    for (const who of [api.stranger(), given.facilitator]) expect(JSON.stringify(await read(given, who))).not.toContain(note!.text);
    expect((await draftOf(given)).quoted).toEqual([]);
    const picture = (who: Pick<Someone, 'agent'>) => ask(who, 'get', `/sessions/${given.sessionId}/report/boards/${board!.boardId}?version=1`);
    expect([(await picture(api.stranger())).status, (await picture(given.facilitator)).status]).toEqual([404, 404]);
  });
});

describe('who writes the report', () => {
  test('those who run the session, nobody else', async () => {
    const { given } = await givenHeld();
    const [phone, host, observer] = [await given.join(), await given.staff('table-host'), await given.staff('observer')];
    const path = `/sessions/${given.sessionId}`;
    const uses = (who: Pick<Someone, 'agent'>) => [
      ask(who, 'get', `${path}/report-draft`), ask(who, 'get', `${path}/report-versions`), ask(who, 'post', `${path}/report-draft/moves`, { key: 'figures', after: null }),
      ask(who, 'post', `${path}/report-draft/blocks`, { content: { kind: 'heading', text: 'X' }, after: null }),
      ask(who, 'put', `${path}/report-draft/blocks/figures`, { revision: 0, hidden: true, note: '', content: null }),
      ask(who, 'post', `${path}/report-draft/blocks/figures/restore`, { revision: 0 }), ask(who, 'post', `${path}/report-draft/restore`, { revision: 0, to: 'order' }),
      ask(who, 'post', `${path}/report-versions`, { revision: 0 }),
    ];
    for (const [who, status] of [[phone, 403], [host, 403], [observer, 403], [api.stranger(), 404]] as const) {
      for (const use of uses(who)) expect((await use).status).toBe(status);
    }
    expect((await draftOf(given)).revision).toBe(0);
    expect((await ask(await given.staff('co-facilitator'), 'get', `${path}/report-draft`)).status).toBe(200);
  });
});
