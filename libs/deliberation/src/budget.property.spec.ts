import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fundByEqualShares, fundGreedily, type BudgetRules } from './budget.ts';
import type { DotBallot } from './dot-vote.ts';

const IDS = ['a', 'b', 'c', 'd', 'e'];
const rulesOf: fc.Arbitrary<BudgetRules> = fc.record({
  budget: fc.integer({ min: 1, max: 200 }),
  projects: fc.tuple(...IDS.map((id) => fc.record({ id: fc.constant(id), cost: fc.integer({ min: 1, max: 90 }) }))),
});
const ballotOf: fc.Arbitrary<DotBallot> = fc
  .tuple(...IDS.map(() => fc.nat({ max: 2 })))
  .map((points) => Object.fromEntries(IDS.map((id, i) => [id, points[i] ?? 0]).filter(([, given]) => given !== 0)));
const electionOf = fc.record({ rules: rulesOf, ballots: fc.array(ballotOf, { maxLength: 12 }) });
const outcomes = ({ rules, ballots }: { rules: BudgetRules; ballots: readonly DotBallot[] }) => [
  fundGreedily(ballots, rules), fundGreedily(ballots, rules, { onlyInOrder: true }), fundByEqualShares(ballots, rules, { addOne: false }), fundByEqualShares(ballots, rules),
];

test('no rule spends more than there is, or on what nobody wants, and each project stands on one side', () => {
  fc.assert(fc.property(electionOf, (election) => {
    for (const { funded, notFunded, spent } of outcomes(election)) {
      expect(spent).toBeCloseTo(funded.reduce((sum, { cost }) => sum + cost, 0), 6);
      expect(spent).toBeLessThanOrEqual(election.rules.budget);
      expect(funded.every(({ points }) => points > 0)).toBe(true);
      expect([...funded, ...notFunded].map(({ projectId }) => projectId).sort()).toEqual(IDS);
    }
  }));
});

test('who voted first makes no difference', () => {
  const shuffled = electionOf.chain(({ rules, ballots }) =>
    fc.record({ rules: fc.constant(rules), ballots: fc.constant(ballots), other: fc.shuffledSubarray(ballots, { minLength: ballots.length, maxLength: ballots.length }) }));
  fc.assert(fc.property(shuffled, ({ rules, ballots, other }) => {
    const ids = (given: readonly DotBallot[]) => outcomes({ rules, ballots: given }).map(({ funded }) => funded.map(({ projectId }) => projectId));
    expect(ids(other)).toEqual(ids(ballots));
  }));
});

test('nobody pays more than her share, and what is bought is paid for by who wants it', () => {
  fc.assert(fc.property(electionOf, ({ rules, ballots }) => {
    const { funded, endowment } = fundByEqualShares(ballots, rules);
    const paid = ballots.map(() => 0);
    for (const { projectId, cost, price } of funded) {
      let due = cost;
      ballots.forEach((ballot, voter) => {
        if (!ballot[projectId]) return;
        const pays = Math.min(price, endowment - (paid[voter] ?? 0));
        paid[voter] = (paid[voter] ?? 0) + pays;
        due -= pays;
      });
      expect(due).toBeCloseTo(0, 6);
    }
    for (const one of paid) expect(one).toBeLessThanOrEqual(endowment + 1e-6);
  }));
});

test('people who want the same and whose shares pay for it get it, whatever the others want (justified representation)', () => {
  const group = electionOf.chain(({ rules, ballots }) => fc.record({ rules: fc.constant(rules), ballots: fc.constant(ballots), size: fc.integer({ min: 1, max: 8 }) }));
  fc.assert(fc.property(group, ({ rules, ballots, size }) => {
    const all: DotBallot[] = [...ballots.filter((ballot) => Object.keys(ballot).length > 0), ...Array.from({ length: size }, () => ({ a: 1 }))];
    const cost = rules.projects[0]?.cost ?? 0;
    fc.pre((rules.budget / all.length) * size >= cost);
    expect(fundByEqualShares(all, rules, { addOne: false }).funded.map(({ projectId }) => projectId)).toContain('a');
  }));
});
