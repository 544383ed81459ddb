import { beforeEach, describe, expect, test } from '@jest/globals';
import { BoardIndex } from '@spolu/board/board-index';
import { addConnector, addShape, addStroke } from '@spolu/board/drawing-edits';
import { addFrame } from '@spolu/board/frames';
import { addNote, moveNote } from '@spolu/board/notes';
import { newBoard } from '@spolu/board/shape';
import * as Y from 'yjs';
import { liesOverNotes } from './drawings.ts';
import { OWN_HAND, Scene } from './scene.ts';

let doc: Y.Doc;
let scene: Scene;
const note = (id: string, x: number, frameId: string | null = null, order?: string) =>
  addNote(doc, { id, participantId: null, text: id, colour: 'yellow', position: { x, y: 0, frameId }, createdAt: 0, ...(order ? { order } : {}) });
const line = () => scene.drawings.all.get('line');
const route = () => {
  const placed = line();
  return placed?.kind === 'connector' ? placed.route : undefined;
};

beforeEach(() => {
  doc = new Y.Doc();
  newBoard(doc);
  scene = new Scene(new BoardIndex(doc), (run) => run());
});

describe('lines between things', () => {
  beforeEach(() => {
    note('a', 0);
    note('b', 500);
    addConnector(doc, { id: 'line', participantId: null, from: { kind: 'note', id: 'a' }, to: { kind: 'note', id: 'b' } });
  });

  test('go from edge to edge, and follow a note that is moved or only lifted', () => {
    expect(route()).toEqual([{ x: 180, y: 90 }, { x: 500, y: 90 }]);
    scene.lift(OWN_HAND, ['b'], 100, 0);
    expect(route()?.at(-1)).toEqual({ x: 600, y: 90 });
    scene.settle(OWN_HAND);
    moveNote(doc, 'b', { x: 300, y: 0, frameId: null });
    expect(route()?.at(-1)).toEqual({ x: 300, y: 90 });
  });

  test('are named among what changed when only what they hold on to moved', () => {
    const changed: string[] = [];
    scene.onChange(({ drawings }) => changed.push(...drawings));
    moveNote(doc, 'a', { x: 0, y: 300, frameId: null });
    expect(changed).toEqual(['line']);
  });

  test('are found under a pointer near them, not anywhere in their box', () => {
    expect(scene.drawingAt(300, 93, 6)?.id).toBe('line');
    expect(scene.drawingAt(300, 120, 6)).toBeUndefined();
  });
});

test('what lies on a frame comes along when the frame is lifted', () => {
  addFrame(doc, { id: 'f', title: '', position: { x: 1_000, y: 0 }, size: { width: 500, height: 500 } });
  addStroke(doc, { id: 'stroke', participantId: null, points: [10, 10, 60, 40], frameId: 'f' });
  expect(scene.placed('stroke')).toMatchObject({ x: 1_010, y: 10, width: 50, height: 30 });
  scene.liftFrame('f', { x: 5, y: 7 });
  expect(scene.placed('stroke')).toMatchObject({ x: 1_015, y: 17 });
});

test('a filled form is over the notes it touches only when it is above each of them', () => {
  note('low', 0, null, 'a1');
  note('high', 190, null, 'a3');
  addShape(doc, { id: 'form', participantId: null, form: 'ellipse', fill: 'white', position: { x: 0, y: 0, frameId: null }, order: 'a2' });
  const form = scene.drawings.all.get('form')!;
  const [low, high] = [scene.notes.get('low')!, scene.notes.get('high')!];
  expect(liesOverNotes(form, [low])).toBe(true);
  expect(liesOverNotes(form, [low, high])).toBe(false);
});
