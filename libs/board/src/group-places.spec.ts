import { expect, test } from '@jest/globals';
import { islandsOf } from './drawing/islands.ts';
import { groupPlaces } from './group-places.ts';
import { FRAME_HEAD } from './placement.ts';
import { FRAME_SIZE, NOTE_SIZE, type Frame } from './shape.ts';

const frame = { id: 'f', size: FRAME_SIZE } as Frame;
const ids = (group: number, count: number) => Array.from({ length: count }, (_, i) => `${group}-${i}`);

test('groups lie side by side under their names: no island covers another, the frame’s title or its edges', () => {
  const groups = [3, 5, 0, 1, 7, 2].map((count, group) => ids(group, count));
  const places = groupPlaces(frame, groups);
  expect(places.size).toBe(18);
  const islands = groups.flatMap((noteIds, group) => islandsOf(String(group), noteIds.map((id) => ({ id, ...places.get(id)!, ...NOTE_SIZE }))));
  expect(islands).toHaveLength(5);
  for (const [i, a] of islands.entries()) {
    expect(a.y).toBeGreaterThanOrEqual(FRAME_HEAD);
    expect(a.x).toBeGreaterThan(0);
    expect(a.x + a.width).toBeLessThan(FRAME_SIZE.width);
    for (const b of islands.slice(i + 1)) expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
  }
});

test('a narrow frame has one group below the other', () => {
  const places = groupPlaces({ ...frame, size: { width: 300, height: 880 } }, [ids(0, 4), ids(1, 1)]);
  expect(places.get('1-0')!.x).toBe(places.get('0-0')!.x);
  expect(places.get('1-0')!.y).toBeGreaterThan(places.get('0-3')!.y + NOTE_SIZE.height);
});
