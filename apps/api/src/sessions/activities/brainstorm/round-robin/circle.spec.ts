import { expect, test } from '@jest/globals';
import { after } from './circle.ts';

const circle = ['a', 'b', 'c'].map((id) => ({ id, isGone: false }));

test('the word goes round in the order in which people came, and begins with the first', () => {
  expect(after(circle, null)).toEqual(['a', 'b', 'c']);
  expect(after(circle, 'b')).toEqual(['c', 'a', 'b']);
});
test('who is gone is passed over, and where she had the word it goes on from her place', () => {
  const without = circle.map((seat) => ({ ...seat, isGone: seat.id === 'b' }));
  expect(after(without, 'a')).toEqual(['c', 'a']);
  expect(after(without, 'b')).toEqual(['c', 'a']);
});
test('one alone goes on, nobody is nobody', () => {
  expect(after([circle[0]!], 'a')).toEqual(['a']);
  expect(after([], null)).toEqual([]);
});
