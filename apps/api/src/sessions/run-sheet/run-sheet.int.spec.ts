import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { inflateRawSync } from 'node:zlib';
import type { Page } from '@spolu/contracts/common';
import type { ReadySheet } from '@spolu/contracts/methods';
import { PLAIN_PLAN, type BlockPlan, type SheetTemplateRow } from '@spolu/contracts/run-sheet';
import type { SessionView } from '@spolu/contracts/sessions';
import type { Response } from 'supertest';
import { Breaks1764023400000 } from '../../database/migrations/1764023400000-breaks.ts';
import { givenApi, type TestApi } from '../../testing/given-api.ts';
import { activityOf, ask, brainstorm, cluster, command, givenSession, type GivenSession, sessionOf } from '../given-session.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

const information = { kind: 'information' } as const;
const plan = (changes: Partial<BlockPlan> = {}): BlockPlan => ({ ...PLAIN_PLAN, ...changes });
const day = (on: string | null, startsAt: string | null, endsAt: string | null = null) => ({ on, startsAt, endsAt });
const days = ({ activities }: SessionView) => activities.map((activity) => [activity.day, activity.title]);
const codeOf = async (request: PromiseLike<Response>) => ((await request).body as { code?: string }).code;
const edit = async (given: GivenSession, sheet: object) => command(given.facilitator, 'put', `/sessions/${given.sessionId}/run-sheet`, { ...sheet, seen: (await given.view()).sheet });
/** The document, its styles and its header of a Word file, as text; a file of this size has no surprises in its archive. */
function wordsOf(file: Buffer): string {
  const texts: string[] = [];
  for (let at = file.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = file.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    const name = file.toString('utf8', at + 46, at + 46 + file.readUInt16LE(at + 28));
    if (!/^word\/(document|styles|header1)\.xml$/.test(name)) continue;
    const local = file.readUInt32LE(at + 42);
    const begins = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    texts.push(inflateRawSync(file.subarray(begins, begins + file.readUInt32LE(at + 20))).toString('utf8'));
  }
  return texts.join('\n');
}
const TWO_DAYS = { days: [day('2026-12-01', '09:00', '12:00'), day('2026-12-02', '13:00', '17:00')], tracks: ['Sála', 'Dvor'] };

async function givenTwoDays(): Promise<GivenSession> {
  const given = await givenSession(api, { open: false });
  await edit(given, TWO_DAYS);
  await given.activity(information, { title: 'Príchod', plan: plan({ type: 'arrival' }) });
  await given.activity(brainstorm(), { title: 'Potreby', day: 2, plan: plan({ purpose: 'Počuť všetkých', supplies: [{ name: 'lístky', amount: 100 }], track: 1, shortestMinutes: 5 }) });
  await given.activity(information, { title: 'Obed', day: 1, plan: plan({ type: 'meal', fixedStart: '12:00' }) });
  return given;
}

