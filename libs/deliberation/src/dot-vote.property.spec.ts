import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkBallot, tally, type DotBallot, type DotVoteRules } from './dot-vote.ts';

const optionIds = ['a', 'b', 'c', 'd'];
const rulesOf = fc.record({
  budget: fc.integer({ min: 1, max: 6 }),
  limitPerOption: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
  optionIds: fc.subarray(optionIds, { minLength: 1 }),
});
const ballotOf = fc.dictionary(fc.constantFrom(...optionIds), fc.nat({ max: 4 }), { maxKeys: 4 });
const sum = (ballot: DotBallot) => Object.values(ballot).reduce((total, dots) => total + dots, 0);

/** The ballots that the rules let through. */
function accepted(ballots: DotBallot[], rules: DotVoteRules): DotBallot[] {
  return ballots.flatMap((ballot) => {
    try {
      return [checkBallot(ballot, rules)];
    } catch {
      return [];
    }
  });
}

test('a ballot is accepted exactly when it keeps to options, limit and budget', () => {
  fc.assert(fc.property(rulesOf, ballotOf, (rules, ballot) => {
    const keeps =
      Object.keys(ballot).every((id) => rules.optionIds.includes(id)) &&
      Object.values(ballot).every((dots) => dots <= (rules.limitPerOption ?? Infinity)) &&
      sum(ballot) <= rules.budget;
    expect(accepted([ballot], rules)).toHaveLength(keeps ? 1 : 0);
  }), { numRuns: 1_000 });
});

test('an accepted ballot is accepted again, unchanged', () => {
  fc.assert(fc.property(rulesOf, ballotOf, (rules, ballot) => {
    for (const checked of accepted([ballot], rules)) expect(checkBallot(checked, rules)).toEqual(checked);
  }));
});

test('every dot is counted once, and every option of the vote stands in the result', () => {
  fc.assert(fc.property(rulesOf, fc.array(ballotOf, { maxLength: 12 }), (rules, given) => {
    const ballots = accepted(given, rules);
    const result = tally(ballots, rules, ballots.length);
    expect(result.dotsCast).toBe(ballots.reduce((total, ballot) => total + sum(ballot), 0));
    expect(result.options.reduce((total, { dots }) => total + dots, 0)).toBe(result.dotsCast);
    expect(result.options.map(({ optionId }) => optionId).sort()).toEqual([...rules.optionIds].sort());
    expect(result.dotsCast).toBeLessThanOrEqual(rules.budget * (result.ballotCount - result.abstentionCount));
    for (const { dots, voterCount } of result.options) {
      expect(voterCount).toBeLessThanOrEqual(result.ballotCount - result.abstentionCount);
      expect(dots).toBeGreaterThanOrEqual(voterCount);
    }
  }));
});

test('who voted first makes no difference', () => {
  const shuffled = fc.array(ballotOf, { maxLength: 8 }).chain((ballots) =>
    fc.tuple(fc.constant(ballots), fc.shuffledSubarray(ballots, { minLength: ballots.length, maxLength: ballots.length })));
  fc.assert(fc.property(rulesOf, shuffled, (rules, [ballots, inAnotherOrder]) => {
    expect(tally(accepted(inAnotherOrder, rules), rules, 20)).toEqual(tally(accepted(ballots, rules), rules, 20));
  }));
});

test('an option ranks one place behind all those with more dots', () => {
  fc.assert(fc.property(rulesOf, fc.array(ballotOf, { maxLength: 12 }), (rules, given) => {
    const { options } = tally(accepted(given, rules), rules, 12);
    for (const option of options) expect(option.rank).toBe(1 + options.filter(({ dots }) => dots > option.dots).length);
  }));
});

test('another dot for an option never makes its rank worse', () => {
  fc.assert(fc.property(fc.array(ballotOf, { maxLength: 8 }), fc.constantFrom(...optionIds), (given, favourite) => {
    const rules: DotVoteRules = { budget: 6, limitPerOption: null, optionIds };
    const ballots = accepted(given, rules);
    const rankOf = (votes: DotBallot[]) => tally(votes, rules, 20).options.find(({ optionId }) => optionId === favourite)?.rank ?? 0;
    expect(rankOf([...ballots, { [favourite]: 1 }])).toBeLessThanOrEqual(rankOf(ballots));
  }));
});
