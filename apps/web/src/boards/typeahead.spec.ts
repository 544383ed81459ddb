import { expect, test } from '@jest/globals';
import { Typeahead } from './typeahead.ts';

const LINES = ['Problémy', 'Škola je studená', 'Školská jedáleň', 'Park', 'Štadión'];

test('a letter goes to the next line that begins with it, the same one again further, round and round', () => {
  const typeahead = new Typeahead();
  expect(typeahead.type('s', 0, LINES, 0)).toBe(1);
  expect(typeahead.type('s', 100, LINES, 1)).toBe(2);
  expect(typeahead.type('s', 200, LINES, 2)).toBe(4);
  expect(typeahead.type('s', 300, LINES, 4)).toBe(1);
});

test('letters in a row are words; marks and case do not matter', () => {
  const typeahead = new Typeahead();
  const go = (text: string) => [...text].reduce((at, key, i) => typeahead.type(key, i * 100, LINES, at) ?? at, 0);
  expect(go('skols')).toBe(2);
});

test('after a pause it begins anew, and a space is a letter only within words', () => {
  const typeahead = new Typeahead();
  expect(typeahead.takes(' ', 0)).toBe(false);
  typeahead.type('s', 0, LINES, 0);
  expect(typeahead.takes(' ', 100)).toBe(true);
  expect(typeahead.takes(' ', 1_000)).toBe(false);
  expect(typeahead.type('p', 1_000, LINES, 1)).toBe(3);
});

test('another key in between begins anew', () => {
  const typeahead = new Typeahead();
  typeahead.type('p', 0, LINES, 3);
  typeahead.forget();
  expect(typeahead.type('s', 10, LINES, 3)).toBe(4);
});

test('what no line begins with leads nowhere', () => {
  const typeahead = new Typeahead();
  expect(typeahead.type('x', 0, LINES, 0)).toBeUndefined();
  expect(typeahead.type('y', 2_000, [], 0)).toBeUndefined();
  expect(typeahead.takes('ArrowDown', 0)).toBe(false);
});