describe('a run sheet', () => {
  test('has days and tracks; a new block stands at the end of its day', async () => {
    const given = await givenTwoDays();
    const view = await given.view();
    expect(view).toMatchObject({ plannedOn: '2026-12-01', plannedTime: '09:00', sheet: TWO_DAYS });
    expect(days(view)).toEqual([[1, 'Príchod'], [1, 'Obed'], [2, 'Potreby']]);
    expect(view.activities[2]?.plan).toEqual(plan({ purpose: 'Počuť všetkých', supplies: [{ name: 'lístky', amount: 100 }], track: 1, shortestMinutes: 5 }));
  });

  test('what was planned before there were run sheets is planned plainly', async () => {
    const given = await givenSession(api, { open: false });
    await given.activity(cluster);
    const view = await given.view();
    expect(view.sheet).toEqual({ days: [day('2026-11-22', '17:00')], tracks: [] });
    expect(view.activities[0]).toMatchObject({ day: 1, plan: PLAIN_PLAN });
  });

  test('blocks go from one day to another by the order alone', async () => {
    const given = await givenTwoDays();
    const [arrival, lunch, needs] = (await given.view()).activities.map(({ id }) => id);
    await command(given.facilitator, 'put', `/sessions/${given.sessionId}/run-sheet/order`, { days: [[needs, arrival], [lunch]] });
    expect(days(await given.view())).toEqual([[1, 'Potreby'], [1, 'Príchod'], [2, 'Obed']]);
    const third = ask(given.facilitator, 'put', `/sessions/${given.sessionId}/run-sheet/order`, { days: [[needs, arrival], [], [lunch]] });
    expect(await codeOf(third)).toBe('changed-meanwhile');
  });

  test('two who change the days at once do not write over each other', async () => {
    const given = await givenTwoDays();
    const { sheet: seen, serverNow } = await given.view();
    expect(Math.abs(Date.parse(serverNow) - Date.now())).toBeLessThan(60_000);
    const save = (tracks: string[]) => ask(given.facilitator, 'put', `/sessions/${given.sessionId}/run-sheet`, { ...seen, tracks, seen });
    const [one, two] = [await save(['Dvor']), await save(['Sála'])];
    expect([one.status, await codeOf(Promise.resolve(two))]).toEqual([204, 'changed-meanwhile']);
    expect((await given.view()).sheet.tracks).toEqual(['Dvor']);
  });

  test('without its second day its blocks stand in the first, and without its tracks they are for everybody', async () => {
    const given = await givenTwoDays();
    await edit(given, { days: [TWO_DAYS.days[0]], tracks: [] });
    const view = await given.view();
    expect(days(view)).toEqual([[1, 'Príchod'], [1, 'Obed'], [1, 'Potreby']]);
    expect(view.activities.map((activity) => activity.plan.track)).toEqual([0, 0, 0]);
  });

  test('a change that says nothing of the plan leaves it', async () => {
    const given = await givenTwoDays();
    const needs = (await given.view()).activities[2]!;
    await command(given.facilitator, 'put', `/activities/${needs.id}`, activityOf(brainstorm(), { title: 'Čo potrebujeme' }));
    expect((await given.view()).activities[2]).toMatchObject({ title: 'Čo potrebujeme', day: 2, plan: needs.plan });
  });

  test('a block is owned by one of the staff; who leaves it owns nothing', async () => {
    const given = await givenSession(api, { open: false });
    const helper = await given.staff('co-facilitator');
    const stranger = await api.person();
    expect((await given.view()).staff.map(({ personId }) => personId)).toContain(helper.personId);
    const id = await given.activity(information, { plan: plan({ ownerId: helper.personId }) });
    expect((await given.view()).activities[0]?.plan.ownerId).toBe(helper.personId);
    const refused = await ask(given.facilitator, 'put', `/activities/${id}`, activityOf(information, { plan: plan({ ownerId: stranger.personId }) }));
    expect(refused.body).toMatchObject({ code: 'invalid-input', fields: [{ path: 'plan.ownerId' }] });
    await api.database.query(`update role set ended_at = now() where person_id = $1`, [helper.personId]);
    expect((await given.view()).activities[0]?.plan.ownerId).toBeNull();
  });

  test('a break and a meal are breaks on all screens, and no part of what came out', async () => {
    const given = await givenSession(api);
    const lunch = await given.activity(information, { title: 'Obed', plan: plan({ type: 'meal' }) });
    const work = await given.started(brainstorm());
    const kinds = async () => (await given.view()).activities.map(({ settings, plan: { type } }) => [settings.kind, type]);
    await given.activity({ kind: 'break' }, { title: 'Káva' });
    expect(await kinds()).toEqual([['break', 'meal'], ['brainstorm', 'work'], ['break', 'break']]);
    // what runs does not become a break under people's hands
    expect(await codeOf(ask(given.facilitator, 'put', `/activities/${work}`, activityOf(brainstorm(), { plan: plan({ type: 'break' }) })))).toBe('activity/already-started');
    await given.step(lunch, 'start');
    await command(given.facilitator, 'post', `/activities/${lunch}/extend`, { minutes: 5 });
    const { room } = await given.room(await given.join());
    expect(room.activity).toMatchObject({ kind: 'break', part: null, state: 'running' });
    expect(Date.parse(room.activity!.endsAt!) - Date.parse(room.activity!.startedAt)).toBe(15 * 60_000);
    expect((await given.report()).activities.map(({ kind }) => kind)).toEqual(['brainstorm']);
  });

  test('breaks from before there was such a kind become breaks, in templates too', async () => {
    const given = await givenTwoDays();
    await command(given.facilitator, 'post', `/sessions/${given.sessionId}/sheet-templates`, { kind: 'sheet', title: 'Dva dni', purpose: '' });
    const kinds = async () => {
      const [row] = await api.database.query<{ kinds: string }[]>(
        `select (select string_agg(kind || ' ' || (settings ->> 'kind'), ', ' order by position) from activity where session_id = $1) || '; ' ||
          (select string_agg(block -> 'settings' ->> 'kind', ', ' order by place) from sheet_template, jsonb_array_elements(content -> 'blocks') with ordinality as listed (block, place)
            where created_by_id = $2) as kinds`,
        [given.sessionId, given.facilitator.personId],
      );
      return row?.kinds;
    };
    const runner = api.database.createQueryRunner();
    await new Breaks1764023400000().down(runner);
    expect(await kinds()).toBe('information information, information information, brainstorm brainstorm; information, information, brainstorm');
    await new Breaks1764023400000().up(runner);
    await runner.release();
    expect(await kinds()).toBe('information information, break break, brainstorm brainstorm; information, break, brainstorm');
  });

  test('participants see nothing of what is planned for the staff', async () => {
    const given = await givenSession(api);
    await given.activity(information, { title: 'Obed', staffNotes: 'Tajná poznámka', plan: plan({ purpose: 'Tajný účel', supplies: [{ name: 'tajný materiál', amount: 3 }] }) });
    const room = await given.room(await given.join());
    expect(room.room.agenda.map(({ title }) => title)).toEqual(['Obed']);
    expect(JSON.stringify(room)).not.toMatch(/[Tt]ajn/);
  });
});

