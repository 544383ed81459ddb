import { ESTIMATE_MAX } from '@spolu/contracts/plain';
import { Problem } from '@spolu/contracts/problems';
import { spreadOf, type Spread } from './spread.ts';
import { turnoutOf, type Turnout } from './turnout.ts';

const MIDDLE = ESTIMATE_MAX / 2;

export interface EstimateRules {
  /** What is estimated, in the order in which the voters see it. */
  optionIds: readonly string[];
}
export interface Estimate {
  /** Along and up, 0 to {@link ESTIMATE_MAX}. */
  x: number;
  y: number;
}
/** Estimates by option. One left out was not estimated; a ballot without any is an abstention. */
export type EstimateBallot = Readonly<Record<string, Estimate>>;

export interface EstimatedOption {
  optionId: string;
  /** Null where nobody estimated it. */
  x: Spread | null;
  y: Spread | null;
  /** The field in which both medians lie; null where nobody estimated it or a median lies on a line. */
  field: 'low-low' | 'high-low' | 'low-high' | 'high-high' | null;
}
export interface EstimateResult extends Turnout {
  /** In the order in which the voters saw them: a 2×2 sorts, it does not rank. */
  options: EstimatedOption[];
}

/**
 * @throws Problem `vote/unknown-option` if it names an option that does not stand in this vote, `invalid-input` if a number is none of the axis.
 */
export function checkEstimate(ballot: EstimateBallot, { optionIds }: EstimateRules): EstimateBallot {
  for (const [optionId, { x, y }] of Object.entries(ballot)) {
    if (!optionIds.includes(optionId)) throw new Problem('vote/unknown-option', { optionId });
    if (![x, y].every((value) => Number.isInteger(value) && value >= 0 && value <= ESTIMATE_MAX)) throw new Problem('invalid-input', { optionId });
  }
  return ballot;
}

/**
 * Everybody estimates alone, then the hall sees the middle and how far apart the answers lie: where they lie far apart is what to talk about.
 * @param eligibleCount everybody who could have voted; at least as many as there are ballots
 */
export function tallyEstimates(ballots: readonly EstimateBallot[], { optionIds }: EstimateRules, eligibleCount: number): EstimateResult {
  const given = new Map<string, Estimate[]>(optionIds.map((optionId) => [optionId, []]));
  for (const ballot of ballots) {
    for (const [optionId, estimate] of Object.entries(ballot)) {
      const estimates = given.get(optionId);
      if (!estimates) throw new Error(`a counted ballot names an option outside its vote: ${optionId}`);
      estimates.push(estimate);
    }
  }
  return {
    ...turnoutOf(ballots.length, ballots.filter((ballot) => Object.keys(ballot).length === 0).length, eligibleCount),
    options: [...given].map(([optionId, estimates]) => {
      const x = spreadOf(estimates.map((estimate) => estimate.x));
      const y = spreadOf(estimates.map((estimate) => estimate.y));
      return { optionId, x, y, field: fieldOf(x, y) };
    }),
  };
}

function fieldOf(x: Spread | null, y: Spread | null): EstimatedOption['field'] {
  if (!x || !y || x.median === MIDDLE || y.median === MIDDLE) return null;
  return `${x.median > MIDDLE ? 'high' : 'low'}-${y.median > MIDDLE ? 'high' : 'low'}`;
}
