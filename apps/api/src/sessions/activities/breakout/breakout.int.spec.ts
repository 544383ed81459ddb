import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { BreakoutSettings, OwnTable, SimilarNotes, TablesView } from '@spolu/contracts/activities/breakout';
import { partOf } from '@spolu/contracts/activities/part-of';
import type { BoardOutline } from '@spolu/contracts/boards';
import type { Sector } from '@spolu/contracts/common';
import type { Way } from '@spolu/contracts/provenance';
import type { Joined } from '@spolu/contracts/sessions';
import { addCluster } from '@spolu/board/clusters';
import { editNote, putInCluster } from '@spolu/board/notes';
import { NOTE_SIZE } from '@spolu/board/shape';
import { BoardHubs } from '../../../boards/board-hubs.ts';
import { RawDevice, Tab } from '../../../boards/given-board.ts';
import { givenApi, type Someone, type TestApi } from '../../../testing/given-api.ts';
import { activityOf, ask, breakout, command, compose, givenSession, type GivenSession, type Screen, screenOf } from '../../given-session.ts';

let api: TestApi;
const open: { close(): void }[] = [];
beforeAll(async () => {
  api = await givenApi();
});
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});
afterAll(() => api?.stop());

const own = async (phone: Someone, activityId: string) => (await command<{ table: OwnTable | null }>(phone, 'get', `/activities/${activityId}/table`)).table;
const ownTable = async (phone: Someone, activityId: string) => (await own(phone, activityId))!;
const tables = (given: GivenSession, activityId: string, who: Someone = given.facilitator) => command<TablesView>(who, 'get', `/activities/${activityId}/tables`);
const outline = (who: Someone, boardId: string) => command<BoardOutline>(who, 'get', `/boards/${boardId}`);
const textsOf = (board: BoardOutline) => board.frames.flatMap(({ clusters }) => clusters.flatMap(({ notes }) => notes.map(({ text }) => text)));
const roomPart = async (given: GivenSession) => partOf((await given.room()).room.activity, 'breakout')!;

