import { beforeEach, describe, expect, test } from '@jest/globals';
import * as Y from 'yjs';
import { BoardIndex } from '@spolu/board/board-index';
import { addCluster, nameCluster, removeCluster } from '@spolu/board/clusters';
import { addFrame, moveFrame, removeFrame } from '@spolu/board/frames';
import { addNote, editNote, moveNote, putInCluster, raiseNote, removeNote } from '@spolu/board/notes';
import { newBoard } from '@spolu/board/shape';
import { Scene, type SceneChange } from './scene.ts';

let doc: Y.Doc;
let scene: Scene;
let frame: (() => void)[];
let changes: SceneChange[];

const nextFrame = () => frame.splice(0).forEach((run) => run());
const add = (id: string, x: number, y: number, frameId: string | null = null) =>
  addNote(doc, { id, participantId: 'p1', text: id, colour: 'yellow', position: { x, y, frameId }, createdAt: 0 });
const start = () => {
  scene = new Scene(new BoardIndex(doc), (run) => frame.push(run));
  scene.onChange((change) => changes.push(change));
};

beforeEach(() => {
  doc = new Y.Doc();
  frame = [];
  changes = [];
  newBoard(doc);
});

test('many transactions of one animation frame are one change', () => {
  start();
  for (let i = 0; i < 50; i++) add(`n${i}`, i * 200, 0);
  expect(changes).toHaveLength(0);
  nextFrame();
  expect(changes).toHaveLength(1);
  expect(changes[0]?.notes.size).toBe(50);
  expect(scene.notes.size).toBe(50);
});

test('a change tells what the note was before', () => {
  add('a', 0, 0);
  start();
  editNote(doc, 'a', 'viac');
  add('b', 0, 0);
  nextFrame();
  expect(changes[0]?.before.get('a')?.text).toBe('a');
  expect(changes[0]?.before.get('b')).toBeUndefined();
  expect(scene.notes.get('a')?.note.text).toBe('viac');
});

test('a frame takes its notes along, and leaves them where they were when it goes', () => {
  addFrame(doc, { id: 'f', title: 'Problémy', position: { x: 1_000, y: 0 } });
  add('a', 10, 20, 'f');
  start();
  expect(scene.notes.get('a')).toMatchObject({ x: 1_010, y: 20 });
  moveFrame(doc, 'f', { x: 3_000, y: 500 });
  nextFrame();
  expect(scene.notes.get('a')).toMatchObject({ x: 3_010, y: 520 });
  expect(changes[0]?.notes).toEqual(new Set(['a']));
  removeFrame(doc, 'f');
  nextFrame();
  expect(scene.frames).toHaveLength(0);
  expect(scene.notes.get('a')).toMatchObject({ x: 3_010, y: 520 });
});

test('what is dragged is shown elsewhere until the drop; a second hand cannot take it', () => {
  add('a', 0, 0);
  start();
  scene.lift('me', ['a', 'gone'], 30, 40);
  expect(scene.notes.get('a')).toMatchObject({ x: 30, y: 40 });
  scene.lift('other', ['a'], -500, 0);
  expect(scene.notes.get('a')).toMatchObject({ x: 30, y: 40 });
  moveNote(doc, 'a', { x: 30, y: 40, frameId: null });
  scene.settle('me');
  nextFrame();
  expect(scene.notes.get('a')).toMatchObject({ x: 30, y: 40 });
  expect(changes.every(({ before }, i) => i === changes.length - 1 || before.size === 0)).toBe(true);
});

test('what another hand carries lies where it is put down, at the moment it is', () => {
  add('a', 0, 0);
  start();
  scene.lift('slot 3', ['a'], 30, 40);
  moveNote(doc, 'a', { x: 30, y: 40, frameId: null });
  nextFrame();
  expect(scene.notes.get('a')).toMatchObject({ x: 30, y: 40 });
  scene.settle('slot 3');
  expect(scene.notes.get('a')).toMatchObject({ x: 30, y: 40 });
});

test('a dragged frame shows its notes with it', () => {
  addFrame(doc, { id: 'f', title: 'F', position: { x: 100, y: 100 } });
  add('a', 10, 10, 'f');
  start();
  scene.liftFrame('f', { x: 50, y: 0 });
  expect(scene.frames[0]).toMatchObject({ x: 150, y: 100 });
  expect(scene.notes.get('a')).toMatchObject({ x: 160, y: 110 });
  scene.liftFrame('f', null);
  expect(scene.notes.get('a')).toMatchObject({ x: 110, y: 110 });
});

