import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { BoardHistory, HistoryPerson, NoteHistory, PastBoard, Restored, UndoneAll } from '@spolu/contracts/boards';
import { addCluster } from '@spolu/board/clusters';
import { setField } from '@spolu/board/edits';
import { readFrames } from '@spolu/board/frames';
import { addNote, editNote, moveNote, putInCluster, readNotes, removeNote } from '@spolu/board/notes';
import * as Y from 'yjs';
import { Transactions } from '../database/transactions.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { ProvenanceService } from '../provenance/provenance.service.ts';
import { BoardCheckpoints } from './board-checkpoints.ts';
import { givenBoard, Tab, type GivenBoard } from './given-board.ts';

let api: TestApi;
let transactions: Transactions;
let checkpoints: BoardCheckpoints;
const open: { close(): void }[] = [];

beforeAll(async () => {
  api = await givenApi();
  transactions = api.app.get(Transactions);
  checkpoints = api.app.get(BoardCheckpoints, { strict: false });
});
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});
afterAll(() => api.stop());

async function tabOf(board: GivenBoard, someone: Someone): Promise<Tab> {
  const tab = new Tab(api, someone, board.boardId);
  open.push(tab);
  await tab.ready();
  return tab;
}
const read = async <Answer>(board: GivenBoard, who: Someone, path: string) => (await who.agent.get(`/api/boards/${board.boardId}/${path}`).expect(200)).body as Answer;
const post = (board: GivenBoard, who: Someone, path: string, body: object) => who.agent.post(`/api/boards/${board.boardId}/${path}`).set('Idempotency-Key', randomUUID()).send(body);
const restore = async (board: GivenBoard, who: Someone, tick: number) => (await post(board, who, 'restorations', { tick }).expect(201)).body as Restored;
const historyOf = (board: GivenBoard, who: Someone) => read<BoardHistory>(board, who, 'history');
/** What a tab shows, in an order that does not depend on how it came to be. */
const shown = ({ doc }: Tab) => ({ frames: readFrames(doc), notes: readNotes(doc).sort((a, b) => (a.id < b.id ? -1 : 1)) });
const rowCount = async (board: GivenBoard) => (await api.database.query<{ count: number }[]>('select count(*)::int as count from board_update where board_id = $1', [board.boardId]))[0]!.count;

describe('SEC-43: a misused facilitator account deletes a hundred notes', () => {
  test('restoring brings them back equal, as a new change; restoring the state before undoes that; the log only grows', async () => {
    const board = await givenBoard(api);
    const [misused, sound] = [await board.staff(), await board.staff()];
    const guest = await tabOf(board, await board.guest());
    for (let i = 0; i < 100; i++) guest.add({ text: `lístok ${i}`, position: { x: i * 10, y: i, frameId: board.frames[i % 2]!.id } });
    await guest.saved();
    const before = shown(guest);
    const { tick } = await historyOf(board, sound);

    const tab = await tabOf(board, misused);
    await tab.until(({ notes }) => notes.length === 100);
    tab.doc.transact(() => readNotes(tab.doc).forEach(({ id }, i) => {
      if (i % 2) editNote(tab.doc, id, 'zničené');
      // also where she pretends that their authors did it
      removeNote(tab.doc, id, i % 3 ? 'staff' : 'author');
    }));
    await tab.saved();
    await guest.until(({ notes }) => notes.length === 0);
    const rows = await rowCount(board);

    const restored = await restore(board, sound, tick);
    expect(restored).toMatchObject({ restoredCount: 100, withdrawnCount: 0 });
    await guest.until(({ notes }) => notes.length === 100);
    expect(shown(guest)).toEqual(before);
    expect(await rowCount(board)).toBe(rows + 1);

    expect(await restore(board, sound, restored.undoTick)).toMatchObject({ restoredCount: 100 });
    await guest.until(({ notes }) => notes.length === 0);
    expect((await historyOf(board, sound)).checkpoints.filter(({ reason }) => reason === 'before-restore')).toMatchObject([
      { by: { personId: sound.personId } }, { by: { personId: sound.personId }, tick: restored.undoTick },
    ]);
    for (const attempt of ['update board_checkpoint set tick = 1', 'delete from board_checkpoint', 'truncate board_checkpoint', 'delete from board_update']) {
      await expect(api.database.query(attempt)).rejects.toThrow('append-only');
    }
  });

  test('undoing all she did does so too, and leaves what others have done since', async () => {
    const board = await givenBoard(api);
    const [misused, sound] = [await board.staff(), await board.staff()];
    const guest = await tabOf(board, await board.guest());
    const [kept, moved, own] = [guest.add({ text: 'ostane' }), guest.add({ text: 'posunutý' }), guest.add({ text: 'jej vlastný' })];
    await guest.saved();
    const tab = await tabOf(board, misused);
    await tab.until(({ notes }) => notes.length === 3);
    tab.doc.transact(() => {
      removeNote(tab.doc, kept, 'staff');
      moveNote(tab.doc, moved, { x: 900, y: 900, frameId: null });
      editNote(tab.doc, own, 'zmenené');
    });
    const spam = tab.add({ text: 'reklama', participantId: null });
    await tab.saved();
    await guest.until(({ notes }) => notes.length === 3 && notes.some(({ text }) => text === 'zmenené'));
    editNote(guest.doc, own, 'zmenené, ale už moje');
    await guest.saved();

    const done = (await post(board, sound, 'undoings', { authorId: misused.personId }).expect(201)).body as UndoneAll;
    expect(done).toMatchObject({ undoneCount: 3, keptCount: 1 });
    await guest.until(({ notes }) => notes.length === 3 && !notes.some(({ id }) => id === spam));
    expect(guest.notes.find(({ id }) => id === moved)!.position).toEqual({ x: 40, y: 80, frameId: board.frames[0]!.id });
    expect(guest.notes.find(({ id }) => id === own)!.text).toBe('zmenené, ale už moje');
    expect(await restore(board, sound, done.undoTick)).toMatchObject({ restoredCount: 3 });
    await guest.until(({ notes }) => notes.some(({ id }) => id === spam));
  });
});