async function tab(who: Someone, boardId: string): Promise<Tab> {
  const made = new Tab(api, who, boardId);
  open.push(made);
  return made.ready();
}
/** Until somebody waits for what a transaction holds. */
async function someoneWaits(): Promise<void> {
  for (;;) {
    const [row] = await api.database.query<{ count: number }[]>(`select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    if (row!.count > 0) return;
  }
}
/** One phone for each of two tables. */
async function atTwoTables(changes: Partial<BreakoutSettings> = {}) {
  const given = await givenSession(api);
  const phones = await given.joinAll(2);
  const activityId = await given.started(breakout(changes));
  const seated = await Promise.all(phones.map(async (phone) => ({ phone, table: await ownTable(phone, activityId) })));
  const [first, second] = seated.sort((a, b) => a.table.number - b.table.number);
  return { given, activityId, first: first!, second: second! };
}

describe('tables', () => {
  test('are laid when the breakout begins: a board each from one template, everybody seated with her question and place', async () => {
    const given = await givenSession(api);
    const phones = await given.joinAll(5);
    const activityId = await given.started(breakout());
    const seats = await Promise.all(phones.map((phone) => ownTable(phone, activityId)));
    expect(seats.map(({ number }) => number).sort()).toEqual(expect.arrayContaining([1, 1, 2, 2]));
    const one = seats.find(({ number }) => number === 1)!;
    expect(one).toMatchObject({ round: 1, question: 'Čo zmeniť?', place: 'pri okne', isHosted: false, hostName: null, helpSince: null });
    expect(seats.find(({ number }) => number === 2)).toMatchObject({ question: 'Čo zachovať?', place: '' });
    const part = await roomPart(given);
    expect(part.tables.map(({ number, memberCount }) => [number, memberCount])).toEqual([[1, seats.filter(({ number }) => number === 1).length], [2, seats.filter(({ number }) => number === 2).length]]);
    const view = await tables(given, activityId);
    for (const { boardId } of view.tables) {
      expect((await outline(given.facilitator, boardId!)).frames.map(({ id, title }) => ({ id, title }))).toEqual(part.frames);
    }
    expect(part.frames.map(({ title }) => title)).toEqual(['Problémy', 'Riešenia']);
    expect(view).toMatchObject({ round: 1, unseatedIds: [], may: { run: true, seat: true } });
  });

  test('have as many of each sector as the others', async () => {
    const given = await givenSession(api);
    const sectors: Sector[] = ['residents', 'public', 'ngo'];
    for (const sector of sectors) await given.joinAll(4, { sector });
    const activityId = await given.started(breakout({ deal: 'by-sector', tableCount: 4 }));
    const { participants } = (await given.room()).staff!;
    for (const { memberIds } of (await tables(given, activityId)).tables) {
      expect(memberIds.map((id) => participants.find((person) => person.id === id)!.sector).sort()).toEqual([...sectors].sort());
    }
  });

  test('take in who comes later: where the fewest sit; who was asked to leave sits nowhere', async () => {
    const { given, activityId, first } = await atTwoTables();
    const late = await given.join();
    const table = await ownTable(late, activityId);
    expect(table.number).toBe(1);
    expect(textsOf(await outline(late, table.boardId))).toEqual([]);
    await command(given.facilitator, 'post', `/participants/${first.phone.participantId}/remove`, {});
    expect((await tables(given, activityId)).tables[0]!.memberIds).toEqual([late.participantId]);
  });

  test('are chosen where they may be, until they are full', async () => {
    const given = await givenSession(api);
    const [one, two] = await given.joinAll(2);
    const activityId = await given.started(breakout({ deal: 'chosen', seats: 1 }));
    expect(await own(one!, activityId)).toBeNull();
    expect((await ask(one!, 'post', `/activities/${activityId}/cards`, { text: 'x', colour: 'yellow', frameId: null, language: 'sk', composedAt: new Date().toISOString() })).body.code).toBe('breakout/no-table');
    expect(await command(one!, 'post', `/activities/${activityId}/table`, { table: 2 })).toMatchObject({ table: { number: 2 } });
    expect((await ask(two!, 'post', `/activities/${activityId}/table`, { table: 2 })).body.code).toBe('breakout/table-full');
    expect((await ask(two!, 'post', `/activities/${activityId}/table`, { table: 3 })).status).toBe(400);
    await command(one!, 'post', `/activities/${activityId}/table`, { table: 1 });
    await command(two!, 'post', `/activities/${activityId}/table`, { table: 2 });
    expect((await tables(given, activityId)).tables.map(({ memberIds }) => memberIds)).toEqual([[one!.participantId], [two!.participantId]]);
  });

  test('of which everybody wants the last seat at once have one more at the table', async () => {
    const given = await givenSession(api);
    const phones = await given.joinAll(8);
    const activityId = await given.started(breakout({ deal: 'chosen', seats: 3 }));
    const answers = await Promise.all(phones.map((phone) => ask(phone, 'post', `/activities/${activityId}/table`, { table: 1 })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 409, 409, 409, 409, 409]);
    expect((await roomPart(given)).tables[0]!.memberCount).toBe(3);
  });

  test('are planned before the breakout begins, and somebody is put elsewhere while it runs', async () => {
    const given = await givenSession(api);
    const [one, two] = await given.joinAll(2);
    const activityId = await given.activity(breakout({ deal: 'planned' }));
    await command(given.facilitator, 'post', `/activities/${activityId}/seats`, { participantId: one!.participantId, table: 2 });
    expect(await tables(given, activityId)).toMatchObject({ round: 0, unseatedIds: [two!.participantId], may: { run: true, seat: true } });
    const byLot = await given.activity(breakout());
    expect((await tables(given, byLot)).may).toEqual({ run: true, seat: false });
    await given.step(activityId, 'start');
    expect((await ownTable(one!, activityId)).number).toBe(2);
    expect(await own(two!, activityId)).toBeNull();
    await command(given.facilitator, 'post', `/activities/${activityId}/seats`, { participantId: two!.participantId, table: 1 });
    await command(given.facilitator, 'post', `/activities/${activityId}/seats`, { participantId: one!.participantId, table: null });
    expect([await own(one!, activityId), (await ownTable(two!, activityId)).number]).toEqual([null, 1]);
  });

  test('begin as they are set at last, whatever was planned before: by lot, or with fewer tables', async () => {
    const given = await givenSession(api);
    const [one, two] = await given.joinAll(2);
    const planned = async () => {
      const activityId = await given.activity(breakout({ deal: 'planned', tableCount: 3 }));
      await command(given.facilitator, 'post', `/activities/${activityId}/seats`, { participantId: one!.participantId, table: 3 });
      return activityId;
    };
    const edit = (activityId: string, changes: Partial<BreakoutSettings>) => command(given.facilitator, 'put', `/activities/${activityId}`, activityOf(breakout(changes)));
    const fewer = await planned();
    await edit(fewer, { deal: 'planned' });
    expect((await tables(given, fewer)).unseatedIds).toEqual([one!.participantId, two!.participantId]);
    await given.step(fewer, 'start');
    expect((await tables(given, fewer)).unseatedIds).toEqual([one!.participantId, two!.participantId]);
    const byLot = await planned();
    await edit(byLot, { deal: 'random' });
    expect((await tables(given, byLot)).unseatedIds).toEqual([one!.participantId, two!.participantId]);
    await given.step(byLot, 'start');
    expect((await tables(given, byLot)).unseatedIds).toEqual([]);
  });

  test('take in who has no phone as well', async () => {
    const { given, activityId } = await atTwoTables();
    const { id } = await command<{ id: string }>(given.facilitator, 'post', `/sessions/${given.sessionId}/attendees`, { nickname: 'Pani Anna', sector: null, language: 'sk' });
    expect((await tables(given, activityId)).tables[0]!.memberIds).toContain(id);
  });

  test('have a host each: those who came as hosts first, by name; others by lot, and only staff know which', async () => {
    const given = await givenSession(api);
    const hosting = await given.staff('table-host');
    const joined = await ask(hosting, 'post', '/joins', { code: await given.code(), nickname: 'Zuzana', sector: null, language: 'sk' });
    const host = { ...hosting, participantId: (joined.body as Joined).participantId };
    const guests = await given.joinAll(3);
    const activityId = await given.started(breakout({ hosts: true }));
    expect(await ownTable(host, activityId)).toMatchObject({ number: 1, isHost: true });
    const seats = await Promise.all(guests.map((guest) => ownTable(guest, activityId)));
    expect(seats.filter(({ number }) => number === 2).map(({ isHosted, hostName }) => [isHosted, hostName])).toEqual([[true, null], [true, null]]);
    expect(seats.find(({ number }) => number === 1)!.hostName).toEqual(expect.any(String));
    const { tables: [, second] } = await tables(given, activityId);
    const other = second!.memberIds.find((id) => id !== second!.hostId)!;
    await command(given.facilitator, 'post', `/activities/${activityId}/hosts`, { table: 2, participantId: other });
    expect((await tables(given, activityId)).tables[1]!.hostId).toBe(other);
    const name = (participantId: string) => ask(given.facilitator, 'post', `/activities/${activityId}/hosts`, { table: 2, participantId });
    expect((await name(host.participantId)).body.code).toBe('breakout/not-a-member');
    await given.step(activityId, 'end');
    expect((await name(other)).body.code).toBe('activity/not-running');
    await given.close();
    expect((await name(other)).body.code).toBe('session/closed');
  });
});

describe('a table’s board', () => {
  test('is neither read nor written by those of another table, and they are told nothing of it', async () => {
    const { activityId, first, second } = await atTwoTables();
    const board = await tab(first.phone, first.table.boardId);
    board.add({ text: 'len náš stôl' });
    await board.saved();
    expect((await ask(second.phone, 'get', `/boards/${first.table.boardId}`)).status).toBe(404);
    const stranger = new RawDevice(api, second.phone);
    open.push(stranger);
    await expect(stranger.join({ boardId: first.table.boardId })).rejects.toThrow('not-found');
    expect(textsOf(await outline(first.phone, first.table.boardId))).toEqual(['len náš stôl']);
    await compose(first.phone, activityId, 'z telefónu');
    expect(textsOf(await outline(first.phone, first.table.boardId)).sort()).toEqual(['len náš stôl', 'z telefónu']);
    expect(textsOf(await outline(second.phone, second.table.boardId))).toEqual([]);
  });

  test('may be looked at where people walk around, and written where they may', async () => {
    for (const visitors of ['look', 'write'] as const) {
      const { first, second } = await atTwoTables({ visitors });
      const board = await tab(second.phone, first.table.boardId);
      expect(board.state.rights).toMatchObject({ write: visitors === 'write', createNotes: visitors === 'write' });
    }
  });

  test('is open again to who was asked to leave by mistake', async () => {
    const { given, activityId, first } = await atTwoTables();
    await command(given.facilitator, 'post', `/participants/${first.phone.participantId}/remove`, {});
    await given.step(activityId, 'lock', { locked: true });
    await given.step(activityId, 'lock', { locked: false });
    await command(given.facilitator, 'post', `/participants/${first.phone.participantId}/let-in`, {});
    expect((await ownTable(first.phone, activityId)).boardId).toBe(first.table.boardId);
    expect((await outline(first.phone, first.table.boardId)).may.createNotes).toBe(true);

    // dealt again meanwhile, she is seated as who comes late
    await command(given.facilitator, 'post', `/participants/${first.phone.participantId}/remove`, {});
    await command(given.facilitator, 'post', `/activities/${activityId}/rounds`, { round: 1 });
    await command(given.facilitator, 'post', `/participants/${first.phone.participantId}/let-in`, {});
    expect(await ownTable(first.phone, activityId)).toMatchObject({ round: 2 });
  });

  test('is open to who chooses it while somebody steers', async () => {
    const given = await givenSession(api);
    const phone = await given.join();
    const next = await given.activity({ kind: 'information' });
    const activityId = await given.started(breakout({ deal: 'chosen' }));
    const [first] = (await tables(given, activityId)).tables;
    const waiting = async (count: number) => {
      const [row] = await api.database.query<{ count: number }[]>(`select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
      return row!.count >= count;
    };
    let chosen = false;
    const holder = api.database.createQueryRunner();
    await holder.startTransaction();
    await holder.query('select 1 from board where id = $1 for update', [first!.boardId]);
    // it has read who sits where, and comes no further than the first table
    const steering = command(given.facilitator, 'post', `/activities/${next}/skip`, { skipped: true });
    while (!(await waiting(1)));
    const choosing = command(phone, 'post', `/activities/${activityId}/table`, { table: 2 }).finally(() => (chosen = true));
    while (!chosen && !(await waiting(2)));
    await holder.commitTransaction();
    await holder.release();
    await Promise.all([steering, choosing]);
    expect((await outline(phone, (await ownTable(phone, activityId)).boardId)).may.createNotes).toBe(true);
  });

  test('puts out who is sent to another table', async () => {
    const { given, activityId, first } = await atTwoTables();
    const board = await tab(first.phone, first.table.boardId);
    await command(given.facilitator, 'post', `/activities/${activityId}/seats`, { participantId: first.phone.participantId, table: 2 });
    await board.until(({ state }) => state.phase === 'refused');
    expect((await ownTable(first.phone, activityId)).number).toBe(2);
  });

  test('follows the session: the staff’s between activities, a lock stops it, closed it rests', async () => {
    const { given, activityId, first } = await atTwoTables();
    const board = await tab(first.phone, first.table.boardId);
    expect(board.state.rights).toMatchObject({ write: true, group: true });
    await given.step(activityId, 'lock', { locked: true });
    await board.until(({ state }) => state.rights.write === false);
    await given.step(activityId, 'lock', { locked: false });
    await board.until(({ state }) => state.rights.write === true);
    await given.step(activityId, 'end');
    await board.until(({ state }) => state.rights.write === false);
    await given.step(activityId, 'resume', { until: 5 });
    await board.until(({ state }) => state.rights.write === true);
    await given.close();
    await board.until(({ state }) => state.rule?.open === false);
  });

  test('gets the card of a phone that was offline while its table was dealt again', async () => {
    const { given, activityId, first } = await atTwoTables();
    const composedAt = new Date().toISOString();
    await command(given.facilitator, 'post', `/activities/${activityId}/seats`, { participantId: first.phone.participantId, table: 1 });
    await command(given.facilitator, 'post', `/activities/${activityId}/rounds`, { round: 1 });
    await command(given.facilitator, 'post', `/activities/${activityId}/seats`, { participantId: first.phone.participantId, table: 2 });
    await compose(first.phone, activityId, 'ešte z prvého kola', { composedAt });
    await compose(first.phone, activityId, 'už z druhého');
    const boards = (await tables(given, activityId)).tables.map(({ boardId }) => boardId!);
    expect(textsOf(await outline(given.facilitator, boards[0]!))).toEqual(['ešte z prvého kola']);
    expect(textsOf(await outline(given.facilitator, boards[1]!))).toEqual(['už z druhého']);
  });
});

