import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { BoardOutline } from '@spolu/contracts/boards';
import { addCluster } from '@spolu/board/clusters';
import { editNote, moveNote, putInCluster, readNote } from '@spolu/board/notes';
import { checkBoard } from '@spolu/board/validation';
import { NOTE_SIZE } from '@spolu/board/shape';
import { BoardEvent } from '@spolu/realtime/board-events';
import { Transactions } from '../database/transactions.ts';
import { SocketSeats } from '../http/seats.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { BoardHubs } from './board-hubs.ts';
import { BoardStore } from './board-store.ts';
import { givenBoard, socketOf, Tab, type GivenBoard } from './given-board.ts';

let api: TestApi;
let hubs: BoardHubs;
let transactions: Transactions;
const open: { close(): void }[] = [];

beforeAll(async () => {
  api = await givenApi();
  hubs = api.app.get(BoardHubs, { strict: false });
  transactions = api.app.get(Transactions);
});
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});
afterAll(() => api.stop());

function tabOf(board: GivenBoard, someone: Someone, options?: { presence?: boolean }): Tab {
  const tab = new Tab(api, someone, board.boardId, options);
  open.push(tab);
  return tab;
}
const rows = (board: GivenBoard) =>
  api.database.query<{ tick: number; participant_ids: string[] }[]>('select tick, participant_ids from board_update where board_id = $1 order by tick', [board.boardId]);
const words = (noteId: string) =>
  api.database.query<{ text: string; title: string; participant_id: string; session_id: string; activity_id: string }[]>(
    'select c.*, r.title from contribution c join record r using (id) where id = $1', [noteId],
  );

