import { describe, expect, test } from '@jest/globals';
import { drawn, inOrder } from './pitch-order.ts';

describe('the order of the pitches', () => {
  test('is as it was put, teams that came later are last and those that are gone are in it no more', () => expect(inOrder(['a', 'b', 'c', 'd'], ['c', 'x', 'a'])).toEqual(['c', 'a', 'b', 'd']));
  test('is drawn among those who have not pitched yet, each of them once', () => {
    expect(drawn(['a', 'b', 'c', 'd'], (id) => id === 'c', () => 0)).toEqual(['c', 'b', 'd', 'a']);
    expect(drawn([], () => false, () => 0)).toEqual([]);
  });
});
