import { FINGERS } from '@spolu/contracts/plain';
import { checkStep, tallyScale, type ScaleBallot, type ScaleResult } from './scale.ts';

/** From here on a person goes along. */
const GOES_ALONG = 3;

export interface FistToFiveResult extends ScaleResult {
  /**
   * `agreed`: everybody shows three fingers or more. `stopped`: somebody shows a fist. `talk`: somebody shows one or two, so the hall asks what would
   * bring them to three and shows again. Null: nobody showed anything. Source: A. Fletcher, FireStarter Youth Power Curriculum, 2002 ("Fist-to-Five Consensus-Building").
   */
  outcome: 'agreed' | 'talk' | 'stopped' | null;
}

/** @throws Problem `invalid-input` if it is not 0 to 5 */
export const checkFingers = (ballot: ScaleBallot): ScaleBallot => checkStep(ballot, FINGERS);

/** @param eligibleCount everybody who could have voted; at least as many as there are ballots */
export function tallyFistToFive(ballots: readonly ScaleBallot[], eligibleCount: number): FistToFiveResult {
  const result = tallyScale(ballots, FINGERS, eligibleCount);
  return { ...result, outcome: outcomeOf(result.spread?.min) };
}

function outcomeOf(fewest: number | undefined): FistToFiveResult['outcome'] {
  if (fewest === undefined) return null;
  if (fewest === 0) return 'stopped';
  return fewest < GOES_ALONG ? 'talk' : 'agreed';
}