describe('dealing again', () => {
  test('lets hosts stay, seats others elsewhere, begins the time anew and comes once', async () => {
    const given = await givenSession(api);
    const phones = await given.joinAll(9);
    const activityId = await given.started(breakout({ tableCount: 3, hosts: true }), { minutes: 10 });
    await given.backdate(activityId, 9);
    const before = (await tables(given, activityId)).tables;
    await command(given.facilitator, 'post', `/activities/${activityId}/rounds`, { round: 1 });
    expect((await ask(given.facilitator, 'post', `/activities/${activityId}/rounds`, { round: 1 })).body.code).toBe('changed-meanwhile');
    const view = await tables(given, activityId);
    expect(view.round).toBe(2);
    expect(view.tables.map(({ hostId }) => hostId)).toEqual(before.map(({ hostId }) => hostId));
    const met = (number: number, list: typeof before) => list[number]!.memberIds;
    for (const n of [0, 1, 2]) expect(met(n, view.tables).filter((id) => met(n, before).includes(id))).toEqual([before[n]!.hostId]);
    expect(new Date((await given.room()).room.activity!.endsAt!).getTime()).toBeGreaterThan(Date.now() + 9 * 60_000);
    expect(new Set(await Promise.all(phones.map(async (phone) => (await ownTable(phone, activityId)).round)))).toEqual(new Set([2]));
  });

  test('leaves behind what the tables were told and who called for help', async () => {
    const { given, activityId, first } = await atTwoTables();
    await command(first.phone, 'post', `/activities/${activityId}/help`, { calls: true });
    await command(given.facilitator, 'post', `/activities/${activityId}/message`, { text: 'Ešte dve minúty.' });
    await command(given.facilitator, 'post', `/activities/${activityId}/rounds`, { round: 1 });
    expect(partOf((await given.room()).room.activity, 'breakout')).toMatchObject({ round: 2, message: null });
    expect((await tables(given, activityId)).tables.map(({ helpSince }) => helpSince)).toEqual([null, null]);
    expect((await ownTable(first.phone, activityId)).helpSince).toBeNull();
  });
});

