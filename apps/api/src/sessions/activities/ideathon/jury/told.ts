import type { IdeathonStage } from '@spolu/contracts/activities/ideathon';
import type { JuryState } from '@spolu/contracts/activities/ideathon-jury';

/** The hall hears what the jury came to when it is fixed and the ideathon tells its results: an audience that votes after the jury does not know it. */
export const isTold = (state: JuryState, stage: IdeathonStage): boolean => state === 'fixed' && stage === 'results';
