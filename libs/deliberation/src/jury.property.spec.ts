import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tallyJury, type JuryConflict, type JuryResult, type JuryRules, type JurySheet } from './jury.ts';

const jurorIds = ['eva', 'jan', 'ola', 'petra'];
const teamIds = ['roofs', 'lamps', 'benches', 'trees'];
const criteria = [{ id: 'use', weight: 3, scaleMax: 2 }, { id: 'cost', weight: 1, scaleMax: 3 }, { id: 'team', weight: 2, scaleMax: 4 }];
const rules: JuryRules = { criteria, teamIds, jurorIds };

interface Jury {
  sheets: JurySheet[];
  conflicts: JuryConflict[];
}
const score = fc.option(fc.nat({ max: 2 }), { nil: undefined, freq: 12 });
/** Any jury at work: some sheets are complete, some begun, some not there, some set aside by a conflict. */
const jury: fc.Arbitrary<Jury> = fc
  .tuple(...jurorIds.flatMap((jurorId) => teamIds.map((teamId) => fc.tuple(fc.constantFrom('full', 'full', 'full', 'none', 'conflict'), score, score, score).map(
    ([state, ...given]) => ({ jurorId, teamId, state, scores: Object.fromEntries(criteria.flatMap(({ id }, i) => (given[i] === undefined ? [] : [[id, given[i]]]))) })))))
  .map((all) => ({
    sheets: all.filter(({ state }) => state !== 'none').map(({ jurorId, teamId, scores }) => ({ jurorId, teamId, scores })),
    conflicts: all.filter(({ state }) => state === 'conflict').map(({ jurorId, teamId }) => ({ jurorId, teamId })),
  }));
const shuffled = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length });
const tally = ({ sheets, conflicts }: Jury, by: JuryRules = rules) => tallyJury(sheets, conflicts, by);
/** A result without the order of what is equal. */
const said = ({ teams, winnerIds, missing, disagreements, swings, sameJurors }: JuryResult) => ({
  teams: teams.map((team) => ({ ...team, jurorIds: [...team.jurorIds].sort() })).sort((a, b) => a.teamId.localeCompare(b.teamId)),
  winnerIds: [...winnerIds].sort(),
  missing: missing.map((one) => JSON.stringify(one)).sort(),
  disagreements: disagreements.map((one) => JSON.stringify(one)).sort(),
  swings: swings.map(({ jurorId, winnerIds: others }) => `${jurorId} ${[...others].sort().join()}`).sort(),
  sameJurors: sameJurors && [[...sameJurors.jurorIds].sort(), [...sameJurors.winnerIds].sort()],
});
const teamIn = (result: JuryResult, teamId: string) => result.teams.find((team) => team.teamId === teamId);

test('the order of sheets, jurors and teams makes no difference', () => {
  fc.assert(fc.property(jury.chain((one) => fc.tuple(fc.constant(one), shuffled(one.sheets), shuffled(jurorIds), shuffled(teamIds))), ([one, sheets, jurors, teams]) => {
    expect(said(tally({ ...one, sheets }, { ...rules, jurorIds: jurors, teamIds: teams }))).toEqual(said(tally(one)));
  }));
});

test('a conflict of interest is as if she had not been asked for that team', () => {
  fc.assert(fc.property(jury, fc.constantFrom(...jurorIds), fc.constantFrom(...teamIds), (one, jurorId, teamId) => {
    const declared = { sheets: one.sheets, conflicts: [...one.conflicts, { jurorId, teamId }] };
    const withoutSheet = { ...declared, sheets: one.sheets.filter((sheet) => sheet.jurorId !== jurorId || sheet.teamId !== teamId) };
    expect(tally(declared)).toEqual(tally(withoutSheet));
    const withoutHer = tally(one, { ...rules, jurorIds: jurorIds.filter((id) => id !== jurorId) });
    expect({ ...teamIn(tally(declared), teamId), rank: 0 }).toEqual({ ...teamIn(withoutHer, teamId), rank: 0 });
    for (const other of teamIds) if (other !== teamId) expect(teamIn(tally(declared), other)?.points).toBe(teamIn(tally(one), other)?.points);
  }));
});