describe('devices at one board', () => {
  test('see each other\'s notes and end up with the same board', async () => {
    const board = await givenBoard(api);
    const facilitator = tabOf(board, await board.staff());
    const guest = tabOf(board, await board.guest());
    await Promise.all([facilitator.ready(), guest.ready()]);
    const id = guest.add({ text: 'lavičky v tieni' });
    await facilitator.until(({ notes }) => notes.length === 1);
    moveNote(facilitator.doc, id, { x: 300, y: 200, frameId: board.frames[1]!.id });
    editNote(guest.doc, id, 'lavičky v tieni stromov');
    await Promise.all([facilitator, guest].map((tab) => tab.until(({ doc }) => readNote(doc, id)?.position.x === 300 && readNote(doc, id)?.text === 'lavičky v tieni stromov')));
    expect(guest.notes).toEqual(facilitator.notes);
    expect(guest.notes[0]).toMatchObject({ participantId: guest.participantId, position: { frameId: board.frames[1]!.id } });
  });

  test('are told "saved" only when it is stored', async () => {
    const board = await givenBoard(api);
    const guest = tabOf(board, await board.guest());
    await guest.ready();
    const store = api.app.get(BoardStore, { strict: false });
    const append = store.append.bind(store);
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const reached = new Promise<void>((resolve) => {
      store.append = async (...args) => {
        resolve();
        await held;
        return append(...args);
      };
    });
    try {
      const other = tabOf(board, await board.guest());
      await other.ready();
      guest.add();
      await reached;
      await other.until(({ notes }) => notes.length === 1);
      expect(guest.state.unsaved).toBe(1);
      expect(await rows(board)).toHaveLength(1);
      release();
      await guest.saved();
      expect(await rows(board)).toMatchObject([{ tick: 1 }, { participant_ids: [guest.participantId] }]);
    } finally {
      store.append = append;
    }
  });

  test('find everything again when the board was closed and opened, by a snapshot and by the log alone', async () => {
    const board = await givenBoard(api);
    const someone = await board.guest();
    const tab = tabOf(board, someone);
    await tab.ready();
    const ids = [tab.add({ text: 'jeden' }), tab.add({ text: 'dva' })];
    await tab.saved();
    await hubs.close(board.boardId);
    await tab.until(({ state }) => state.phase !== 'ready');
    await tab.ready();
    expect(await api.database.query('select 1 from board_snapshot where board_id = $1', [board.boardId])).toHaveLength(1);
    const other = tabOf(board, await board.staff());
    await other.ready();
    expect(other.notes.map(({ id }) => id).sort()).toEqual([...ids].sort());
    await api.database.query('delete from board_snapshot where board_id = $1', [board.boardId]);
    await hubs.close(board.boardId);
    const content = await board.boards.readBoard(board.boardId);
    expect(content.notes.map(({ text }) => text).sort()).toEqual(['dva', 'jeden']);
    tab.add({ text: 'tri' });
    await tab.saved();
    expect(await other.until(({ notes }) => notes.length === 3)).toBeDefined();
  });

  test('keep what was done without a network and send it when it is back', async () => {
    const board = await givenBoard(api);
    const guest = tabOf(board, await board.guest());
    const other = tabOf(board, await board.staff());
    await Promise.all([guest.ready(), other.ready()]);
    const before = guest.doc.clientID;
    guest.socket.disconnect();
    await guest.until(({ state }) => state.phase === 'offline');
    const id = guest.add({ text: 'napísané v pivnici' });
    moveNote(guest.doc, id, { x: 7, y: 7, frameId: null });
    const meanwhile = other.add({ participantId: null });
    await other.saved();
    guest.socket.connect();
    await guest.saved();
    await Promise.all([guest, other].map((tab) => tab.until(({ notes }) => notes.length === 2)));
    expect(readNote(other.doc, id)).toMatchObject({ text: 'napísané v pivnici', position: { x: 7, y: 7 } });
    expect(readNote(guest.doc, meanwhile)).toBeDefined();
    expect(guest.doc.clientID).toBe(before);
  });

  test('come back after a week: what the server told meanwhile is no longer in its log, and nothing of either is lost', async () => {
    const board = await givenBoard(api);
    const guest = tabOf(board, await board.guest());
    const other = tabOf(board, await board.staff());
    await Promise.all([guest.ready(), other.ready()]);
    const early = guest.add({ text: 'pred týždňom' });
    await guest.saved();
    guest.socket.disconnect();
    await guest.until(({ state }) => state.phase === 'offline');
    const late = guest.add({ text: 'nevie, že je sama' });
    const meanwhile = other.add({ participantId: null, text: 'celý týždeň' });
    await other.saved();
    other.socket.disconnect();
    await other.until(({ state }) => state.phase === 'offline');
    // Closed, so that the next opening begins with a snapshot and an empty log.
    await hubs.close(board.boardId);
    const whole = new Promise<void>((resolve) => guest.socket.once(BoardEvent.state, () => resolve()));
    guest.socket.connect();
    await whole;
    await guest.saved();
    expect(guest.notes.map(({ id }) => id).sort()).toEqual([early, late, meanwhile].sort());
    expect((await board.boards.readBoard(board.boardId)).notes.map(({ text }) => text).sort()).toEqual(['celý týždeň', 'nevie, že je sama', 'pred týždňom']);
  });

  test('SEC-35: two tabs of one device write under different ids; a copy that is behind gets a new one', async () => {
    const board = await givenBoard(api);
    const someone = await board.guest();
    const first = tabOf(board, someone);
    const second = tabOf(board, someone);
    await Promise.all([first.ready(), second.ready()]);
    expect(first.doc.clientID).not.toBe(second.doc.clientID);
    const clientId = first.doc.clientID;
    await second.until(({ state }) => state.people.length === 2);
    first.add();
    await first.saved();
    first.close();
    await second.until(({ state }) => state.people.length === 1);
    const socket = socketOf(api, someone);
    open.push({ close: () => socket.disconnect() });
    const ask = (clock: number) => new Promise<{ ok: boolean; welcome: { clientId: number } }>((resolve) =>
      socket.emit(BoardEvent.join, { boardId: board.boardId, kept: { clientId, clock, durable: 0 } }, resolve));
    const behind = await ask(0);
    expect(behind.welcome.clientId).not.toBe(clientId);
    const abreast = await ask(100);
    expect(abreast.welcome.clientId).toBe(clientId);
  });
});

