import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { partOf } from '@spolu/contracts/activities/part-of';
import type { Page } from '@spolu/contracts/common';
import type { EditProcess, ProcessView } from '@spolu/contracts/participation';
import { DRAWING_KINDS } from '@spolu/contracts/plain';
import type { ActivitySettings } from '@spolu/contracts/activities/kinds';
import { ROLES } from '@spolu/contracts/roles';
import type { RoomView, SessionRow, SessionView } from '@spolu/contracts/sessions';
import { BoardsService } from '../boards/boards.service.ts';
import { Tab } from '../boards/given-board.ts';
import { Transactions } from '../database/transactions.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import {
  activityOf, ask, brainstorm, cluster, command, compose, dotVote, givenOrganisation, givenSession, screenOf, sessionOf, type GivenSession,
} from './given-session.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

const codeOf = async (request: PromiseLike<{ body: { code?: string } }>) => (await request).body.code;

describe('a session', () => {
  test('is made in a process with its board; its maker leads it', async () => {
    const given = await givenSession(api, { open: false });
    const seen = await given.view();
    expect(seen).toMatchObject({
      ...sessionOf(), state: 'preparing', code: null, processTitle: 'Energetická udržateľnosť mesta', activities: [],
      may: { edit: true, run: true, giveRoles: [...ROLES.session], confirmIdeas: true },
    });
    const roles = await api.database.query('select role from role where scope = $1 and scope_id = $2', ['session', given.sessionId]);
    expect(roles).toEqual([{ role: 'lead-facilitator' }]);
    await ask(given.facilitator, 'get', `/boards/${seen.boardId}`).expect(200);
  });

  test('is edited; who may see its words follows its visibility', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm());
    const phone = await given.join();
    await compose(phone, activityId, 'Nové kotly');
    await command(given.facilitator, 'put', `/sessions/${given.sessionId}`, sessionOf({ title: 'Nový názov', visibility: 'public' }));
    expect(await given.view()).toMatchObject({ title: 'Nový názov', visibility: 'public' });
    const records = await api.database.query('select visibility from record where session_id = $1', [given.sessionId]);
    expect(records).toEqual([{ visibility: 'public' }]);
  });

  test('opens with a code, and opening it again keeps the code', async () => {
    const given = await givenSession(api);
    const before = await given.view();
    expect(before.code).toMatch(/^[2-9A-Z]{8}$/);
    await command(given.facilitator, 'post', `/sessions/${given.sessionId}/open`, {});
    expect((await given.view()).code).toBe(before.code);
  });

  test('is closed for good: the code is gone and nothing starts any more', async () => {
    const given = await givenSession(api);
    const activityId = await given.activity(brainstorm());
    await given.close();
    await given.close();
    expect(await given.view()).toMatchObject({ state: 'closed', code: null });
    expect(await codeOf(ask(given.facilitator, 'post', `/activities/${activityId}/start`, {}))).toBe('session/closed');
    expect(await codeOf(ask(given.facilitator, 'post', `/sessions/${given.sessionId}/open`, {}))).toBe('session/closed');
    expect(await codeOf(ask(given.facilitator, 'post', `/sessions/${given.sessionId}/activities`, activityOf(cluster)))).toBe('session/closed');
  });

  test('can’t be closed before it was opened', async () => {
    const given = await givenSession(api, { open: false });
    expect(await codeOf(ask(given.facilitator, 'post', `/sessions/${given.sessionId}/close`, {}))).toBe('session/not-open');
  });
});

