import { describe, expect, test } from '@jest/globals';
import { addDot, ballotOf, dotsLeft, dotsOf, mayAddDot, removeDot, type Dots } from './dots.ts';

const budget = { dots: 3, perOption: 2 };

describe('placing dots', () => {
  test('spends no more than the budget', () => {
    let dots: Dots = {};
    for (const option of ['a', 'b', 'c', 'd']) dots = addDot(dots, option, budget);
    expect(dots).toEqual({ a: 1, b: 1, c: 1 });
    expect(dotsLeft(dots, budget)).toBe(0);
  });

  test('gives one option no more than its limit, or all where there is none', () => {
    const two = addDot(addDot({}, 'a', budget), 'a', budget);
    expect(mayAddDot(two, 'a', budget)).toBe(false);
    expect(mayAddDot(two, 'b', budget)).toBe(true);
    expect(mayAddDot({ a: 2 }, 'a', { dots: 3, perOption: null })).toBe(true);
  });

  test('a dot taken back can be given elsewhere', () => {
    const dots = addDot(removeDot({ a: 2, b: 1 }, 'a'), 'c', budget);
    expect(ballotOf(dots)).toEqual({ dots: [{ optionId: 'a', count: 1 }, { optionId: 'b', count: 1 }, { optionId: 'c', count: 1 }] });
    expect(removeDot({}, 'a')).toEqual({});
  });

  test('a ballot names only options that got a dot', () => {
    expect(ballotOf({ a: 0, b: 2 })).toEqual({ dots: [{ optionId: 'b', count: 2 }] });
    expect(dotsOf({ dots: [{ optionId: 'b', count: 2 }] }, [{ id: 'a' }, { id: 'b' }])).toEqual({ b: 2 });
  });
});
