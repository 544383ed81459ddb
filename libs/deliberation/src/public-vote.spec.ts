import { describe, expect, test } from '@jest/globals';
import type { PublicBallot, VoteRule } from '@spolu/contracts/public-votes';
import { problemOf } from './problem-of.ts';
import { checkPublicBallot, tallyPublicVote, type Contest } from './public-vote.ts';

const contest = (id: string, options: Record<string, number | null>, limits: Partial<Contest> = {}): Contest => ({
  id, limit: null, winners: null, budget: null, options: Object.entries(options).map(([option, cost]) => ({ id: option, cost })), ...limits,
});
const choice = (...optionIds: string[]): PublicBallot => ({ kind: 'choice', optionIds });
const times = (count: number, ballot: PublicBallot) => Array.from({ length: count }, () => ballot);
const free = { a: null, b: null, c: null };
const EQUAL_SHARES: VoteRule = { method: 'budget', count: 'equal-shares', currency: 'EUR' };

describe('a ballot', () => {
  test('is put into the order of the options, so that two who chose the same sent the same', () => {
    const contests = [contest('one', free), contest('two', { d: null })];
    expect(checkPublicBallot(choice('d', 'b', 'a'), { method: 'any-number' }, contests)).toEqual(choice('a', 'b', 'd'));
    const dots: PublicBallot = { kind: 'dots', dots: [{ optionId: 'b', count: 1 }, { optionId: 'a', count: 2 }] };
    const [one, other]: PublicBallot[] = [{ kind: 'ranking', optionIds: ['d', 'b', 'a'] }, { kind: 'ranking', optionIds: ['b', 'd', 'a'] }];
    for (const ballot of [one!, other!]) expect(checkPublicBallot(ballot, { method: 'ranking' }, contests)).toEqual({ kind: 'ranking', optionIds: ['b', 'a', 'd'] });
    expect(checkPublicBallot(dots, { method: 'dots', perOption: 2 }, [contest('one', free, { limit: 3 })])).toEqual({ kind: 'dots', dots: [{ optionId: 'a', count: 2 }, { optionId: 'b', count: 1 }] });
  });

  test('keeps within the limit of each category by itself', () => {
    const contests = [contest('one', free, { limit: 2 }), contest('two', { d: null, e: null }, { limit: 1 })];
    const rule: VoteRule = { method: 'fixed-number' };
    expect(checkPublicBallot(choice('a', 'b', 'd'), rule, contests)).toEqual(choice('a', 'b', 'd'));
    expect(problemOf(() => checkPublicBallot(choice('a', 'd', 'e'), rule, contests))).toEqual({ code: 'vote/over-limit', facts: { limit: 1 } });
    const dots = (count: number): PublicBallot => ({ kind: 'dots', dots: [{ optionId: 'a', count }] });
    expect(problemOf(() => checkPublicBallot(dots(3), { method: 'dots', perOption: null }, contests)).code).toBe('vote/over-budget');
    expect(problemOf(() => checkPublicBallot(dots(2), { method: 'dots', perOption: 1 }, contests)).code).toBe('vote/over-limit');
  });

  test('of a budget costs no more than there is', () => {
    const contests = [contest('one', { a: 60, b: 50, c: 40 }, { budget: 100 })];
    expect(checkPublicBallot(choice('a', 'c'), EQUAL_SHARES, contests)).toEqual(choice('a', 'c'));
    expect(problemOf(() => checkPublicBallot(choice('a', 'b'), EQUAL_SHARES, contests))).toEqual({ code: 'vote/over-costs', facts: { costs: 110, budget: 100 } });
  });

  test('of another kind, of something else, or with something twice is refused', () => {
    const contests = [contest('one', free)];
    const rule: VoteRule = { method: 'any-number' };
    expect(problemOf(() => checkPublicBallot({ kind: 'ranking', optionIds: ['a'] }, rule, contests)).code).toBe('invalid-input');
    expect(problemOf(() => checkPublicBallot(choice('x'), rule, contests)).code).toBe('vote/unknown-option');
    expect(problemOf(() => checkPublicBallot(choice('a', 'a'), rule, contests)).code).toBe('vote/option-twice');
    expect(problemOf(() => checkPublicBallot({ kind: 'ranking', optionIds: ['a', 'a'] }, { method: 'ranking' }, contests)).code).toBe('vote/option-twice');
  });
});

