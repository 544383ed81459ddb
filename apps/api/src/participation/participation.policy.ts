import type { Visibility } from '@spolu/contracts/common';
import type { ProcessState } from '@spolu/contracts/participation';
import { type Facts, policy } from '../http/policy.ts';
import { guestOf, holds, isAdministrator, type Viewer } from '../http/viewer.ts';

/** Where a process belongs and who may see it. */
export interface ProcessFacts extends Facts {
  processId: string;
  organisationIds: readonly string[];
  visibility: Visibility;
  state: ProcessState;
  /** Its sessions, also those that are only prepared. */
  sessionIds: readonly string[];
}

const isProcess = (facts: Facts): facts is ProcessFacts => 'state' in facts && 'sessionIds' in facts;

/** An officer of one of `organisationIds`; without any named, of whatever organisation. */
const isOfficer = (viewer: Viewer, organisationIds: readonly string[] | undefined) =>
  viewer.roles.some((held) => held.scope === 'organisation' && held.role === 'officer' && (organisationIds?.includes(held.scopeId ?? '') ?? true));

/** Leads it, facilitates it, or answers for it in its organisation. */
export const isProcessStaff = (viewer: Viewer, facts: Facts): boolean =>
  isAdministrator(viewer) || isOfficer(viewer, facts.organisationIds ?? []) || holds(viewer, 'process', facts.processId, 'lead', 'facilitator');

const answersForProcess = (viewer: Viewer, facts: Facts): boolean =>
  isAdministrator(viewer) || isOfficer(viewer, facts.organisationIds ?? []) || holds(viewer, 'process', facts.processId, 'lead');

/** A department of one of its organisations, or a role in one of its sessions. */
const worksBesideIt = (viewer: Viewer, facts: ProcessFacts) =>
  viewer.roles.some(
    (held) =>
      held.scopeId !== null &&
      ((held.scope === 'organisation' && facts.organisationIds.includes(held.scopeId)) || (held.scope === 'session' && facts.sessionIds.includes(held.scopeId))),
  );

/** In one of its sessions, or from where she is. */
export const tookPart = (viewer: Viewer, facts: { processId: string; sessionIds: readonly string[] }): boolean =>
  guestOf(viewer, facts.processId) !== null || viewer.participants.some(({ sessionId }) => sessionId !== null && facts.sessionIds.includes(sessionId));

const sees = (viewer: Viewer, facts: Facts): boolean => {
  if (isProcessStaff(viewer, facts)) return true;
  if (!isProcess(facts)) return false;
  if (worksBesideIt(viewer, facts)) return true;
  if (facts.state === 'draft') return false;
  return facts.visibility === 'public' || (facts.visibility === 'participants' && tookPart(viewer, facts));
};

export const viewProcess = policy('view-process', sees);
/** Named organisations: an officer of one of them; none named yet: whether she may begin at all. */
export const addProcess = policy('add-process', (viewer, facts) => isAdministrator(viewer) || isOfficer(viewer, facts.organisationIds), () => true);
export const editProcess = policy('edit-process', isProcessStaff, sees);
/** Whoever joins the organisations of a process is given its officers' rights on it; so facilitators alone can't. */
export const changeProcessOrganisations = policy('change-process-organisations', answersForProcess, sees);
export const addSessionToProcess = policy('add-session', isProcessStaff, sees);
/** Without an account, as long as the process takes something. */
export const becomeGuest = policy('become-guest', sees);
export const giveProcessRoles = policy('give-process-roles', answersForProcess, sees);
