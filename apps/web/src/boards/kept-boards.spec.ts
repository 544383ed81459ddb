import { beforeEach, describe, expect, test } from '@jest/globals';
import { addNote, editNote, moveNote, readNotes } from '@spolu/board/notes';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import * as Y from 'yjs';
import { DeviceCopies } from '../device/device-copies.ts';
import { BoardConnection, type ApartBoard } from './board-connection.ts';
import { CopyKeeper } from './copy-keeper.ts';
import { BOARD, FakeServer } from './fake-server.ts';
import { openKeptBoard } from './kept-boards.ts';
import { MemoryPendingStore } from './memory-pending-store.ts';

const ID = (n: string) => `00000000-0000-4000-8000-${n.padStart(12, '0')}`;
const [A, B, C] = [ID('a'), ID('b'), ID('c')];
const NOTE = { participantId: ID('9'), colour: 'yellow', position: { x: 0, y: 0, frameId: null }, createdAt: 0 } as const;
const KEY = `${BOARD} p1`;
const HOUR = 3_600_000;

let server: FakeServer;
let store: MemoryPendingStore;
let copies: DeviceCopies;
let waiting: (() => void)[];
let locks: Set<string>;
const later = (run: () => void) => {
  waiting.push(run);
  return () => {
    waiting = waiting.filter((other) => other !== run);
  };
};
const passTime = () => waiting.splice(0).forEach((run) => run());
/** As the browser's: one tab has it until it gives it back or dies. */
const lock = async (name: string) => {
  if (locks.has(name)) return null;
  locks.add(name);
  return () => locks.delete(name);
};
const openKept = () => openKeptBoard(KEY, store, { copies, lock });
const connect = (apart: ApartBoard | null = null) => new BoardConnection({ socket: server, boardId: BOARD, personKey: 'p1', store, apart, schedule: (run) => run(), later });
const keep = (connection: BoardConnection) => new CopyKeeper({ connection, key: KEY, forMs: HOUR, copies, later, idle: (run) => (run(), () => undefined) });
const docOf = (connection: BoardConnection) => connection.snapshot.copy.doc;
const texts = (doc: Y.Doc) => readNotes(doc).map(({ text }) => text).sort();
const disk = async () => {
  for (let i = 0; i < 30; i++) await new Promise((done) => setTimeout(done));
};
/** The tab is closed: nothing of it goes on, its locks are free. */
const dies = (connection: BoardConnection) => {
  connection.close();
  locks.clear();
};

beforeEach(() => {
  Object.assign(globalThis, { indexedDB: new IDBFactory(), IDBKeyRange });
  server = new FakeServer();
  server.reads = true;
  store = new MemoryPendingStore();
  copies = new DeviceCopies();
  waiting = [];
  locks = new Set();
});

/** A visit with a network, then none. */
async function givenKeptBoard(text = 'Na tabuli'): Promise<void> {
  addNote(server.doc, { id: A, text, ...NOTE });
  const visit = connect();
  const keeper = keep(visit);
  await disk();
  keeper.end();
  dies(visit);
  await disk();
  server.disconnect();
}

test('what was done without a network on top of a change that died with its server is done over', async () => {
  addNote(server.doc, { id: A, text: 'Na tabuli', ...NOTE });
  const visit = connect();
  const keeper = keep(visit);
  await disk();
  server.killed((doc) => moveNote(doc, A, { x: 9, y: 9, frameId: null }), () => passTime());
  await disk();
  keeper.end();
  dies(visit);
  await disk();

  const apart = connect(await openKept());
  expect(readNotes(docOf(apart))[0]?.position.x).toBe(9);
  moveNote(docOf(apart), A, { x: 5, y: 5, frameId: null });
  addNote(docOf(apart), { id: B, text: 'Bez siete', ...NOTE });
  await disk();
  server.connect();
  for (let tries = 0; tries < 10 || apart.snapshot.save !== 'saved'; tries++) {
    await disk();
    passTime();
  }
  expect(new Map(readNotes(server.doc).map(({ text, position }) => [text, position.x]))).toEqual(new Map([['Na tabuli', 5], ['Bez siete', 0]]));
  expect(apart.snapshot.notTaken).toEqual([]);
  await disk();
  expect(await store.kept(KEY)).toEqual([]);
});

