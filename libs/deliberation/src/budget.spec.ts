import { describe, expect, test } from '@jest/globals';
import { fundByEqualShares, fundGreedily, type BudgetRules } from './budget.ts';
import type { DotBallot } from './dot-vote.ts';

const ids = ({ funded }: { funded: { projectId: string }[] }) => funded.map(({ projectId }) => projectId);
const times = (count: number, ballot: Record<string, number>) => Array.from({ length: count }, () => ballot);

/**
 * Two thirds of the town like the three projects by the river, one third likes the two in the village; each costs a third of the money.
 * By points the river takes all; by equal shares the village's third of the money pays for one of its own.
 */
const TOWN: BudgetRules = { budget: 90, projects: ['river-1', 'river-2', 'river-3', 'village-1', 'village-2'].map((id) => ({ id, cost: 30 })) };
const PEOPLE = [...times(60, { 'river-1': 1, 'river-2': 1, 'river-3': 1 }), ...times(30, { 'village-1': 1, 'village-2': 1 })];

describe('greedy', () => {
  test('takes by points as long as the money lasts, and tells what the others miss', () => {
    expect(fundGreedily(PEOPLE, TOWN)).toEqual({
      funded: ['river-1', 'river-2', 'river-3'].map((projectId) => ({ projectId, cost: 30, points: 60 })),
      notFunded: ['village-1', 'village-2'].map((projectId) => ({ projectId, cost: 30, points: 30, missing: 30 })),
      spent: 90,
    });
  });

  test('passes over what does not fit, unless it is to end there', () => {
    const rules: BudgetRules = { budget: 100, projects: [{ id: 'hall', cost: 80 }, { id: 'bridge', cost: 50 }, { id: 'bench', cost: 20 }] };
    const ballots = [...times(3, { hall: 1 }), ...times(2, { bridge: 1 }), { bench: 1 }];
    expect(ids(fundGreedily(ballots, rules))).toEqual(['hall', 'bench']);
    expect(ids(fundGreedily(ballots, rules, { onlyInOrder: true }))).toEqual(['hall']);
    expect(fundGreedily(ballots, rules, { onlyInOrder: true }).notFunded).toMatchObject([{ projectId: 'bridge', missing: 30 }, { projectId: 'bench', missing: 0 }]);
  });

  test('of equal points the cheaper goes first, then the one that stands first; what nobody wants is never taken', () => {
    const rules: BudgetRules = { budget: 100, projects: [{ id: 'dear', cost: 40 }, { id: 'one', cost: 10 }, { id: 'two', cost: 10 }, { id: 'unwanted', cost: 1 }] };
    expect(ids(fundGreedily([{ dear: 1, one: 1, two: 1 }], rules))).toEqual(['one', 'two', 'dear']);
  });
});

describe('equal shares', () => {
  test('gives a minority its part of the money', () => {
    const result = fundByEqualShares(PEOPLE, TOWN);
    expect(ids(result)).toEqual(['river-1', 'river-2', 'village-1']);
    expect(result).toMatchObject({ spent: 90, endowment: 1, funded: [{ price: 0.5, supporterCount: 60 }, { price: 0.5 }, { price: 1, supporterCount: 30 }] });
    // The river's purses are empty, and so are the village's.
    expect(result.notFunded).toEqual([
      { projectId: 'river-3', cost: 30, points: 60, supporterCount: 60, missing: 30 },
      { projectId: 'village-2', cost: 30, points: 30, supporterCount: 30, missing: 30 },
    ]);
  });

  test('who has less than the others gives what she has, and the others pay the rest', () => {
    // Four shares of 10; the first voter wants both.
    const rules: BudgetRules = { budget: 40, projects: [{ id: 'pond', cost: 12 }, { id: 'well', cost: 12 }] };
    const ballots: DotBallot[] = [{ pond: 1, well: 1 }, { pond: 1 }, { well: 1 }, { well: 1 }];
    const result = fundByEqualShares(ballots, rules, { addOne: false });
    expect(result.funded).toEqual([
      { projectId: 'well', cost: 12, points: 3, supporterCount: 3, price: 4 },
      { projectId: 'pond', cost: 12, points: 2, supporterCount: 2, price: 6 },
    ]);
    // She paid 4 for the well and has 6 left for a pond of 15.
    const dearer = fundByEqualShares(ballots, { ...rules, projects: [{ id: 'pond', cost: 15 }, { id: 'well', cost: 12 }] }, { addOne: false });
    expect(dearer.funded[1]).toMatchObject({ projectId: 'pond', price: 9 });
  });

  test('shares grow by one while all that is bought fits', () => {
    const rules: BudgetRules = { budget: 100, projects: [{ id: 'hall', cost: 60 }, { id: 'bench', cost: 30 }] };
    const ballots: DotBallot[] = [{ hall: 1 }, { bench: 1 }, {}];
    expect(fundByEqualShares(ballots, rules, { addOne: false })).toMatchObject({ endowment: 50, spent: 30 });
    expect(fundByEqualShares(ballots, rules)).toMatchObject({ endowment: 60, spent: 90, funded: [{ projectId: 'bench' }, { projectId: 'hall' }] });
  });

  test('points decide only between equals', () => {
    const rules: BudgetRules = { budget: 10, projects: [{ id: 'few', cost: 10 }, { id: 'many', cost: 10 }] };
    expect(ids(fundByEqualShares([{ few: 1, many: 4 }], rules))).toEqual(['many']);
  });

  test('nobody chose anything: nothing is bought', () => {
    expect(fundByEqualShares([{}, {}], TOWN)).toMatchObject({ funded: [], spent: 0, endowment: 0 });
    expect(fundGreedily([], TOWN).funded).toEqual([]);
  });
});
