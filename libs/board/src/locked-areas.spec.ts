import { describe, expect, test } from '@jest/globals';
import * as Y from 'yjs';
import { addCluster } from './clusters.ts';
import { addFrame, removeFrame } from './frames.ts';
import { lockItem } from './items.ts';
import { LockedAreas } from './locked-areas.ts';
import { addNote, putInCluster } from './notes.ts';
import { newBoard, type Position } from './shape.ts';

/** Side by side: a locked frame from 0 to 1,000 and an open one from 1,000 to 2,000; on the locked one stands an open one. */
function givenBoard(): Y.Doc {
  const doc = new Y.Doc();
  newBoard(doc);
  const size = { width: 1_000, height: 1_000 };
  addFrame(doc, { id: 'locked', title: 'Rozhodnuté', position: { x: 0, y: 0 }, size });
  addFrame(doc, { id: 'open', title: 'Nápady', position: { x: 1_000, y: 0 }, size });
  addFrame(doc, { id: 'inner', title: 'Pripomienky', position: { x: 600, y: 600 }, size: { width: 300, height: 300 } });
  lockItem(doc, 'frame', 'locked', true);
  return doc;
}
const small = { width: 20, height: 20 };
const at = (x: number, y: number, frameId: string | null = null): Position => ({ x, y, frameId });

test.each<[string, Position, boolean]>([
  ['on it by name', at(10, 10, 'locked'), true],
  ['on it by name, pushed over its edge', at(1_500, 10, 'locked'), true],
  ['over it, on no frame', at(500, 500), true],
  ['with its middle just outside', at(990, 500), false],
  ['with its middle just inside', at(989, 500), true],
  ['over it, though it names another frame', at(-900, 10, 'open'), true],
  ['on the other frame', at(10, 10, 'open'), false],
  ['on an open frame that stands on it', at(10, 10, 'inner'), false],
  ['on no frame, beside all', at(-500, 0), false],
  ['naming a frame that is not there, over it', at(500, 500, 'none'), true],
])('what lies %s', (_, position, held) => {
  expect(new LockedAreas(givenBoard()).holdBox(position, small)).toBe(held);
});

test('a frame that is gone, or unlocked, locks nothing', () => {
  const doc = givenBoard();
  removeFrame(doc, 'locked');
  expect(new LockedAreas(doc).holdBox(at(10, 10, 'locked'), small)).toBe(false);
  const other = givenBoard();
  lockItem(other, 'frame', 'locked', false);
  expect(new LockedAreas(other).none).toBe(true);
});

describe('a line', () => {
  const line = (from: object, to: object) => ({ id: 'c', participantId: null, order: 'a', groupId: null, locked: false, removed: null, from, to, label: '', line: 'straight', heads: 'end', colour: 'ink' }) as never;
  test('lies where either end is: at a place, at a thing, at the frame', () => {
    const doc = givenBoard();
    addNote(doc, { id: 'n', participantId: null, text: 'Strom', colour: 'pink', position: at(10, 10, 'locked'), createdAt: 1 });
    const areas = new LockedAreas(doc);
    expect([
      areas.hold('connector', line(at(-500, 0), at(-600, 0))), areas.hold('connector', line(at(-500, 0), at(5, 5))), areas.hold('connector', line({ kind: 'note', id: 'n' }, at(-500, 0))),
      areas.hold('connector', line(at(-500, 0), { kind: 'frame', id: 'locked' })), areas.hold('connector', line({ kind: 'note', id: 'gone' }, { kind: 'frame', id: 'open' })),
    ]).toEqual([false, true, true, true, false]);
  });
});

test('a cluster is held by any note of it that lies there', () => {
  const doc = givenBoard();
  for (const [id, frameId] of [['a', 'open'], ['b', 'locked']] as const) {
    addCluster(doc, { id: `of ${id}`, title: id });
    addNote(doc, { id, participantId: null, text: id, colour: 'pink', position: at(10, 10, frameId), createdAt: 1 });
    putInCluster(doc, id, `of ${id}`);
  }
  const areas = new LockedAreas(doc);
  expect([areas.holdCluster('of a'), areas.holdCluster('of b'), areas.holdCluster('none')]).toEqual([false, true, false]);
});
