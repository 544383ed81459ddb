import { policy } from '../http/policy.ts';
import { isProcessStaff, viewProcess } from '../participation/participation.policy.ts';

/** Whoever may see the process sees its published votes. */
export const readPublicVote = policy('read-public-vote', (viewer, facts) => viewProcess.allows(viewer, facts));

/** Whoever may see the vote may hand in a ballot; that she has an account or a code, and votes once, is asked beside that. */
export const castPublicBallot = policy('cast-public-ballot', (viewer, facts) => viewProcess.allows(viewer, facts));

/** Prepares, publishes and counts it: staff of the process. */
export const runPublicVote = policy('run-public-vote', isProcessStaff, (viewer, facts) => viewProcess.allows(viewer, facts));