describe('the history of a board', () => {
  test('says who did what when, in groups, newest first; the words of what was restored are in their contributions', async () => {
    const board = await givenBoard(api);
    const [staff, jana] = [await board.staff(), await board.guest()];
    const guest = await tabOf(board, jana);
    const id = guest.add({ text: 'viac stromov' });
    guest.add({ text: 'lavičky' });
    await guest.saved();
    const { tick } = await historyOf(board, staff);
    const tab = await tabOf(board, staff);
    await tab.until(({ notes }) => notes.length === 2);
    const clusterId = randomUUID();
    tab.doc.transact(() => {
      addCluster(tab.doc, { id: clusterId, title: 'Zeleň' });
      putInCluster(tab.doc, id, clusterId);
      editNote(tab.doc, id, 'viac stromov v meste');
    });
    await tab.saved();
    // puts the new words into the contribution
    await board.boards.readBoard(board.boardId);

    const { entries, before, may, title } = await historyOf(board, staff);
    expect({ before, may, title }).toEqual({ before: null, may: { restore: true }, title: 'Plénum' });
    const by = { participantId: null, personId: staff.personId, name: 'Jana Skúšobná' };
    expect(entries).toEqual(expect.arrayContaining([
      expect.objectContaining({ by, act: 'added', kind: 'cluster', count: 1, samples: ['Zeleň'] }),
      expect.objectContaining({ by, act: 'written', kind: 'note', count: 1, samples: ['viac stromov v meste'] }),
      expect.objectContaining({ by, act: 'grouped', kind: 'note', count: 1 }),
      expect.objectContaining({ by: { participantId: jana.participantId, personId: null, name: null }, act: 'added', kind: 'note', count: 2 }),
      expect.objectContaining({ by: null, act: 'added', kind: 'frame', count: 2, samples: ['Silné stránky', 'Slabé stránky'] }),
    ]));
    expect(entries.map((entry) => entry.tick)).toEqual(entries.map((entry) => entry.tick).sort((a, b) => b - a));

    const note = await read<NoteHistory>(board, staff, `history/note?noteId=${id}`);
    expect(note.steps.map(({ act, text, by }) => [act, text, by?.participantId ?? by?.personId])).toEqual(expect.arrayContaining([
      ['added', 'viac stromov', jana.participantId], ['grouped', 'Zeleň', staff.personId], ['written', 'viac stromov v meste', staff.personId],
    ]));
    expect(await read<HistoryPerson[]>(board, staff, 'history/people')).toEqual([
      { by: { participantId: jana.participantId, personId: null, name: null }, addedCount: 2, changedCount: 0 }, { by, addedCount: 1, changedCount: 1 },
    ]);

    const past = await read<PastBoard>(board, staff, `history/past?tick=${tick}`);
    expect(past).toMatchObject({ tick, noteCount: 2 });
    expect(past.frames[0]!.clusters[0]!.notes.map(({ text }) => text)).toEqual(expect.arrayContaining(['viac stromov', 'lavičky']));

    await restore(board, staff, tick);
    await board.boards.readBoard(board.boardId);
    const versions = await api.database.query<{ text: string }[]>('select text from contribution_version where contribution_id = $1 order by number', [id]);
    expect(versions.at(-1)!.text).toBe('viac stromov');
  });

  test('of what a phone sent names whose note it is; of what is anonymous nobody, whoever does it on a device too', async () => {
    const board = await givenBoard(api);
    const [staff, jana] = [await board.staff(), await board.guest()];
    const guest = await tabOf(board, jana);
    const own = guest.add({ text: 'moje' });
    await guest.saved();
    const note = (participantId: string | null) => ({ contributionId: randomUUID(), text: 'z telefónu', colour: 'pink' as const, frameId: null, participantId });
    const provenance = api.app.get(ProvenanceService, { strict: false });
    const [named, anonymous] = [note(jana.participantId), note(null)];
    for (const each of [named, anonymous]) {
      await transactions.run(async (em) => {
        await provenance.writeContributions(em, [{
          id: each.contributionId, kind: 'note', participantId: each.participantId, personId: null, sessionId: board.sessionId, processId: null, activityId: null, language: 'sk',
          text: each.text, createdAt: new Date(), visibility: 'public',
        }]);
        await board.boards.writeNotes(em, board.boardId, [each]);
      });
    }
    await board.setRule({ anonymous: true });
    moveNote(guest.doc, own, { x: 700, y: 20, frameId: null });
    await guest.saved();
    const authorsOf = async (id: string) => (await read<NoteHistory>(board, staff, `history/note?noteId=${id}`)).steps.map(({ act, by }) => [act, by?.participantId ?? null]);
    expect(await authorsOf(named.contributionId)).toEqual([['added', jana.participantId]]);
    expect(await authorsOf(anonymous.contributionId)).toEqual([['added', null]]);
    expect(await authorsOf(own)).toEqual([['added', jana.participantId], ['moved', null]]);
    await board.setRule({ anonymous: false });
    expect((await post(board, staff, 'undoings', { authorId: jana.participantId }).expect(201)).body).toMatchObject({ undoneCount: 2 });
    expect((await board.boards.readBoard(board.boardId)).notes.map(({ id }) => id)).toEqual([anonymous.contributionId]);
  });

  test('does not bring back what its author took away herself', async () => {
    const board = await givenBoard(api);
    const staff = await board.staff();
    const guest = await tabOf(board, await board.guest());
    const id = guest.add({ text: 'rozmyslela som si to' });
    const shape = guest.add({ text: 'toto ostane' });
    await guest.saved();
    const { tick } = await historyOf(board, staff);
    removeNote(guest.doc, id, 'author');
    setField(guest.doc, 'note', shape, 'colour', 'blue');
    await guest.saved();
    expect(await restore(board, staff, tick)).toMatchObject({ restoredCount: 1, withdrawnCount: 1 });
    expect((await board.boards.readBoard(board.boardId)).notes.map((note) => note.id)).toEqual([shape]);
  });

  test('comes in pages that miss nothing', async () => {
    const board = await givenBoard(api);
    const staff = await board.staff();
    const [first] = await api.database.query<{ updates: Buffer[] }[]>('select updates from board_update where board_id = $1', [board.boardId]);
    const doc = Object.assign(new Y.Doc(), { clientID: 77 });
    Y.applyUpdate(doc, first!.updates[0]!, 'stored');
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (let i = 0; i < 250; i++) addNote(doc, { id: randomUUID(), participantId: null, text: `${i}`, colour: 'pink', createdAt: 1, position: { x: i, y: 0, frameId: null } });
    // each an hour after the one before
    for (const [i, update] of updates.entries()) {
      await api.database.query(
        `insert into board_update (board_id, tick, transaction_id, at, participant_ids, person_ids, updates)
          values ($1, $2, pg_current_xact_id()::text::bigint, now() - make_interval(hours => $3), array[null::uuid], array[null::uuid], array[$4::bytea])`,
        [board.boardId, i + 2, 250 - i, Buffer.from(update)],
      );
    }
    const texts: string[] = [];
    for (let page = await historyOf(board, staff); ; page = await read<BoardHistory>(board, staff, `history?before=${page.before}`)) {
      texts.push(...page.entries.filter(({ kind }) => kind === 'note').flatMap(({ samples }) => samples));
      expect(page.entries.length).toBeLessThanOrEqual(100);
      if (page.before === null) break;
    }
    expect(texts).toEqual(Array.from({ length: 250 }, (_, i) => `${249 - i}`));
  });
});