describe('cuts', () => {
  test('shorten what runs and what comes, and leave out what comes until it is taken in again', async () => {
    const given = await givenSession(api);
    const running = await given.started(information, { title: 'A' });
    const later = await given.activity(information, { title: 'B', minutes: 30 });
    const spare = await given.activity(information, { title: 'C' });
    const before = (await given.view()).activities[0]!.endsAt!;
    await command(given.facilitator, 'post', `/sessions/${given.sessionId}/run-sheet/cuts`, { shortened: [{ activityId: running, minutes: 8 }, { activityId: later, minutes: 20 }], leftOut: [spare] });
    const { activities } = await given.view();
    expect(activities.map(({ title, minutes, skipped }) => [title, minutes, skipped])).toEqual([['A', 8, false], ['B', 20, false], ['C', 10, true]]);
    expect(Date.parse(activities[0]!.endsAt!)).toBe(Date.parse(before) - 2 * 60_000);
    await command(given.facilitator, 'post', `/sessions/${given.sessionId}/run-sheet/cuts`, { shortened: [], leftOut: [], takenIn: [spare] });
    expect((await given.view()).activities[2]?.skipped).toBe(false);
  });

  test('are not made in part where something began meanwhile', async () => {
    const given = await givenSession(api);
    const later = await given.activity(information, { title: 'B', minutes: 30 });
    const begun = await given.started(information, { title: 'C' });
    const cuts = { shortened: [{ activityId: later, minutes: 20 }], leftOut: [begun] };
    expect(await codeOf(ask(given.facilitator, 'post', `/sessions/${given.sessionId}/run-sheet/cuts`, cuts))).toBe('changed-meanwhile');
    expect((await given.view()).activities[0]?.minutes).toBe(30);
  });
});

