import { describe, expect, test } from '@jest/globals';
import { problemOf } from './problem-of.ts';
import { checkRanking, tallyRanking, type RankingBallot, type RankingResult } from './ranking.ts';

/** `'5 ABC'`: five voters put A before B before C. A bracket holds equals: `'2 A(BC)'`. */
function ballotsOf(...groups: string[]): RankingBallot[] {
  return groups.flatMap((group) => {
    const [count, order = ''] = group.split(' ');
    const ballot = (order.match(/\([^)]*\)|./g) ?? []).map((tied) => [...tied.replace(/[()]/g, '')]);
    return Array.from({ length: Number(count) }, () => ballot);
  });
}
const count = (letters: string, ...groups: string[]): RankingResult => {
  const ballots = ballotsOf(...groups);
  return tallyRanking(ballots, { optionIds: [...letters] }, ballots.length);
};
const ranksOf = (ranked: readonly { optionId: string; rank: number }[]) => ranked.map(({ optionId, rank }) => `${String(rank)} ${optionId}`).join(', ');
const pointsOf = ({ borda }: RankingResult) => Object.fromEntries(borda.map(({ optionId, points }) => [optionId, points]));

describe('a ballot', () => {
  const rules = { optionIds: ['roofs', 'lamps', 'fund'] };

  test('may rank all, some, equals, or nothing', () => {
    for (const ballot of [[['fund'], ['roofs'], ['lamps']], [['lamps']], [['fund', 'roofs'], ['lamps']], []]) expect(checkRanking(ballot, rules)).toEqual(ballot);
  });

  test('is kept without its empty places', () => {
    expect(checkRanking([[], ['fund'], [], ['lamps']], rules)).toEqual([['fund'], ['lamps']]);
  });

  test('that names an option twice, or one that does not stand here, is refused', () => {
    expect(problemOf(() => checkRanking([['fund'], ['lamps', 'fund']], rules))).toEqual({ code: 'vote/option-twice', facts: { optionId: 'fund' } });
    expect(problemOf(() => checkRanking([['stadium']], rules))).toEqual({ code: 'vote/unknown-option', facts: { optionId: 'stadium' } });
  });
});

describe('Schulze', () => {
  test('counts the 45 voters of his paper as he does: E > A > C > B > D', () => {
    // M. Schulze, Social Choice and Welfare 36 (2011), also Wikipedia, "Schulze method".
    const result = count('ABCDE', '5 ACBED', '5 ADECB', '8 BEDAC', '3 CABED', '7 CAEBD', '2 CBADE', '7 DCEBA', '8 EBADC');
    expect(result.pairs).toEqual([
      [0, 20, 26, 30, 22],
      [25, 0, 16, 33, 18],
      [19, 29, 0, 17, 24],
      [15, 12, 28, 0, 14],
      [23, 27, 21, 31, 0],
    ]);
    expect(ranksOf(result.schulze)).toBe('1 E, 2 A, 3 C, 4 B, 5 D');
    expect(result.condorcetWinner).toBeNull();
  });

  test('counts his 30 voters: D > A > C > B', () => {
    // Electowiki, "Schulze method", example 2.
    const result = count('ABCD', '5 ACBD', '2 ACDB', '3 ADCB', '4 BACD', '3 CBDA', '3 CDBA', '1 DACB', '5 DBAC', '4 DCBA');
    expect(ranksOf(result.schulze)).toBe('1 D, 2 A, 3 C, 4 B');
  });

  test('counts another 30 voters: B > A > D > E > C', () => {
    // Electowiki, "Schulze method", example 3.
    const result = count('ABCDE', '3 ABDEC', '5 ADEBC', '1 ADECB', '2 BADEC', '2 BDECA', '4 CABDE', '6 CBADE', '2 DBECA', '5 DECAB');
    expect(ranksOf(result.schulze)).toBe('1 B, 2 A, 3 D, 4 E, 5 C');
  });

  test('weighs a defeat by the votes won with, not by the margin', () => {
    // A beats B 5:3, B beats C 5:4, C beats A 4:2. The defeat of A is the one that fewest voted for; by margins it would be that of C.
    expect(ranksOf(count('ABC', '2 ABC', '3 CAB', '3 B', '1 C').schulze)).toBe('1 A, 2 B, 3 C');
  });

  test('may leave two at the top that do not beat one another', () => {
    // Electowiki, "Schulze method", example 4: B beats C, D beats A, and nothing else is decided.
    const result = count('ABCD', '3 ABCD', '2 DABC', '2 DBCA', '2 CBDA');
    expect(ranksOf(result.schulze)).toBe('1 B, 1 D, 2 A, 2 C');
    expect(result.agreedWinner).toBeNull();
  });
});

describe('Borda', () => {
  test('counts the 21 voters of Borda himself: most put A first, and C is liked best', () => {
    // J.-C. de Borda, Mémoire sur les élections au scrutin, 1781; his points are 3, 2, 1, which add one for each ballot.
    const result = count('ABC', '1 ABC', '7 ACB', '7 BCA', '6 CBA');
    expect(pointsOf(result)).toEqual({ A: 37 - 21, B: 42 - 21, C: 47 - 21 });
    expect(ranksOf(result.borda)).toBe('1 C, 2 B, 3 A');
  });

  test('counts the capital of Tennessee: Nashville 194, Chattanooga 173, Memphis 126, Knoxville 107', () => {
    // Wikipedia, "Borda count".
    const result = count('MNCK', '42 MNCK', '26 NCKM', '15 CKNM', '17 KCNM');
    expect(pointsOf(result)).toEqual({ N: 194, C: 173, M: 126, K: 107 });
    expect(result).toMatchObject({ condorcetWinner: 'N', agreedWinner: 'N' });
  });

  test('and Schulze may disagree: most prefer A to each other, and B is liked better over all', () => {
    // Condorcet, Essai, 1785, in the shape that is told since: three voters against two.
    const result = count('ABC', '3 ABC', '2 BCA');
    expect(ranksOf(result.borda)).toBe('1 B, 2 A, 3 C');
    expect(ranksOf(result.schulze)).toBe('1 A, 2 B, 3 C');
    expect(result).toMatchObject({ condorcetWinner: 'A', agreedWinner: null });
  });
});

describe('ties and gaps', () => {
  test('what a ballot leaves out stands last, and equal among itself', () => {
    expect(count('ABCD', '1 A')).toEqual(count('ABCD', '1 A(BCD)'));
    expect(pointsOf(count('ABCD', '1 A'))).toEqual({ A: 3, B: 1, C: 1, D: 1 });
  });

  test('options that nobody parts share their rank', () => {
    const result = count('ABC', '1 (AB)C', '1 ABC', '1 BAC');
    expect(ranksOf(result.borda)).toBe('1 A, 1 B, 3 C');
    expect(ranksOf(result.schulze)).toBe('1 A, 1 B, 3 C');
    expect(result).toMatchObject({ condorcetWinner: null, agreedWinner: null });
  });

  test('an abstention gives nobody a point, and stands in the turnout', () => {
    const result = tallyRanking([[['A']], [], []], { optionIds: ['A', 'B'] }, 6);
    expect(result).toMatchObject({ ballotCount: 3, abstentionCount: 2, turnout: 0.5 });
    expect(pointsOf(result)).toEqual({ A: 1, B: 0 });
  });

  test('a vote in which all abstain ranks all equal', () => {
    const { borda, schulze } = tallyRanking([[]], { optionIds: ['A', 'B'] }, 1);
    expect([ranksOf(borda), ranksOf(schulze)]).toEqual(['1 A, 1 B', '1 A, 1 B']);
  });
});