describe('a log that was read a moment ago is read on', () => {
  const addedTexts = ({ entries }: BoardHistory) => entries.filter(({ act, kind }) => act === 'added' && kind === 'note').flatMap(({ samples }) => samples).sort();

  test('with what was written since', async () => {
    const board = await givenBoard(api);
    const staff = await board.staff();
    const guest = await tabOf(board, await board.guest());
    const id = guest.add({ text: 'prvý' });
    await guest.saved();
    expect(addedTexts(await historyOf(board, staff))).toEqual(['prvý']);
    editNote(guest.doc, id, 'prvý a dlhší');
    guest.add({ text: 'druhý' });
    await guest.saved();
    expect((await read<NoteHistory>(board, staff, `history/note?noteId=${id}`)).text).toBe('prvý a dlhší');
    expect(addedTexts(await historyOf(board, staff))).toContain('druhý');
  });

  test('and anew where another server stored something late that stands before what was read', async () => {
    const board = await givenBoard(api);
    const staff = await board.staff();
    const guest = await tabOf(board, await board.guest());
    guest.add({ text: 'skorší' });
    await guest.saved();
    expect(addedTexts(await historyOf(board, staff))).toEqual(['skorší']);
    const elsewhere = new Y.Doc();
    addNote(elsewhere, { id: randomUUID(), participantId: null, text: 'oneskorený', colour: 'green', position: { x: 0, y: 0, frameId: null }, createdAt: 1 });
    await api.database.query(
      `insert into board_update (board_id, tick, peer_id, transaction_id, participant_ids, person_ids, updates)
        values ($1, 1, $2, pg_current_xact_id()::text::bigint, array[null::uuid], array[null::uuid], array[$3::bytea])`,
      [board.boardId, randomUUID(), Buffer.from(Y.encodeStateAsUpdate(elsewhere))],
    );
    expect(addedTexts(await historyOf(board, staff))).toEqual(['oneskorený', 'skorší']);
  });
});

