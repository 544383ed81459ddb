import { describe, expect, test } from '@jest/globals';
import { placeAt, takeOut } from './places.ts';

describe('places of a ranking', () => {
  test('an option goes in at its place, and the others keep their order', () => {
    expect(placeAt(['a', 'b'], 'c', 1)).toEqual(['c', 'a', 'b']);
    expect(placeAt(['a', 'b'], 'c', 3)).toEqual(['a', 'b', 'c']);
    expect(placeAt([], 'c', 1)).toEqual(['c']);
  });

  test('one that stands already is moved up and down', () => {
    expect(placeAt(['a', 'b', 'c'], 'c', 2)).toEqual(['a', 'c', 'b']);
    expect(placeAt(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'a', 'c']);
    expect(placeAt(['a', 'b', 'c'], 'a', 3)).toEqual(['b', 'c', 'a']);
  });

  test('a place beyond the ends is the end', () => {
    expect(placeAt(['a', 'b'], 'a', 9)).toEqual(['b', 'a']);
    expect(placeAt(['a', 'b'], 'b', 0)).toEqual(['b', 'a']);
  });

  test('one that is taken out is gone', () => {
    expect(takeOut(['a', 'b', 'c'], 'b')).toEqual(['a', 'c']);
  });
});
