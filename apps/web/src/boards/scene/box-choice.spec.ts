import { expect, test } from '@jest/globals';
import { isChosenBy } from './box-choice.ts';

const box = { x: 0, y: 0, width: 100, height: 100 };

test('a box chooses each note that it touches, by however little', () => {
  expect(isChosenBy(box, { x: 99, y: 99, width: 50, height: 50 }, true)).toBe(true);
  expect(isChosenBy(box, { x: 100, y: 0, width: 50, height: 50 }, true)).toBe(false);
});

test('a drawing is chosen only when it lies in the box whole', () => {
  expect(isChosenBy(box, { x: 10, y: 10, width: 90, height: 90 }, false)).toBe(true);
  expect(isChosenBy(box, { x: 10, y: 10, width: 91, height: 90 }, false)).toBe(false);
  expect(isChosenBy(box, { x: -500, y: -500, width: 2_000, height: 2_000 }, false)).toBe(false);
});
