import { expect, test } from '@jest/globals';
import { CONSENT_STANCES, FINGERS, GRADIENTS } from '@spolu/contracts/plain';
import fc from 'fast-check';
import { tallyConsent } from './consent.ts';
import { tallyEstimates, type EstimateBallot } from './estimate.ts';
import { tallyFistToFive } from './fist-to-five.ts';
import { tallyGradients } from './gradients.ts';
import { spreadOf } from './spread.ts';

const sum = (counts: readonly { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);
const handful = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 12 });

test('every ballot is counted once, in a step or as an abstention, and never twice', () => {
  fc.assert(fc.property(handful(fc.constantFrom(...FINGERS, null)), handful(fc.constantFrom(...GRADIENTS)), (shown, placed) => {
    const fist = tallyFistToFive(shown, 20);
    expect(sum(fist.counts) + fist.abstentionCount).toBe(shown.length);
    const gradients = tallyGradients(placed, 20);
    expect(sum(gradients.counts)).toBe(placed.length);
    expect(gradients.supportCount + gradients.againstCount + gradients.abstentionCount).toBeLessThanOrEqual(placed.length);
  }));
});

test('a proposal is agreed by fingers exactly when taking any one answer away leaves it agreed, or nothing', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...FINGERS), { minLength: 1, maxLength: 8 }), (shown) => {
    const agreed = tallyFistToFive(shown, 20).outcome === 'agreed';
    expect(agreed).toBe(shown.every((fingers) => tallyFistToFive([fingers], 20).outcome === 'agreed'));
  }));
});

test('no objection is lost and none is made up', () => {
  const ballot = fc.record({ stance: fc.constantFrom(...CONSENT_STANCES), reason: fc.constantFrom('steep', 'dark') });
  fc.assert(fc.property(handful(ballot), (ballots) => {
    const { objections, outcome, counts } = tallyConsent(ballots, 20);
    expect(objections).toHaveLength(counts.find(({ stance }) => stance === 'objection')?.count ?? -1);
    expect(outcome === 'objections').toBe(objections.length > 0);
    expect(sum(counts)).toBe(ballots.length);
  }));
});

test('half of the answers lie on each side of the median, and a scale turned round turns its quartiles round', () => {
  fc.assert(fc.property(fc.array(fc.nat({ max: 10 }), { minLength: 1, maxLength: 15 }), (values) => {
    const spread = spreadOf(values);
    if (!spread) throw new Error('answers have a spread');
    const { min, lowerQuartile, median, upperQuartile, max } = spread;
    expect([min, lowerQuartile, median, upperQuartile, max]).toEqual([min, lowerQuartile, median, upperQuartile, max].sort((a, b) => a - b));
    const share = (keeps: (value: number) => boolean) => values.filter(keeps).length / values.length;
    expect(share((value) => value <= median)).toBeGreaterThanOrEqual(0.5);
    expect(share((value) => value >= median)).toBeGreaterThanOrEqual(0.5);
    expect(share((value) => value <= lowerQuartile)).toBeGreaterThanOrEqual(0.25);
    expect(spreadOf(values.map((value) => 10 - value))).toMatchObject({ median: 10 - median, lowerQuartile: 10 - upperQuartile, upperQuartile: 10 - lowerQuartile });
  }));
});

test('an option is estimated by as many as named it, whatever they said of the others', () => {
  const axis = fc.nat({ max: 10 });
  const ballot: fc.Arbitrary<EstimateBallot> = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.record({ x: axis, y: axis }), { maxKeys: 3 });
  fc.assert(fc.property(handful(ballot), (ballots) => {
    for (const { optionId, x, y } of tallyEstimates(ballots, { optionIds: ['a', 'b', 'c'] }, 20).options) {
      const count = ballots.filter((one) => one[optionId]).length;
      expect([x?.count ?? 0, y?.count ?? 0]).toEqual([count, count]);
    }
  }));
});