describe('who is stuck', () => {
  test('calls, staff see it and say that they came; a message goes to all tables', async () => {
    const { given, activityId, first, second } = await atTwoTables();
    const screen: Screen = await screenOf(given, second.phone);
    open.push({ close: () => screen.socket.disconnect() });
    await command(first.phone, 'post', `/activities/${activityId}/help`, { calls: true });
    expect((await tables(given, activityId)).tables.map(({ helpSince }) => helpSince !== null)).toEqual([true, false]);
    expect((await ownTable(first.phone, activityId)).helpSince).not.toBeNull();
    await command(await given.staff('table-host'), 'post', `/activities/${activityId}/helped`, { table: 1 });
    expect((await ownTable(first.phone, activityId)).helpSince).toBeNull();
    await command(given.facilitator, 'post', `/activities/${activityId}/message`, { text: 'Ešte päť minút.' });
    await screen.until(({ room }) => partOf(room?.activity, 'breakout')?.message?.text === 'Ešte päť minút.');
    await command(given.facilitator, 'post', `/activities/${activityId}/message`, { text: null });
    await screen.until(({ room }) => partOf(room?.activity, 'breakout')?.message === null);
    expect(screen.frames.join()).not.toContain(first.phone.participantId);
  });
});

describe('bringing it together', () => {
  test('copies each note with its table, author and contribution, groups what shares words, and shows everybody all of it; the way leads back to the table', async () => {
    const { given, activityId, first, second } = await atTwoTables();
    const { frames } = await roomPart(given);
    await compose(first.phone, activityId, 'Viac lavičiek v parku', { frameId: frames[0]!.id });
    await compose(second.phone, activityId, 'viac lavičiek v parkoch', { frameId: frames[0]!.id });
    await compose(second.phone, activityId, 'Autobus každých desať minút', { frameId: frames[1]!.id });
    const board = await tab(second.phone, second.table.boardId);
    const clusterId = randomUUID();
    addCluster(board.doc, { id: clusterId, title: 'Doprava' });
    putInCluster(board.doc, board.notes.find(({ text }) => text.startsWith('Autobus'))!.id, clusterId);
    await board.saved();

    expect(await command(given.facilitator, 'post', `/activities/${activityId}/carry-over`, {})).toEqual({ noteCount: 3 });
    const { boardId } = (await given.room()).room;
    const plenary = await tab(first.phone, boardId);
    expect(plenary.notes.map(({ text, category, participantId }) => [text, category, participantId]).sort()).toEqual([
      ['Autobus každých desať minút', 'Stôl 2', second.phone.participantId],
      ['Viac lavičiek v parku', 'Stôl 1', first.phone.participantId],
      ['viac lavičiek v parkoch', 'Stôl 2', second.phone.participantId],
    ]);
    const [one, two] = plenary.notes.filter(({ text }) => text.toLowerCase().startsWith('viac'));
    expect(one!.position.frameId).toBe(two!.position.frameId);
    expect([Math.abs(one!.position.x - two!.position.x), one!.position.y]).toEqual([NOTE_SIZE.width + 16, two!.position.y]);
    const bus = plenary.notes.find(({ text }) => text.startsWith('Autobus'))!;
    expect((await outline(given.facilitator, boardId)).frames.flatMap(({ clusters }) => clusters.map(({ title }) => title))).toContain('Doprava · Stôl 2');

    const source = (await outline(given.facilitator, second.table.boardId)).frames.flatMap(({ clusters }) => clusters.flatMap(({ notes }) => notes)).find(({ text }) => text.startsWith('Autobus'))!;
    expect([bus.id === source.id, bus.contributionId]).toEqual([false, source.contributionId]);
    const way = await command<Way>(given.facilitator, 'get', `/records/${bus.contributionId}/way`);
    expect(way.stations.map(({ kind, title }) => [kind, title])).toEqual([['table', 'Stôl 2 · Čo zachovať?'], ['contribution', 'Autobus každých desať minút']]);
    expect(way.links).toMatchObject([{ kind: 'gave', toId: bus.contributionId }]);

    expect(await command<SimilarNotes>(given.facilitator, 'get', `/activities/${activityId}/similar`)).toMatchObject({ groups: [[{ table: 1, text: 'Viac lavičiek v parku' }, { table: 2 }]] });
    // from now on everybody may look at each table, and the tables only read
    expect(textsOf(await outline(first.phone, second.table.boardId))).toHaveLength(2);
    await board.until(({ state }) => state.rights.write === false);
    expect(await tables(given, activityId)).toMatchObject({ carriedCount: 3, waitingCount: 0 });
  });

  test('is taken back as a whole, and done again; what comes late is brought after it, once', async () => {
    const { given, activityId, first, second } = await atTwoTables();
    await compose(first.phone, activityId, 'prvý');
    await compose(second.phone, activityId, 'druhý');
    const { boardId } = (await given.room()).room;
    const carry = () => command(given.facilitator, 'post', `/activities/${activityId}/carry-over`, {});
    expect(await carry()).toEqual({ noteCount: 2 });
    await compose(first.phone, activityId, 'oneskorený');
    expect(await tables(given, activityId)).toMatchObject({ carriedCount: 2, waitingCount: 1 });
    expect([await carry(), await carry()]).toEqual([{ noteCount: 1 }, { noteCount: 0 }]);
    expect(textsOf(await outline(given.facilitator, boardId)).sort()).toEqual(['druhý', 'oneskorený', 'prvý']);
    await command(given.facilitator, 'post', `/activities/${activityId}/take-back`, {});
    expect((await outline(given.facilitator, boardId)).frames.filter(({ id }) => id !== null)).toEqual([]);
    expect(textsOf(await outline(given.facilitator, boardId))).toEqual([]);
    expect((await ask(second.phone, 'get', `/boards/${first.table.boardId}`)).status).toBe(404);
    expect(await carry()).toEqual({ noteCount: 3 });
    const { activities } = await given.report();
    expect(partOf(activities[0], 'breakout')).toMatchObject({ carriedOver: true, roundCount: 1, tables: [{ number: 1, noteCount: 2, question: 'Čo zmeniť?' }, { number: 2, noteCount: 1 }] });
  });

  test('follows its author: what she mends or takes back on her phone is so on the first board too', async () => {
    const { given, activityId, first } = await atTwoTables();
    const [mended, gone] = [await compose(first.phone, activityId, 'lavicky'), await compose(first.phone, activityId, 'moje tajomstvo')];
    const { boardId } = (await given.room()).room;
    const carry = () => command(given.facilitator, 'post', `/activities/${activityId}/carry-over`, {});
    await carry();
    await command(first.phone, 'put', `/cards/${mended.id}`, { text: 'lavičky' });
    await command(first.phone, 'delete', `/cards/${gone.id}`);
    expect(textsOf(await outline(given.facilitator, boardId))).toEqual(['lavičky']);
    await compose(first.phone, activityId, 'oneskorený');
    expect(await tables(given, activityId)).toMatchObject({ carriedCount: 1, waitingCount: 1 });
    expect(await carry()).toEqual({ noteCount: 1 });
  });

  test('brings what is there when it is done, not what was there when it was asked for', async () => {
    const { given, activityId, first } = await atTwoTables();
    const [mended, gone] = [await compose(first.phone, activityId, 'lavicky'), await compose(first.phone, activityId, 'moje tajomstvo')];
    let carried: Promise<unknown> = Promise.resolve();
    await api.database.transaction(async (em) => {
      await em.query('select 1 from session where id = $1 for update', [given.sessionId]);
      carried = command(given.facilitator, 'post', `/activities/${activityId}/carry-over`, {});
      await someoneWaits();
      await command(first.phone, 'put', `/cards/${mended.id}`, { text: 'lavičky' });
      await command(first.phone, 'delete', `/cards/${gone.id}`);
    });
    expect(await carried).toEqual({ noteCount: 1 });
    expect(textsOf(await outline(given.facilitator, (await given.room()).room.boardId))).toEqual(['lavičky']);
  });

  test('is taken back with the words as they were mended meanwhile', async () => {
    const { given, activityId, first } = await atTwoTables();
    await compose(first.phone, activityId, 'lavicky');
    await compose(first.phone, activityId, 'park');
    const { boardId } = (await given.room()).room;
    const carry = () => command(given.facilitator, 'post', `/activities/${activityId}/carry-over`, {});
    await carry();
    const plenary = await tab(given.facilitator, boardId);
    editNote(plenary.doc, plenary.notes.find(({ text }) => text === 'lavicky')!.id, 'lavičky');
    await plenary.saved();
    await command(given.facilitator, 'post', `/activities/${activityId}/take-back`, {});
    expect(textsOf(await outline(given.facilitator, first.table.boardId)).sort()).toEqual(['lavičky', 'park']);
    expect(await carry()).toEqual({ noteCount: 2 });
    expect(textsOf(await outline(given.facilitator, boardId)).sort()).toEqual(['lavičky', 'park']);
  });

  test('keeps words that were mended afterwards: opening the table’s board does not turn them back', async () => {
    const { given, activityId, first } = await atTwoTables();
    await compose(first.phone, activityId, 'lavicky');
    await command(given.facilitator, 'post', `/activities/${activityId}/carry-over`, {});
    const { boardId } = (await given.room()).room;
    const plenary = await tab(given.facilitator, boardId);
    const note = plenary.notes[0]!;
    editNote(plenary.doc, note.id, 'lavičky');
    await plenary.saved();
    const titleOf = async () => (await command<Way>(given.facilitator, 'get', `/records/${note.contributionId}/way`)).stations.find(({ kind }) => kind === 'contribution')!.title;
    expect(textsOf(await outline(given.facilitator, boardId))).toEqual(['lavičky']);
    await given.report();
    expect(await titleOf()).toBe('lavičky');
    await api.app.get(BoardHubs, { strict: false }).close(first.table.boardId);
    await given.report();
    expect(await titleOf()).toBe('lavičky');
  });
});

