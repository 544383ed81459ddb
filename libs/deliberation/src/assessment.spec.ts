import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { weighAssessments, type AssessedBy, type GivenAssessment } from './assessment.ts';

const CRITERIA: AssessedBy[] = [
  { id: 'use', kind: 'points', weight: 3, scaleMax: 5 },
  { id: 'ease', kind: 'points', weight: 1, scaleMax: 10 },
  { id: 'land', kind: 'must' },
];
const given = (organisationId: string, use: number, ease: number, land: number, more: Partial<GivenAssessment> = {}): GivenAssessment =>
  ({ organisationId, values: { use, ease, land }, feasibility: 'feasible', cost: null, ...more });

describe('what departments say of an idea', () => {
  test('points are the mean of the departments’ weighted means', () => {
    // 3·5/5 + 1·5/10 = 3.5 of 4; 3·3/5 + 1·9/10 = 2.7 of 4
    const weighed = weighAssessments([given('a', 5, 5, 1), given('b', 3, 9, 1)], CRITERIA);
    expect(weighed.points).toBeCloseTo(77.5);
    expect(weighed.range?.low).toBeCloseTo(67.5);
    expect(weighed.range?.high).toBeCloseTo(87.5);
    expect(weighed).toMatchObject({ givenCount: 2, failedIds: [], contestedIds: ['use', 'ease'], cost: null });
  });

  test('a must that somebody denies is told, and a contradiction too; it is no part of the points', () => {
    const [yes, no] = [given('a', 4, 4, 1), given('b', 4, 4, 0)];
    expect(weighAssessments([yes, no], CRITERIA)).toMatchObject({ failedIds: ['land'], contestedIds: ['land'] });
    expect(weighAssessments([no], CRITERIA)).toMatchObject({ failedIds: ['land'], contestedIds: [] });
    expect(weighAssessments([yes, no], CRITERIA).points).toBe(weighAssessments([yes], CRITERIA).points);
  });

  test('a small difference is no dispute', () => {
    expect(weighAssessments([given('a', 4, 7, 1), given('b', 3, 6, 1)], CRITERIA).contestedIds).toEqual([]);
  });

  test('cost goes from the lowest to the highest that was named, feasibility as far as it was said', () => {
    const weighed = weighAssessments([given('a', 1, 1, 1, { cost: 9_000, feasibility: 'not-feasible' }), given('b', 1, 1, 1, { cost: 400 }), given('c', 1, 1, 1)], CRITERIA);
    expect(weighed).toMatchObject({ cost: { low: 400, high: 9_000 }, feasibility: ['feasible', 'not-feasible'] });
  });

  test('without anybody, or without points, there are none', () => {
    expect(weighAssessments([], CRITERIA)).toMatchObject({ givenCount: 0, points: null, range: null, contestedIds: [], failedIds: [] });
    expect(weighAssessments([given('a', 1, 1, 0)], [{ id: 'land', kind: 'must' }])).toMatchObject({ points: null, failedIds: ['land'] });
  });

  test('the order of departments changes nothing, and points stay between the lowest and the highest', () => {
    const one = fc.record({ use: fc.integer({ min: 0, max: 5 }), ease: fc.integer({ min: 0, max: 10 }), land: fc.integer({ min: 0, max: 1 }) });
    fc.assert(fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (values) => {
      const all = values.map((value, i) => ({ ...given(`d${i}`, 0, 0, 0), values: value }));
      const [there, back] = [weighAssessments(all, CRITERIA), weighAssessments([...all].reverse(), CRITERIA)];
      expect(back.points).toBeCloseTo(there.points!, 9);
      expect(back).toMatchObject({ contestedIds: there.contestedIds, failedIds: there.failedIds });
      expect(there.points!).toBeGreaterThanOrEqual(there.range!.low - 1e-9);
      expect(there.points!).toBeLessThanOrEqual(there.range!.high + 1e-9);
    }));
  });
});
