import { describe, expect, jest, test } from '@jest/globals';
import * as Y from 'yjs';
import { BoardIndex } from './board-index.ts';
import { addCluster, removeCluster } from './clusters.ts';
import { addFrame, moveFrame, newFrameId, removeFrame, restoreFrame } from './frames.ts';
import { addNote, colourNote, editNote, moveNote, putInCluster, readNote, readNotes, removeNote, restoreNote, type NewNote } from './notes.ts';
import { isOrderKey, orderAfter, orderBetween, ORDER_KEY_MAX_LENGTH } from './order-key.ts';
import { readOutline } from './outline.ts';
import { freePlaceIn, heightToHold } from './placement.ts';
import { isReadable, newBoard, NOTE_SIZE, SCHEMA_VERSION, schemaVersionOf, toFrame } from './shape.ts';
import { UndoHistory } from './undo-history.ts';
import { upgradeBoard } from './upgrade.ts';
import { checkBoard } from './validation.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const note = (n: number, change: Partial<NewNote> = {}): NewNote => ({
  id: uuid(n), participantId: uuid(900), text: `t${n}`, colour: 'yellow', position: { x: 0, y: 0, frameId: null }, createdAt: n, ...change,
});
function board(clientID = 1): Y.Doc {
  const doc = Object.assign(new Y.Doc(), { clientID });
  newBoard(doc);
  return doc;
}
function exchange(a: Y.Doc, b: Y.Doc): void {
  const [fromA, fromB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)];
  Y.applyUpdate(a, fromB);
  Y.applyUpdate(b, fromA);
}

describe('a document', () => {
  test('of a newer program is not readable', () => {
    const doc = board();
    expect(isReadable(doc)).toBe(true);
    doc.getMap('board').set('schemaVersion', SCHEMA_VERSION + 1);
    expect(isReadable(doc)).toBe(false);
    expect(upgradeBoard(doc)).toBe(false);
  });

  test('of an older program is brought up to this one, once, and keeps what is on it', () => {
    const doc = board();
    addNote(doc, note(1));
    const before = readNotes(doc);
    doc.getMap('board').set('schemaVersion', 1);
    expect(isReadable(doc)).toBe(true);
    expect(upgradeBoard(doc)).toBe(true);
    expect(schemaVersionOf(doc)).toBe(SCHEMA_VERSION);
    expect(readNotes(doc)).toEqual(before);
    expect(checkBoard(doc)).toEqual([]);
    expect(upgradeBoard(doc)).toBe(false);
  });

  test('with a broken note is read all the same', () => {
    const doc = board();
    doc.getMap('notes').set(uuid(1), new Y.Map([['p', 'nowhere'], ['colour', 'black']]));
    expect(readNotes(doc)).toEqual([{
      id: uuid(1), contributionId: uuid(1), participantId: null, text: '', colour: 'yellow', position: { x: 0, y: 0, frameId: null }, size: NOTE_SIZE, clusterId: null, category: null,
      groupId: null, locked: false, order: '', removed: null, createdAt: 0,
    }]);
  });
});

