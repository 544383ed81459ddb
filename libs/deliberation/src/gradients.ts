import { GRADIENTS } from '@spolu/contracts/plain';
import { Problem } from '@spolu/contracts/problems';
import { turnoutOf, type Turnout } from './turnout.ts';

export type Gradient = (typeof GRADIENTS)[number];

const SUPPORT: readonly Gradient[] = ['endorse', 'minor-point', 'reservations'];
const AGAINST: readonly Gradient[] = ['serious-disagreement', 'veto'];

export interface GradientsResult extends Turnout {
  /** How many chose each step, from yes to veto. `abstain` is a step of its own and stands in `abstentionCount` too. */
  counts: { gradient: Gradient; count: number }[];
  /** The first three steps. */
  supportCount: number;
  /** The last two. Kaner gives no number from which support is enough: the group says beforehand how much it needs. */
  againstCount: number;
}

/** @throws Problem `invalid-input` if it is no step of the scale */
export function checkGradient(ballot: string): Gradient {
  const gradient = GRADIENTS.find((step) => step === ballot);
  if (!gradient) throw new Problem('invalid-input', { gradient: ballot });
  return gradient;
}

/** @param eligibleCount everybody who could have voted; at least as many as there are ballots */
export function tallyGradients(ballots: readonly Gradient[], eligibleCount: number): GradientsResult {
  const among = (steps: readonly Gradient[]) => ballots.filter((ballot) => steps.includes(ballot)).length;
  return {
    ...turnoutOf(ballots.length, among(['abstain']), eligibleCount),
    counts: GRADIENTS.map((gradient) => ({ gradient, count: among([gradient]) })),
    supportCount: among(SUPPORT),
    againstCount: among(AGAINST),
  };
}
