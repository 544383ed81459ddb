import type { Feasibility } from '@spolu/contracts/assessment';
import { tallyJury } from './jury.ts';

export type AssessedBy = { id: string } & ({ kind: 'points'; weight: number; scaleMax: number } | { kind: 'must' });
/** What one department gave: a value for each criterion, points or 1 and 0. */
export interface GivenAssessment {
  organisationId: string;
  values: Readonly<Record<string, number>>;
  feasibility: Feasibility;
  /** Whole euros. */
  cost: number | null;
}
export interface Weighed {
  givenCount: number;
  /** 0 to 100. Null without criteria of points or without anybody who gave them all. */
  points: number | null;
  range: { low: number; high: number } | null;
  contestedIds: string[];
  failedIds: string[];
  cost: { low: number; high: number } | null;
  feasibility: Feasibility[];
}

/** From this share of the scale on, departments count as lying apart. */
export const CONTESTED_FROM = 1 / 3;
const FEASIBILITY_ORDER: readonly Feasibility[] = ['feasible', 'with-changes', 'not-feasible'];

/**
 * What departments say of one idea, side by side. Points are weighed as those of a jury ({@link tallyJury}): a department's are the weighted mean of its shares of
 * each scale, the idea's are the mean of its departments'. A must is no part of the points: one that a department says is not met is told, and so is a
 * contradiction. Nothing is decided here.
 */
export function weighAssessments(given: readonly GivenAssessment[], criteria: readonly AssessedBy[]): Weighed {
  const scales = criteria.filter((criterion) => criterion.kind === 'points');
  const musts = criteria.filter(({ kind }) => kind === 'must');
  const rules = { criteria: scales, teamIds: ['idea'], jurorIds: given.map(({ organisationId }) => organisationId) };
  const tally = scales.length === 0 ? null : tallyJury(given.map(({ organisationId, values }) => ({ jurorId: organisationId, teamId: 'idea', scores: pick(values, scales) })), [], rules);
  const idea = tally?.teams[0];
  const metBy = (id: string) => new Set(given.flatMap(({ values }) => (values[id] === undefined ? [] : [values[id]])));
  const apart = new Set([
    ...musts.filter(({ id }) => metBy(id).size > 1).map(({ id }) => id),
    ...(tally?.disagreements ?? []).filter(({ range }) => range >= CONTESTED_FROM).map(({ criterionId }) => criterionId),
  ]);
  return {
    givenCount: given.length,
    points: idea?.points ?? null,
    range: idea?.spread ? { low: idea.spread.min, high: idea.spread.max } : null,
    contestedIds: criteria.filter(({ id }) => apart.has(id)).map(({ id }) => id),
    failedIds: musts.filter(({ id }) => metBy(id).has(0)).map(({ id }) => id),
    cost: rangeOf(given.flatMap(({ cost }) => (cost === null ? [] : [cost]))),
    feasibility: FEASIBILITY_ORDER.filter((one) => given.some(({ feasibility }) => feasibility === one)),
  };
}

const pick = (values: GivenAssessment['values'], criteria: readonly { id: string }[]) =>
  Object.fromEntries(criteria.flatMap(({ id }) => (values[id] === undefined ? [] : [[id, values[id]]])));

const rangeOf = (values: readonly number[]) => (values.length === 0 ? null : { low: Math.min(...values), high: Math.max(...values) });
