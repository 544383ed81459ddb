import { beforeEach, expect, test } from '@jest/globals';
import { addNote, colourNote, editNote, moveNote, readNotes, removeNote } from '@spolu/board/notes';
import { SCHEMA_VERSION } from '@spolu/board/shape';
import type * as Y from 'yjs';
import { BoardConnection } from './board-connection.ts';
import { BOARD, FakeServer } from './fake-server.ts';
import { MemoryPendingStore } from './memory-pending-store.ts';
import { talkOf } from './talk/talk-of.ts';
import { workCopy } from './work-copy.ts';

const ID = (n: string) => `00000000-0000-4000-8000-${n.padStart(12, '0')}`;
const [A, B, OLD] = [ID('a'), ID('b'), ID('0')];
const NOTE = { participantId: ID('9'), colour: 'yellow', position: { x: 0, y: 0, frameId: null }, createdAt: 0 } as const;

let server: FakeServer;
let store: MemoryPendingStore;
let gathering: (() => void)[];
const passTime = () => gathering.splice(0).forEach((run) => run());
const open = (personKey = 'p1') =>
  new BoardConnection({
    socket: server, boardId: BOARD, personKey, store, schedule: (run) => run(),
    later: (run) => {
      gathering.push(run);
      return () => {
        gathering = gathering.filter((other) => other !== run);
      };
    },
  });
const docOf = (connection: BoardConnection) => connection.snapshot.copy.doc;
const texts = (doc: Y.Doc) => readNotes(doc).map(({ text }) => text);
/** Lets the device's disk answer, and what is fetched when it is needed come. */
const disk = async () => {
  await import('@spolu/board/unsaved');
  for (let i = 0; i < 20; i++) await Promise.resolve();
};
/** Lets time pass until the link has given up what it cannot place, and all is saved. */
async function saved(connection: BoardConnection): Promise<void> {
  for (let tries = 0; tries < 10 || connection.snapshot.save !== 'saved'; tries++) {
    passTime();
    await disk();
  }
}

beforeEach(() => {
  server = new FakeServer();
  server.reads = true;
  store = new MemoryPendingStore();
  gathering = [];
});

test('opens with what the server has', () => {
  addNote(server.doc, { id: A, text: 'Viac lavičiek', ...NOTE });
  const connection = open();
  expect(connection.snapshot).toMatchObject({ opened: true, save: 'saved', link: { title: 'Plenárna tabuľa', phase: 'ready' } });
  expect(connection.snapshot.copy.index.note(A)?.text).toBe('Viac lavičiek');
});

test('a change of others is not written out again, as Yjs does for who listens for updates; her own is', () => {
  const connection = open();
  const doc = docOf(connection);
  const writesOut: boolean[] = [];
  doc.on('afterTransaction', () => writesOut.push(doc._observers.has('update')));
  server.others((others) => addNote(others, { id: A, text: 'Viac lavičiek', ...NOTE }));
  addNote(doc, { id: B, text: 'Viac stromov', ...NOTE });
  expect(texts(doc).sort()).toEqual(['Viac lavičiek', 'Viac stromov']);
  expect(writesOut).toEqual([false, true]);
});

test("a moment's typing is one message; saved means stored", async () => {
  server.mayStore = false;
  const connection = open();
  addNote(docOf(connection), { id: A, text: '', ...NOTE });
  for (const text of ['V', 'Vi', 'Via', 'Viac']) editNote(docOf(connection), A, text);
  expect(server.received).toHaveLength(0);
  expect(connection.snapshot.save).toBe('saving');
  passTime();
  expect(server.received).toHaveLength(1);
  expect(texts(server.doc)).toEqual(['Viac']);
  expect(connection.snapshot.save).toBe('saving');
  await disk();
  expect(await store.kept(`${BOARD} p1`)).toHaveLength(5);
  server.store();
  expect(connection.snapshot.save).toBe('saved');
  await disk();
  expect(await store.kept(`${BOARD} p1`)).toHaveLength(0);
});

test('what is written without a network waits, survives a reload and comes to the board', async () => {
  const first = open();
  addNote(docOf(first), { id: A, text: 'Prvý', ...NOTE });
  passTime();
  server.disconnect();
  expect(first.snapshot.save).toBe('waiting');
  editNote(docOf(first), A, 'Prvý a viac');
  addNote(docOf(first), { id: B, text: 'Druhý', ...NOTE });
  passTime();
  await disk();
  first.close();

  server.connected = true;
  const second = open();
  await disk();
  passTime();
  expect(texts(server.doc).sort()).toEqual(['Druhý', 'Prvý a viac']);
  expect(texts(docOf(second)).sort()).toEqual(['Druhý', 'Prvý a viac']);
  await disk();
  expect(await store.kept(`${BOARD} p1`)).toHaveLength(0);
});

