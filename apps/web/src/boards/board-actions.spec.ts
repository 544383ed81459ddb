import { beforeEach, describe, expect, test } from '@jest/globals';
import * as Y from 'yjs';
import { BoardIndex } from '@spolu/board/board-index';
import { addFrame } from '@spolu/board/frames';
import { addNote } from '@spolu/board/notes';
import { lockItem } from '@spolu/board/items';
import { newBoard, SIDE_MAX, SIDE_MIN } from '@spolu/board/shape';
import { addPicture, addShape, addText } from '@spolu/board/drawing-edits';
import { checkBoard } from '@spolu/board/validation';
import { UndoHistory } from '@spolu/board/undo-history';
import type { BoardRights } from '@spolu/contracts/boards';
import { DRAWING_KINDS, FRAMES_PER_BOARD_MAX } from '@spolu/contracts/plain';
import { BoardActions, type BoardPersona } from './board-actions.ts';
import { overlaps } from './scene/grid.ts';
import { Scene } from './scene/scene.ts';

const STAFF: BoardRights = { write: true, createNotes: true, editAll: true, group: true, frames: true, notesByCommand: false, draw: DRAWING_KINDS, comment: true, react: true, present: true };
const PARTICIPANT: BoardRights = { write: true, createNotes: true, editAll: false, group: false, frames: false, notesByCommand: false, draw: [], comment: true, react: true, present: false };

let doc: Y.Doc;
let index: BoardIndex;
let scene: Scene;
let actions: BoardActions;
let persona: BoardPersona;

const add = (id: string, x: number, y: number, { participantId = 'p1', frameId = null }: { participantId?: string | null; frameId?: string | null } = {}) =>
  addNote(doc, { id, participantId, text: id, colour: 'yellow', position: { x, y, frameId }, createdAt: 0 });
const place = (id: string) => index.note(id)!.position;

beforeEach(() => {
  doc = new Y.Doc();
  newBoard(doc);
  index = new BoardIndex(doc);
  scene = new Scene(index, (run) => run());
  persona = { participantId: 'p1', rights: STAFF };
  actions = new BoardActions({ doc, index, history: new UndoHistory(doc) }, scene, () => persona);
});

describe('what a participant may', () => {
  beforeEach(() => {
    persona = { participantId: 'p1', rights: PARTICIPANT };
    add('mine', 0, 0);
    add('hers', 300, 0, { participantId: 'p2' });
    add('nobodys', 600, 0, { participantId: null });
  });

  test('changes her own notes only', () => {
    expect(actions.colourNotes(['mine', 'hers', 'nobodys'], 'blue')).toBe(1);
    expect(actions.removeNotes(['hers', 'nobodys'])).toBe(0);
    expect(actions.dropNotes(['mine', 'hers'], 10, 10)).toBe(1);
    expect(index.note('hers')).toMatchObject({ colour: 'yellow', position: { x: 300 } });
    expect(actions.makeCluster(['mine'], 'Zhluk')).toBeNull();
    expect(actions.frames.add('Rám', { x: 0, y: 0 })).toBeNull();
  });

  test('moves those of others where all group', () => {
    persona = { participantId: 'p1', rights: { ...PARTICIPANT, group: true } };
    expect(actions.dropNotes(['hers'], 10, 10)).toBe(1);
    expect(actions.removeNotes(['hers'])).toBe(0);
  });

  test('nothing on a locked frame, and she is told; whoever runs the session goes on there', () => {
    addFrame(doc, { id: 'f', title: 'Rozhodnuté', position: { x: 0, y: 1_000 } });
    add('there', 20, 20, { frameId: 'f' });
    lockItem(doc, 'frame', 'f', true);
    let told = 0;
    actions.tellClosed(() => void told++);
    persona = { participantId: 'p1', rights: { ...PARTICIPANT, group: true, draw: DRAWING_KINDS } };
    const look = { colour: 'ink', fill: 'none' } as const;
    expect([actions.may('there'), actions.isHeld('there')]).toEqual([{ edit: false, move: false, remove: false, group: false }, true]);
    expect([actions.dropNotes(['there'], 0, -900), actions.removeNotes(['there']), actions.makeCluster(['there'], 'Zhluk')]).toEqual([0, 0, null]);
    expect(told).toBe(0);
    expect([actions.addNote('Nový', 'yellow', { x: 5, y: 5, frameId: 'f' }), actions.dropNotes(['mine'], 0, 1_000), actions.nudgeNotes(['mine', 'hers'], 0, 1_000), actions.moveNotesToFrame(['mine'], 'f')]).toEqual([null, 0, 0, 0]);
    expect(actions.drawings.addShape('rectangle', { x: 100, y: 1_100, width: 100, height: 100 }, look)).toBeNull();
    expect(actions.drawings.connect({ kind: 'note', id: 'mine' }, { kind: 'frame', id: 'f' }, { line: 'straight', heads: 'end', colour: 'ink' })).toBeNull();
    expect(told).toBe(6);
    const lines = [[1_050, 'dnu'], [1_100, 'dnu'], [-900, 'von']].map(([y, text]) => ({ text: text as string, place: { x: 300, y: y as number }, size: { width: 180, height: 180 } }));
    expect([actions.addNotes(lines, 'yellow').length, told]).toEqual([1, 7]);
    expect([actions.dropNotes(['mine'], 10, 10), actions.drawings.addShape('rectangle', { x: -900, y: 0, width: 100, height: 100 }, look)]).toEqual([1, expect.any(String)]);
    persona = { participantId: null, rights: STAFF };
    expect([actions.dropNotes(['there'], 10, 10), actions.isHeld('there'), actions.isLocked('f')]).toEqual([1, false, true]);
    actions.frames.move('f', 10, 10);
    expect(index.frame('f')?.position).toEqual({ x: 0, y: 1_000 });
    actions.lock(['f'], false);
    actions.frames.move('f', 10, 10);
    expect(index.frame('f')?.position).toEqual({ x: 10, y: 1_010 });
  });

  test('nothing on a locked board', () => {
    persona = { participantId: 'p1', rights: { ...PARTICIPANT, write: false } };
    expect(actions.addNote('Nový', 'yellow', { x: 0, y: 0, frameId: null })).toBeNull();
    expect(actions.dropNotes(['mine'], 10, 10)).toBe(0);
  });
});

