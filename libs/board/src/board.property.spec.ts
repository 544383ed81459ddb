import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import type { DrawingKind } from '@spolu/contracts/boards';
import { DRAWING_KINDS } from '@spolu/contracts/plain';
import { BoardIndex } from './board-index.ts';
import { addCluster, nameCluster, readClusters, removeCluster } from './clusters.ts';
import { isHeld } from './connectors.ts';
import { addConnector, addLink, addPicture, addPin, addShape, addStroke, addText, colourStroke, connect, locatePin } from './drawing-edits.ts';
import type { Change } from './edits.ts';
import { addFrame, divideFrame, moveFrame, readFrames, removeFrame } from './frames.ts';
import { bringToFront, groupItems, lockItem, moveItem, removeItem, restoreItem, sendToBack, writeText } from './items.ts';
import { readItem } from './kinds.ts';
import { addNote, colourNote, editNote, moveNote, putInCluster, readNotes, removeNote, restoreNote } from './notes.ts';
import { readOperations } from './operations.ts';
import { readOutline } from './outline.ts';
import { readAll } from './read-all.ts';
import { AUTHORED_KINDS, ITEM_KINDS, itemsOf, newBoard, type ItemKind, type Items } from './shape.ts';
import { UndoHistory } from './undo-history.ts';
import { checkBoard } from './validation.ts';

const device = fc.nat({ max: 2 });
const step = fc.record({
  on: device,
  do: fc.constantFrom('add', 'edit', 'move', 'colour', 'remove', 'restore', 'frame', 'unframe', 'shift', 'cluster', 'name', 'group', 'ungroup', 'draw', 'redraw', 'shove', 'erase', 'bind', 'lock', 'front', 'back', 'divide', 'undo', 'redo', 'sync'),
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
    case 'draw': return draw(board, i, pick, on, frame?.id ?? null);
    case 'divide': return frame ? divideFrame(board, frame.id, { layout: 'matrix', columns: [`${i}`, 'b'], rows: ['c', `${pick}`] }) : [];
    default: return actOnDrawing(board, action, drawnOn(board).at(pick % 4), i, pick);
  }
}

/** One of each kind in turn. */
function draw(board: Y.Doc, i: number, pick: number, on: number, frameId: string | null): Change[] {
  const made = { id: uuid(i), participantId: uuid(900 + on) };
  const position = { x: i, y: pick, frameId };
  switch (DRAWING_KINDS[pick % DRAWING_KINDS.length]) {
    case 'text': return addText(board, { ...made, position, text: `T${i}` });
    case 'shape': return addShape(board, { ...made, position, form: 'diamond' });
    case 'connector': {
      const note = readNotes(board).at(0);
      return addConnector(board, { ...made, from: note ? { kind: 'note', id: note.id } : position, to: position, label: `${pick}` });
    }
    case 'stroke': return addStroke(board, { ...made, frameId, points: [i, i, i + pick, i * 2, 0, pick] });
    case 'picture': return addPicture(board, { ...made, position, fileId: uuid(i), natural: { width: 600 + i, height: 400 } });
    case 'pin': return addPin(board, { ...made, position, label: `P${i}`, coordinates: { latitude: 48.7, longitude: pick } });
    default: return addLink(board, { ...made, position, url: `https://mesto.example/${i}`, title: `L${i}` });
  }
}

const drawnOn = (board: Y.Doc): { kind: DrawingKind; id: string }[] =>
  DRAWING_KINDS.flatMap((kind) => [...itemsOf(board, kind).keys()].map((id) => ({ kind, id }))).sort((a, b) => (a.id < b.id ? -1 : 1));

function actOnDrawing(board: Y.Doc, action: string, ref: { kind: DrawingKind; id: string } | undefined, i: number, pick: number): Change[] {
  if (!ref) return [];
  const { kind, id } = ref;
  const to = { x: i, y: i, frameId: null };
  switch (action) {
    case 'redraw':
      if (kind === 'text' || kind === 'shape') return writeText(board, kind, id, `napísané ${i}`);
      if (kind === 'connector') return connect(board, id, pick % 2 ? 'from' : 'to', to);
      if (kind === 'pin') return locatePin(board, id, pick % 2 ? null : { latitude: i % 90, longitude: pick });
      return kind === 'stroke' ? colourStroke(board, id, pick % 2 ? 'red' : 'blue') : [];
    case 'shove': return kind === 'connector' ? [] : moveItem(board, kind, id, to);
    case 'erase': return pick % 2 ? removeItem(board, kind, id, 'author') : restoreItem(board, kind, id);
    case 'bind': return groupItems(board, [ref, ...drawnOn(board).slice(0, 1)], pick % 2 ? uuid(700 + (pick % 3)) : null);
    case 'lock': return lockItem(board, kind, id, pick % 2 === 0);
    case 'front': return bringToFront(board, [ref]);
    case 'back': return sendToBack(board, [ref]);
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
  ...(Object.fromEntries(ITEM_KINDS.map((kind) => [kind, readAll(doc, kind, (id, fields) => readItem(kind, id, fields), { removed: true })])) as Record<ItemKind, Items[ItemKind][]>),
  outline: readOutline(doc),
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
      for (const kind of ITEM_KINDS) {
        const read = readAll(board, kind, (id, fields) => readItem(kind, id, fields));
        expect(new Map<string, unknown>(index.items(kind))).toEqual(new Map(read.map((item) => [item.id, item])));
      }
      const grouped = AUTHORED_KINDS.flatMap((kind) => [...index.items(kind).values()].map(({ id, groupId }) => ({ ref: { kind, id }, groupId })));
      for (const { groupId } of grouped) {
        const members = grouped.filter((one) => groupId !== null && one.groupId === groupId).map(({ ref }) => ref);
        if (groupId !== null) expect(new Set(index.groupMembers(groupId))).toEqual(new Set(members));
      }
      for (const id of index.notes.keys()) {
        const holding = [...index.items('connector').values()].filter(({ from, to }) => [from, to].some((end) => isHeld(end) && end.id === id));
        expect(new Set(index.connectorsAt(id))).toEqual(new Set(holding.map((connector) => connector.id)));
      }
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
      const now = everything(server);
      for (const kind of ITEM_KINDS) {
        const untouched = (items: { id: string }[]) => items.filter(({ id }) => !touched.has(id));
        expect(untouched(now[kind])).toEqual(untouched(before[kind]));
      }
    },
  ), { numRuns: 500 });
});
