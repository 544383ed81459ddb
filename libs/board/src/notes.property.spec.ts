import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { BoardIndex } from './board-index.ts';
import { addCluster, nameCluster, readClusters, removeCluster } from './clusters.ts';
import type { Change } from './edits.ts';
import { addFrame, moveFrame, readFrames, removeFrame } from './frames.ts';
import { addNote, colourNote, editNote, moveNote, putInCluster, readNotes, removeNote, restoreNote } from './notes.ts';
import { readOperations } from './operations.ts';
import { readOutline } from './outline.ts';
import { newBoard } from './shape.ts';
import { UndoHistory } from './undo-history.ts';
import { checkBoard } from './validation.ts';

const device = fc.nat({ max: 2 });
const step = fc.record({
  on: device,
  do: fc.constantFrom('add', 'edit', 'move', 'colour', 'remove', 'restore', 'frame', 'unframe', 'shift', 'cluster', 'name', 'group', 'ungroup', 'undo', 'redo', 'sync'),
  from: device,
  pick: fc.nat({ max: 7 }),
});
type Step = { on: number; do: string; from: number; pick: number };

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const sync = (to: Y.Doc, from: Y.Doc) => Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));

function threeBoards(): Y.Doc[] {
  const seed = new Y.Doc();
  seed.clientID = 99;
  newBoard(seed);
  return [1, 2, 3].map((clientID) => {
    const doc = Object.assign(new Y.Doc(), { clientID });
    sync(doc, seed);
    return doc;
  });
}

function act(board: Y.Doc, { do: action, on, pick }: Step, i: number): Change[] {
  const note = readNotes(board, { removed: true }).at(pick % 5);
  const frame = readFrames(board, { removed: true }).at(pick % 2);
  const cluster = readClusters(board, { removed: true }).at(pick % 2);
  switch (action) {
    case 'add':
      return addNote(board, {
        id: uuid(i), participantId: uuid(900 + on), text: 'a'.repeat(pick), colour: 'pink', createdAt: pick,
        position: { x: pick, y: i, frameId: frame?.id ?? null },
      });
    case 'edit': return note ? editNote(board, note.id, `${note.text.slice(0, pick)}${i}${note.text.slice(pick + 1)}`) : [];
    case 'move': return note ? moveNote(board, note.id, { x: i, y: pick, frameId: frame?.id ?? null }) : [];
    case 'colour': return note ? colourNote(board, note.id, pick % 2 ? 'blue' : 'green') : [];
    case 'remove': return note ? removeNote(board, note.id, 'author') : [];
    case 'restore': return note ? restoreNote(board, note.id) : [];
    case 'frame': return addFrame(board, { id: `f${i}`, title: `F${pick}`, position: { x: pick, y: 0 } });
    case 'unframe': return frame ? removeFrame(board, frame.id) : [];
    case 'shift': return frame ? moveFrame(board, frame.id, { x: i, y: i }) : [];
    case 'cluster': return addCluster(board, { id: uuid(500 + i), title: `C${pick}` });
    case 'name': return cluster ? (pick % 3 ? nameCluster(board, cluster.id, `C${i}`) : removeCluster(board, cluster.id)) : [];
    case 'group': return note && cluster ? putInCluster(board, note.id, cluster.id) : [];
    case 'ungroup': return note ? putInCluster(board, note.id, null) : [];
    default: return [];
  }
}

function run(steps: Step[], boards: Y.Doc[], after?: (board: Y.Doc) => void): void {
  const histories = boards.map((board) => new UndoHistory(board));
  steps.forEach((one, i) => {
    const board = boards[one.on] as Y.Doc;
    const history = histories[one.on] as UndoHistory;
    if (one.do === 'sync') sync(board, boards[one.from] as Y.Doc);
    else if (one.do === 'undo') history.undo();
    else if (one.do === 'redo') history.redo();
    else history.add(act(board, one, i));
    after?.(board);
  });
}

const everything = (doc: Y.Doc) => ({
  notes: readNotes(doc, { removed: true }), frames: readFrames(doc, { removed: true }), clusters: readClusters(doc, { removed: true }), outline: readOutline(doc),
});

test('devices that saw the same edits, in whatever order, show the same board', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
    const boards = threeBoards();
    run(steps, boards);
    for (const to of boards) for (const from of boards) sync(to, from);
    const [first, ...others] = boards.map(everything);
    for (const other of others) expect(other).toEqual(first);
  }));
});

