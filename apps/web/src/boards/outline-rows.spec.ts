import { expect, test } from '@jest/globals';
import { toCluster, toFrame, toNote, type Cluster, type Frame, type Note } from '@spolu/board/shape';
import { outlineRows, ROW_HEIGHT, topOf, windowOf } from './outline-rows.ts';

const note = (id: string, y: number, frameId: string | null, clusterId: string | null = null): Note => ({
  ...toNote(id, new Map()), text: id, position: { x: 0, y, frameId }, clusterId,
});
const frame = (id: string, order: string): Frame => ({ ...toFrame(id, new Map()), title: id, order });
const cluster = (id: string): Cluster => ({ ...toCluster(id, new Map()), title: id });

test('reads frame by frame, in each its clusters and then the rest', () => {
  const { rows, noteCount } = outlineRows(
    [frame('druhý', 'a2'), frame('prvý', 'a1')],
    [cluster('zeleň')],
    [note('voľný', 0, null), note('b', 300, 'prvý'), note('a', 0, 'prvý'), note('strom', 900, 'prvý', 'zeleň')],
  );
  expect(noteCount).toBe(4);
  expect(rows.map(({ id }) => id)).toEqual(['frame prvý', 'cluster zeleň prvý', 'note strom', 'note a', 'note b', 'frame druhý', 'frame ', 'note voľný']);
  expect(rows.flatMap((row) => (row.kind === 'note' ? [row.place] : []))).toEqual([1, 2, 3, 4]);
  expect(rows.flatMap((row) => (row.kind === 'frame' ? [row.count] : []))).toEqual([3, 0, 1]);
});

test('of a long list only what is near the window is drawn; the room it takes stays the same', () => {
  const { rows } = outlineRows([], [], Array.from({ length: 5_000 }, (_, i) => note(`n${i}`, i, null)));
  const total = topOf(rows, rows.length);
  for (const scrolled of [0, 5_000, 200_000, total - 700]) {
    const { from, until, above, below } = windowOf(rows, scrolled, 700);
    expect(until - from).toBeLessThan(40);
    expect(above).toBe(topOf(rows, from));
    expect(above + (topOf(rows, until) - above) + below).toBe(total);
    expect(above).toBeLessThanOrEqual(scrolled);
    expect(total - below).toBeGreaterThanOrEqual(Math.min(total, scrolled + 700));
  }
  expect(ROW_HEIGHT.note).toBeGreaterThanOrEqual(44);
});
