import { policy } from '../http/policy.ts';
import { holds, isAdministrator } from '../http/viewer.ts';

/** The officers of the organisation whose plan it is. A plan is public, so everybody else learns only that she may not. */
export const editActionPlan = policy(
  'edit-action-plan',
  (viewer, { organisationIds = [] }) => isAdministrator(viewer) || organisationIds.some((id) => holds(viewer, 'organisation', id, 'officer')),
  () => true,
);