describe('stacking', () => {
  test('the topmost note is the one that was raised last', () => {
    add('a', 0, 0);
    add('b', 50, 50);
    start();
    expect(scene.noteAt(100, 100)?.id).toBe('b');
    raiseNote(doc, 'a');
    nextFrame();
    expect(scene.noteAt(100, 100)?.id).toBe('a');
    expect(changes[0]?.ranksChanged).toBe(false);
  });

  test('two notes with one key stand in the order of their ids on every screen', () => {
    for (const id of ['b', 'a', 'c']) addNote(doc, { id, participantId: null, text: '', colour: 'blue', position: { x: 0, y: 0, frameId: null }, order: 'a1', createdAt: 0 });
    start();
    expect(['a', 'b', 'c'].map((id) => scene.notes.get(id)?.rank)).toEqual([11, 12, 13]);
    addNote(doc, { id: 'aa', participantId: null, text: '', colour: 'blue', position: { x: 0, y: 0, frameId: null }, order: 'a1', createdAt: 0 });
    nextFrame();
    expect(changes[0]?.ranksChanged).toBe(true);
    expect(['a', 'aa', 'b', 'c'].map((id) => scene.notes.get(id)?.rank)).toEqual([11, 12, 13, 14]);
  });
});

describe('clusters', () => {
  beforeEach(() => {
    addCluster(doc, { id: 'k', title: 'Zeleň' });
    for (const [id, x] of [['a', 0], ['b', 200], ['far', 5_000], ['alone', 300]] as const) {
      add(id, x, id === 'alone' ? 900 : 0);
      if (id !== 'alone') putInCluster(doc, id, 'k');
    }
    start();
  });

  test('what lies together is one island; a note far away is one of its own', () => {
    const [main, second, ...none] = scene.islandsOfCluster('k');
    expect(main).toMatchObject({ main: true, x: -16, y: -40, width: 412 });
    expect([...(main?.noteIds ?? [])].sort()).toEqual(['a', 'b']);
    expect(second).toMatchObject({ main: false, noteIds: ['far'] });
    expect(none).toEqual([]);
  });

  test('a note dropped among the cluster\'s notes finds it, its own place does not count', () => {
    expect(scene.clusterAt(100, 100, new Set())).toBe('k');
    expect(scene.clusterAt(5_090, 90, new Set(['far']))).toBeUndefined();
    expect(scene.clusterAt(100, 100, new Set(['b']))).toBe('k');
  });

  test('a cluster that was removed has no island', () => {
    removeCluster(doc, 'k');
    nextFrame();
    expect(scene.islands()).toEqual([]);
    expect(changes[0]?.islandsChanged).toBe(true);
  });

  test('its name changing is a change of the islands', () => {
    nameCluster(doc, 'k', 'Zeleň a voda');
    nextFrame();
    expect(changes[0]?.islandsChanged).toBe(true);
  });
});

test('the keyboard walks frame by frame, row by row, a cluster before its first note, at last what lies on no frame', () => {
  addFrame(doc, { id: 'f1', title: 'Prvý', position: { x: 0, y: 0 } });
  addFrame(doc, { id: 'f2', title: 'Druhý', position: { x: -5_000, y: 0 } });
  addCluster(doc, { id: 'k', title: 'Zeleň' });
  add('loose', -9_000, -9_000);
  add('second row', 10, 300, 'f1');
  add('right', 400, 10, 'f1');
  add('left', 10, 30, 'f1');
  add('other', 10, 10, 'f2');
  putInCluster(doc, 'right', 'k');
  start();
  expect(scene.readingOrder().map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'frame f1', 'note left', 'cluster k', 'note right', 'note second row', 'frame f2', 'note other', 'note loose',
  ]);
  removeNote(doc, 'left', 'author');
  nextFrame();
  expect(scene.readingOrder()).toHaveLength(7);
});

test('on a board of 5,000 notes one change is one note, also where all share a few keys of stacking', () => {
  doc.transact(() => {
    for (let i = 0; i < 5_000; i++) addNote(doc, { id: `n${i}`, participantId: null, text: 'x', colour: 'pink', position: { x: (i % 70) * 200, y: Math.floor(i / 70) * 200, frameId: null }, order: `a${String.fromCharCode(48 + (i % 10))}`, createdAt: 0 });
  });
  start();
  moveNote(doc, 'n7', { x: -1, y: -1, frameId: null });
  nextFrame();
  expect(changes[0]?.notes.size).toBe(1);
});
