import { policy, type Facts } from '../http/policy.ts';
import { guestOf, holds, isAdministrator, type Viewer } from '../http/viewer.ts';
import { viewProcess } from '../participation/participation.policy.ts';

/** Leads or facilitates the process, or answers for it in its organisation. */
const isProcessStaff = (viewer: Viewer, { processId, organisationIds = [] }: Facts) =>
  isAdministrator(viewer) ||
  holds(viewer, 'process', processId, 'lead', 'facilitator') ||
  organisationIds.some((id) => holds(viewer, 'organisation', id, 'officer'));

/** Whoever may see the process may read its ideas. */
export const readIdeas = policy('read-ideas', (viewer, facts) => viewProcess.allows(viewer, facts));

/** The people who run the session that the clusters come from; asked for each of these sessions. */
export const confirmIdea = policy(
  'confirm-idea',
  (viewer, facts) => isProcessStaff(viewer, facts) || holds(viewer, 'session', facts.sessionId, 'lead-facilitator', 'co-facilitator'),
  (viewer, facts) => viewProcess.allows(viewer, facts),
);

/** Merging, splitting, carrying over, and undoing it. */
export const arrangeIdeas = policy('arrange-ideas', isProcessStaff, (viewer, facts) => viewProcess.allows(viewer, facts));
/** An account, or a guest of the process. */
export const contributeIdea = policy(
  'contribute-idea',
  (viewer, facts) => viewProcess.allows(viewer, facts) && (viewer.person !== null || guestOf(viewer, facts.processId) !== null),
  (viewer, facts) => viewProcess.allows(viewer, facts),
);
/** At the desk, or from paper, for somebody who does not write here herself. */
export const writeIdeaDown = policy('write-idea-down', isProcessStaff, (viewer, facts) => viewProcess.allows(viewer, facts));
/** When ideas are taken, in which categories, and whether somebody looks first. */
export const editIdeaIntake = policy('edit-idea-intake', isProcessStaff, (viewer, facts) => viewProcess.allows(viewer, facts));
export const publishIdea = policy('publish-idea', isProcessStaff, (viewer, facts) => viewProcess.allows(viewer, facts));

export const editIdea = policy('edit-idea', isProcessStaff, (viewer, facts) => viewProcess.allows(viewer, facts));