test('what she takes away she did as its author, what staff takes away staff did', () => {
  add('mine', 0, 0);
  add('hers', 300, 0, { participantId: 'p2' });
  actions.removeNotes(['mine', 'hers']);
  expect(index.removedNotes().map(({ id, removed }) => [id, removed])).toEqual([['mine', 'author'], ['hers', 'staff']]);
  actions.undo();
  expect(index.notes.size).toBe(2);
});

test('a note dropped on a frame lies on it, relative to it', () => {
  addFrame(doc, { id: 'f', title: 'F', position: { x: 1_000, y: 1_000 } });
  add('a', 0, 0);
  actions.dropNotes(['a'], 1_100, 1_050);
  expect(place('a')).toEqual({ x: 100, y: 50, frameId: 'f' });
  actions.dropNotes(['a'], -1_100, -1_050);
  expect(place('a')).toEqual({ x: 0, y: 0, frameId: null });
});

test('notes dropped together come to the top in the order they lay in', () => {
  for (const id of ['a', 'b', 'c']) add(id, 0, 0);
  actions.dropNotes(['b', 'a'], 5, 5);
  expect([...scene.notes.values()].sort((x, y) => x.rank - y.rank).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});

test('where nothing would lie over them, a drop writes the place alone, in at most 45 bytes', () => {
  for (const [i, id] of ['a', 'b', 'c'].entries()) add(id, i * 300, 0);
  const order = index.note('a')!.order;
  const sent: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => sent.push(update));
  actions.dropNotes(['a'], 37, 400);
  expect(index.note('a')).toMatchObject({ order, position: { x: 37, y: 400 } });
  expect(sent.map(({ length }) => length <= 45)).toEqual([true]);
  actions.dropNotes(['a'], 300, -400);
  expect(index.note('a')!.order > index.note('c')!.order).toBe(true);
});

test('one drop is one step of undo', () => {
  add('a', 0, 0);
  add('b', 300, 0);
  actions.dropNotes(['a', 'b'], 500, 500);
  actions.undo();
  expect([place('a').x, place('b').x]).toEqual([0, 300]);
  actions.redo();
  expect([place('a').x, place('b').x]).toEqual([500, 800]);
});

test('arrow keys in a row are one step of undo', () => {
  add('a', 0, 0);
  for (let i = 0; i < 5; i++) actions.nudgeNotes(['a'], 20, 0);
  expect(place('a').x).toBe(100);
  actions.undo();
  expect(place('a').x).toBe(0);
});