describe('a board that was visited', () => {
  beforeEach(() => givenKeptBoard());

  test('opens from the device, can be written on, and says that it waits', async () => {
    const apart = connect(await openKept());
    expect(apart.snapshot).toMatchObject({ opened: true, isApart: true, save: 'waiting', link: { title: 'Plenárna tabuľa', rights: { write: true }, unsaved: 0 } });
    addNote(docOf(apart), { id: B, text: 'Bez siete', ...NOTE });
    expect(apart.snapshot).toMatchObject({ save: 'waiting', link: { unsaved: 1 } });
    expect(apart.snapshot.copy.scene.notes.size).toBe(2);
  });

  test('what is written survives two closed tabs and goes out once, under ids the server knows', async () => {
    const first = connect(await openKept());
    addNote(docOf(first), { id: B, text: 'Prvá karta', ...NOTE });
    await disk();
    dies(first);
    const second = connect(await openKept());
    expect(texts(docOf(second))).toEqual(['Na tabuli', 'Prvá karta']);
    editNote(docOf(second), B, 'Prvá karta, dopísaná');
    addNote(docOf(second), { id: C, text: 'Druhá karta', ...NOTE });
    server.others((doc) => editNote(doc, A, 'Na tabuli, medzitým'));
    server.connect();
    await disk();
    passTime();
    await disk();
    expect(texts(server.doc)).toEqual(['Druhá karta', 'Na tabuli, medzitým', 'Prvá karta, dopísaná']);
    expect(texts(docOf(second))).toEqual(texts(server.doc));
    expect(second.snapshot).toMatchObject({ save: 'saved', isApart: false, notTaken: [] });
    expect(await store.kept(KEY)).toEqual([]);
  });

  test('the id is used up once the server has answered: the next visit without a network has another one', async () => {
    const before = await openKept();
    const apart = connect(before);
    keep(apart);
    server.connect();
    await disk();
    passTime();
    await disk();
    server.disconnect();
    await disk();
    dies(apart);
    const next = await openKept();
    expect(next?.clientId).toEqual(expect.any(Number));
    expect(next?.clientId).not.toBe(before?.clientId);
  });

  test('SEC-35: a second tab reads, and sends nothing that is the first one\'s to send', async () => {
    const first = connect(await openKept());
    addNote(docOf(first), { id: B, text: 'Len raz', ...NOTE });
    await disk();
    const second = connect(await openKept());
    expect(second.snapshot).toMatchObject({ opened: true, link: { rights: { write: false } } });
    expect(texts(docOf(second))).toEqual(['Len raz', 'Na tabuli']);
    server.connect();
    await disk();
    passTime();
    await disk();
    expect(server.received).toHaveLength(1);
    expect(texts(docOf(second))).toEqual(['Len raz', 'Na tabuli']);
  });

  test('is not written on where something that was written under its id does not fit on the copy', async () => {
    const { clientId } = (await openKept())!;
    locks.clear();
    const other = new Y.Doc();
    other.clientID = clientId!;
    const updates: Uint8Array[] = [];
    Y.applyUpdate(other, Y.encodeStateAsUpdate(server.doc));
    other.on('update', (update: Uint8Array) => updates.push(update));
    addNote(other, { id: B, text: 'Chýba', ...NOTE });
    editNote(other, B, 'Nadväzuje');
    await store.keep(KEY, updates.at(-1)!);
    expect(await openKept()).toMatchObject({ clientId: null, known: { rights: { write: false } } });
  });

  test('SEC-07: a person who was removed meanwhile sees neither board nor copy again, but her own words', async () => {
    const apart = connect(await openKept());
    keep(apart);
    addNote(docOf(apart), { id: B, text: 'Moje slová', ...NOTE });
    server.shut = 'not-found';
    server.connect();
    await disk();
    expect(apart.snapshot).toMatchObject({ save: 'refused', notTaken: [{ text: 'Moje slová', code: 'not-found' }] });
    expect(await copies.read('board', KEY)).toBeUndefined();
    expect(await copies.read('spare', KEY)).toBeUndefined();
  });

  test('there is nothing without a browser that has locks but to read', async () => {
    expect(await openKeptBoard(KEY, store, { copies, lock: async () => undefined })).toMatchObject({ clientId: null, areOthers: false });
  });
});

test('the copy follows the board: at once when the connection breaks, else after a while', async () => {
  await givenKeptBoard();
  server.connect();
  const visit = connect();
  keep(visit);
  addNote(docOf(visit), { id: B, text: 'Neodoslané', ...NOTE });
  server.disconnect();
  await disk();
  dies(visit);
  expect(texts(docOf(connect(await openKept())))).toEqual(['Na tabuli', 'Neodoslané']);
});

test('what the server did not take is in no copy', async () => {
  await givenKeptBoard();
  server.connect();
  const visit = connect();
  keep(visit);
  await disk();
  server.refuse = 'board/read-only';
  addNote(docOf(visit), { id: B, text: 'Odmietnuté', ...NOTE });
  passTime();
  await disk();
  passTime();
  await disk();
  server.disconnect();
  dies(visit);
  await disk();
  expect(texts(docOf(connect(await openKept())))).toEqual(['Na tabuli']);
});
