import { describe, expect, test } from '@jest/globals';
import { checkScores, tallyJury, type JuryCriterion, type JuryResult, type JurySheet } from './jury.ts';
import { problemOf } from './problem-of.ts';

const criteria: JuryCriterion[] = [{ id: 'use', weight: 3, scaleMax: 5 }, { id: 'cost', weight: 1, scaleMax: 10 }];
const rules = { criteria, teamIds: ['roofs', 'lamps', 'benches'], jurorIds: ['eva', 'jan', 'ola'] };
/** `'eva roofs 5 10'`: Eva gave the roofs 5 for their use and 10 for their cost; a dash is a score that is missing. */
const sheetsOf = (...lines: string[]): JurySheet[] =>
  lines.map((line) => {
    const [jurorId = '', teamId = '', ...given] = line.split(' ');
    return { jurorId, teamId, scores: Object.fromEntries(criteria.flatMap(({ id }, i) => (given[i] === '-' ? [] : [[id, Number(given[i])]]))) };
  });
const ranksOf = ({ teams }: JuryResult) => teams.map(({ teamId, rank }) => `${String(rank)} ${teamId}`).join(', ');
const teamOf = ({ teams }: JuryResult, teamId: string) => teams.find((team) => team.teamId === teamId);

/** Nine sheets: points 100, 80, 60 | 50, 70, 90 | 60, 60, 60. */
const all = sheetsOf(
  'eva roofs 5 10', 'jan roofs 4 8', 'ola roofs 3 6',
  'eva lamps 2 8', 'jan lamps 4 4', 'ola lamps 5 6',
  'eva benches 3 6', 'jan benches 3 6', 'ola benches 3 6',
);

describe('the weighted sum', () => {
  test('of the published example is 21.50, 22.00 and 22.00 of 30, and the two that are equal share the first rank', () => {
    // E. Triantaphyllou, Multi-Criteria Decision Making: A Comparative Study (2000); also Wikipedia, "Weighted sum model".
    const weights = [20, 15, 40, 25];
    const table = { A1: [25, 20, 15, 30], A2: [10, 30, 20, 30], A3: [30, 10, 30, 10] };
    const result = tallyJury(
      Object.entries(table).map(([teamId, scores]) => ({ jurorId: 'one', teamId, scores: Object.fromEntries(scores.map((score, i) => [`C${String(i)}`, score])) })),
      [],
      { criteria: weights.map((weight, i) => ({ id: `C${String(i)}`, weight, scaleMax: 30 })), teamIds: Object.keys(table), jurorIds: ['one'] },
    );
    expect(result.teams.map(({ teamId, rank, points }) => [teamId, rank, ((points ?? 0) * 30) / 100])).toEqual([['A2', 1, 22], ['A3', 1, 22], ['A1', 3, 21.5]]);
    expect(result.winnerIds).toEqual(['A2', 'A3']);
  });

  test('weighs criteria of different scales alike: 4 of 5 is 8 of 10', () => {
    // Roofs: (100 + 80 + 60) / 3. Lamps: (2/5 · 3 + 8/10 · 1) / 4 = 50, 70 and 90.
    const result = tallyJury(all, [], rules);
    expect(result.teams.map(({ teamId, rank, points }) => [teamId, rank, points])).toEqual([['roofs', 1, 80], ['lamps', 2, 70], ['benches', 3, 60]]);
    expect(teamOf(result, 'lamps')).toMatchObject({
      spread: { count: 3, median: 70, lowerQuartile: 60, upperQuartile: 80, min: 50, max: 90 },
      criteria: [
        { criterionId: 'use', mean: 11 / 3, spread: { median: 4, lowerQuartile: 3, upperQuartile: 4.5, min: 2, max: 5 } },
        { criterionId: 'cost', mean: 6, spread: { median: 6, lowerQuartile: 5, upperQuartile: 7, min: 4, max: 8 } },
      ],
      jurorIds: ['eva', 'jan', 'ola'],
    });
  });

  test('of equal teams is equal to the last digit, and the rank after them is left out', () => {
    const thirds = { criteria: [{ id: 'a', weight: 1, scaleMax: 3 }, { id: 'b', weight: 1, scaleMax: 7 }], teamIds: ['x', 'y', 'z'], jurorIds: ['eva', 'jan', 'ola'] };
    const scores = [[1, 2], [2, 5], [0, 3]] as const;
    const sheets = thirds.teamIds.flatMap((teamId, team) =>
      thirds.jurorIds.map((jurorId, juror) => {
        const [a, b] = scores[(juror + team) % 3] ?? [0, 0];
        return { jurorId, teamId, scores: { a: teamId === 'z' ? 0 : a, b } };
      }));
    expect(ranksOf(tallyJury(sheets, [], thirds))).toBe('1 x, 1 y, 3 z');
  });
});