describe('clusters', () => {
  beforeEach(() => {
    add('a', 0, 0);
    add('b', 900, 400);
    add('c', 1_800, 0);
    add('rest', 5_000, 5_000);
  });

  test('are made of what is chosen, gathered without covering one another or others', () => {
    add('in the way', 190, 0);
    const clusterId = actions.makeCluster(['a', 'b', 'c'], 'Zeleň')!;
    expect(index.cluster(clusterId)?.title).toBe('Zeleň');
    const notes = [...scene.notes.values()];
    for (const one of notes) for (const other of notes) if (one !== other) expect(overlaps(one, other)).toBe(false);
    expect(scene.islandsOfCluster(clusterId)).toHaveLength(1);
    actions.undo();
    expect(index.clusters.size).toBe(0);
    expect(place('b')).toEqual({ x: 900, y: 400, frameId: null });
    expect(index.note('b')?.clusterId).toBeNull();
  });

  test('take in what is dropped among their notes, and let go what is carried out', () => {
    const clusterId = actions.makeCluster(['a', 'b'], 'Zeleň')!;
    const around = scene.islandsOfCluster(clusterId)[0]!;
    const rest = scene.notes.get('rest')!;
    actions.dropNotes(['rest'], around.x + 40 - rest.x, around.y + 60 - rest.y);
    expect(index.note('rest')?.clusterId).toBe(clusterId);
    actions.dropNotes(['rest'], 4_000, 4_000);
    expect(index.note('rest')?.clusterId).toBeNull();
  });

  test('stay together when carried elsewhere as a whole', () => {
    const clusterId = actions.makeCluster(['a', 'b'], 'Zeleň')!;
    actions.dropNotes(['a', 'b'], 6_000, 0);
    expect(scene.notesOfCluster(clusterId)).toHaveLength(2);
  });

  test('can be filled without dragging: a free place beside their notes for each', () => {
    const clusterId = actions.makeCluster(['a'], 'Zeleň')!;
    expect(actions.moveNotesToCluster(['b', 'c', 'rest'], clusterId)).toBe(3);
    const members = scene.notesOfCluster(clusterId);
    expect(members).toHaveLength(4);
    for (const one of members) for (const other of members) if (one !== other) expect(overlaps(one, other)).toBe(false);
    expect(scene.islandsOfCluster(clusterId)).toHaveLength(1);
    expect(actions.moveNotesToCluster(['b'], null)).toBe(1);
    expect(scene.notesOfCluster(clusterId)).toHaveLength(3);
  });
});

test('moved to a frame without dragging, each note gets a place of its own, and the frame grows where it must', () => {
  addFrame(doc, { id: 'f', title: 'F', position: { x: 0, y: 0 }, size: { width: 480, height: 300 } });
  const ids = ['a', 'b', 'c', 'd', 'e'];
  ids.forEach((id, i) => add(id, 3_000 + i * 200, 0));
  expect(actions.moveNotesToFrame(ids, 'f')).toBe(5);
  const notes = scene.notesOfFrame('f');
  expect(notes).toHaveLength(5);
  for (const one of notes) for (const other of notes) if (one !== other) expect(overlaps(one, other)).toBe(false);
  const frame = index.frame('f')!;
  for (const note of notes) expect(note.y + note.height).toBeLessThan(frame.size.height);
});

test('a new note without a frame comes near where one looks, and covers nothing', () => {
  add('a', -90, -90);
  const position = actions.places.freePlaceNear({ x: 0, y: 0 });
  const id = actions.addNote('Nový', 'green', position)!;
  expect(overlaps(scene.notes.get(id)!, scene.notes.get('a')!)).toBe(false);
  expect(Math.abs(position.x)).toBeLessThan(400);
});

test('a new note on a frame stands beside its clusters, never as if it belonged to one', () => {
  addFrame(doc, { id: 'f', title: 'F', position: { x: 0, y: 0 } });
  for (const id of ['a', 'b', 'c']) add(id, 24, 72, { frameId: 'f' });
  actions.makeCluster(['a', 'b', 'c'], 'Zeleň');
  const id = actions.addNote('Nový', 'green', actions.places.freePlaceNear({ x: 400, y: 400 }))!;
  const note = scene.notes.get(id)!;
  expect(note.note.position.frameId).toBe('f');
  for (const island of scene.islands()) expect(overlaps(note, island)).toBe(false);
});