describe('the agenda', () => {
  test('is built, ordered, changed and shortened', async () => {
    const given = await givenSession(api, { open: false });
    const ids = [await given.activity(brainstorm(), { title: 'A' }), await given.activity(cluster, { title: 'B' }), await given.activity(dotVote(), { title: 'C' })];
    await command(given.facilitator, 'put', `/sessions/${given.sessionId}/run-sheet/order`, { days: [[ids[2], ids[0], ids[1]]] });
    await command(given.facilitator, 'put', `/activities/${ids[0]}`, activityOf(brainstorm('hidden', ['Dnes', 'Zajtra']), { title: 'A2' }));
    await command(given.facilitator, 'delete', `/activities/${ids[1]}`);
    const { activities } = await given.view();
    expect(activities.map(({ title, settings }) => [title, settings])).toEqual([['C', dotVote()], ['A2', brainstorm('hidden', ['Dnes', 'Zajtra'])]]);
  });

  test('refuses an order of another agenda', async () => {
    const given = await givenSession(api, { open: false });
    await given.activity(cluster);
    expect(await codeOf(ask(given.facilitator, 'put', `/sessions/${given.sessionId}/run-sheet/order`, { days: [[randomUUID()]] }))).toBe('changed-meanwhile');
  });

  test('takes the steps of a method of the library', async () => {
    const given = await givenSession(api, { open: false });
    const { activityIds } = await command<{ activityIds: string[] }>(given.facilitator, 'post', `/sessions/${given.sessionId}/methods`, { methodId: 'dot-voting', language: 'sk' });
    const { activities } = await given.view();
    expect(activities.map(({ id }) => id)).toEqual(activityIds);
    expect(activities.map(({ settings }) => settings.kind)).toContain('dot-vote');
    expect(activities.every(({ methodId, state }) => methodId === 'dot-voting' && state === 'planned')).toBe(true);
    expect(await codeOf(ask(given.facilitator, 'post', `/sessions/${given.sessionId}/methods`, { methodId: 'nothing-such', language: 'sk' }))).toBe('session/unknown-method');
  });

  test('keeps what has begun: its words and minutes may change while it runs, nothing after', async () => {
    const given = await givenSession(api);
    const id = await given.started(brainstorm());
    const before = (await given.view()).activities[0]!;
    await command(given.facilitator, 'put', `/activities/${id}`, activityOf(brainstorm(), { title: 'Inak', minutes: 15 }));
    const after = (await given.view()).activities[0]!;
    expect(Date.parse(after.endsAt!) - Date.parse(before.endsAt!)).toBe(5 * 60_000);
    expect(await codeOf(ask(given.facilitator, 'put', `/activities/${id}`, activityOf(cluster)))).toBe('activity/already-started');
    expect(await codeOf(ask(given.facilitator, 'delete', `/activities/${id}`))).toBe('activity/already-started');
    await given.step(id, 'end');
    expect(await codeOf(ask(given.facilitator, 'put', `/activities/${id}`, activityOf(brainstorm(), { title: 'Potom' })))).toBe('activity/already-started');
  });

  test.each<[string, object]>([
    ['no title', { title: ' ' }],
    ['a minute too many', { minutes: 481 }],
    ['more dots than there are', { settings: { kind: 'dot-vote', dots: 21, perOption: null } }],
    ['thirteen frames', { settings: brainstorm('open', Array.from({ length: 13 }, (_, i) => `R${i}`)) }],
    ['a kind nobody knows', { settings: { kind: 'lottery' } }],
    ['settings of another kind', { settings: { kind: 'cluster', dots: 3 } }],
  ])('refuses an activity with %s', async (_, changes) => {
    const given = await givenSession(api, { open: false });
    await ask(given.facilitator, 'post', `/sessions/${given.sessionId}/activities`, { ...activityOf(cluster), ...changes }).expect(400);
    expect((await given.view()).activities).toEqual([]);
  });
});

