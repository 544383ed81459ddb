import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { keyOf, tallySaid } from './said.ts';

const words = ['zeleň', 'Zeleň', 'zelen', 'ZELEŇ.', 'súd', 'suď', 'sud', 'lavičky', ' lavičky ', 'йога', 'иога'];
const ballotsOf = fc.array(fc.subarray(words, { maxLength: 3 }), { maxLength: 9 });
const said = (...ballots: string[][]) => tallySaid(ballots, 20).said.map(({ text, count }) => [text, count]);

describe('what people say in their own words', () => {
  test('is counted once for each person, and nothing is lost', () => {
    fc.assert(fc.property(ballotsOf, (ballots) => {
      const result = tallySaid(ballots, 20);
      expect(result.said.every(({ count }) => count >= 1 && count <= result.ballotCount - result.abstentionCount)).toBe(true);
      expect(result.said.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(ballots.flat().length);
      expect(ballots.flat().every((word) => result.said.some(({ key }) => key === keyOf(word) || key.normalize('NFD').replace(/\p{M}/gu, '') === keyOf(word)))).toBe(true);
      for (const { text } of result.said) expect(ballots.flat().map((word) => word.trim())).toContain(text);
    }));
  });

  test('comes to the same whoever was first', () => {
    fc.assert(fc.property(ballotsOf.chain((ballots) => fc.tuple(fc.constant(ballots), fc.shuffledSubarray(ballots, { minLength: ballots.length }))), ([ballots, shuffled]) => {
      expect(tallySaid(shuffled, 20)).toEqual(tallySaid(ballots, 20));
    }));
  });

  test('is one word in big and small letters, and is shown with its marks as most wrote it', () => {
    expect(said(['Zeleň'], ['zeleň'], ['zeleň.'], ['ZELEŇ'])).toEqual([['ZELEŇ', 4]]);
    expect(said(['Zeleň'], ['zeleň'], ['zeleň'])).toEqual([['zeleň', 3]]);
  });

  test('without marks is the one marked word it may be, and itself where it may be two', () => {
    expect(said(['zelen'], ['zeleň'])).toEqual([['zeleň', 2]]);
    expect(said(['sud'], ['súd'], ['suď'])).toEqual([['sud', 1], ['suď', 1], ['súd', 1]]);
    expect(said(['йога'], ['иога'])).toHaveLength(2);
  });

  test('of one person twice is once', () => {
    expect(said(['zelen', 'Zeleň', 'tráva'])).toEqual([['tráva', 1], ['Zeleň', 1]]);
    expect(said([])).toEqual([]);
  });
});
