import { describe, expect, test } from '@jest/globals';
import type { BodyRules } from '@spolu/contracts/bodies';
import { Problem } from '@spolu/contracts/problems';
import fc from 'fast-check';
import { decideVerdict } from './opinion.ts';

const ordinary = (memberCount: number): BodyRules => ({ memberCount, quorum: 'more-than-half', majority: 'more-than-half', majorityOf: 'present' });
const vote = (yes: number, against: number, abstained: number) => ({ for: yes, against, abstained });
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error instanceof Problem ? error.code : error;
  }
  return undefined;
};

describe('the verdict of a commission of nine', () => {
  test.each([
    [vote(5, 0, 0), 'support'],
    [vote(5, 4, 0), 'support'],
    [vote(3, 2, 0), 'support'],
  ])('is the motion where more than half of those present are for it: %j', (votes, verdict) => {
    expect(decideVerdict({ motion: 'support', vote: votes }, ordinary(9))).toBe(verdict);
  });

  test('is the motion also where the motion is to return or to take note', () => {
    expect(decideVerdict({ motion: 'return', vote: vote(6, 1, 1) }, ordinary(9))).toBe('return');
    expect(decideVerdict({ motion: 'took-note', vote: vote(6, 1, 1) }, ordinary(9))).toBe('took-note');
  });

  test.each([[vote(3, 3, 0)], [vote(4, 1, 3)], [vote(0, 5, 0)], [vote(2, 1, 3)]])('recommends nothing on a tie or without a majority of those present: %j', (votes) => {
    expect(decideVerdict({ motion: 'support', vote: votes }, ordinary(9))).toBe('no-opinion');
  });

  test.each([[vote(4, 0, 0)], [vote(0, 0, 0)], [vote(2, 1, 1)]])('needs more than half of all members present: %j', (votes) => {
    expect(codeOf(() => decideVerdict({ motion: 'support', vote: votes }, ordinary(9)))).toBe('review/no-quorum');
  });

  test('half of an even number of members is no quorum', () => {
    expect(codeOf(() => decideVerdict({ motion: 'support', vote: vote(5, 0, 0) }, ordinary(10)))).toBe('review/no-quorum');
    expect(decideVerdict({ motion: 'support', vote: vote(6, 0, 0) }, ordinary(10))).toBe('support');
  });

  test('nobody votes twice: more votes than members are refused', () => {
    expect(codeOf(() => decideVerdict({ motion: 'support', vote: vote(8, 1, 1) }, ordinary(9)))).toBe('invalid-input');
  });
});

describe('by another statute', () => {
  test('a majority of all members is not found by half of the hall', () => {
    const council = { ...ordinary(9), majorityOf: 'members' as const };
    expect(decideVerdict({ motion: 'support', vote: vote(4, 1, 0) }, council)).toBe('no-opinion');
    expect(decideVerdict({ motion: 'support', vote: vote(5, 1, 0) }, council)).toBe('support');
  });

  test.each([
    ['three-fifths', vote(5, 4, 0), 'no-opinion'],
    ['three-fifths', vote(3, 2, 0), 'support'],
    ['two-thirds', vote(5, 3, 0), 'no-opinion'],
    ['two-thirds', vote(6, 3, 0), 'support'],
    ['half', vote(4, 4, 0), 'support'],
  ] as const)('a majority of %s of those present is taken exactly: %j', (majority, votes, verdict) => {
    expect(decideVerdict({ motion: 'support', vote: votes }, { ...ordinary(9), majority })).toBe(verdict);
  });

  test('two thirds of the members are a quorum where the statute says so', () => {
    const strict = { ...ordinary(9), quorum: 'two-thirds' as const };
    expect(codeOf(() => decideVerdict({ motion: 'support', vote: vote(5, 0, 0) }, strict))).toBe('review/no-quorum');
    expect(decideVerdict({ motion: 'support', vote: vote(6, 0, 0) }, strict)).toBe('support');
  });

  test('who has a conflict of interest counts for the quorum and has no vote', () => {
    expect(decideVerdict({ motion: 'support', vote: vote(3, 1, 0) }, ordinary(9), { present: 5, conflicted: 1 })).toBe('support');
    expect(codeOf(() => decideVerdict({ motion: 'support', vote: vote(9, 0, 0) }, ordinary(9), { present: 9, conflicted: 1 }))).toBe('invalid-input');
  });

  test('also of a vote that was taken elsewhere nobody with a conflict of interest may have voted', () => {
    expect(decideVerdict({ motion: 'support', vote: vote(4, 4, 0) }, { ...ordinary(9), majority: 'half' }, { present: null, conflicted: 1 })).toBe('support');
    expect(codeOf(() => decideVerdict({ motion: 'support', vote: vote(9, 0, 0) }, ordinary(9), { present: null, conflicted: 1 }))).toBe('invalid-input');
  });

  test('who is present and does not vote is no voice for it', () => {
    expect(decideVerdict({ motion: 'support', vote: vote(3, 0, 0) }, ordinary(9), { present: 6, conflicted: 0 })).toBe('no-opinion');
  });

  test('nobody is no majority of nobody', () => {
    expect(decideVerdict({ motion: 'support', vote: vote(0, 0, 0) }, { ...ordinary(9), majority: 'half' }, { present: 5, conflicted: 5 })).toBe('no-opinion');
  });
});

test('one vote more for the motion never takes a won motion away', () => {
  fc.assert(
    fc.property(fc.nat({ max: 9 }), fc.nat({ max: 9 }), fc.nat({ max: 9 }), fc.integer({ min: 1, max: 20 }), (yes, no, abstained, memberCount) => {
      const now = { motion: 'support' as const, vote: vote(yes, no, abstained) };
      if (codeOf(() => decideVerdict(now, ordinary(memberCount))) || decideVerdict(now, ordinary(memberCount)) === 'no-opinion') return;
      const more = { motion: 'support' as const, vote: vote(yes + 1, no, abstained) };
      if (yes + 1 + no + abstained <= memberCount) expect(decideVerdict(more, ordinary(memberCount))).toBe('support');
    }),
  );
});