describe('activities', () => {
  test('run one at a time: starting one ends the other', async () => {
    const given = await givenSession(api);
    const [first, second] = [await given.started(brainstorm()), await given.activity({ kind: 'information' })];
    await given.step(second, 'start');
    expect((await given.view()).activities.map(({ id, state }) => [id, state])).toEqual([[first, 'ended'], [second, 'running']]);
    expect(await codeOf(ask(given.facilitator, 'post', `/activities/${first}/start`, {}))).toBe('activity/already-started');
  });

  test('that are started at once by two facilitators run one after the other, never both', async () => {
    const given = await givenSession(api);
    const ids = await Promise.all([1, 2, 3, 4].map((n) => given.activity({ kind: 'information' }, { title: `A${n}` })));
    await Promise.all(ids.map((id) => given.step(id, 'start')));
    const { activities } = await given.view();
    expect(activities.map(({ state }) => state).sort()).toEqual(['ended', 'ended', 'ended', 'running']);
  });

  test('get five minutes more, each time', async () => {
    const given = await givenSession(api);
    const id = await given.started(brainstorm());
    const before = (await given.room()).room.activity!;
    await given.step(id, 'extend', { minutes: 5 });
    await given.step(id, 'extend', { minutes: 5 });
    expect(Date.parse((await given.room()).room.activity!.endsAt!) - Date.parse(before.endsAt!)).toBe(10 * 60_000);
    await ask(given.facilitator, 'post', `/activities/${id}/extend`, { minutes: 61 }).expect(400);
  });

  test('are started once, however often the command arrives', async () => {
    const given = await givenSession(api);
    const id = await given.activity(brainstorm());
    const key = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => ask(given.facilitator, 'post', `/activities/${id}/start`, {}, key)));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect((await given.room()).room.activity).toMatchObject({ id, state: 'running' });
    expect(partOf((await given.room()).room.activity, 'brainstorm')!.frames).toHaveLength(1);
  });

  test('lay their frames on the board when they begin', async () => {
    const given = await givenSession(api);
    const id = await given.started(brainstorm('open', ['Silné', 'Slabé']));
    const { room } = await given.room();
    expect(partOf(room.activity, 'brainstorm')!.frames.map(({ title }) => title)).toEqual(['Silné', 'Slabé']);
    const outline = await command<{ frames: { id: string; title: string }[] }>(given.facilitator, 'get', `/boards/${room.boardId}`);
    expect(outline.frames.map(({ title }) => title)).toEqual(expect.arrayContaining(['Silné', 'Slabé']));
    expect(room.agenda).toEqual([{ id, title: 'Čo trápi mesto?', kind: 'brainstorm', minutes: 10, openUntil: null, state: 'running', waitsForReveal: false, resumable: false, hasResult: false, skipped: false }]);
  });

  test.each<[ActivitySettings['kind'], ActivitySettings, string, string]>([
    ['a vote without clusters', dotVote(), 'start', 'vote/no-options'],
    ['the reveal of an open brainstorm', brainstorm(), 'reveal', 'activity/not-running'],
    ['the result of a vote that did not begin', dotVote(), 'show-result', 'conflict'],
    ['the end of what did not begin', cluster, 'end', 'activity/not-running'],
  ] as never)('refuse %s', async (_, settings, step, code) => {
    const given = await givenSession(api);
    const id = await given.activity(settings);
    expect(await codeOf(ask(given.facilitator, 'post', `/activities/${id}/${step}`, {}))).toBe(code);
  });
});

