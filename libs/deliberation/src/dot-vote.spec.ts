import { describe, expect, test } from '@jest/globals';
import { checkBallot, tally, type DotVoteRules } from './dot-vote.ts';
import { problemOf } from './problem-of.ts';

const rules: DotVoteRules = { budget: 3, limitPerOption: 2, optionIds: ['roofs', 'lamps', 'advice', 'fund'] };

describe('a ballot', () => {
  test('may spend the whole budget, less, or nothing', () => {
    expect(checkBallot({ roofs: 2, lamps: 1 }, rules)).toEqual({ roofs: 2, lamps: 1 });
    expect(checkBallot({ advice: 1 }, rules)).toEqual({ advice: 1 });
    expect(checkBallot({}, rules)).toEqual({});
  });

  test('is kept without its zeros', () => {
    expect(checkBallot({ roofs: 0, lamps: 1 }, rules)).toEqual({ lamps: 1 });
  });

  test('with more dots than the budget is refused, and says by how many', () => {
    expect(problemOf(() => checkBallot({ roofs: 2, lamps: 2 }, rules))).toEqual({ code: 'vote/over-budget', facts: { dots: 4, budget: 3 } });
  });

  test('with too many dots on one option is refused', () => {
    expect(problemOf(() => checkBallot({ roofs: 3 }, rules))).toEqual({
      code: 'vote/over-limit',
      facts: { optionId: 'roofs', dots: 3, limit: 2 },
    });
  });

  test('may put all its dots on one option where there is no limit', () => {
    expect(checkBallot({ roofs: 3 }, { ...rules, limitPerOption: null })).toEqual({ roofs: 3 });
  });

  test('for something that does not stand in this vote is refused, even with no dot', () => {
    expect(problemOf(() => checkBallot({ stadium: 0 }, rules)).code).toBe('vote/unknown-option');
    expect(problemOf(() => checkBallot({ __proto__x: 1 }, rules)).code).toBe('vote/unknown-option');
  });

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('with %p dots is refused', (dots) => {
    expect(problemOf(() => checkBallot({ roofs: dots }, { ...rules, limitPerOption: null })).code).toBe('invalid-input');
  });
});

describe('the count', () => {
  test('ranks by dots, and options with equally many share a rank', () => {
    const { options } = tally([{ lamps: 2, advice: 1 }, { roofs: 2, fund: 1 }, { lamps: 1 }], rules, 5);
    expect(options).toEqual([
      { optionId: 'lamps', dots: 3, voterCount: 2, rank: 1 },
      { optionId: 'roofs', dots: 2, voterCount: 1, rank: 2 },
      { optionId: 'advice', dots: 1, voterCount: 1, rank: 3 },
      { optionId: 'fund', dots: 1, voterCount: 1, rank: 3 },
    ]);
  });

  test('after a tie at the top gives the next rank as many places later', () => {
    const { options } = tally([{ roofs: 1, lamps: 1 }, { advice: 0 }], rules, 2);
    expect(options.map(({ rank }) => rank)).toEqual([1, 1, 3, 3]);
  });

  test('tells those who abstained from those who did not vote', () => {
    expect(tally([{ roofs: 1 }, {}, { lamps: 0 }], rules, 4)).toMatchObject({ ballotCount: 3, abstentionCount: 2, turnout: 0.75, dotsCast: 1 });
  });

  test('of a vote in which nobody could take part has no turnout', () => {
    expect(tally([], rules, 0).turnout).toBeNull();
  });
});