describe('the result', () => {
  const outcomes = (ballots: PublicBallot[], rule: VoteRule, one: Contest) => tallyPublicVote(ballots, rule, [one])[0]!.options.map(({ optionId, points, outcome }) => [optionId, points, outcome]);

  test('lets as many succeed as there is room for, and decides nothing between equals', () => {
    const ballots = [choice('a', 'b'), choice('a', 'c'), choice('a')];
    expect(outcomes(ballots, { method: 'any-number' }, contest('one', free, { winners: 1 }))).toEqual([['a', 3, 'chosen'], ['b', 1, 'not-chosen'], ['c', 1, 'not-chosen']]);
    expect(outcomes(ballots, { method: 'any-number' }, contest('one', free, { winners: 2 }))).toEqual([['a', 3, 'chosen'], ['b', 1, 'tied'], ['c', 1, 'tied']]);
    expect(outcomes(ballots, { method: 'any-number' }, contest('one', free, { winners: 3 }))).toEqual([['a', 3, 'chosen'], ['b', 1, 'chosen'], ['c', 1, 'chosen']]);
    expect(outcomes(ballots, { method: 'any-number' }, contest('one', free))).toEqual([['a', 3, null], ['b', 1, null], ['c', 1, null]]);
  });

  test('lets nothing succeed that nobody chose', () => {
    expect(outcomes([choice('a')], { method: 'any-number' }, contest('one', free, { winners: 3 }))).toEqual([['a', 1, 'chosen'], ['b', 0, 'not-chosen'], ['c', 0, 'not-chosen']]);
    // those left out of a ranking share points, and the last of a whole one has none
    expect(outcomes([{ kind: 'ranking', optionIds: ['a'] }], { method: 'ranking' }, contest('one', free, { winners: 3 }))).toEqual([['a', 2, 'chosen'], ['b', 0.5, 'not-chosen'], ['c', 0.5, 'not-chosen']]);
    expect(outcomes([{ kind: 'ranking', optionIds: ['a', 'b'] }], { method: 'ranking' }, contest('one', { a: null, b: null }, { winners: 2 }))).toEqual([['a', 1, 'chosen'], ['b', 0, 'chosen']]);
  });

  test('counts each category by itself, with dots too', () => {
    const ballot: PublicBallot = { kind: 'dots', dots: [{ optionId: 'a', count: 3 }, { optionId: 'd', count: 1 }] };
    const [one, two] = tallyPublicVote([ballot], { method: 'dots', perOption: null }, [contest('one', free, { limit: 3, winners: 1 }), contest('two', { d: null }, { limit: 1, winners: 1 })]);
    expect([one!.options[0], two!.options[0]]).toMatchObject([{ optionId: 'a', points: 3, voterCount: 1, outcome: 'chosen' }, { optionId: 'd', points: 1, outcome: 'chosen' }]);
  });

  test('of a ranking has a point for each option that one was put before, and names the one that wins against each other', () => {
    const ranking = (...optionIds: string[]): PublicBallot => ({ kind: 'ranking', optionIds });
    const [result] = tallyPublicVote([ranking('a', 'b', 'c'), ranking('b', 'a'), ranking('a')], { method: 'ranking' }, [contest('one', free, { winners: 1 })]);
    expect(result).toMatchObject({ pairWinnerId: 'a', options: [{ optionId: 'a', points: 5, voterCount: 3, outcome: 'chosen' }, { optionId: 'b', points: 3.5, voterCount: 2 }, { optionId: 'c', points: 0.5, voterCount: 1 }] });
  });

  test('of a budget tells by points what each project that is not paid misses', () => {
    const ballots = [...times(3, choice('a')), ...times(2, choice('b')), choice('c')];
    const [result] = tallyPublicVote(ballots, { method: 'budget', count: 'greedy', currency: 'EUR' }, [contest('one', { a: 80, b: 50, c: 20 }, { budget: 100 })]);
    expect(result).toMatchObject({ spent: 100, share: null });
    expect(result!.options.map(({ optionId, outcome, missing }) => [optionId, outcome, missing])).toEqual([['a', 'chosen', null], ['b', 'not-chosen', 30], ['c', 'chosen', null]]);
  });

  test('by equal shares says what the shares of those went to who wanted a project that others outvoted with fewer votes', () => {
    // sixty people want three projects by the river, thirty one in the village: the third of the river has more votes than the village’s and is not paid
    const ballots = [...times(60, choice('river-1', 'river-2', 'river-3')), ...times(30, choice('village'))];
    const [result] = tallyPublicVote(ballots, EQUAL_SHARES, [contest('one', { 'river-1': 30, 'river-2': 30, 'river-3': 30, village: 30 }, { budget: 90 })]);
    expect(result).toMatchObject({ spent: 90, share: 1 });
    expect(result!.options.map(({ optionId, points, outcome, missing, paidFor }) => [optionId, points, outcome, missing, paidFor])).toEqual([
      ['river-1', 60, 'chosen', null, []], ['river-2', 60, 'chosen', null, []],
      ['river-3', 60, 'not-chosen', 30, [{ optionId: 'river-1', amount: 30 }, { optionId: 'river-2', amount: 30 }]],
      ['village', 30, 'chosen', null, []],
    ]);
  });
});
