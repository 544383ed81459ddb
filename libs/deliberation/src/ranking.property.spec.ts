import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkRanking, tallyRanking, type RankingBallot } from './ranking.ts';

const optionIds = ['a', 'b', 'c', 'd'];
const rules = { optionIds };
/** Any order with ties and gaps: each option gets a place or none. */
const ballotOf: fc.Arbitrary<RankingBallot> = fc
  .tuple(...optionIds.map(() => fc.option(fc.nat({ max: 3 }), { nil: null })))
  .map((places) => checkRanking([0, 1, 2, 3].map((place) => optionIds.filter((_, i) => places[i] === place)), rules));
const ballotsOf = fc.array(ballotOf, { maxLength: 9 });
const count = (ballots: RankingBallot[], among = optionIds) => tallyRanking(ballots, { optionIds: among }, 20);
const rankIn = (ranked: readonly { optionId: string; rank: number }[], optionId: string) => ranked.find((one) => one.optionId === optionId)?.rank ?? 0;
const reversed = (ballot: RankingBallot): RankingBallot => {
  const unnamed = optionIds.filter((id) => !ballot.flat().includes(id));
  return unnamed.length === optionIds.length ? [] : [...(unnamed.length > 0 ? [unnamed] : []), ...[...ballot].reverse()];
};

test('an accepted ballot is accepted again, unchanged', () => {
  fc.assert(fc.property(ballotOf, (ballot) => expect(checkRanking(ballot, rules)).toEqual(ballot)));
});

test('every pair of every ballot gives out one point', () => {
  fc.assert(fc.property(ballotsOf, (ballots) => {
    const { borda, ballotCount, abstentionCount } = count(ballots);
    expect(borda.reduce((sum, { points }) => sum + points, 0)).toBe((ballotCount - abstentionCount) * 6);
  }));
});

test('who voted first makes no difference', () => {
  const shuffled = ballotsOf.chain((ballots) =>
    fc.tuple(fc.constant(ballots), fc.shuffledSubarray(ballots, { minLength: ballots.length, maxLength: ballots.length })));
  fc.assert(fc.property(shuffled, ([ballots, inAnotherOrder]) => expect(count(inAnotherOrder)).toEqual(count(ballots))));
});

test('the order in which the options stand on the ballot makes no difference to any rank', () => {
  const order = fc.shuffledSubarray(optionIds, { minLength: 4, maxLength: 4 });
  fc.assert(fc.property(ballotsOf, order, (ballots, among) => {
    const [here, there] = [count(ballots), count(ballots, among)];
    for (const id of optionIds) {
      expect(rankIn(there.borda, id)).toBe(rankIn(here.borda, id));
      expect(rankIn(there.schulze, id)).toBe(rankIn(here.schulze, id));
    }
  }));
});

test('who wins against each other one is alone at the top by Schulze, and never last by Borda', () => {
  fc.assert(fc.property(ballotsOf, (ballots) => {
    const { borda, schulze, condorcetWinner } = count(ballots);
    fc.pre(condorcetWinner !== null);
    expect(schulze.filter(({ rank }) => rank === 1).map(({ optionId }) => optionId)).toEqual([condorcetWinner]);
    expect(borda.find(({ optionId }) => optionId === condorcetWinner)?.points).toBeGreaterThan(borda.at(-1)?.points ?? 0);
  }));
});

test('who beats another by Schulze beats whoever that one beats', () => {
  fc.assert(fc.property(ballotsOf, (ballots) => {
    const { schulze } = count(ballots);
    expect(schulze.some(({ rank }) => rank === 1)).toBe(true);
    for (const { rank } of schulze) expect(rank).toBeLessThanOrEqual(1 + schulze.filter((other) => other.rank < rank).length);
  }));
});

test('moving an option up on one ballot never makes its rank worse, by neither count', () => {
  fc.assert(fc.property(ballotsOf, ballotOf, fc.constantFrom(...optionIds), (others, ballot, favourite) => {
    fc.pre(ballot.length > 0);
    const lifted = [[favourite], ...ballot.map((tied) => tied.filter((id) => id !== favourite)).filter((tied) => tied.length > 0)];
    const [before, after] = [count([...others, ballot]), count([...others, lifted])];
    expect(rankIn(after.borda, favourite)).toBeLessThanOrEqual(rankIn(before.borda, favourite));
    if (rankIn(before.schulze, favourite) === 1) expect(rankIn(after.schulze, favourite)).toBe(1);
  }), { numRuns: 500 });
});

test('turning every ballot over turns Borda over, and a lone Schulze winner does not win again', () => {
  fc.assert(fc.property(ballotsOf, (ballots) => {
    const [up, down] = [count(ballots), count(ballots.map(reversed))];
    const cast = up.ballotCount - up.abstentionCount;
    for (const { optionId, points } of up.borda) expect(down.borda.find((one) => one.optionId === optionId)?.points).toBe(cast * 3 - points);
    const tops = up.schulze.filter(({ rank }) => rank === 1);
    if (tops.length === 1) expect(rankIn(down.schulze, tops[0]?.optionId ?? '')).not.toBe(1);
  }));
});
