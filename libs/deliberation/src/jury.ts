import { Problem } from '@spolu/contracts/problems';
import { spreadOf, type Spread } from './spread.ts';
import { standings } from './standings.ts';

export interface JuryCriterion {
  id: string;
  /** Whole points, at least 1; what all criteria have together is the whole, whatever it adds up to. */
  weight: number;
  /** The best score; the worst is 0. */
  scaleMax: number;
}
export interface JuryRules {
  criteria: readonly JuryCriterion[];
  teamIds: readonly string[];
  jurorIds: readonly string[];
}
/** Scores by criterion, whole numbers. One left out was not given, which is no zero. */
export type JuryScores = Readonly<Record<string, number>>;
/** What one juror gave to one team. */
export interface JurySheet {
  jurorId: string;
  teamId: string;
  scores: JuryScores;
}
export interface JuryConflict {
  jurorId: string;
  teamId: string;
}

export interface JudgedCriterion {
  criterionId: string;
  mean: number;
  spread: Spread;
}
export interface JudgedTeam {
  teamId: string;
  /** 1 is the best; equals share one (1, 2, 2, 4). Null: nobody's scores for it are complete, so it stands in no order. */
  rank: number | null;
  /** 0 to 100: the mean of what its jurors gave, weighted by criterion. Null as the rank. */
  points: number | null;
  /** Its jurors' points, 0 to 100 each. */
  spread: Spread | null;
  /** In the rubric's order; none where nobody's scores are complete. */
  criteria: JudgedCriterion[];
  /** Who counts for it, in the jury's order. */
  jurorIds: string[];
}
/** Where jurors say different things of one team. */
export interface Disagreement {
  teamId: string;
  criterionId: string;
  /** From the lowest to the highest score, and between the quartiles, as shares of the scale: 0 to 1. */
  range: number;
  middleRange: number;
}
export interface JuryResult {
  /** The best first, those without a rank last; equals in the order they were given. */
  teams: JudgedTeam[];
  /** Who shares the first rank. */
  winnerIds: string[];
  /** What is not there yet of jurors who are asked: a sheet counts only when it is complete. */
  missing: { jurorId: string; teamId: string; criterionIds: string[] }[];
  /** Most disagreement first; only where there is any. */
  disagreements: Disagreement[];
  /** Without whom somebody else would have won: one juror left out at a time, among at least two. */
  swings: { jurorId: string; winnerIds: string[] }[];
  /**
   * Where teams were judged by different people, as conflicts of interest make it: who wins by those alone who judged every team that has a rank.
   * Null where the same people judged all, and where nobody judged them all.
   */
  sameJurors: { jurorIds: string[]; winnerIds: string[] } | null;
}

/** @throws Problem `invalid-input` if a score is for no criterion of this rubric or no whole number of its scale. */
export function checkScores(scores: JuryScores, criteria: readonly JuryCriterion[]): JuryScores {
  for (const [criterionId, score] of Object.entries(scores)) {
    const criterion = criteria.find(({ id }) => id === criterionId);
    if (!criterion || !Number.isInteger(score) || score < 0 || score > criterion.scaleMax) throw new Problem('invalid-input', { criterionId });
  }
  return scores;
}

/**
 * What a jury's scores come to. A juror's points for a team are the weighted mean of her scores, each as a share of its scale (the weighted sum of P. C. Fishburn,
 * Additive Utilities with Incomplete Product Sets, 1967); a team's are the mean of its jurors'. Who has a conflict of interest in a team does not count for
 * it, exactly as if she had not been asked; neither does a sheet with a score missing, which is told.
 * @param sheets at most one for a juror and a team, with scores that were checked
 */