test('after any edit and any undo every board is sound: no field is missing, no position undefined', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
    run(steps, threeBoards(), (board) => expect(checkBoard(board)).toEqual([]));
  }));
});

test('the index says the same as reading everything anew', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
    const boards = threeBoards();
    const indexes = boards.map((board) => new BoardIndex(board));
    run(steps, boards);
    boards.forEach((board, i) => {
      const index = indexes[i] as BoardIndex;
      const byId = <T extends { id: string }>(items: Iterable<T>) => new Map([...items].map((item) => [item.id, item]));
      expect(new Map(index.notes)).toEqual(byId(readNotes(board)));
      expect(new Map(index.frames)).toEqual(byId(readFrames(board)));
      expect(new Map(index.clusters)).toEqual(byId(readClusters(board)));
    });
  }));
});

test('whatever these edits make, one by one or merged, is read as operations and leaves nothing pending', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 40 }), fc.boolean(), (steps, merge) => {
    const boards = threeBoards();
    const server = new Y.Doc();
    sync(server, boards[0] as Y.Doc);
    const outbox = boards.map((): Uint8Array[] => []);
    boards.forEach((board, i) => board.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') outbox[i]?.push(bytes);
    }));
    const exchange = (on: number) => {
      const board = boards[on] as Y.Doc;
      const waiting = outbox[on]?.splice(0) ?? [];
      for (const bytes of merge && waiting.length > 0 ? [Y.mergeUpdates(waiting)] : waiting) {
        const reading = readOperations(server, bytes, (id) => id === board.clientID);
        expect(reading).toMatchObject({ ok: true });
        Y.applyUpdate(server, bytes);
        expect(readOperations(server, bytes, (id) => id === board.clientID)).toEqual({ ok: true, operations: [], known: true });
      }
      Y.applyUpdate(board, Y.encodeStateAsUpdate(server, Y.encodeStateVector(board)), 'remote');
    };
    const histories = boards.map((board) => new UndoHistory(board));
    steps.forEach((one, i) => {
      if (one.do === 'sync') exchange(one.on);
      else if (one.do === 'undo') histories[one.on]?.undo();
      else histories[one.on]?.add(act(boards[one.on] as Y.Doc, one, i));
    });
    for (const on of [0, 1, 2, 0, 1, 2]) exchange(on);
    expect(checkBoard(server)).toEqual([]);
    for (const board of boards) expect(everything(board)).toEqual(everything(server));
  }));
});

test('a damaged update that is accepted all the same leaves a sound document, with what its operations say and no more', () => {
  fc.assert(fc.property(
    fc.array(step, { minLength: 5, maxLength: 40 }),
    fc.array(fc.record({ at: fc.nat(), to: fc.nat({ max: 255 }) }), { minLength: 1, maxLength: 3 }),
    (steps, damage) => {
      const boards = threeBoards();
      run(steps, boards);
      const [board, server] = boards as [Y.Doc, Y.Doc, Y.Doc];
      for (const from of boards) for (const to of boards) sync(to, from);
      let sent: Uint8Array | undefined;
      board.once('update', (bytes: Uint8Array) => { sent = bytes; });
      const last = steps.at(-1) as Step;
      act(board, last, 999);
      if (!sent) return;
      const bytes = Uint8Array.from(sent);
      for (const { at, to } of damage) bytes[at % bytes.length] = to;
      const reading = readOperations(server, bytes, (id) => id === board.clientID);
      // What is known already is acknowledged, never applied.
      if (!reading.ok || reading.known) return;
      const before = everything(server);
      Y.applyUpdate(server, bytes);
      expect(checkBoard(server)).toEqual([]);
      if (reading.operations.length === 0) expect(everything(server)).toEqual(before);
      const touched = new Set(reading.operations.map((operation) => (operation.do === 'add' ? operation.item.id : operation.id)));
      for (const [kind, items] of [['notes', before.notes], ['frames', before.frames], ['clusters', before.clusters]] as const) {
        const now = new Map<string, unknown>(everything(server)[kind].map((item) => [item.id, item]));
        for (const item of items) if (!touched.has(item.id)) expect(now.get(item.id)).toEqual(item);
      }
    },
  ), { numRuns: 500 });
});
