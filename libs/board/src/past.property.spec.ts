import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { addCluster, nameCluster, readClusters, removeCluster, tallyCluster } from './clusters.ts';
import { addShape } from './drawing-edits.ts';
import { setField, valueOf, type Change } from './edits.ts';
import { addFrame, moveFrame, readFrames, removeFrame } from './frames.ts';
import { addNote, colourNote, editNote, moveNote, putInCluster, readNotes, removeNote, restoreNote } from './notes.ts';
import { readOutline, type Outline } from './outline.ts';
import { BoardPast, stateAt, type LogEntry, type PastState } from './past.ts';
import { pastOutline } from './past-outline.ts';
import { restoreTo, undoAllOf } from './restore.ts';
import { newBoard } from './shape.ts';
import { readShapes } from './shapes.ts';
import { UndoHistory } from './undo-history.ts';
import { checkBoard } from './validation.ts';

const step = fc.record({
  on: fc.nat({ max: 2 }),
  do: fc.constantFrom('add', 'edit', 'move', 'colour', 'remove', 'restore', 'frame', 'unframe', 'shift', 'cluster', 'name', 'group', 'shape', 'label', 'lock', 'sync', 'sync'),
  pick: fc.nat({ max: 7 }),
});
type Step = { on: number; do: string; pick: number };

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const AUTHORS = ['Jana', 'Peter', 'Olha'];

function act(board: Y.Doc, { do: action, on, pick }: Step, i: number): Change[] {
  const note = readNotes(board, { removed: true }).at(pick % 5);
  const frame = readFrames(board, { removed: true }).at(pick % 2);
  const cluster = readClusters(board, { removed: true }).at(pick % 2);
  const shape = readShapes(board, { removed: true }).at(pick % 3);
  switch (action) {
    case 'add':
      return addNote(board, {
        id: uuid(i), participantId: uuid(900 + on), text: 'a'.repeat(pick), colour: 'pink', createdAt: pick, position: { x: pick, y: i, frameId: frame?.id ?? null },
      });
    case 'edit': return note ? editNote(board, note.id, `${note.text.slice(0, pick)}${i}${note.text.slice(pick + 1)}`) : [];
    case 'move': return note ? moveNote(board, note.id, { x: i, y: pick, frameId: frame?.id ?? null }) : [];
    case 'colour': return note ? colourNote(board, note.id, pick % 2 ? 'blue' : 'green') : [];
    case 'remove': return note ? removeNote(board, note.id, pick % 2 ? 'author' : 'staff') : [];
    case 'restore': return note ? restoreNote(board, note.id) : [];
    case 'frame': return addFrame(board, { id: `f${i}`, title: `F${pick}`, position: { x: pick, y: 0 } });
    case 'unframe': return frame ? removeFrame(board, frame.id) : [];
    case 'shift': return frame ? moveFrame(board, frame.id, { x: i, y: i }) : [];
    case 'cluster': return addCluster(board, { id: uuid(500 + i), title: `C${pick}` });
    case 'name': return cluster ? (pick % 3 ? nameCluster(board, cluster.id, `C${i}`) : removeCluster(board, cluster.id)) : [];
    case 'shape': return addShape(board, { id: uuid(700 + i), participantId: uuid(900 + on), form: 'ellipse', position: { x: i, y: pick, frameId: frame?.id ?? null }, text: 'b'.repeat(pick) });
    case 'label': return shape ? setField(board, 'shape', shape.id, 'text', `${i}`) : [];
    case 'lock': return shape ? setField(board, 'shape', shape.id, 'locked', pick % 2 === 0) : [];
    case 'group': return note && cluster ? putInCluster(board, note.id, cluster.id) : [];
    default: return [];
  }
}