test('a conflict in every team is a seat fewer in the jury', () => {
  fc.assert(fc.property(jury, fc.constantFrom(...jurorIds), (one, jurorId) => {
    const conflicts = [...one.conflicts, ...teamIds.map((teamId) => ({ jurorId, teamId }))];
    expect(tally({ ...one, conflicts })).toEqual(tally(one, { ...rules, jurorIds: jurorIds.filter((id) => id !== jurorId) }));
  }));
});

test('weights count as shares, and scores as shares of their scale', () => {
  fc.assert(fc.property(jury, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 5 }), (one, heavier, longer) => {
    const stretched = {
      ...rules,
      criteria: criteria.map((criterion) => ({ ...criterion, weight: criterion.weight * heavier, scaleMax: criterion.scaleMax * longer })),
    };
    const sheets = one.sheets.map((sheet) => ({ ...sheet, scores: Object.fromEntries(Object.entries(sheet.scores).map(([id, given]) => [id, given * longer])) }));
    const outcome = (result: JuryResult) => result.teams.map(({ teamId, rank, points, spread }) => ({ teamId, rank, points, spread }));
    const [before, after] = [tally(one), tally({ ...one, sheets }, stretched)];
    expect(outcome(after)).toEqual(outcome(before));
    expect(after.swings).toEqual(before.swings);
    expect(after.disagreements).toEqual(before.disagreements);
  }));
});

test('raising one score never lowers the team, and lifts nobody else', () => {
  fc.assert(fc.property(jury, fc.nat(), fc.constantFrom(...criteria), (one, pick, { id, scaleMax }) => {
    const sheet = one.sheets[pick % Math.max(1, one.sheets.length)];
    const given = sheet?.scores[id];
    fc.pre(sheet !== undefined && given !== undefined && given < scaleMax);
    const raised = { ...one, sheets: one.sheets.map((other) => (other === sheet ? { ...sheet, scores: { ...sheet.scores, [id]: (given ?? 0) + 1 } } : other)) };
    const [before, after] = [tally(one), tally(raised)];
    expect(teamIn(after, sheet.teamId)?.points ?? 0).toBeGreaterThanOrEqual(teamIn(before, sheet.teamId)?.points ?? 0);
    expect(teamIn(after, sheet.teamId)?.rank ?? 0).toBeLessThanOrEqual(teamIn(before, sheet.teamId)?.rank ?? 0);
    for (const other of teamIds.filter((teamId) => teamId !== sheet.teamId)) expect(teamIn(after, other)?.points).toBe(teamIn(before, other)?.points);
  }));
});

test('ranks are those of a competition: one more than the number of teams with more points', () => {
  fc.assert(fc.property(jury, (one) => {
    const { teams, winnerIds } = tally(one);
    const points = teams.flatMap((team) => (team.points === null ? [] : [team.points]));
    for (const team of teams) expect(team.rank).toBe(team.points === null ? null : 1 + points.filter((more) => more > (team.points ?? 0)).length);
    for (const point of points) expect(point >= 0 && point <= 100).toBe(true);
    expect(winnerIds.length > 0).toBe(points.length > 0);
  }));
});

test('every score that is asked for is counted, or told as missing', () => {
  fc.assert(fc.property(jury, ({ sheets, conflicts }) => {
    const { teams, missing } = tallyJury(sheets, conflicts, rules);
    const pairs = new Set(conflicts.map(({ jurorId, teamId }) => `${jurorId} ${teamId}`));
    const counted = teams.reduce((total, { jurorIds: judges }) => total + judges.length, 0);
    expect(counted + missing.length + pairs.size).toBe(jurorIds.length * teamIds.length);
  }));
});

test('when all jurors say the same, there is nothing to talk about and nobody decides alone', () => {
  fc.assert(fc.property(fc.array(fc.nat({ max: 2 }), { minLength: 12, maxLength: 12 }), (given) => {
    const sheets = jurorIds.flatMap((jurorId) => teamIds.map((teamId, team) => ({
      jurorId, teamId, scores: Object.fromEntries(criteria.map(({ id }, i) => [id, given[team * 3 + i] ?? 0])),
    })));
    expect(tallyJury(sheets, [], rules)).toMatchObject({ disagreements: [], swings: [], missing: [], sameJurors: null });
  }));
});
