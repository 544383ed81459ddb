import { expect, test } from '@jest/globals';
import { movedCaret } from './caret.ts';

test.each([
  ['behind it', 'abc', 'abcXX', 1, 1],
  ['in front of it', 'abc', 'XXabc', 1, 3],
  ['at the end, where another types on', 'abc', 'abcX', 3, 3],
  ['deleted in front of it', 'abcdef', 'def', 5, 2],
  ['deleted around it', 'abcdef', 'af', 3, 1],
  ['nothing', 'abc', 'abc', 2, 2],
])('stays at its letter: %s', (_, before, after, caret, expected) => {
  expect(movedCaret(before, after, caret)).toBe(expected);
});