/** What a server stored of three devices that edit at once and meet it now and then. */
function logOf(steps: Step[]): { server: Y.Doc; log: LogEntry[] } {
  const server = Object.assign(new Y.Doc(), { clientID: 99 });
  newBoard(server);
  addFrame(server, { id: 'first', title: 'First', position: { x: 0, y: 0 } });
  const log: LogEntry[] = [{ tick: 1, at: 0, author: null, update: Y.encodeStateAsUpdate(server) }];
  const outboxes: Uint8Array[][] = [[], [], []];
  const devices = [1, 2, 3].map((clientID, on) => {
    const doc = Object.assign(new Y.Doc(), { clientID });
    Y.applyUpdate(doc, log[0]!.update, 'server');
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') outboxes[on]!.push(update);
    });
    return doc;
  });
  const meet = (on: number) => {
    for (const update of outboxes[on]!.splice(0)) {
      log.push({ tick: log.length + 1, at: log.length, author: AUTHORS[on]!, update });
      Y.applyUpdate(server, update);
    }
    Y.applyUpdate(devices[on]!, Y.encodeStateAsUpdate(server, Y.encodeStateVector(devices[on]!)), 'server');
  };
  steps.forEach((each, i) => (each.do === 'sync' ? meet(each.on) : devices[each.on]!.transact(() => act(devices[each.on]!, each, i))));
  for (const on of [0, 1, 2]) meet(on);
  return { server, log };
}
function pastOf(log: readonly LogEntry[], parts = 1): BoardPast {
  const past = new BoardPast();
  const size = Math.ceil(log.length / parts);
  for (let i = 0; i < log.length; i += size) past.add(log.slice(i, i + size));
  return past;
}
const replayed = (log: readonly LogEntry[]) => {
  const doc = new Y.Doc();
  for (const { update } of log) Y.applyUpdate(doc, update);
  return doc;
};
/** A document that holds a past state and nothing else. */
const documentOf = (state: PastState) => {
  const doc = new Y.Doc();
  newBoard(doc);
  restoreTo(doc, state);
  return doc;
};
/** Without drawings. */
const listed = ({ frames }: Outline) => frames.filter(({ frame, clusters }) => frame || clusters.length > 0).map(({ frame, clusters }) => ({ frame, clusters }));
const visible = (doc: Y.Doc) => ({ frames: readFrames(doc), clusters: readClusters(doc), notes: readNotes(doc), shapes: readShapes(doc) });
const steps = fc.array(step, { maxLength: 60 });

test('the past at any time is what the log makes when it is replayed up to there', () => {
  fc.assert(fc.property(steps, fc.nat(), fc.integer({ min: 1, max: 4 }), (each, pick, parts) => {
    const { log } = logOf(each);
    const entry = pick % log.length;
    const state = stateAt(pastOf(log, parts), entry);
    const then = replayed(log.slice(0, entry + 1));
    expect(visible(documentOf(state))).toEqual(visible(then));
    expect(listed(pastOutline(state))).toEqual(listed(readOutline(then)));
  }), { numRuns: 300 });
});

test('a restored board looks as it did then, is sound, and undoing the restore makes it look as before', () => {
  fc.assert(fc.property(steps, fc.nat(), (each, pick) => {
    const { server, log } = logOf(each);
    const state = stateAt(pastOf(log), pick % log.length);
    const before = visible(server);
    server.clientID = 100;
    let updates = 0;
    server.on('update', () => updates++);
    const changes = restoreTo(server, state);
    expect(visible(server)).toEqual(visible(documentOf(state)));
    expect(checkBoard(server)).toEqual([]);
    // one change, and the second time there is nothing to do
    expect(updates).toBe(changes.length > 0 ? 1 : 0);
    expect(restoreTo(server, state)).toEqual([]);

    const undo = new UndoHistory(server);
    undo.add(changes);
    undo.undo();
    expect(visible(server)).toEqual(before);
  }), { numRuns: 300 });
});

