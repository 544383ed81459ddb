import { expect, test } from '@jest/globals';
import { sectorBalance } from './sector-balance.ts';

test('a working group is balanced where all three sectors sit and none has more than half', () => {
  expect(sectorBalance(['public', 'public', 'business', 'ngo'])).toEqual({ counts: { public: 2, business: 1, civic: 1 }, other: 0, missing: [], dominant: null });
});

test('associations and residents are one sector, universities and the unknown are none of the three', () => {
  expect(sectorBalance(['ngo', 'residents', 'academia', null])).toMatchObject({ counts: { civic: 2 }, other: 2, missing: ['public', 'business'], dominant: 'civic' });
});

test('nobody dominates an empty group, in which everybody is missing', () => {
  expect(sectorBalance([])).toMatchObject({ missing: ['public', 'business', 'civic'], dominant: null });
});