describe('on paper', () => {
  const paper = async (given: GivenSession, audience: string, who = given.facilitator) => {
    const answer = await ask(who, 'get', `/sessions/${given.sessionId}/run-sheet.docx?for=${audience}`).buffer().parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
    });
    return { ...answer, text: answer.status === 200 ? wordsOf(answer.body as Buffer) : '' };
  };

  test('is a Word document in the language of the session: headings, tables with a head, times, people and what to bring', async () => {
    const given = await givenTwoDays();
    const helper = await given.staff('co-facilitator');
    const { activities } = await given.view();
    await command(given.facilitator, 'put', `/activities/${activities[2]!.id}`, activityOf(brainstorm(), { title: 'Potreby', minutes: 30, staffNotes: 'Prvý riadok\nDruhý riadok', plan: { ...activities[2]!.plan, ownerId: helper.personId } }));
    const { status, headers, text } = await paper(given, 'staff');
    expect(status).toBe(200);
    expect(headers['content-disposition']).toBe('attachment; filename="dielna-o-energii.docx"');
    for (const part of ['w:val="Title"', 'w:val="Heading1"', '<w:tblHeader/>', 'w:val="sk-SK"']) expect(text).toContain(part);
    const { staff } = await given.view();
    for (const words of ['1. deň · 1. decembra 2026', '2. deň · 2. decembra 2026', 'Druhý riadok', 'Počuť všetkých', 'Vetva: Sála', '100 × lístky', 'Čo priniesť', staff.find(({ personId }) => personId === helper.personId)!.name]) {
      expect(text).toContain(words);
    }
  });

  test('says to participants when what happens, and nothing that is for the staff', async () => {
    const given = await givenTwoDays();
    const { text } = await paper(given, 'participants');
    expect(text).toContain('Potreby');
    expect(text).toContain('12:00');
    for (const words of ['Počuť všetkých', 'lístky', 'Pripomenúť čas', 'Scenár']) expect(text).not.toContain(words);
  });

  test('is for the staff alone to fetch', async () => {
    const given = await givenSession(api);
    const answers = await Promise.all([paper(given, 'staff', api.stranger()), paper(given, 'participants', await given.join()), paper(given, 'everybody')]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 400]);
  });
});