describe('who does not count', () => {
  test('a juror with a conflict of interest neither lifts nor lowers the team, whatever she gave it', () => {
    for (const given of ['0 0', '5 10', '- -']) {
      const result = tallyJury([...all.slice(1), ...sheetsOf(`eva roofs ${given}`)], [{ jurorId: 'eva', teamId: 'roofs' }], rules);
      expect(teamOf(result, 'roofs')).toMatchObject({ rank: 1, points: 70, jurorIds: ['jan', 'ola'] });
      expect(result.missing).toEqual([]);
    }
  });

  test('a sheet with a score missing counts for nothing, and what is missing is told', () => {
    const result = tallyJury([...all.slice(0, 2), ...sheetsOf('ola roofs 0 -'), ...all.slice(3, 8)], [], rules);
    expect(teamOf(result, 'roofs')?.points).toBe(90);
    expect(result.missing).toEqual([{ jurorId: 'ola', teamId: 'roofs', criterionIds: ['cost'] }, { jurorId: 'ola', teamId: 'benches', criterionIds: ['use', 'cost'] }]);
  });

  test('a team that nobody judged has no rank and stands last; a jury that gave nothing has no winner', () => {
    expect(ranksOf(tallyJury(all.slice(3), [], rules))).toBe('1 lamps, 2 benches, null roofs');
    expect(teamOf(tallyJury(all.slice(3), [], rules), 'roofs')).toEqual({ teamId: 'roofs', rank: null, points: null, spread: null, criteria: [], jurorIds: [] });
    expect(tallyJury([], [], rules)).toMatchObject({ winnerIds: [], swings: [], sameJurors: null, disagreements: [] });
  });
});

describe('what is worth talking about', () => {
  test('is told from the widest range down, the wider middle first where ranges are equal', () => {
    const { disagreements } = tallyJury(all, [], rules);
    expect(disagreements.map(({ teamId, criterionId, range }) => [teamId, criterionId, range])).toEqual([
      ['lamps', 'use', 0.6], ['roofs', 'use', 0.4], ['roofs', 'cost', 0.4], ['lamps', 'cost', 0.4],
    ]);
    expect(disagreements[0]?.middleRange).toBeCloseTo(0.3);
  });

  test('is whether one juror decides: without Eva the lamps would have won, without the others nothing changes', () => {
    // Without Eva: roofs (80 + 60) / 2 = 70, lamps (70 + 90) / 2 = 80. Without Jan both have 70 or 80: roofs 80, lamps 70.
    expect(tallyJury(all, [], rules).swings).toEqual([{ jurorId: 'eva', winnerIds: ['lamps'] }]);
  });

  test('is whether a strict juror sat out: who wins by those alone who judged every team', () => {
    // Ola, who gave the lamps 90, must not judge the roofs: by her fellow jurors alone the roofs are further ahead.
    const conflicts = [{ jurorId: 'ola', teamId: 'roofs' }];
    expect(tallyJury(all, conflicts, rules).sameJurors).toEqual({ jurorIds: ['eva', 'jan'], winnerIds: ['roofs'] });
    const strict = sheetsOf('eva roofs 4 8', 'eva lamps 5 10', 'ola lamps 1 2');
    const uneven = tallyJury(strict, conflicts, { ...rules, teamIds: ['roofs', 'lamps'], jurorIds: ['eva', 'ola'] });
    expect(uneven).toMatchObject({ winnerIds: ['roofs'], sameJurors: { jurorIds: ['eva'], winnerIds: ['lamps'] } });
    expect(tallyJury(all, [], rules).sameJurors).toBeNull();
  });
});

describe('a score', () => {
  test('is a whole number of its own scale for a criterion of the rubric; fewer than all may be given', () => {
    expect(checkScores({ use: 5 }, criteria)).toEqual({ use: 5 });
    expect(checkScores({ use: 0, cost: 10 }, criteria)).toEqual({ use: 0, cost: 10 });
    for (const [criterionId, score] of [['use', 6], ['use', -1], ['use', 2.5], ['beauty', 1]] as const)
      expect(problemOf(() => checkScores({ [criterionId]: score }, criteria))).toEqual({ code: 'invalid-input', facts: { criterionId } });
  });
});