describe('undo', () => {
  test('puts back what one did, and again', () => {
    const doc = board();
    const history = new UndoHistory(doc);
    history.add(addNote(doc, note(1)));
    history.add(moveNote(doc, uuid(1), { x: 50, y: 60, frameId: null }));
    history.add(colourNote(doc, uuid(1), 'pink'));
    history.undo();
    history.undo();
    expect(readNote(doc, uuid(1))).toMatchObject({ colour: 'yellow', position: { x: 0, y: 0 } });
    history.undo();
    expect(readNotes(doc)).toEqual([]);
    while (history.canRedo) history.redo();
    expect(readNote(doc, uuid(1))).toMatchObject({ colour: 'pink', position: { x: 50, y: 60 }, removed: null });
  });

  test('leaves what somebody else has done to the same value since, and says so', () => {
    const [mine, theirs] = [board(1), board(2)];
    addNote(mine, note(1));
    exchange(mine, theirs);
    const history = new UndoHistory(mine);
    history.add([...moveNote(mine, uuid(1), { x: 5, y: 5, frameId: null }), ...colourNote(mine, uuid(1), 'blue')]);
    moveNote(theirs, uuid(1), { x: 9, y: 9, frameId: null });
    exchange(mine, theirs);
    expect(readNote(mine, uuid(1))?.position).toEqual({ x: 9, y: 9, frameId: null });
    expect(history.undo()).toEqual({ done: 1, kept: 1 });
    expect(readNote(mine, uuid(1))).toMatchObject({ position: { x: 9, y: 9 }, colour: 'yellow' });
  });

  test.each([['typed in one go with it', true], ['typed later', false]])('keeps a note of one’s own in which somebody else has written since: %s', (_, atOnce) => {
    const [mine, theirs] = [board(1), board(2)];
    const history = new UndoHistory(mine);
    history.add(addNote(mine, note(1, { text: '' })), { join: 'typing' });
    history.add(editNote(mine, uuid(1), 'Lavičky'), atOnce ? { join: 'typing' } : {});
    exchange(mine, theirs);
    editNote(theirs, uuid(1), 'Lavičky a strom');
    exchange(mine, theirs);
    while (history.canUndo) history.undo();
    expect(readNotes(mine)).toMatchObject([{ text: 'Lavičky a strom' }]);
  });

  test('of two people who moved one note at once leaves it where one of them put it', () => {
    const [mine, theirs] = [board(1), board(2)];
    addNote(mine, note(1));
    exchange(mine, theirs);
    const histories = [new UndoHistory(mine), new UndoHistory(theirs)] as const;
    histories[0].add(moveNote(mine, uuid(1), { x: 1, y: 1, frameId: null }));
    histories[1].add(moveNote(theirs, uuid(1), { x: 2, y: 2, frameId: null }));
    exchange(mine, theirs);
    histories[0].undo();
    histories[1].undo();
    exchange(mine, theirs);
    expect(readNote(mine, uuid(1))?.position).toEqual(readNote(theirs, uuid(1))?.position);
    expect(readNote(mine, uuid(1))?.position.x).toEqual(expect.any(Number));
  });

  test('takes the typing in one note as one step', () => {
    const doc = board();
    addNote(doc, note(1, { text: '' }));
    const history = new UndoHistory(doc);
    for (const text of ['A', 'Áno', 'Áno!']) history.add(editNote(doc, uuid(1), text), { join: 'text' });
    history.undo();
    expect(readNote(doc, uuid(1))?.text).toBe('');
    history.redo();
    expect(readNote(doc, uuid(1))?.text).toBe('Áno!');
  });
});

describe('editing a text', () => {
  test('keeps what others type beside it', () => {
    const [mine, theirs] = [board(1), board(2)];
    addNote(mine, note(1, { text: 'viac zelene' }));
    exchange(mine, theirs);
    editNote(mine, uuid(1), 'oveľa viac zelene');
    editNote(theirs, uuid(1), 'viac zelene v meste');
    exchange(mine, theirs);
    expect(readNote(mine, uuid(1))?.text).toBe('oveľa viac zelene v meste');
  });

  test('never cuts an emoji in two', () => {
    const doc = board();
    addNote(doc, note(1, { text: 'a😀b' }));
    for (const text of ['a😁b', '😁', 'x😁😀', '😀']) {
      editNote(doc, uuid(1), text);
      expect(readNote(doc, uuid(1))?.text).toBe(text);
    }
  });
});

describe('the index', () => {
  test('keeps an object until its note changes, and tells only of that note', () => {
    const doc = board();
    const index = new BoardIndex(doc);
    addNote(doc, note(1));
    addNote(doc, note(2));
    const [first, second] = [index.note(uuid(1)), index.note(uuid(2))];
    const told = { first: jest.fn(), second: jest.fn() };
    index.onNoteChange(uuid(1), told.first);
    const stop = index.onNoteChange(uuid(2), told.second);
    editNote(doc, uuid(1), 'iné');
    expect(index.note(uuid(1))).not.toBe(first);
    expect(index.note(uuid(2))).toBe(second);
    expect([told.first.mock.calls.length, told.second.mock.calls.length]).toEqual([1, 0]);
    stop();
    removeNote(doc, uuid(2), 'author');
    expect(index.note(uuid(2))).toBeUndefined();
    expect(told.second).not.toHaveBeenCalled();
    expect(index.removedNotes().map(({ id }) => id)).toEqual([uuid(2)]);
    restoreNote(doc, uuid(2));
    expect([...index.notes.keys()]).toEqual([uuid(1), uuid(2)]);
  });

  test('gathers many transactions into one change until it is asked to go on', () => {
    const doc = board();
    const index = new BoardIndex(doc);
    const frames: (() => void)[] = [];
    const told = jest.fn();
    index.onChange(told, (run) => frames.push(run));
    for (let n = 1; n <= 5; n++) addNote(doc, note(n));
    addFrame(doc, { id: 'f', title: 'F', position: { x: 0, y: 0 } });
    expect(told).not.toHaveBeenCalled();
    expect(frames).toHaveLength(1);
    frames[0]?.();
    expect(told.mock.calls).toMatchObject([[{ notes: new Set([1, 2, 3, 4, 5].map(uuid)), frames: new Set(['f']), clusters: new Set(), shapes: new Set() }]]);
    editNote(doc, uuid(1), 'x');
    expect(frames).toHaveLength(2);
    index.destroy();
    frames[1]?.();
    expect(told).toHaveBeenCalledTimes(1);
  });

  test('a note lies where its frame lies; without it, where the frame was', () => {
    const doc = board();
    const index = new BoardIndex(doc);
    addFrame(doc, { id: 'f', title: 'F', position: { x: 100, y: 200 } });
    addNote(doc, note(1, { position: { x: 5, y: 6, frameId: 'f' } }));
    const place = () => index.absolute(index.note(uuid(1))!);
    expect(place()).toEqual({ x: 105, y: 206 });
    moveFrame(doc, 'f', { x: 0, y: 0 });
    expect(place()).toEqual({ x: 5, y: 6 });
    removeFrame(doc, 'f');
    expect(place()).toEqual({ x: 5, y: 6 });
    expect(index.frame('f')).toBeUndefined();
    restoreFrame(doc, 'f');
    expect(index.frame('f')).toBeDefined();
  });

  test('knows the key above all notes', () => {
    const doc = board();
    const index = new BoardIndex(doc);
    for (let n = 1; n <= 3; n++) addNote(doc, note(n, { order: orderBetween(index.top, null) }));
    expect(readNotes(doc).map(({ id }) => id)).toEqual([1, 2, 3].map(uuid));
    expect(orderBetween(index.top, null) > readNote(doc, uuid(3))!.order).toBe(true);
  });
});

