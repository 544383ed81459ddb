import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { boxAround, Grid, overlaps, type Box } from './grid.ts';

const side = fc.integer({ min: 1, max: 1_500 });
const at = fc.integer({ min: -3_000, max: 3_000 });
const box = fc.record({ x: at, y: at, width: side, height: side });

test('finds exactly what overlaps the view, also after things moved and went', () => {
  const step = fc.record({ item: fc.nat({ max: 19 }), to: box, go: fc.boolean() });
  fc.assert(
    fc.property(fc.array(box, { minLength: 1, maxLength: 20 }), fc.array(step, { maxLength: 20 }), box, (items, steps, view) => {
      const grid = new Grid<Box>();
      const there = new Set(items);
      for (const item of items) grid.add(item);
      for (const { item: i, to, go } of steps) {
        const item = items[i % items.length]!;
        if (!there.has(item)) continue;
        if (go) {
          there.delete(item);
          grid.delete(item);
        } else grid.move(Object.assign(item, to));
      }
      const found: Box[] = [];
      grid.query(view, (item) => found.push(item));
      expect(new Set(found)).toEqual(new Set([...there].filter((item) => overlaps(item, view))));
      expect(found).toHaveLength(new Set(found).size);
    }),
  );
});

test('finds a thing far larger than a cell from its far corner', () => {
  const grid = new Grid<Box>();
  const wall = { x: 0, y: 0, width: 4_000, height: 3_000 };
  for (let i = 0; i < 500; i++) grid.add({ x: i * 700, y: 9_000, width: 180, height: 180 });
  grid.add(wall);
  const found: Box[] = [];
  grid.query({ x: 3_990, y: 2_990, width: 50, height: 50 }, (item) => found.push(item));
  expect(found).toEqual([wall]);
});

test('the box around nothing is nothing', () => {
  expect(boxAround([])).toBeUndefined();
  expect(boxAround([{ x: 5, y: 5, width: 10, height: 10 }, { x: -5, y: 8, width: 2, height: 20 }])).toEqual({ x: -5, y: 5, width: 20, height: 23 });
});
