import { expect, test } from '@jest/globals';
import { SECTORS } from '@spolu/contracts/common';
import fc from 'fast-check';
import { balanceOf, tableBalanceOf, GROUP_MIN, type Part } from './balance.ts';

const parts = fc.tuple(...[...SECTORS, null].map((sector) =>
  fc.record({ people: fc.nat({ max: 8 }), notes: fc.nat({ max: 9 }) }).map(({ people, notes }): Part => ({ sector, people, wrote: Math.min(people, notes), notes }))));
const sum = (of: readonly { people: number; notes: number; wrote: number }[], what: 'people' | 'notes' | 'wrote') => of.reduce((all, one) => all + one[what], 0);

test('tells of no group of fewer than five people, leaves nobody out and counts nobody twice', () => {
  fc.assert(fc.property(parts, (given) => {
    const groups = balanceOf(given);
    for (const { people } of groups) expect(people).toBeGreaterThanOrEqual(GROUP_MIN);
    if (groups.length === 0) return;
    for (const what of ['people', 'notes', 'wrote'] as const) expect(sum(groups, what)).toBe(sum(given.filter(({ people }) => people > 0), what));
    const sectors = groups.flatMap((group) => group.sectors);
    expect(new Set(sectors).size).toBe(sectors.length);
  }));
});

const part = (sector: Part['sector'], people: number, notes = people): Part => ({ sector, people, wrote: people, notes });

test('says nothing where there are no two groups to compare', () => {
  expect(balanceOf([part('residents', 9)])).toEqual([]);
  expect(balanceOf([part('residents', 5), part('public', 4)])).toEqual([]);
  expect(balanceOf([])).toEqual([]);
});

test('tells large sectors apart and small ones together', () => {
  expect(balanceOf([part('residents', 12, 40), part('public', 3), part(null, 2)])).toEqual([
    { sectors: ['residents'], people: 12, wrote: 12, notes: 40 },
    { sectors: ['public', null], people: 5, wrote: 5, notes: 5 },
  ]);
});

test('adds the smallest large one to a single small one, which the sum would betray', () => {
  expect(balanceOf([part('residents', 12), part('ngo', 6), part('public', 1)]).map(({ sectors }) => sectors)).toEqual([['residents'], ['public', 'ngo']]);
});

test('tells tables in their order, small ones together, and never one of fewer than five', () => {
  const table = (number: number, people: number) => ({ table: number, people, wrote: 1, notes: 2 });
  expect(tableBalanceOf([table(1, 3), table(2, 6), table(3, 4), table(4, 0)])).toEqual([{ tables: [1, 3], people: 7, wrote: 2, notes: 4 }, { tables: [2], people: 6, wrote: 1, notes: 2 }]);
  expect(tableBalanceOf([table(1, 4), table(2, 5)])).toEqual([]);
});