export function tallyJury(sheets: readonly JurySheet[], conflicts: readonly JuryConflict[], rules: JuryRules): JuryResult {
  const asked = (jurorId: string, teamId: string) => !conflicts.some((one) => one.jurorId === jurorId && one.teamId === teamId);
  const given = new Map(sheets.map((sheet) => [keyOf(sheet), sheet.scores]));
  const missing = rules.jurorIds.flatMap((jurorId) => rules.teamIds.filter((teamId) => asked(jurorId, teamId)).flatMap((teamId) => {
    const scores = given.get(keyOf({ jurorId, teamId })) ?? {};
    const criterionIds = rules.criteria.filter(({ id }) => scores[id] === undefined).map(({ id }) => id);
    return criterionIds.length > 0 ? [{ jurorId, teamId, criterionIds }] : [];
  }));
  const open = new Set(missing.map(keyOf));
  const counted = rules.jurorIds.flatMap((jurorId) => rules.teamIds
    .filter((teamId) => asked(jurorId, teamId) && !open.has(keyOf({ jurorId, teamId })))
    .map((teamId) => ({ jurorId, teamId, scores: given.get(keyOf({ jurorId, teamId })) ?? {} })));

  const teams = rank(counted, rules);
  const winnerIds = winnersOf(teams);
  const judges = rules.jurorIds.filter((jurorId) => counted.some((sheet) => sheet.jurorId === jurorId));
  const judged = teams.filter((team) => team.rank !== null);
  const judgesOfAll = judges.filter((jurorId) => judged.every((team) => team.jurorIds.includes(jurorId)));
  const winnersBy = (jurorIds: readonly string[]) => winnersOf(rank(counted.filter((sheet) => jurorIds.includes(sheet.jurorId)), rules));
  return {
    teams,
    winnerIds,
    missing,
    disagreements: disagreementsOf(judged, rules.criteria),
    swings: judges.length < 2 ? [] : judges
      .map((jurorId) => ({ jurorId, winnerIds: winnersBy(judges.filter((other) => other !== jurorId)) }))
      .filter((without) => !sameOf(without.winnerIds, winnerIds)),
    sameJurors: judgesOfAll.length === 0 || judgesOfAll.length === judges.length ? null : { jurorIds: judgesOfAll, winnerIds: winnersBy(judgesOfAll) },
  };
}

const keyOf = ({ jurorId, teamId }: JuryConflict) => `${jurorId} ${teamId}`;
const winnersOf = (teams: readonly JudgedTeam[]) => teams.filter(({ rank: place }) => place === 1).map(({ teamId }) => teamId);
const sameOf = (some: readonly string[], others: readonly string[]) => some.length === others.length && some.every((id) => others.includes(id));
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const lcm = (a: number, b: number): number => {
  let [divisor, rest] = [a, b];
  while (rest > 0) [divisor, rest] = [rest, divisor % rest];
  return (a / divisor) * b;
};

/**
 * @param sheets complete ones
 * Everything is summed in whole numbers and divided once, at the end: equal teams have equal points to the last digit, in whatever order they were judged.
 */
function rank(sheets: readonly JurySheet[], { criteria, teamIds }: JuryRules): JudgedTeam[] {
  const steps = criteria.map(({ scaleMax }) => scaleMax).reduce(lcm, 1);
  const best = steps * sum(criteria.map(({ weight }) => weight));
  const weighted = ({ scores }: JurySheet) => sum(criteria.map(({ id, weight, scaleMax }) => (scores[id] ?? 0) * weight * (steps / scaleMax)));
  const teams = teamIds.map((teamId) => {
    const own = sheets.filter((sheet) => sheet.teamId === teamId);
    return {
      teamId,
      points: own.length === 0 ? null : (100 * sum(own.map(weighted))) / (best * own.length),
      spread: spreadOf(own.map((sheet) => (100 * weighted(sheet)) / best)),
      criteria: criteria.flatMap(({ id }) => {
        const scores = own.map((sheet) => sheet.scores[id] ?? 0);
        const spread = spreadOf(scores);
        return spread ? [{ criterionId: id, mean: sum(scores) / scores.length, spread }] : [];
      }),
      jurorIds: own.map(({ jurorId }) => jurorId),
    };
  });
  const judged = teams.flatMap((team) => (team.points === null ? [] : [{ ...team, points: team.points }]));
  return [...standings(judged), ...teams.filter(({ points }) => points === null).map((team) => ({ ...team, rank: null }))];
}

function disagreementsOf(teams: readonly JudgedTeam[], criteria: readonly JuryCriterion[]): Disagreement[] {
  const scaleOf = new Map(criteria.map(({ id, scaleMax }) => [id, scaleMax]));
  return teams
    .flatMap(({ teamId, criteria: judged }) => judged.map(({ criterionId, spread }) => {
      const scaleMax = scaleOf.get(criterionId) ?? 1;
      return { teamId, criterionId, range: (spread.max - spread.min) / scaleMax, middleRange: (spread.upperQuartile - spread.lowerQuartile) / scaleMax };
    }))
    .filter(({ range }) => range > 0)
    .sort((a, b) => b.range - a.range || b.middleRange - a.middleRange);
}
