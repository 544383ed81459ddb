import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkChoice, tallyChoices } from './choice.ts';
import { binsOf, checkNumber, tallyNumbers } from './numbers.ts';
import { problemOf } from './problem-of.ts';

const sum = (counts: readonly { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);
const optionIds = ['a', 'b', 'c', 'd'];
const choiceOf = fc.subarray(optionIds, { maxLength: 3 });
const hundredths = (max: number) => fc.integer({ min: -max, max }).map((value) => value / 100);
const numbersOf = fc.oneof(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 12 }), fc.array(hundredths(500), { maxLength: 40 }), fc.array(hundredths(10_000_000), { maxLength: 40 }));

describe('a choice', () => {
  test('counts each chosen option once for each person, and who chose nothing abstained', () => {
    fc.assert(fc.property(fc.array(choiceOf, { maxLength: 9 }), (ballots) => {
      const result = tallyChoices(ballots, { optionIds }, 20);
      expect(sum(result.counts)).toBe(ballots.flat().length);
      expect(result.counts.every(({ count }) => count <= result.ballotCount - result.abstentionCount)).toBe(true);
      expect(result.counts.map(({ optionId }) => optionId)).toEqual(optionIds);
    }));
  });

  test('adds up where only one may be chosen', () => {
    fc.assert(fc.property(fc.array(fc.subarray(optionIds, { maxLength: 1 }), { maxLength: 9 }), (ballots) => {
      const { counts, abstentionCount, ballotCount } = tallyChoices(ballots, { optionIds }, 20);
      expect(sum(counts) + abstentionCount).toBe(ballotCount);
    }));
  });

  test.each<[string, string[], string]>([
    ['what was not offered', ['x'], 'vote/unknown-option'],
    ['the same twice', ['a', 'a'], 'vote/option-twice'],
    ['more than one may', ['a', 'b', 'c'], 'vote/over-limit'],
  ])('refuses %s', (_, ballot, code) => {
    expect(problemOf(() => checkChoice(ballot, { optionIds, most: 2 })).code).toBe(code);
  });
});

describe('numbers', () => {
  test('stand in one range each, in rising order and at most eight', () => {
    fc.assert(fc.property(numbersOf, (values) => {
      const bins = binsOf(values);
      expect(sum(bins)).toBe(values.length);
      expect(bins.length).toBeLessThanOrEqual(8);
      for (const { from, to, count } of bins) expect(values.filter((value) => (from === to ? value === from : from <= value && value < to))).toHaveLength(count);
      expect(bins.map(({ from }) => from)).toEqual(bins.map(({ from }) => from).sort((a, b) => a - b));
    }), { numRuns: 500 });
  });

  test('come to the same whoever was first, and abstentions change no figure', () => {
    fc.assert(fc.property(numbersOf.chain((values) => fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length }))), fc.nat({ max: 3 }), ([values, shuffled], abstentions) => {
      const { ballotCount: _, abstentionCount, turnout: __, ...figures } = tallyNumbers([...values, ...Array.from({ length: abstentions }, () => null)], 60);
      expect(tallyNumbers(shuffled, 60)).toMatchObject(figures);
      expect(abstentionCount).toBe(abstentions);
    }));
  });

  test('of a wide range stand under round figures', () => {
    expect(binsOf([3, 12, 18, 25, 31, 44, 52, 67, 71, 71])).toEqual([
      { from: 0, to: 10, count: 1 }, { from: 10, to: 20, count: 2 }, { from: 20, to: 30, count: 1 }, { from: 30, to: 40, count: 1 }, { from: 40, to: 50, count: 1 },
      { from: 50, to: 60, count: 1 }, { from: 60, to: 70, count: 1 }, { from: 70, to: 80, count: 2 },
    ]);
  });

  test('outside of what was asked for are refused, its ends are not', () => {
    expect(problemOf(() => checkNumber(11, { from: 0, to: 10 })).code).toBe('invalid-input');
    expect([0, 10, null].map((value) => checkNumber(value, { from: 0, to: 10 }))).toEqual([0, 10, null]);
  });
});
