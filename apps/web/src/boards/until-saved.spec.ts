import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { addNote } from '@spolu/board/notes';
import { BoardConnection } from './board-connection.ts';
import { BOARD, FakeServer } from './fake-server.ts';
import { MemoryPendingStore } from './memory-pending-store.ts';
import { untilSaved } from './until-saved.ts';

const NOTE = { id: '00000000-0000-4000-8000-00000000000a', text: 'Viac zelene', participantId: null, colour: 'yellow', position: { x: 0, y: 0, frameId: null }, createdAt: 0 } as const;

let server: FakeServer;
let connection: BoardConnection;
const open = () => new BoardConnection({ socket: server, boardId: BOARD, personKey: 'p1', store: new MemoryPendingStore(), schedule: (run) => run(), later: () => () => undefined });
const write = () => addNote(connection.snapshot.copy.doc, NOTE);

beforeEach(() => {
  jest.useFakeTimers();
  server = new FakeServer();
  connection = open();
});
afterEach(() => {
  jest.useRealTimers();
});

test('waits for nothing where nothing is on its way', async () => {
  await expect(untilSaved(connection, 5_000)).resolves.toBe(true);
  server.disconnect();
  await expect(untilSaved(connection, 5_000)).resolves.toBe(true);
});

test('waits until what was done is stored', async () => {
  server.mayStore = false;
  write();
  let known: boolean | null = null;
  const saved = untilSaved(connection, 5_000).then((is) => (known = is));
  await jest.advanceTimersByTimeAsync(4_000);
  expect(known).toBeNull();
  server.disconnect();
  server.mayStore = true;
  server.connect();
  await expect(saved).resolves.toBe(true);
});

test('says after its time that it is not', async () => {
  server.mayStore = false;
  write();
  const saved = untilSaved(connection, 5_000);
  await jest.advanceTimersByTimeAsync(5_000);
  await expect(saved).resolves.toBe(false);
});

test('says at once where it will not be stored any more', async () => {
  server.mayStore = false;
  write();
  server.disconnect();
  server.shut = 'not-found';
  server.connect();
  await expect(untilSaved(connection, 5_000)).resolves.toBe(false);
});

test('a board that is not here yet may still bring what an earlier visit did', async () => {
  server.connected = false;
  connection = open();
  let known: boolean | null = null;
  const saved = untilSaved(connection, 5_000).then((is) => (known = is));
  await jest.advanceTimersByTimeAsync(1_000);
  expect(known).toBeNull();
  server.connected = true;
  server.connect();
  await expect(saved).resolves.toBe(true);
});