test('a new cluster leaves the title of its frame in sight', () => {
  addFrame(doc, { id: 'f', title: 'F', position: { x: 0, y: 0 } });
  add('a', 24, 72, { frameId: 'f' });
  add('b', 220, 72, { frameId: 'f' });
  const clusterId = actions.makeCluster(['a', 'b'], 'Zeleň')!;
  expect(scene.islandsOfCluster(clusterId)[0]?.y).toBeGreaterThanOrEqual(72);
});

describe('copies', () => {
  test('are her own notes, as far from each other as what they were made of, and one step of undo', () => {
    persona = { participantId: 'p1', rights: PARTICIPANT };
    addFrame(doc, { id: 'f', title: 'Rám', position: { x: 1_000, y: 0 }, size: { width: 900, height: 600 } });
    add('hers', 50, 60, { participantId: 'p2', frameId: 'f' });
    add('mine', 250, 60, { frameId: 'f' });
    const [first, second] = actions.duplicate(['mine', 'hers'], 24, 24).map((id) => index.note(id)!).sort((a, b) => a.position.x - b.position.x);
    expect(first).toMatchObject({ text: 'hers', participantId: 'p1', position: { x: 74, y: 84, frameId: 'f' } });
    expect(second).toMatchObject({ text: 'mine', participantId: 'p1', position: { x: 274, y: 84, frameId: 'f' } });
    expect(actions.undo().done).toBe(2);
    expect([...index.notes.keys()].sort()).toEqual(['hers', 'mine']);
  });

  test('there are none where notes may not be made', () => {
    persona = { participantId: 'p1', rights: { ...PARTICIPANT, createNotes: false } };
    add('mine', 0, 0);
    expect(actions.duplicate(['mine'], 24, 24)).toEqual([]);
    expect(index.notes.size).toBe(1);
  });
});

describe('drawings', () => {
  const look = { colour: 'ink', fill: 'white', line: 'straight', heads: 'end', pen: 'medium' } as const;
  beforeEach(() => {
    persona = { participantId: 'p1', rights: { ...PARTICIPANT, draw: ['shape', 'connector', 'stroke'] } };
  });

  test('are made where the rule lets her, one step of undo each, words included', () => {
    const id = actions.drawings.addShape('ellipse', { x: 0, y: 0, width: 0, height: 0 }, look)!;
    actions.drawings.write(id, 'Námestie');
    expect(index.item('shape', id)).toMatchObject({ participantId: 'p1', text: 'Námestie', position: { x: -100, y: -60 } });
    expect(actions.drawings.addText({ x: 0, y: 0 }, 'Nadpis', 'title')).toBeNull();
    actions.undo();
    expect(index.item('shape', id)).toBeUndefined();
  });

  test('belong to the frame they are drawn on', () => {
    addFrame(doc, { id: 'f', title: '', position: { x: 1_000, y: 100 }, size: { width: 900, height: 600 } });
    const id = actions.drawings.draw([1_100, 150, 1_150, 180], look)!;
    expect(index.item('stroke', id)?.position).toEqual({ x: 100, y: 50, frameId: 'f' });
  });

  test('no line leads from a thing to itself', () => {
    add('mine', 0, 0);
    expect(actions.drawings.connect({ kind: 'note', id: 'mine' }, { kind: 'note', id: 'mine' }, look)).toBeNull();
    expect(actions.drawings.connect({ kind: 'note', id: 'mine' }, { x: 500, y: 0 }, look)).not.toBeNull();
  });

  test('what staff locked nobody moves or changes, staff after unlocking it', () => {
    const id = actions.drawings.addShape('rectangle', { x: 0, y: 0, width: 100, height: 100 }, look)!;
    expect(actions.lock([id], true)).toBe(false);
    persona = { participantId: null, rights: STAFF };
    expect(actions.lock([id], true)).toBe(true);
    expect(actions.dropNotes([id], 10, 0)).toBe(0);
    actions.lock([id], false);
    expect(actions.dropNotes([id], 10, 0)).toBe(1);
  });

  test('what is kept together is chosen together, and laid out in one step', () => {
    persona = { participantId: 'p1', rights: STAFF };
    add('a', 0, 0);
    add('b', 300, 40);
    expect(actions.bind(['a', 'b'])).toBe(true);
    expect(actions.withGroups(['a']).sort()).toEqual(['a', 'b']);
    expect(actions.arrange(['a', 'b'], (boxes) => new Map(boxes.map((box) => [box.id, { x: box.x, y: 0 }])))).toBe(1);
    expect(place('b')).toMatchObject({ x: 300, y: 0 });
    actions.undo();
    expect(place('b')).toMatchObject({ x: 300, y: 40 });
  });
});

