import { expect, test } from '@jest/globals';
import { isTakingOn } from './idea-intake.ts';

test('ideas are taken from the first day to the last, both included', () => {
  const april = { fromOn: '2023-04-02', untilOn: '2023-04-24' };
  expect(['2023-04-01', '2023-04-02', '2023-04-24', '2023-04-25'].map((day) => isTakingOn(april, day))).toEqual([false, true, true, false]);
});

test('without a last day until further notice, without a first never', () => {
  expect(isTakingOn({ fromOn: '2023-04-02', untilOn: null }, '2031-01-01')).toBe(true);
  expect(isTakingOn({ fromOn: null, untilOn: '2023-04-24' }, '2023-04-10')).toBe(false);
});