describe('what a sheet begins with', () => {
  const templates = async (given: GivenSession, who = given.facilitator) => (await command<Page<SheetTemplateRow>>(who, 'get', `/processes/${given.processId}/sheet-templates`)).items;
  const save = (given: GivenSession, input: object) => command<{ id: string }>(given.facilitator, 'post', `/sessions/${given.sessionId}/sheet-templates`, input);

  test('a sheet that comes with the program fills a session in the language of the session; what there is not is not found', async () => {
    const given = await givenSession(api);
    const made = await command<{ id: string }>(given.facilitator, 'post', `/processes/${given.processId}/sessions`, {
      ...sessionOf({ plannedTime: null, language: 'uk' }), from: { readySheetId: 'two-hour-workshop' },
    });
    const view = await command<SessionView>(given.facilitator, 'get', `/sessions/${made.id}`);
    expect(view.sheet.days).toMatchObject([{ startsAt: '16:30' }]);
    expect(view.activities.map(({ settings }) => settings.kind)).toEqual(['information', 'information', 'brainstorm', 'cluster', 'break', 'dot-vote', 'information', 'information']);
    expect(view.activities[2]).toMatchObject({ title: 'Що нас турбує і що ми пропонуємо', settings: { mode: 'hidden', frames: ['Що нас турбує', 'Що ми пропонуємо'] }, plan: { shortestMinutes: 15 } });
    expect(await codeOf(ask(given.facilitator, 'post', `/sessions/${made.id}/run-sheet/blocks`, { from: { readySheetId: 'nothing' } }))).toBe('not-found');
    const rows = await command<ReadySheet[]>(given.facilitator, 'get', '/ready-sheets?lang=cs');
    expect(rows.map(({ title }) => title)).toEqual(['Dvouhodinová dílna', 'Půldenní dialog', 'Jednodenní ideathon']);
  });

  test('a template gives a new session its days, hours, tracks and blocks, without dates, owners and what happened', async () => {
    const given = await givenTwoDays();
    const helper = await given.staff('co-facilitator');
    const first = (await given.view()).activities[0]!;
    await command(given.facilitator, 'put', `/activities/${first.id}`, activityOf(information, { title: 'Príchod', plan: { ...first.plan, ownerId: helper.personId } }));
    const { id } = await save(given, { kind: 'sheet', title: 'Dvojdňová dielňa', purpose: 'Na veľké témy' });
    expect(await templates(given)).toMatchObject([{ id, kind: 'sheet', title: 'Dvojdňová dielňa', dayCount: 2, blockCount: 3, minutes: 30, mayRemove: true }]);
    const made = await command<{ id: string }>(given.facilitator, 'post', `/processes/${given.processId}/sessions`, { ...sessionOf({ plannedOn: '2027-01-10', plannedTime: null }), from: { templateId: id } });
    const view = await command<SessionView>(given.facilitator, 'get', `/sessions/${made.id}`);
    expect(view.sheet).toEqual({ days: [day('2027-01-10', '09:00', '12:00'), day(null, '13:00', '17:00')], tracks: ['Sála', 'Dvor'] });
    expect(days(view)).toEqual([[1, 'Príchod'], [1, 'Obed'], [2, 'Potreby']]);
    expect(view.activities.map((activity) => activity.plan.ownerId)).toEqual([null, null, null]);
    expect(view.activities[2]?.plan).toMatchObject({ track: 1, purpose: 'Počuť všetkých' });
  });

  test('another session can be copied, also into a sheet that has blocks; tracks of one name are one', async () => {
    const given = await givenTwoDays();
    const made = await command<{ id: string }>(given.facilitator, 'post', `/processes/${given.processId}/sessions`, sessionOf({ plannedTime: '10:00' }));
    await command(given.facilitator, 'put', `/sessions/${made.id}/run-sheet`, { days: [day(null, '10:00')], tracks: ['Dvor', 'Sála'], seen: (await command<SessionView>(given.facilitator, 'get', `/sessions/${made.id}`)).sheet });
    await command(given.facilitator, 'post', `/sessions/${made.id}/activities`, activityOf(information, { title: 'Už tu' }));
    await command(given.facilitator, 'post', `/sessions/${made.id}/run-sheet/blocks`, { from: { sessionId: given.sessionId } });
    const view = await command<SessionView>(given.facilitator, 'get', `/sessions/${made.id}`);
    expect(days(view)).toEqual([[1, 'Už tu'], [1, 'Príchod'], [1, 'Obed'], [2, 'Potreby']]);
    expect(view.sheet.days).toEqual([day(null, '10:00'), day(null, '13:00', '17:00')]);
    expect(view.activities[3]?.plan.track).toBe(2);
  });

  test('a vote that was held twice is planned once in a copy', async () => {
    const given = await givenSession(api);
    const id = await given.started({ kind: 'gradients', secrecy: 'blind' });
    await given.step(id, 'end');
    await command(given.facilitator, 'post', `/activities/${id}/round`, { running: null });
    const made = await command<{ id: string }>(given.facilitator, 'post', `/processes/${given.processId}/sessions`, { ...sessionOf(), from: { sessionId: given.sessionId } });
    expect((await command<SessionView>(given.facilitator, 'get', `/sessions/${made.id}`)).activities.map(({ title }) => title)).toEqual(['Čo trápi mesto?']);
  });

  test('one block is kept as a method and comes into the day it is wanted in', async () => {
    const given = await givenTwoDays();
    const needs = (await given.view()).activities[2]!;
    const { id } = await save(given, { kind: 'method', title: 'Tichá mapa potrieb', purpose: 'Keď sa ľudia nepoznajú', activityId: needs.id });
    expect(await templates(given)).toMatchObject([{ kind: 'method', blockCount: 1 }]);
    await command(given.facilitator, 'post', `/sessions/${given.sessionId}/run-sheet/blocks`, { from: { templateId: id }, day: 1 });
    const view = await given.view();
    expect(days(view)).toEqual([[1, 'Príchod'], [1, 'Obed'], [1, 'Potreby'], [2, 'Potreby']]);
    expect(view.activities[2]?.plan).toMatchObject({ track: 0, supplies: [{ name: 'lístky', amount: 100 }] });
    expect(view.activities[2]?.settings).toEqual(needs.settings);
  });

  test('is of the organisation alone: others neither see, use nor remove it', async () => {
    const given = await givenTwoDays();
    const { id } = await save(given, { kind: 'sheet', title: 'Naša', purpose: '' });
    const other = await givenSession(api, { open: false });
    expect(await templates(other)).toEqual([]);
    expect(await codeOf(ask(other.facilitator, 'post', `/sessions/${other.sessionId}/run-sheet/blocks`, { from: { templateId: id } }))).toBe('not-found');
    expect(await codeOf(ask(other.facilitator, 'post', `/sessions/${other.sessionId}/run-sheet/blocks`, { from: { sessionId: given.sessionId } }))).toBe('not-found');
    expect(await codeOf(ask(other.facilitator, 'delete', `/sheet-templates/${id}`))).toBe('not-found');
    expect((await ask(other.facilitator, 'get', `/processes/${given.processId}/sheet-templates`)).status).not.toBe(200);
    await command(given.facilitator, 'delete', `/sheet-templates/${id}`);
    expect(await templates(given)).toEqual([]);
  });
});