describe('the size of things', () => {
  beforeEach(() => {
    addFrame(doc, { id: 'f', title: 'Rám', position: { x: 0, y: 0 }, size: { width: 400, height: 300 } });
    addShape(doc, { id: 's', participantId: 'p2', form: 'ellipse', position: { x: 10, y: 10, frameId: null }, size: { width: 100, height: 60 } });
    addPicture(doc, { id: 'p', participantId: 'p1', fileId: 'x', natural: { width: 200, height: 100 }, position: { x: 0, y: 400, frameId: null } });
    addText(doc, { id: 't', participantId: 'p1', text: 'nadpis', position: { x: 0, y: 800, frameId: null } });
  });
  const sizeOf = (kind: 'shape' | 'picture', id: string) => index.item(kind, id)?.size;

  test('steps taken in one go are one step back, each from where the last one ended', () => {
    for (let i = 0; i < 3; i++) actions.grow({ kind: 'shape', id: 's' }, { width: 20, height: 0 });
    expect(sizeOf('shape', 's')).toEqual({ width: 160, height: 60 });
    actions.undo();
    expect(sizeOf('shape', 's')).toEqual({ width: 100, height: 60 });
  });

  test('stays within what a board takes, and a picture keeps its proportions', () => {
    actions.resize({ kind: 'shape', id: 's' }, { width: -5, height: 1e9 });
    expect(sizeOf('shape', 's')).toEqual({ width: SIDE_MIN, height: SIDE_MAX });
    actions.resize({ kind: 'picture', id: 'p' }, { width: 1e9, height: 5 });
    expect(sizeOf('picture', 'p')).toEqual({ width: SIDE_MAX, height: SIDE_MAX / 2 });
    actions.resize({ kind: 'frame', id: 'f' }, { width: 1, height: 1e9 });
    expect(index.frame('f')?.size).toEqual({ width: SIDE_MIN * 10, height: SIDE_MAX });
    actions.resize({ kind: 'text', id: 't' }, { width: 333, height: 5 });
    expect(index.item('text', 't')?.width).toBe(333);
    expect(checkBoard(doc).filter((fault) => !fault.endsWith(' id'))).toEqual([]);
  });

  test('is changed by who may change the thing: not of others, of what is locked, of notes, of frames by participants', () => {
    persona = { participantId: 'p1', rights: { ...PARTICIPANT, draw: DRAWING_KINDS } };
    add('n', 0, 0);
    expect(['s', 'p', 'f', 'n'].map((id) => actions.sizing({ kind: id === 'f' ? 'frame' : id === 'n' ? 'note' : id === 's' ? 'shape' : 'picture', id }))).toEqual([null, 'scaled', null, null]);
    actions.resize({ kind: 'shape', id: 's' }, { width: 500, height: 500 });
    expect(sizeOf('shape', 's')).toEqual({ width: 100, height: 60 });
    lockItem(doc, 'picture', 'p', true);
    expect(actions.grow({ kind: 'picture', id: 'p' }, { width: 20, height: 0 })).toBeNull();
  });
});

describe('frames of a method', () => {
  const frame = (key: string, column: number) => ({ key, title: { text: key, lang: 'sk' as const }, divided: null, column, row: 0, columnSpan: 1, rowSpan: 1 });
  const template = { id: 'm', name: { text: 'Metóda', lang: 'sk' as const }, frames: [frame('Začať', 0), frame('Prestať', 1)] };

  test('come beside all that is there, in one step that can be taken back', () => {
    add('n', 5_000, 0);
    const first = actions.frames.addTemplate(template);
    expect(index.frame(first ?? '')?.title).toBe('Začať');
    expect([...index.frames.values()].every(({ position }) => position.x > 5_000)).toBe(true);
    actions.undo();
    expect(index.frames.size).toBe(0);
  });

  test('come all or not at all, and by staff alone', () => {
    for (let i = 0; i < FRAMES_PER_BOARD_MAX - 1; i++) addFrame(doc, { id: `f${i}`, title: '', position: { x: 0, y: 0 } });
    expect(actions.frames.addTemplate(template)).toBeNull();
    expect(index.frames.size).toBe(FRAMES_PER_BOARD_MAX - 1);
    persona = { participantId: 'p1', rights: PARTICIPANT };
    expect(actions.frames.addTemplate({ ...template, frames: [] })).toBeNull();
  });
});