describe('contributions', () => {
  test('a note with words is stored with its contribution in one transaction', async () => {
    const board = await givenBoard(api);
    const guest = tabOf(board, await board.guest());
    await guest.ready();
    const id = guest.add({ text: 'ihrisko' });
    await guest.saved();
    expect(await words(id)).toMatchObject([{ text: 'ihrisko', participant_id: guest.participantId, session_id: board.sessionId, activity_id: board.rule.activityId }]);
  });

  test('a note made empty gets one with its first words; later words are a version', async () => {
    const board = await givenBoard(api);
    const guest = tabOf(board, await board.guest());
    await guest.ready();
    const id = guest.add({ text: '' });
    await guest.saved();
    expect(await words(id)).toEqual([]);
    editNote(guest.doc, id, 'kúpalisko');
    await guest.saved();
    expect((await board.boards.readBoard(board.boardId)).notes).toMatchObject([{ id, text: 'kúpalisko' }]);
    expect(await words(id)).toMatchObject([{ text: 'kúpalisko', title: 'kúpalisko' }]);
    editNote(guest.doc, id, 'letné kúpalisko');
    await guest.saved();
    await board.boards.readBoard(board.boardId);
    expect(await words(id)).toMatchObject([{ text: 'kúpalisko', title: 'letné kúpalisko' }]);
  });

  test('what a crash kept from them is made up at the next opening', async () => {
    const board = await givenBoard(api);
    const guest = tabOf(board, await board.guest());
    await guest.ready();
    const id = guest.add({ text: '' });
    editNote(guest.doc, id, 'knižnica');
    await guest.saved();
    // As after a crash: everything acknowledged is stored, the quiet moment never came.
    const opened = api.app.get(BoardHubs, { strict: false });
    const again = new BoardHubs(api.app.get(BoardStore, { strict: false }), opened['talk'], opened['ends'], opened['peers'], opened['compaction'], opened['logger']);
    const hub = await again.open(board.boardId);
    await hub.settleWords();
    expect(await words(id)).toMatchObject([{ text: 'knižnica', participant_id: guest.participantId }]);
    await again.beforeApplicationShutdown();
  });

  test('a note that takes the contribution of another session speaks for nobody', async () => {
    const [theirs, ours] = [await givenBoard(api), await givenBoard(api)];
    const victim = tabOf(theirs, await theirs.guest());
    const thief = tabOf(ours, await ours.guest());
    await Promise.all([victim.ready(), thief.ready()]);
    const id = victim.add({ text: 'moje slová' });
    await victim.saved();
    thief.add({ id, text: '' });
    await thief.saved();
    editNote(thief.doc, id, 'ukradnuté');
    await thief.saved();
    expect((await ours.boards.readBoard(ours.boardId)).notes).toEqual([]);
    expect(await words(id)).toMatchObject([{ text: 'moje slová', title: 'moje slová', session_id: theirs.sessionId }]);
  });
});