test('what an earlier visit left is not called saved before the server has it', async () => {
  const first = open();
  server.disconnect();
  addNote(docOf(first), { id: A, text: 'Prvý', ...NOTE });
  passTime();
  await disk();
  first.close();

  server.connected = true;
  server.mayStore = false;
  const second = open();
  // the device's disk has answered, the code that brings it back has not come
  for (let i = 0; i < 3; i++) await Promise.resolve();
  expect(second.snapshot.save).toBe('saving');
  await disk();
  passTime();
  expect(texts(server.doc)).toEqual(['Prvý']);
  expect(second.snapshot.save).toBe('saving');
  server.store();
  expect(second.snapshot.save).toBe('saved');
});

test('a change whose acknowledgement was lost is not doubled after a reload', async () => {
  server.mayStore = false;
  const first = open();
  addNote(docOf(first), { id: A, text: 'Raz', ...NOTE });
  passTime();
  await disk();
  first.close();
  server.mayStore = true;
  const sentBefore = server.received.length;
  open();
  await disk();
  passTime();
  expect(server.received).toHaveLength(sentBefore);
  expect(texts(server.doc)).toEqual(['Raz']);
});

test('a move that lost against somebody else\'s while the page was closed is no reason to refuse the rest', async () => {
  addNote(server.doc, { id: OLD, text: 'Stojí', ...NOTE });
  const first = open();
  server.disconnect();
  moveNote(docOf(first), OLD, { x: 5, y: 5, frameId: null });
  addNote(docOf(first), { id: B, text: 'Druhý', ...NOTE });
  await disk();
  first.close();
  server.doc.clientID = 2 ** 31;
  server.others((doc) => moveNote(doc, OLD, { x: 9, y: 9, frameId: null }));

  server.connected = true;
  const second = open();
  await disk();
  passTime();
  expect(second.snapshot.notTaken).toEqual([]);
  expect(readNotes(server.doc).map(({ text, position }) => [text, position.x])).toEqual(expect.arrayContaining([['Stojí', 9], ['Druhý', 0]]));
  await disk();
  expect(await store.kept(`${BOARD} p1`)).toHaveLength(0);
});

test("nobody's unsent work is sent in another person's name", async () => {
  const first = open('p1');
  server.disconnect();
  addNote(docOf(first), { id: A, text: 'Tajné', ...NOTE });
  await disk();
  first.close();
  server.connected = true;
  open('p2');
  await disk();
  passTime();
  expect(texts(server.doc)).toEqual([]);
  expect(await store.kept(`${BOARD} p1`)).toHaveLength(1);
});

test('comes back by itself and sends what waited', () => {
  const connection = open();
  server.disconnect();
  addNote(docOf(connection), { id: A, text: 'V tuneli', ...NOTE });
  passTime();
  expect(texts(server.doc)).toEqual([]);
  server.connect();
  passTime();
  expect(texts(server.doc)).toEqual(['V tuneli']);
  expect(connection.snapshot.save).toBe('saved');
});

test('a refused change leaves the board as the server has it, and gives the words back with the reason', async () => {
  addNote(server.doc, { id: OLD, text: 'Stojí', ...NOTE });
  const connection = open();
  const before = connection.snapshot.copy;
  server.refuse = 'board/read-only';
  addNote(docOf(connection), { id: A, text: 'Neskoro napísané', ...NOTE });
  colourNote(docOf(connection), OLD, 'blue');
  passTime();
  expect(connection.snapshot.copy).not.toBe(before);
  expect(texts(docOf(connection))).toEqual(['Stojí']);
  expect(connection.snapshot.notTaken).toMatchObject([{ text: 'Neskoro napísané', code: 'board/read-only' }]);
  expect(connection.snapshot.save).toBe('saved');
  await disk();
  expect(await store.kept(`${BOARD} p1`)).toHaveLength(0);
  connection.close();

  const later = open();
  await disk();
  expect(later.snapshot.notTaken).toHaveLength(1);
  later.settleNotTaken(later.snapshot.notTaken[0]!.id);
  expect(later.snapshot.notTaken).toEqual([]);
  await disk();
  expect(await store.notTaken(`${BOARD} p1`)).toEqual([]);
});

test('letters typed while a refused copy is being replaced are given back too, and a step back at that moment takes none away', () => {
  const connection = open();
  server.refuse = 'board/read-only';
  const shown = workCopy(connection.snapshot.copy, talkOf(connection));
  const id = shown.actions.addNote('Neskoro', 'yellow', NOTE.position)!;
  passTime();
  expect(connection.snapshot.copy.doc).not.toBe(shown.doc);
  // The field on the screen still writes into the copy it was opened for.
  shown.actions.editNote(id, 'Neskoro napísané');
  shown.history.undo();
  passTime();
  expect(connection.snapshot.notTaken).toMatchObject([{ text: 'Neskoro napísané', code: 'board/read-only' }]);
  expect(connection.snapshot.save).toBe('saved');
  expect(texts(server.doc)).toEqual([]);
});

/** Somebody's change is shown and lost with the server that showed it; what she did on top of it is tried until the link gives it up. */
async function loseWithServer(connection: BoardConnection, theirs: (doc: Y.Doc) => void, hers: (doc: Y.Doc) => void) {
  server.killed(theirs, () => {
    hers(docOf(connection));
    passTime();
  });
  server.connect();
  await saved(connection);
}