describe('who may', () => {
  test.each([
    ['post', 'seats', { participantId: randomUUID(), table: 1 }], ['post', 'hosts', { table: 1, participantId: null }], ['post', 'rounds', { round: 1 }],
    ['post', 'message', { text: 'x' }], ['post', 'carry-over', {}], ['post', 'take-back', {}], ['post', 'helped', { table: 1 }], ['get', 'tables', undefined], ['get', 'similar', undefined],
  ] as const)('not every participant: %s %s', async (verb, path, body) => {
    const { activityId, first } = await atTwoTables();
    expect((await ask(first.phone, verb, `/activities/${activityId}/${path}`, body)).status).toBe(403);
    expect((await ask(api.stranger(), verb, `/activities/${activityId}/${path}`, body)).status).toBeGreaterThanOrEqual(401);
  });
  test('staff have no table, and other kinds have none', async () => {
    const { given, activityId, first } = await atTwoTables();
    expect((await ask(given.facilitator, 'get', `/activities/${activityId}/table`)).status).toBe(403);
    const other = await given.activity({ kind: 'information' });
    expect((await ask(first.phone, 'get', `/activities/${other}/table`)).status).toBe(404);
    expect((await ask(given.facilitator, 'get', `/activities/${other}/tables`)).status).toBe(404);
  });
});