describe('notes by command', () => {
  const note = (text: string, frameId: string | null, participantId: string | null = null) => ({ contributionId: randomUUID(), text, colour: 'blue' as const, frameId, participantId });

  test('lie in free places of their frame, are seen after the commit, and the frame grows with them', async () => {
    const board = await givenBoard(api);
    const tab = tabOf(board, await board.staff());
    await tab.ready();
    const [frame] = board.frames;
    const notes = Array.from({ length: 40 }, (_, i) => note(`návrh ${i}`, frame!.id));
    await transactions.run(async (em) => {
      await board.boards.writeNotes(em, board.boardId, notes.slice(0, 25));
      await board.boards.writeNotes(em, board.boardId, notes.slice(25));
      expect(tab.notes).toEqual([]);
    });
    await tab.until(({ notes: shown }) => shown.length === 40);
    const places = new Set(tab.notes.map(({ position }) => `${position.x}/${position.y}`));
    expect(places.size).toBe(40);
    const grown = tab.frames.find(({ id }) => id === frame!.id)!;
    expect(Math.max(...tab.notes.map(({ position, size }) => position.y + size.height))).toBeLessThan(grown.size.height);
    expect(tab.notes.every(({ participantId }) => participantId === null)).toBe(true);
    expect(checkBoard(tab.doc)).toEqual([]);
  });

  test('leave nothing behind when their command fails, and the board goes on', async () => {
    const board = await givenBoard(api);
    const tab = tabOf(board, await board.guest());
    await tab.ready();
    tab.add({ text: 'predtým' });
    await tab.saved();
    await expect(transactions.run(async (em) => {
      await board.boards.writeNotes(em, board.boardId, [note('nikdy', null)]);
      throw new Error('the command failed');
    })).rejects.toThrow('the command failed');
    tab.add({ text: 'potom' });
    await tab.saved();
    await transactions.run((em) => board.boards.writeNotes(em, board.boardId, [note('príkazom', null)]));
    await tab.until(({ notes }) => notes.length === 3);
    expect(tab.notes.map(({ text }) => text).sort()).toEqual(['potom', 'predtým', 'príkazom']);
    await hubs.close(board.boardId);
    expect((await board.boards.readBoard(board.boardId)).notes).toHaveLength(3);
  });

  test('may be written by many commands at once', async () => {
    const board = await givenBoard(api);
    const tab = tabOf(board, await board.guest());
    await tab.ready();
    await Promise.all(Array.from({ length: 30 }, (_, i) =>
      transactions.run(async (em) => {
        await board.boards.writeNotes(em, board.boardId, [note(`karta ${i}`, board.frames[0]!.id)]);
        if (i % 5 === 0) throw new Error('failed');
      }).catch(() => undefined)));
    await tab.until(({ notes }) => notes.length === 24);
    tab.add();
    await tab.saved();
    await hubs.close(board.boardId);
    const { notes } = await board.boards.readBoard(board.boardId);
    expect(notes).toHaveLength(24 + 1);
    expect(new Set(notes.filter(({ participantId }) => participantId === null).map(({ position }) => `${position.x}/${position.y}`)).size).toBe(24);
  });

  test('can be changed and taken away by command; their clusters too', async () => {
    const board = await givenBoard(api);
    const tab = tabOf(board, await board.staff());
    await tab.ready();
    const [first, second] = [note('prvý', null), note('druhý', null)];
    const clusterId = randomUUID();
    await transactions.run(async (em) => {
      await board.boards.writeNotes(em, board.boardId, [first, second]);
      await board.boards.writeClusters(em, board.boardId, [{ id: clusterId, title: 'Zeleň', noteIds: [first.contributionId] }]);
      await board.boards.editNoteText(em, board.boardId, first.contributionId, 'prvý, opravený');
      await board.boards.removeNote(em, board.boardId, second.contributionId);
    });
    await tab.until(({ notes }) => notes.length === 1 && notes[0]!.clusterId === clusterId);
    expect(tab.notes).toMatchObject([{ text: 'prvý, opravený' }]);
  });

  test('of clusters lie together under their names, and the frame grows with them', async () => {
    const board = await givenBoard(api);
    const tab = tabOf(board, await board.staff());
    await tab.ready();
    const frame = board.frames[0]!;
    const notes = Array.from({ length: 20 }, (_, i) => note(`lístok ${i}`, frame.id));
    const [even, odd] = [0, 1].map((rest) => notes.filter((_, i) => i < 18 && i % 2 === rest).map(({ contributionId }) => contributionId));
    await transactions.run(async (em) => {
      await board.boards.writeNotes(em, board.boardId, notes);
      await board.boards.writeClusters(em, board.boardId, [{ id: randomUUID(), title: 'Párne', noteIds: even! }, { id: randomUUID(), title: 'Nepárne', noteIds: odd! }]);
    });
    await tab.until((seen) => seen.notes.filter(({ clusterId }) => clusterId !== null).length === 18);
    const box = (ids: readonly string[]) => {
      const places = tab.notes.filter(({ id }) => ids.includes(id)).map(({ position }) => position);
      return { right: Math.max(...places.map(({ x }) => x)) + NOTE_SIZE.width, left: Math.min(...places.map(({ x }) => x)), bottom: Math.max(...places.map(({ y }) => y)) + NOTE_SIZE.height };
    };
    expect(box(even!).right).toBeLessThan(box(odd!).left);
    const loose = box(notes.slice(18).map(({ contributionId }) => contributionId));
    expect(loose.bottom).toBeGreaterThan(box(odd!).bottom);
    const { frames } = await board.boards.readBoard(board.boardId);
    expect(frames.find(({ id }) => id === frame.id)!.size.height).toBeGreaterThanOrEqual(loose.bottom);
  });
});