test('undoing all of one touches no value that somebody else wrote since, and leaves nothing of hers where nobody did', () => {
  fc.assert(fc.property(steps, fc.nat({ max: 2 }), (each, who) => {
    const { server, log } = logOf(each);
    const past = pastOf(log);
    const author = AUTHORS[who]!;
    const isHers = (entry: number) => past.entry(entry).author === author;
    const all = [...past.items()].flatMap((item) => item.fields.map((field) => ({ item, field, last: item.touches(field).at(-1) ?? item.added })));
    const before = all.map(({ item, field }) => valueOf(server, item.kind, item.id, field));
    server.clientID = 100;
    const { changes, undone, kept } = undoAllOf(server, past, (_, __, entry) => isHers(entry));
    all.forEach(({ item, field, last }, i) => {
      const now = valueOf(server, item.kind, item.id, field);
      if (!isHers(last)) expect(now).toEqual(before[i]);
    });
    expect(new Set(changes.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(undone);
    for (const count of [kept, undone]) expect(count).toBeLessThanOrEqual([...past.items()].length);
    for (const { item, field, last } of all) {
      if (field === 'text' || !isHers(last) || isHers(item.added)) continue;
      const other = item.touches(field).findLast((entry) => !isHers(entry)) ?? item.added;
      expect(valueOf(server, item.kind, item.id, field)).toEqual(item.valueAt(field, other));
    }
    for (const item of past.items()) {
      if (!isHers(item.added) || (item.isText('text') && item.touches('text').some((entry) => !isHers(entry)))) continue;
      expect([null, false]).not.toContain(valueOf(server, item.kind, item.id, 'removed'));
    }
    expect(checkBoard(server)).toEqual([]);
  }), { numRuns: 300 });
});

test('a hundred notes that one account deleted are there again, equal in all', () => {
  const log: LogEntry[] = [];
  const doc = Object.assign(new Y.Doc(), { clientID: 1 });
  let author = 'Jana';
  doc.on('update', (update: Uint8Array) => log.push({ tick: log.length + 1, at: 0, author, update }));
  doc.transact(() => newBoard(doc));
  for (let i = 0; i < 100; i++) addNote(doc, { id: uuid(i), participantId: null, text: `lístok ${i}`, colour: 'blue', createdAt: i, position: { x: i, y: i, frameId: null } });
  const before = readNotes(doc);
  author = 'Peter';
  doc.clientID = 2;
  doc.transact(() => before.forEach(({ id }) => removeNote(doc, id, 'staff')));
  expect(readNotes(doc)).toEqual([]);
  const past = pastOf(log);
  doc.clientID = 3;
  expect(undoAllOf(doc, past, (_, __, entry) => past.entry(entry).author === 'Peter')).toMatchObject({ undone: 100, kept: 0 });
  expect(readNotes(doc)).toEqual(before);
});

test('a state brings back what was cleared out of the document for good', () => {
  const { server, log } = logOf([{ on: 0, do: 'add', pick: 3 }, { on: 0, do: 'cluster', pick: 1 }, { on: 0, do: 'sync', pick: 0 }]);
  const state = stateAt(pastOf(log), log.length - 1);
  const emptied = Object.assign(new Y.Doc(), { clientID: 7 });
  newBoard(emptied);
  restoreTo(emptied, state);
  expect(visible(emptied)).toEqual(visible(server));
});

test('of two who moved a note at once the one whose move does not hold is nowhere in its past', () => {
  const { log } = logOf([
    { on: 0, do: 'add', pick: 3 }, { on: 0, do: 'sync', pick: 0 }, { on: 1, do: 'sync', pick: 0 }, { on: 1, do: 'move', pick: 5 }, { on: 0, do: 'move', pick: 0 },
    { on: 1, do: 'sync', pick: 0 }, { on: 0, do: 'sync', pick: 0 },
  ]);
  expect(log.map(({ author }) => author)).toEqual([null, 'Jana', 'Peter', 'Jana']);
  const [note] = [...pastOf(log).items()].filter(({ kind }) => kind === 'note');
  expect(note!.touches('p')).toEqual([1, 2]);
});

test('what a vote came to stays when a board is restored', () => {
  const doc = Object.assign(new Y.Doc(), { clientID: 1 });
  const log: LogEntry[] = [];
  doc.on('update', (update: Uint8Array) => log.push({ tick: log.length + 1, at: 0, author: 'Jana', update }));
  newBoard(doc);
  addCluster(doc, { id: uuid(1), title: 'Zeleň' });
  const state = stateAt(pastOf(log), 1);
  tallyCluster(doc, uuid(1), 7, 'Zeleň');
  expect(restoreTo(doc, state)).toEqual([]);
  expect(readClusters(doc)).toMatchObject([{ title: 'Zeleň', votes: 7 }]);
  nameCluster(doc, uuid(1), 'Stromy');
  expect(readClusters(doc)).toMatchObject([{ title: 'Stromy', votes: null }]);
  expect(restoreTo(doc, state)).toHaveLength(1);
  expect(readClusters(doc)).toMatchObject([{ title: 'Zeleň', votes: 7 }]);
});
