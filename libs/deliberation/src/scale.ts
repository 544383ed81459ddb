import { Problem } from '@spolu/contracts/problems';
import { spreadOf, type Spread } from './spread.ts';
import { turnoutOf, type Turnout } from './turnout.ts';

/** One step of a scale; null: an abstention. */
export type ScaleBallot = number | null;

export interface ScaleResult extends Turnout {
  /** How many chose each step, the lowest first. */
  counts: { step: number; count: number }[];
  /** Null where everybody abstained. */
  spread: Spread | null;
}

/** @throws Problem `invalid-input` if it is no step of this scale. */
export function checkStep(ballot: ScaleBallot, steps: readonly number[]): ScaleBallot {
  if (ballot !== null && !steps.includes(ballot)) throw new Problem('invalid-input', { step: String(ballot) });
  return ballot;
}

/**
 * Counts answers on a scale that were checked when they were given.
 * @param eligibleCount everybody who could have voted; at least as many as there are ballots
 */
export function tallyScale(ballots: readonly ScaleBallot[], steps: readonly number[], eligibleCount: number): ScaleResult {
  const counts = new Map(steps.map((step) => [step, 0]));
  const chosen = ballots.filter((ballot) => ballot !== null);
  for (const step of chosen) {
    const count = counts.get(step);
    if (count === undefined) throw new Error(`a counted ballot names no step of its scale: ${String(step)}`);
    counts.set(step, count + 1);
  }
  return {
    ...turnoutOf(ballots.length, ballots.length - chosen.length, eligibleCount),
    counts: [...counts].map(([step, count]) => ({ step, count })),
    spread: spreadOf(chosen),
  };
}