describe('the board as a list', () => {
  test('is frames, clusters and notes in reading order, for whoever may sit at it', async () => {
    const board = await givenBoard(api, { groupNotes: 'everyone' });
    const someone = await board.guest();
    const tab = tabOf(board, someone);
    await tab.ready();
    const [left] = board.frames;
    const clusterId = randomUUID();
    const b = tab.add({ text: 'b', position: { x: 300, y: 80, frameId: left!.id } });
    const a = tab.add({ text: 'a', position: { x: 20, y: 90, frameId: left!.id } });
    const c = tab.add({ text: 'c', position: { x: 20, y: 600, frameId: left!.id } });
    addCluster(tab.doc, { id: clusterId, title: 'Voda' });
    putInCluster(tab.doc, c, clusterId);
    await tab.saved();
    const { body } = await someone.agent.get(`/api/boards/${board.boardId}`).expect(200);
    expect(body as BoardOutline).toMatchObject({
      boardId: board.boardId, title: 'Plénum', noteCount: 3, may: { write: true, createNotes: true, editAll: false },
      frames: [
        { id: left!.id, clusters: [{ id: clusterId, title: 'Voda', notes: [{ id: c }] }, { id: null, notes: [{ id: a, participantId: someone.participantId }, { id: b }] }] },
        { title: 'Slabé stránky', clusters: [] },
      ],
    });
  });

  test('is not there for anybody else', async () => {
    const [board, other] = [await givenBoard(api), await givenBoard(api)];
    for (const someone of [api.stranger(), await api.person(), await other.guest(), await other.staff()]) {
      const { body } = await someone.agent.get(`/api/boards/${board.boardId}`).expect(404);
      expect(body).toMatchObject({ code: 'not-found' });
    }
    const staff = await board.staff();
    await staff.agent.get(`/api/boards/${randomUUID()}`).expect(404);
    await staff.agent.get('/api/boards/__proto__').expect(400);
  });

  test('says when it is worth reading again', async () => {
    const board = await givenBoard(api);
    const someone = await board.guest();
    const phone = socketOf(api, someone);
    open.push({ close: () => phone.disconnect() });
    const answer = await new Promise((resolve) => phone.emit(BoardEvent.watch, { boardId: board.boardId }, resolve));
    expect(answer).toEqual({ ok: true });
    const told = new Promise((resolve) => phone.once(BoardEvent.changed, resolve));
    await transactions.run((em) => board.boards.writeNotes(em, board.boardId, [{ contributionId: randomUUID(), text: 'x', colour: 'pink', frameId: null, participantId: null }]));
    expect(await told).toEqual({ boardId: board.boardId });
  });
});

describe('rules', () => {
  test('reach open boards at once', async () => {
    const board = await givenBoard(api);
    const guest = tabOf(board, await board.guest());
    const staff = tabOf(board, await board.staff());
    await Promise.all([guest.ready(), staff.ready()]);
    expect(guest.state.rights).toMatchObject({ write: true, createNotes: true });
    await board.setRule({ locked: true });
    await guest.until(({ state }) => !state.rights.write);
    expect(staff.state.rights.write).toBe(true);
    guest.add({ text: 'potajomky' });
    await guest.until(({ notTaken }) => notTaken.length === 1);
    expect(guest.notTaken[0]!.problem.code).toBe('board/read-only');
    await guest.ready();
    expect(guest.notes).toEqual([]);
    await board.setRule({ locked: false });
    await guest.until(({ state }) => state.rights.write);
    guest.add();
    await guest.saved();
  });

  test('SEC-07: who lost her role is put out of open boards within five seconds', async () => {
    const board = await givenBoard(api);
    const someone = await board.staff();
    const tab = tabOf(board, someone);
    await tab.ready();
    const from = Date.now();
    await api.database.query('update role set ended_at = now() where person_id = $1', [someone.personId]);
    api.app.get(SocketSeats).refresh({ personId: someone.personId! });
    await tab.until(({ state }) => state.phase === 'refused');
    expect(Date.now() - from).toBeLessThan(5_000);
    expect(tab.state).toMatchObject({ problem: { code: 'not-found' }, rights: { write: false } });
  });

  test('SEC-07: a demoted facilitator goes on as the participant she is', async () => {
    const board = await givenBoard(api);
    const person = await board.staff();
    const someone = await api.device({ personId: person.personId!, participants: [{ id: randomUUID(), sessionId: board.sessionId }] });
    const tab = tabOf(board, someone);
    await tab.ready();
    expect(tab.state.rights.frames).toBe(true);
    await api.database.query('update role set ended_at = now() where person_id = $1', [person.personId]);
    api.app.get(SocketSeats).refresh({ sessionId: board.sessionId });
    await tab.until(({ state }) => !state.rights.frames);
    expect(tab.state).toMatchObject({ phase: 'ready', rights: { write: true, editAll: false } });
  });

  test('SEC-07: a removed participant is put out', async () => {
    const board = await givenBoard(api);
    const someone = await board.guest();
    const tab = tabOf(board, someone);
    await tab.ready();
    await api.database.query('delete from sign_in_participant where participant_id = $1', [someone.participantId]);
    api.app.get(SocketSeats).refresh({ participantId: someone.participantId });
    await tab.until(({ state }) => state.phase === 'refused');
  });
});

