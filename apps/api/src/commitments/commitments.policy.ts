import { policy } from '../http/policy.ts';
import { holds, isAdministrator } from '../http/viewer.ts';

/** The officers of the organisation whose plan it is. A plan is public, so everybody else learns only that she may not. */
export const editActionPlan = policy(
  'edit-action-plan',
  (viewer, { organisationIds = [] }) => isAdministrator(viewer) || organisationIds.some((id) => holds(viewer, 'organisation', id, 'officer')),
  () => true,
);

/** Whoever is signed in. A commitment belongs to the whole town and to no process, so a guest, who is one of a process, has no place there. */
export const talkAboutCommitment = policy('talk-about-commitment', ({ person }) => person !== null, () => true);
