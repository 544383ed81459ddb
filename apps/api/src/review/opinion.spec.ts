import { describe, expect, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import fc from 'fast-check';
import { decideVerdict } from './opinion.ts';

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
    expect(decideVerdict({ motion: 'support', vote: votes }, 9)).toBe(verdict);
  });

  test('is the motion also where the motion is to return or to take note', () => {
    expect(decideVerdict({ motion: 'return', vote: vote(6, 1, 1) }, 9)).toBe('return');
    expect(decideVerdict({ motion: 'took-note', vote: vote(6, 1, 1) }, 9)).toBe('took-note');
  });

  test.each([[vote(3, 3, 0)], [vote(4, 1, 3)], [vote(0, 5, 0)], [vote(2, 1, 3)]])('recommends nothing on a tie or without a majority of those present: %j', (votes) => {
    expect(decideVerdict({ motion: 'support', vote: votes }, 9)).toBe('no-opinion');
  });

  test.each([[vote(4, 0, 0)], [vote(0, 0, 0)], [vote(2, 1, 1)]])('needs more than half of all members present: %j', (votes) => {
    expect(codeOf(() => decideVerdict({ motion: 'support', vote: votes }, 9))).toBe('review/no-quorum');
  });

  test('half of an even number of members is no quorum', () => {
    expect(codeOf(() => decideVerdict({ motion: 'support', vote: vote(5, 0, 0) }, 10))).toBe('review/no-quorum');
    expect(decideVerdict({ motion: 'support', vote: vote(6, 0, 0) }, 10)).toBe('support');
  });

  test('nobody votes twice: more votes than members are refused', () => {
    expect(codeOf(() => decideVerdict({ motion: 'support', vote: vote(8, 1, 1) }, 9))).toBe('invalid-input');
  });
});

test('one vote more for the motion never takes a won motion away', () => {
  fc.assert(
    fc.property(fc.nat({ max: 9 }), fc.nat({ max: 9 }), fc.nat({ max: 9 }), fc.integer({ min: 1, max: 20 }), (yes, no, abstained, memberCount) => {
      const now = { motion: 'support' as const, vote: vote(yes, no, abstained) };
      if (codeOf(() => decideVerdict(now, memberCount)) || decideVerdict(now, memberCount) === 'no-opinion') return;
      const more = { motion: 'support' as const, vote: vote(yes + 1, no, abstained) };
      if (yes + 1 + no + abstained <= memberCount) expect(decideVerdict(more, memberCount)).toBe('support');
    }),
  );
});