describe('checkpoints', () => {
  test('stand where an activity ended, whichever began after it', async () => {
    const board = await givenBoard(api);
    const staff = await board.staff();
    const guest = await tabOf(board, await board.guest());
    guest.add();
    await guest.saved();
    const { tick } = await historyOf(board, staff);
    const ended = board.rule.activityId!;
    await board.setRule({ activityId: randomUUID() });
    const marked = async () => (await historyOf(board, staff)).checkpoints;
    while ((await marked()).length === 0) await new Promise((soon) => setImmediate(soon));
    expect(await marked()).toMatchObject([{ reason: 'activity-ended', activityId: ended, tick, by: null }]);
  });

  test('stand every ten minutes where a board changed, and only there', async () => {
    const [busy, quiet] = [await givenBoard(api), await givenBoard(api)];
    const staff = await busy.staff();
    const guest = await tabOf(busy, await busy.guest());
    guest.add();
    await guest.saved();
    for (let i = 0; i < 3; i++) await checkpoints.markChanged();
    expect((await historyOf(busy, staff)).checkpoints).toMatchObject([{ reason: 'ten-minutes' }]);
    expect((await historyOf(quiet, await quiet.staff())).checkpoints).toEqual([]);
    guest.add();
    await guest.saved();
    await checkpoints.markChanged();
    expect((await historyOf(busy, staff)).checkpoints).toHaveLength(2);
  });
});

describe('who may not', () => {
  test('who takes part neither sees the history nor goes back; for others there is no board', async () => {
    const board = await givenBoard(api);
    const guest = await board.guest();
    const observer = await api.person({ roles: [{ scope: 'session', scopeId: board.sessionId, role: 'observer' }] });
    for (const path of ['history', 'history/people', 'history/past?tick=1', `history/note?noteId=${randomUUID()}`]) {
      for (const who of [guest, observer]) await who.agent.get(`/api/boards/${board.boardId}/${path}`).expect(403);
      await (await api.person()).agent.get(`/api/boards/${board.boardId}/${path}`).expect(404);
    }
    for (const [path, body] of [['restorations', { tick: 1 }], ['undoings', { authorId: guest.participantId }]] as const) {
      for (const who of [guest, observer]) await post(board, who, path, body).expect(403);
      await post(board, await api.person(), path, body).expect(404);
    }
  });

  test('nobody goes back while the board is closed, to before its beginning, or for nobody', async () => {
    const board = await givenBoard(api, { open: false });
    const staff = await board.staff();
    expect((await historyOf(board, staff)).may).toEqual({ restore: false });
    expect((await post(board, staff, 'restorations', { tick: 1 }).expect(403)).body).toMatchObject({ code: 'board/read-only' });
    expect((await post(board, staff, 'undoings', { authorId: staff.personId }).expect(403)).body).toMatchObject({ code: 'board/read-only' });
    await post(board, staff, 'undoings', { authorId: 'everybody' }).expect(400);
    await post(board, staff, 'restorations', { tick: 0 }).expect(400);
    await staff.agent.get(`/api/boards/${board.boardId}/history/note?noteId=${randomUUID()}`).expect(404);
  });
});