describe('people at the board', () => {
  test('are seen with who they are by the server\'s knowledge; cursors pass', async () => {
    const board = await givenBoard(api);
    const [guest, staff] = [tabOf(board, await board.guest()), tabOf(board, await board.staff())];
    await Promise.all([guest.ready(), staff.ready()]);
    await guest.until(({ state }) => state.people.length === 2);
    expect(guest.state.people).toEqual(expect.arrayContaining([
      { slot: staff.state.slot, participantId: null, name: 'Jana Skúšobná', staff: true },
      { slot: guest.state.slot, participantId: guest.participantId, name: null, staff: false },
    ]));
    staff.link.moveCursor(400, -80);
    await guest.until(({ presences }) => presences.some((presence) => presence.kind === 'cursor'));
    expect(guest.presences).toContainEqual({ slot: staff.state.slot, kind: 'cursor', x: 400, y: -80 });
    staff.close();
    await guest.until(({ state }) => state.people.length === 1);
  });

  test('SEC-42: nobody is shown in an anonymous activity', async () => {
    const board = await givenBoard(api, { anonymous: true });
    const [guest, staff] = [tabOf(board, await board.guest()), tabOf(board, await board.staff())];
    const frames: unknown[] = [];
    guest.socket.onAny((event: string, ...args: unknown[]) => frames.push([event, args]));
    await Promise.all([guest.ready(), staff.ready()]);
    staff.link.moveCursor(1, 1);
    const other = staff.add({ text: 'x', participantId: null });
    await staff.until(({ notTaken }) => notTaken.length === 1);
    expect(other).toBeDefined();
    expect(guest.state.people).toEqual([]);
    expect(guest.presences).toEqual([]);
    expect(JSON.stringify(frames)).not.toContain(staff.participantId ?? 'Jana Skúšobná');
  });
});

describe('SEC-66: the database away', () => {
  test('a board that cannot store says so, takes nothing more, and goes on by itself with nothing lost', async () => {
    const board = await givenBoard(api);
    const [guest, other] = [tabOf(board, await board.guest()), tabOf(board, await board.guest())];
    await Promise.all([guest.ready(), other.ready()]);
    const store = api.app.get(BoardStore, { strict: false });
    const append = store.append.bind(store);
    let away = true;
    store.append = (...args) => (away ? Promise.reject(new Error('connection refused')) : append(...args));
    try {
      guest.add({ text: 'prvý' });
      await Promise.all([guest, other].map((tab) => tab.until(({ state }) => !state.storing)));
      other.add({ text: 'druhý' });
      expect(guest.state.unsaved).toBe(1);
      away = false;
      await Promise.all([guest.saved(), other.saved()]);
    } finally {
      store.append = append;
    }
    await Promise.all([guest, other].map((tab) => tab.until(({ notes }) => notes.length === 2)));
    await hubs.close(board.boardId);
    expect((await board.boards.readBoard(board.boardId)).notes.map(({ text }) => text).sort()).toEqual(['druhý', 'prvý']);
  });
});

test('SEC-43: the log of a board can neither be changed nor deleted', async () => {
  const board = await givenBoard(api);
  for (const attempt of ['update board_update set tick = tick + 1', 'delete from board_update', 'truncate board_update cascade']) {
    await expect(api.database.query(attempt)).rejects.toThrow('append-only');
  }
  expect(await rows(board)).toHaveLength(1);
});

describe('commands and rules', () => {
  test('a rule whose command failed holds nowhere, not even on a board that the command opened', async () => {
    const board = await givenBoard(api);
    await hubs.close(board.boardId);
    await expect(transactions.run(async (em) => {
      await board.boards.setRule(em, board.boardId, { ...board.rule, open: false });
      await board.boards.addFrames(em, board.boardId, [{ title: 'Nikdy' }]);
      throw new Error('the command failed');
    })).rejects.toThrow('the command failed');
    const guest = tabOf(board, await board.guest());
    await guest.ready();
    await guest.until(({ state }) => state.rights.write);
    expect(guest.frames).toHaveLength(2);
    guest.add();
    await guest.saved();
  });

  test('a board that closes waits for the commands that are writing on it', async () => {
    const board = await givenBoard(api);
    let closing: Promise<void> | undefined;
    await transactions.run(async (em) => {
      await board.boards.addFrames(em, board.boardId, [{ title: 'Tretí' }]);
      closing = hubs.close(board.boardId);
    });
    await closing;
    expect((await board.boards.readBoard(board.boardId)).frames.map(({ title }) => title)).toEqual(['Silné stránky', 'Slabé stránky', 'Tretí']);
    const guest = tabOf(board, await board.guest());
    await guest.ready();
    guest.add();
    await guest.saved();
  });
});