describe('an ended activity', () => {
  const resume = (given: GivenSession, id: string, body: object, who: Pick<Someone, 'agent'> = given.facilitator) => ask(who, 'post', `/activities/${id}/resume`, body);

  test('goes on as it was, for five minutes or without an end, and the screens are told', async () => {
    const given = await givenSession(api);
    const phone = await given.join();
    const id = await given.started(brainstorm('hidden', ['Kotly', 'Strechy']));
    await compose(phone, id, 'Tajné');
    await given.step(id, 'end');
    const screen = await screenOf(given, phone);
    expect(screen.room!.agenda).toMatchObject([{ id, state: 'ended', resumable: true, waitsForReveal: true }]);

    await given.step(id, 'resume', { until: 5, running: null });
    await screen.until(({ room }) => room?.activity?.state === 'running');
    const { room } = await given.room();
    expect(room.activity).toMatchObject({ id, state: 'running', part: { revealed: false, cardCount: 1 } });
    expect(partOf(room.activity, 'brainstorm')!.frames).toHaveLength(2);
    expect(Date.parse(room.activity!.endsAt!) - Date.parse(room.serverNow)).toBeGreaterThan(4 * 60_000);
    expect(room.agenda[0]).toMatchObject({ resumable: false });
    await compose(phone, id, 'Tiež tajné');
    expect(screen.frames.join()).not.toContain('Tajné');

    await given.step(id, 'end');
    await given.step(id, 'resume', { until: 'ended' });
    expect((await given.room()).room.activity).toMatchObject({ state: 'running', endsAt: null });
    await given.step(id, 'extend', { minutes: 5 });
    expect((await given.room()).room.activity!.endsAt).not.toBeNull();
    expect(await api.database.query(`select facts from audit_entry where action = 'activity.resumed' and subject_id = $1`, [id])).toHaveLength(2);
    screen.socket.disconnect();
  });

  test('whose end was pressed by mistake has the end it had before', async () => {
    const given = await givenSession(api);
    const id = await given.started(brainstorm());
    const before = (await given.room()).room.activity;
    await given.step(id, 'end');
    await given.step(id, 'resume', { until: 'as-before' });
    expect((await given.room()).room.activity).toEqual(before);
  });

  test('takes in what came too late only because it had ended', async () => {
    const given = await givenSession(api);
    const phone = await given.join();
    const id = await given.started(brainstorm());
    await given.step(id, 'end');
    const composedAt = new Date(Date.now() + 1).toISOString();
    expect((await compose(phone, id, 'O chvíľu neskôr', { composedAt })).state).toBe('late');
    await given.step(id, 'resume', { until: 'as-before' });
    expect((await given.room()).staff!.lateCards).toEqual([]);
    const [card] = await command<{ state: string }[]>(phone, 'get', `/activities/${id}/cards`);
    expect(card).toMatchObject({ state: 'shown' });
  });

  test('that was locked stays locked, and its late cards stay in the tray', async () => {
    const given = await givenSession(api);
    const phone = await given.join();
    const id = await given.started(brainstorm());
    await given.step(id, 'lock', { locked: true });
    await given.step(id, 'end');
    await compose(phone, id, 'Po zamknutí', { composedAt: new Date(Date.now() + 1).toISOString() });
    await given.step(id, 'resume', { until: 5 });
    const { room, staff } = await given.room();
    expect(room.activity).toMatchObject({ state: 'running', locked: true });
    expect(staff!.lateCards).toHaveLength(1);
  });

  test('ends the one that runs, unless that is another than the facilitator sees', async () => {
    const given = await givenSession(api);
    const [first, second] = [await given.started(brainstorm()), await given.started({ kind: 'information' })];
    expect(await codeOf(resume(given, first, { until: 5, running: null }))).toBe('activity/other-running');
    expect(await codeOf(resume(given, first, { until: 5, running: first }))).toBe('activity/other-running');
    await given.step(first, 'resume', { until: 5, running: second });
    expect((await given.view()).activities.map(({ id, state }) => [id, state])).toEqual([[first, 'running'], [second, 'ended']]);
  });

  test('is resumed by one of two facilitators who press at once; the other hears that it runs', async () => {
    const given = await givenSession(api);
    const id = await given.started(brainstorm());
    await given.step(id, 'end');
    const colleague = await given.staff('co-facilitator');
    const answers = await Promise.all([given.facilitator, colleague].map((who) => resume(given, id, { until: 5, running: null }, who)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(answers.map(({ body }) => (body as { code?: string }).code).filter(Boolean)).toEqual(['activity/not-ended']);
  });

  test('two facilitators who start different steps at once: the second is told instead of ending the first', async () => {
    const given = await givenSession(api);
    const ids = [await given.activity({ kind: 'information' }), await given.activity({ kind: 'information' })];
    const colleague = await given.staff('co-facilitator');
    const answers = await Promise.all([given.facilitator, colleague].map((who, i) => ask(who, 'post', `/activities/${ids[i]}/start`, { running: null })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await given.view()).activities.map(({ state }) => state).sort()).toEqual(['planned', 'running']);
  });

  test('is nothing that is planned, runs, or belongs to a closed session', async () => {
    const given = await givenSession(api);
    const id = await given.activity(brainstorm());
    expect(await codeOf(resume(given, id, { until: 5 }))).toBe('activity/not-ended');
    await given.step(id, 'start');
    expect(await codeOf(resume(given, id, { until: 5 }))).toBe('activity/not-ended');
    for (const body of [{}, { until: 0 }, { until: 61 }, { until: 'later' }, { until: 5, state: 'running' }]) await resume(given, id, body).expect(400);
    await given.close();
    expect(await codeOf(resume(given, id, { until: 5 }))).toBe('session/closed');
  });

  test('clusters that are grouped further are written beside what was written before, never over it', async () => {
    const given = await givenSession(api);
    const phone = await given.join();
    await compose(phone, await given.started(brainstorm()), 'Strechy');
    const id = await given.started(cluster);
    const boards = api.app.get(BoardsService, { strict: false });
    const { boardId } = (await given.room()).room;
    const [note] = (await boards.readBoard(boardId)).notes;
    const group = (title: string) => api.app.get(Transactions).run((em) => boards.writeClusters(em, boardId, [{ id: randomUUID(), title, noteIds: [note!.id] }]));
    const titles = async () => (await given.report()).activities.find((activity) => activity.id === id)!.clusters!.clusters.map(({ title }) => title);
    await group('Slnko');
    await given.step(id, 'end');
    expect(await titles()).toEqual(['Slnko']);
    await given.step(id, 'resume', { until: 5 });
    await group('Energia zo strechy');
    await given.step(id, 'end');
    expect(await titles()).toEqual(['Energia zo strechy']);
    expect(await api.database.query('select title from cluster where session_id = $1 order by title', [given.sessionId])).toEqual([{ title: 'Energia zo strechy' }, { title: 'Slnko' }]);
  });

  test('tells the staff who has written nothing yet under her own name', async () => {
    const given = await givenSession(api);
    const [jana, peter, eva] = await given.joinAll(3);
    const silent = async () => (await given.room()).staff!.silentIds;
    expect(await silent()).toEqual([jana!.participantId, peter!.participantId, eva!.participantId]);
    await compose(jana!, await given.started(brainstorm('hidden')), 'Zatiaľ skryté');
    expect(await silent()).toEqual([peter!.participantId, eva!.participantId]);
    await compose(peter!, await given.started(brainstorm('anonymous')), 'Bez mena');
    expect(await silent()).toEqual([peter!.participantId, eva!.participantId]);
    await compose(eva!, await given.started(brainstorm()), 'Na tabuli');
    await command(given.facilitator, 'post', `/participants/${peter!.participantId}/remove`, {});
    expect(await silent()).toEqual([]);
  });

  test('shows everybody a part of the board until the next activity begins', async () => {
    const given = await givenSession(api);
    const phone = await given.join();
    await given.started(brainstorm('open', ['Problémy', 'Riešenia']));
    const { boardId } = await given.view();
    const { frames } = (await ask(phone, 'get', `/boards/${boardId}`)).body as { frames: { id: string; title: string }[] };
    const { id: frameId } = frames.find(({ title }) => title === 'Riešenia')!;
    const look = async () => (await given.room(phone)).room.look;
    const show = (shown: string | null) => ask(given.facilitator, 'put', `/sessions/${given.sessionId}/look`, { frameId: shown });
    expect(await look()).toBeNull();
    expect((await show('nowhere')).status).toBe(400);
    await show(frameId).expect(204);
    const first = await look();
    expect(first).toMatchObject({ frameId, title: 'Riešenia' });
    // again: those who left come again
    await show(null).expect(204);
    expect([(await look())!.title, (await look())!.id === first!.id]).toEqual(['', false]);
    await ask(given.facilitator, 'delete', `/sessions/${given.sessionId}/look`).expect(204);
    expect(await look()).toBeNull();
    await show(frameId).expect(204);
    await given.started({ kind: 'information' });
    expect(await look()).toBeNull();
    await show(frameId).expect(204);
    await given.close();
    expect((await show(frameId)).body.code).toBe('session/closed');
  });
});

describe('officers of an organisation', () => {
  const officerOf = (organisationId: string) => api.person({ roles: [{ scope: 'organisation', scopeId: organisationId, role: 'officer' }] });
  const runBy = async (given: GivenSession, organisationIds: string[]): Promise<void> => {
    const { id, updatedAt: _, may: __, ...process }: ProcessView = await command(given.facilitator, 'get', `/processes/${given.processId}`);
    await command(given.facilitator, 'put', `/processes/${id}`, { ...process, organisationIds } satisfies EditProcess);
  };

  test('that runs the process are staff at the boards of its sessions too', async () => {
    const given = await givenSession(api);
    const { boardId } = await given.view();
    const may = { write: true, createNotes: true, editAll: true, group: true, frames: true, notesByCommand: false, draw: DRAWING_KINDS, comment: true, react: true, present: true };
    for (const step of [() => given.started(brainstorm()), () => given.started({ kind: 'information' })]) {
      await step();
      const { body } = await ask(await officerOf(given.organisationId), 'get', `/boards/${boardId}`).expect(200);
      expect(body.may).toEqual(may);
    }
    await ask(await officerOf(await givenOrganisation(api)), 'get', `/boards/${boardId}`).expect(404);
  });

  test('come with an organisation that joins the process and are put out with one that leaves it, on open sockets as well', async () => {
    const given = await givenSession(api);
    const { boardId } = await given.view();
    const joining = await givenOrganisation(api);
    const officer = await officerOf(joining);
    await ask(officer, 'get', `/boards/${boardId}`).expect(404);

    await runBy(given, [given.organisationId, joining]);
    const tab = new Tab(api, officer, boardId);
    await tab.ready();
    expect(tab.state.rights).toMatchObject({ write: true, editAll: true });
    const screen = await screenOf(given, officer);

    await runBy(given, [given.organisationId]);
    await tab.until(({ state }) => state.phase === 'refused');
    await screen.until(({ ended }) => ended !== undefined);
    await ask(officer, 'get', `/boards/${boardId}`).expect(404);
    tab.close();
    screen.socket.disconnect();
  });
});

describe('what the room is told', () => {
  test('each viewer gets what is hers: staff the staff’s part, a participant who she is', async () => {
    const given = await givenSession(api);
    const phone = await given.join({ nickname: 'Zuzka', sector: 'residents' });
    await given.started({ kind: 'information' });
    const [staff, own] = [await given.room(), await given.room(phone)];
    expect(staff).toMatchObject({ me: null, may: { run: true }, staff: { staffNotes: 'Pripomenúť čas.', lateCards: [], codeAlarm: false } });
    expect(staff.staff!.participants).toEqual([{ id: phone.participantId, nickname: 'Zuzka', sector: 'residents', online: false, removed: false, cardCount: null }]);
    expect(own).toMatchObject({ me: { participantId: phone.participantId, nickname: 'Zuzka', sector: 'residents', language: 'sk' }, staff: null, may: { run: false } });
    expect({ ...own.room, version: 0, serverNow: '' }).toEqual({ ...staff.room, version: 0, serverNow: '' });
    expect(JSON.stringify(own.room)).not.toContain('Pripomenúť');
    expect(own.room).toMatchObject({ participantCount: 1, doorOpen: true, state: 'open' });
  });

  test('the last activity stays on the screens until the next begins', async () => {
    const given = await givenSession(api);
    expect((await given.room()).room.activity).toBeNull();
    const id = await given.started(brainstorm());
    await given.step(id, 'end');
    expect((await given.room()).room.activity).toMatchObject({ id, state: 'ended' });
  });
});

describe('who may not', () => {
  const commands = (sessionId: string, activityId: string): [verb: 'post' | 'put' | 'delete', path: string, body?: object][] => [
    ['put', `/sessions/${sessionId}`, sessionOf()],
    ['post', `/sessions/${sessionId}/activities`, activityOf(cluster)],
    ['post', `/sessions/${sessionId}/methods`, { methodId: 'dot-voting', language: 'sk' }],
    ['put', `/sessions/${sessionId}/run-sheet/order`, { days: [[activityId]] }],
    ['put', `/sessions/${sessionId}/run-sheet`, { days: [{ on: null, startsAt: '09:00', endsAt: null }], tracks: [], seen: { days: [{ on: null, startsAt: null, endsAt: null }], tracks: [] } }],
    ['post', `/sessions/${sessionId}/run-sheet/cuts`, { shortened: [{ activityId, minutes: 5 }], leftOut: [] }],
    ['post', `/sessions/${sessionId}/run-sheet/blocks`, { from: { sessionId } }],
    ['post', `/sessions/${sessionId}/sheet-templates`, { kind: 'sheet', title: 'Dielňa', purpose: '' }],
    ['put', `/activities/${activityId}`, activityOf(cluster)],
    ['delete', `/activities/${activityId}`],
    ['post', `/sessions/${sessionId}/open`, {}],
    ['post', `/sessions/${sessionId}/code`, {}],
    ['post', `/sessions/${sessionId}/door`, { open: false }],
    ...(['start', 'end', 'reveal', 'show-result'] as const).map((step): ['post', string, object] => ['post', `/activities/${activityId}/${step}`, {}]),
    ['post', `/activities/${activityId}/extend`, { minutes: 5 }],
    ['post', `/activities/${activityId}/resume`, { until: 5 }],
    ['post', `/sessions/${sessionId}/leave-result`, {}],
    ['put', `/sessions/${sessionId}/look`, { frameId: null }],
    ['delete', `/sessions/${sessionId}/look`],
    ['post', `/activities/${activityId}/lock`, { locked: true }],
    ['post', `/sessions/${sessionId}/close`, {}],
  ];

  test.each<[string, number, (given: Awaited<ReturnType<typeof givenSession>>) => Promise<Someone>]>([
    ['a stranger', 404, () => Promise.resolve(api.stranger())],
    ['somebody with an account', 404, () => api.person()],
    ['a participant of another session', 404, async () => (await givenSession(api)).join()],
    ['the facilitator of another session', 404, async () => (await givenSession(api)).facilitator],
    ['a participant', 403, (given) => given.join()],
    ['an observer', 403, (given) => given.staff('observer')],
    ['a table host', 403, (given) => given.staff('table-host')],
    ['a scribe', 403, (given) => given.staff('scribe')],
  ])('plan or run it: %s', async (_, status, somebody) => {
    const given = await givenSession(api);
    const activityId = await given.activity(cluster);
    const who = await somebody(given);
    const before = await given.view();
    for (const [verb, path, body] of commands(given.sessionId, activityId)) {
      expect([path, (await ask(who, verb, path, body)).status]).toEqual([path, status]);
    }
    expect({ ...(await given.view()), serverNow: before.serverNow }).toEqual(before);
  });

  test('a co-facilitator and the process’s facilitator may', async () => {
    const given = await givenSession(api, { open: false });
    await command(await given.staff('co-facilitator'), 'post', `/sessions/${given.sessionId}/open`, {});
    const facilitator = await api.person({ roles: [{ scope: 'process', scopeId: given.processId, role: 'facilitator' }] });
    await command(facilitator, 'post', `/sessions/${given.sessionId}/code`, {});
  });

  test('make a session: whoever is not staff of the process', async () => {
    const given = await givenSession(api);
    const path = `/processes/${given.processId}/sessions`;
    await ask(api.stranger(), 'post', path, sessionOf()).expect(401);
    await ask(await given.join(), 'post', path, sessionOf()).expect(403);
    await ask(given.facilitator, 'post', `/processes/${randomUUID()}/sessions`, sessionOf()).expect(404);
  });

  test('see its plan: participants, observers and everybody outside', async () => {
    const given = await givenSession(api);
    for (const who of [api.stranger(), await given.join(), await given.staff('observer')]) await ask(who, 'get', `/sessions/${given.sessionId}`).expect(404);
    const host: SessionView = await command(await given.staff('table-host'), 'get', `/sessions/${given.sessionId}`);
    expect(host.may).toEqual({ edit: false, run: false, giveRoles: [], confirmIdeas: false });
    const second: SessionView = await command(await given.staff('co-facilitator'), 'get', `/sessions/${given.sessionId}`);
    expect(second.may.giveRoles).toEqual(['table-host', 'scribe', 'observer']);
  });

  test('enter the room: everybody outside; an observer sees it without the staff’s part', async () => {
    const given = await givenSession(api);
    for (const who of [api.stranger(), await api.person(), await (await givenSession(api)).join()]) await ask(who, 'get', `/sessions/${given.sessionId}/room`).expect(404);
    const observer: RoomView = await command(await given.staff('observer'), 'get', `/sessions/${given.sessionId}/room`);
    expect(observer).toMatchObject({ me: null, staff: null, may: { run: false } });
  });

  test('send more than the form has (SEC-04)', async () => {
    const given = await givenSession(api, { open: false });
    const before = await given.view();
    for (const extra of [{ role: 'x' }, { code: 'AAAAAAAA' }, { state: 'open' }, { processId: randomUUID() }]) {
      await ask(given.facilitator, 'put', `/sessions/${given.sessionId}`, { ...sessionOf(), ...extra }).expect(400);
    }
    await ask(given.facilitator, 'post', `/sessions/${given.sessionId}/activities`, { ...activityOf(cluster), state: 'running' }).expect(400);
    expect({ ...(await given.view()), serverNow: before.serverNow }).toEqual(before);
  });
});

describe('the list of sessions', () => {
  const listed = async (who: Pick<Someone, 'agent'>, query = ''): Promise<SessionRow[]> => (await command<Page<SessionRow>>(who, 'get', `/sessions${query}`)).items;

  test('shows public ones to everybody, one’s own to staff and guests, and never a code', async () => {
    const [open, internal] = [await givenSession(api, { visibility: 'public' }), await givenSession(api, { visibility: 'internal' })];
    const phone = await internal.join();
    const idsFor = async (who: Pick<Someone, 'agent'>) => (await listed(who)).map(({ id }) => id);
    expect(await idsFor(api.stranger())).toContain(open.sessionId);
    expect(await idsFor(api.stranger())).not.toContain(internal.sessionId);
    expect(await idsFor(phone)).toContain(internal.sessionId);
    expect(await idsFor(internal.facilitator)).toContain(internal.sessionId);
    const rows = await listed(open.facilitator, `?processId=${open.processId}&state=open`);
    expect(rows).toEqual([
      {
        id: open.sessionId, processId: open.processId, processTitle: 'Energetická udržateľnosť mesta', kind: 'workshop', title: 'Dielňa o energii', state: 'open',
        plannedOn: '2026-11-22', plannedTime: '17:00', place: 'Radnica', visibility: 'public', mine: true,
      },
    ]);
  });
});