test('what leaned on a change that died with the server is done over: moves, colours and new notes', async () => {
  addNote(server.doc, { id: OLD, text: 'Stojí', ...NOTE });
  const connection = open();
  await loseWithServer(connection, (doc) => moveNote(doc, OLD, { x: 9, y: 9, frameId: null }), (doc) => {
    moveNote(doc, OLD, { x: 5, y: 5, frameId: null });
    addNote(doc, { id: A, text: 'Nový', ...NOTE });
    editNote(doc, A, 'Nový a dlhší');
  });
  expect(connection.snapshot).toMatchObject({ save: 'saved', notTaken: [] });
  expect(new Map(readNotes(server.doc).map(({ text, position }) => [text, position.x]))).toEqual(new Map([['Stojí', 5], ['Nový a dlhší', 0]]));
  expect(readNotes(docOf(connection))).toEqual(readNotes(server.doc));
  await disk();
  expect(await store.kept(`${BOARD} p1`)).toHaveLength(0);
});

test('words written into a note that died with the server are given back', async () => {
  const connection = open();
  await loseWithServer(connection, (doc) => addNote(doc, { id: OLD, text: 'Nikto ju', ...NOTE }), (doc) => editNote(doc, OLD, 'Nikto ju nemá, ale ja áno'));
  expect(connection.snapshot).toMatchObject({ save: 'saved', notTaken: [{ text: 'Nikto ju nemá, ale ja áno', code: 'board/resync' }] });
  expect(texts(server.doc)).toEqual([]);
  await disk();
  expect(await store.kept(`${BOARD} p1`)).toHaveLength(0);
  expect(await store.notTaken(`${BOARD} p1`)).toHaveLength(1);
});

test('what an earlier visit wrote on top of a lost change is given back letter by letter', async () => {
  const first = open();
  server.killed((doc) => addNote(doc, { id: OLD, text: 'Nikto', ...NOTE }), () => server.disconnect());
  for (const text of ['Niktox', 'Nikto', 'Nikto a', 'Nikto ja', 'Nikto jas']) editNote(docOf(first), OLD, text);
  await disk();
  first.close();
  server.connected = true;
  const second = open();
  await disk();
  await saved(second);
  expect(second.snapshot).toMatchObject({ save: 'saved', notTaken: [{ text: 'jas' }] });
  await disk();
  expect(await store.kept(`${BOARD} p1`)).toHaveLength(0);
});

test('words that were taken away by the person herself are not offered again', () => {
  const connection = open();
  server.refuse = 'board/read-only';
  addNote(docOf(connection), { id: A, text: 'Radšej nie', ...NOTE });
  removeNote(docOf(connection), A, 'author');
  passTime();
  expect(connection.snapshot.notTaken).toEqual([]);
});

test('a tab that was left open finds a newer program behind the board: it says so, sends nothing, and the next page sends what waits', async () => {
  const old = open();
  server.disconnect();
  addNote(docOf(old), { id: A, text: 'Z minulého týždňa', ...NOTE });
  await disk();
  server.doc.getMap('board').set('schemaVersion', 99);
  server.connect();
  passTime();
  await disk();
  expect(old.snapshot).toMatchObject({ save: 'newer-version', notTaken: [] });
  expect(server.received).toEqual([]);
  old.close();
  expect(await store.kept(`${BOARD} p1`)).toHaveLength(1);
  // The page is loaded anew, with the program that the server has.
  server.doc.getMap('board').set('schemaVersion', SCHEMA_VERSION);
  const anew = open();
  await disk();
  passTime();
  expect(texts(server.doc)).toEqual(['Z minulého týždňa']);
  expect(anew.snapshot.save).toBe('saved');
});

test('a document of a newer program is neither shown nor changed', () => {
  server.doc.getMap('board').set('schemaVersion', 99);
  expect(open().snapshot.save).toBe('newer-version');
});

test('a copy that may hold what a killed server lost stays until the new one is complete; nothing written meanwhile is lost', () => {
  addNote(server.doc, { id: OLD, text: 'Stojí', ...NOTE });
  const connection = open();
  const { copy: before } = connection.snapshot;
  before.selection.set([OLD]);
  server.killed((doc) => addNote(doc, { id: B, text: 'Stratený', ...NOTE, participantId: ID('2') }));
  addNote(docOf(connection), { id: A, text: 'Bez spojenia', ...NOTE });
  let meanwhile: unknown;
  server.beforeState = () => {
    meanwhile = { copy: connection.snapshot.copy, opened: connection.snapshot.opened };
    editNote(docOf(connection), A, 'Bez spojenia, a ešte niečo');
  };
  server.connect();
  passTime();
  expect(meanwhile).toEqual({ copy: before, opened: true });
  const { copy, save } = connection.snapshot;
  expect(copy).not.toBe(before);
  expect(save).toBe('saved');
  expect([...copy.selection.read()]).toEqual([OLD]);
  expect(copy.scene.notes.size).toBe(2);
  for (const doc of [copy.doc, server.doc]) expect(texts(doc).sort()).toEqual(['Bez spojenia, a ešte niečo', 'Stojí']);
});