describe('the outline', () => {
  test('reads rows from the left, frames and clusters in their order, and what lies on no frame last', () => {
    const doc = board();
    for (const id of ['one', 'two']) addFrame(doc, { id, title: id, position: { x: 0, y: 0 } });
    addCluster(doc, { id: uuid(50), title: 'B' });
    addCluster(doc, { id: uuid(51), title: 'C' });
    const places: [number, number, number, string | null][] = [[1, 400, 10, 'one'], [2, 0, 40, 'one'], [3, 0, 300, 'one'], [4, 0, 0, null], [5, 0, 0, 'gone']];
    for (const [n, x, y, frameId] of places) addNote(doc, note(n, { position: { x, y, frameId } }));
    putInCluster(doc, uuid(3), uuid(51));
    const plain = () => readOutline(doc).frames.map(({ frame, clusters }) => [frame?.id ?? null, clusters.map(({ cluster, notes }) => [cluster?.title ?? null, notes.map(({ text }) => text)])]);
    expect(plain()).toEqual([['one', [['C', ['t3']], [null, ['t2', 't1']]]], ['two', []], [null, [[null, ['t4', 't5']]]]]);
    removeFrame(doc, 'one');
    removeCluster(doc, uuid(51));
    expect(plain()).toEqual([['two', []], [null, [[null, ['t4', 't5', 't2', 't1', 't3']]]]]);
  });
});

describe('free places', () => {
  const frame = { ...toFrame('f', new Map()), size: { width: 640, height: 500 } };
  test('fill a frame row by row and go on below it', () => {
    const doc = board();
    const places = Array.from({ length: 8 }, (_, n) => {
      const position = freePlaceIn(frame, readNotes(doc));
      addNote(doc, note(n, { position }));
      return [position.x, position.y];
    });
    expect(places.slice(0, 4)).toEqual([[24, 72], [220, 72], [416, 72], [24, 268]]);
    expect(heightToHold({ x: places[7]![0]!, y: places[7]![1]!, frameId: 'f' })).toBeGreaterThan(frame.size.height);
  });
  test('are not where any note lies, however crooked; removed ones and those of other frames do not count', () => {
    const doc = board();
    addNote(doc, note(1, { position: { x: 130, y: 100, frameId: 'f' } }));
    addNote(doc, note(2, { position: { x: 416, y: 72, frameId: 'other' } }));
    addNote(doc, note(3, { position: { x: 416, y: 72, frameId: 'f' } }));
    removeNote(doc, uuid(3), 'staff');
    expect(freePlaceIn(frame, readNotes(doc, { removed: true }))).toEqual({ x: 416, y: 72, frameId: 'f' });
    expect(freePlaceIn(null, readNotes(doc))).toEqual({ x: 0, y: 0, frameId: null });
  });
});

describe('order keys', () => {
  test('lie between their neighbours; of equal ones the id decides', () => {
    const middle = orderBetween('a0', 'a1');
    expect('a0' < middle && middle < 'a1').toBe(true);
    expect(orderBetween('a1', 'a1')).toBe('a1');
    expect(orderBetween('nonsense!', null)).toBe(orderAfter([]));
  });
  test('never outgrow what is allowed', () => {
    let low = 'a0';
    for (let i = 0; i < 1_000; i++) low = orderBetween(low, 'a1');
    expect(low.length).toBeLessThanOrEqual(ORDER_KEY_MAX_LENGTH);
    expect(isOrderKey(low)).toBe(true);
  });
  test('frames get short ids', () => expect(newFrameId()).toMatch(/^[A-Za-z0-9]{6}$/));
});
