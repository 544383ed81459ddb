import { expect, test } from '@jest/globals';
import { addCluster } from '@spolu/board/clusters';
import { addNote, putInCluster, removeNote } from '@spolu/board/notes';
import { newBoard } from '@spolu/board/shape';
import type { JoinAnswer, JoinBoard, Welcome } from '@spolu/contracts/boards';
import { BoardEvent } from '@spolu/realtime/board-events';
import { encodeState, encodeUpdates } from '@spolu/realtime/board-frames';
import type { LinkSocket } from '@spolu/realtime/board-link';
import * as Y from 'yjs';
import { LiveBoard } from './live-board.ts';

const BOARD = '00000000-0000-4000-8000-000000000001';
const note = (id: string, createdAt: number) => ({ id, contributionId: id, participantId: null, text: `text ${id}`, colour: 'yellow' as const, position: { x: 0, y: 0, frameId: null }, createdAt });

/** A server with one board, and one reader on the line. */
function givenServer() {
  const doc = new Y.Doc();
  newBoard(doc);
  let tick = 1;
  const asked: JoinBoard[] = [];
  const sent: string[] = [];
  const listeners = new Map<string, Set<(...args: never[]) => void>>();
  const tell = (event: string, payload: unknown) => listeners.get(event)?.forEach((listener) => (listener as (p: unknown) => void)(payload));
  doc.on('update', (update: Uint8Array) => tell(BoardEvent.updates, encodeUpdates({ channel: 1, tick: ++tick, durable: tick, updates: [{ slot: 0, seq: 0, update }] })));
  const socket: LinkSocket = {
    connected: true,
    emit(event: string, ...args: unknown[]) {
      sent.push(event);
      if (event !== BoardEvent.join) return;
      asked.push(args[0] as JoinBoard);
      (args[1] as (answer: JoinAnswer) => void)({ ok: true, welcome: welcome(tick) });
      tell(BoardEvent.state, encodeState({ channel: 1, tick, state: Y.encodeStateAsUpdateV2(doc) }));
    },
    on: (event, listener) => listeners.set(event, (listeners.get(event) ?? new Set()).add(listener)),
    off: (event, listener) => listeners.get(event)?.delete(listener),
  };
  return { doc, socket, asked, sent };
}
const welcome = (tick: number): Welcome => ({
  boardId: BOARD, title: '', channel: 1, log: 'server', opening: 'o', slot: 0, clientId: null, clock: 0, tick, durable: tick, fresh: true, storing: true, participantId: null, people: [], spotlight: null,
  rule: { open: true, locked: false, hidden: false, anonymous: false, groupNotes: 'staff' },
  rights: { write: false, createNotes: false, editAll: false, group: false, frames: false, notesByCommand: false, draw: [], comment: true, react: true, present: false },
});

test('who only reads sees what is there and what comes, oldest first, and sends nothing but the wish to see', () => {
  const server = givenServer();
  addNote(server.doc, note('second', 2));
  const board = new LiveBoard(BOARD, () => server.socket, (run) => run());
  let told = 0;
  const leave = board.subscribe(() => (told += 1));
  expect(board.read()).toMatchObject({ complete: true, notes: [{ id: 'second' }] });

  addNote(server.doc, note('first', 1));
  addCluster(server.doc, { id: 'c', title: 'Light' });
  putInCluster(server.doc, 'first', 'c');
  expect(board.read().notes.map(({ id, clusterId }) => [id, clusterId])).toEqual([['first', 'c'], ['second', null]]);
  expect(board.read().clusters).toMatchObject([{ id: 'c', title: 'Light' }]);

  removeNote(server.doc, 'first', 'staff');
  expect(board.read().notes.map(({ id }) => id)).toEqual(['second']);
  expect(server.asked).toMatchObject([{ boardId: BOARD, presence: false }]);

  const before = told;
  leave();
  addNote(server.doc, note('third', 3));
  expect(told).toBe(before);
  expect(server.sent).toEqual([BoardEvent.join, BoardEvent.leave]);
});

test('a list that came at once stands in its own order, whatever ids its lines were given', () => {
  const server = givenServer();
  for (const [id, order] of [['m', 'a0'], ['z', 'a1'], ['b', 'a2']] as const) addNote(server.doc, { ...note(id, 1), order });
  const board = new LiveBoard(BOARD, () => server.socket, (run) => run());
  const leave = board.subscribe(() => undefined);
  expect(board.read().notes.map(({ id }) => id)).toEqual(['m', 'z', 'b']);
  leave();
});
