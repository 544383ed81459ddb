import { describe, expect, test } from '@jest/globals';
import { checkEstimate, tallyEstimates, type EstimateBallot } from './estimate.ts';
import { problemOf } from './problem-of.ts';
import { spreadOf } from './spread.ts';

const rules = { optionIds: ['roofs', 'lamps', 'fund'] };

describe('a 2×2', () => {
  test('tells the middle of all estimates on both axes, how far they lie apart, and the field', () => {
    const ballots: EstimateBallot[] = [{ roofs: { x: 8, y: 2 }, lamps: { x: 1, y: 9 } }, { roofs: { x: 9, y: 4 } }, { roofs: { x: 2, y: 3 } }, {}];
    expect(tallyEstimates(ballots, rules, 5)).toEqual({
      ballotCount: 4,
      abstentionCount: 1,
      turnout: 0.8,
      options: [
        {
          optionId: 'roofs',
          x: { count: 3, median: 8, lowerQuartile: 5, upperQuartile: 8.5, min: 2, max: 9 },
          y: { count: 3, median: 3, lowerQuartile: 2.5, upperQuartile: 3.5, min: 2, max: 4 },
          field: 'high-low',
        },
        {
          optionId: 'lamps',
          x: { count: 1, median: 1, lowerQuartile: 1, upperQuartile: 1, min: 1, max: 1 },
          y: { count: 1, median: 9, lowerQuartile: 9, upperQuartile: 9, min: 9, max: 9 },
          field: 'low-high',
        },
        { optionId: 'fund', x: null, y: null, field: null },
      ],
    });
  });

  test('puts what lies on a line in no field', () => {
    for (const fund of [{ x: 5, y: 9 }, { x: 9, y: 5 }]) expect(tallyEstimates([{ fund }], rules, 1).options[2]?.field).toBeNull();
  });

  test('takes whole numbers of the axis for options that stand in it', () => {
    expect(checkEstimate({ fund: { x: 0, y: 10 } }, rules)).toEqual({ fund: { x: 0, y: 10 } });
    for (const [x, y] of [[11, 0], [0, -1], [0.5, 5]] as const) expect(problemOf(() => checkEstimate({ fund: { x, y } }, rules)).code).toBe('invalid-input');
    expect(problemOf(() => checkEstimate({ stadium: { x: 1, y: 1 } }, rules)).code).toBe('vote/unknown-option');
  });
});

describe('the spread', () => {
  test.each([
    ['an odd number, its median in both halves', [6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49], { median: 40, lowerQuartile: 25.5, upperQuartile: 42.5 }],
    ['an even number', [7, 15, 36, 39, 40, 41], { median: 37.5, lowerQuartile: 15, upperQuartile: 40 }],
  ])('of the samples that are told of quartiles (Wikipedia, "Quartile", method 2): %s', (_, values, expected) => {
    expect(spreadOf(values)).toMatchObject(expected);
  });

  test('of no answer is none', () => {
    expect(spreadOf([])).toBeNull();
  });
});
