import type { IdeathonStage } from '@spolu/contracts/activities/ideathon';
import type { JuryState } from '@spolu/contracts/activities/ideathon-jury';
import type { ActivityState } from '@spolu/contracts/sessions';

/**
 * The hall hears what the jury came to when it is fixed and the ideathon tells its results, or is over: an audience that votes after the jury does not know it, and
 * teams have their feedback also where nobody went on to the results.
 */
export const isTold = (jury: JuryState, stage: IdeathonStage, ideathon: ActivityState): boolean => jury === 'fixed' && (stage === 'results' || ideathon === 'ended');
