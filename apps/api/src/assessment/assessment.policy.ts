import { policy, type Facts } from '../http/policy.ts';
import { holds, isAdministrator, type Viewer } from '../http/viewer.ts';
import { isProcessStaff, viewProcess } from '../participation/participation.policy.ts';

/** An assessment: facts of its process, and the department that was asked. */
export interface AssessmentFacts extends Facts {
  assessorId: string;
  /** It was hidden with a reason: whoever was asked about it reads it no more. */
  ideaHidden: boolean;
}
const isAssessment = (facts: Facts): facts is AssessmentFacts => 'assessorId' in facts;

const answersFor = (viewer: Viewer, { processId, organisationIds = [] }: Facts) =>
  isAdministrator(viewer) || holds(viewer, 'process', processId, 'lead') || organisationIds.some((id) => holds(viewer, 'organisation', id, 'officer'));
const worksThere = (viewer: Viewer, facts: Facts) => isAssessment(facts) && !facts.ideaHidden && holds(viewer, 'organisation', facts.assessorId, 'officer', 'department-member');

/** By which criteria, how heavy each: whoever may see the process. */
export const readCriteria = policy('read-criteria', (viewer, facts) => viewProcess.allows(viewer, facts));
export const editCriteria = policy('edit-criteria', answersFor, viewProcess.allows);

export const askForAssessments = policy('ask-for-assessments', answersFor, viewProcess.allows);
/** All assessments of a process with their internal notes. */
export const readAssessments = policy('read-assessments', isProcessStaff, viewProcess.allows);

/** One of them: the people of the process and, as long as the idea is to be seen, the department that was asked. */
export const readAssessment = policy('read-assessment', (viewer, facts) => isProcessStaff(viewer, facts) || worksThere(viewer, facts));
/** The department speaks for itself: not even the lead of the process writes in its name. */
export const writeAssessment = policy('write-assessment', worksThere, readAssessment.allows);
export const publishAssessment = policy('publish-assessment', answersFor, readAssessment.allows);
export const withdrawAssessment = policy('withdraw-assessment', answersFor, readAssessment.allows);

/** Sheets hold what their reader may see: all of the process for its people, a department its own. */
export const exchangeAssessments = policy(
  'exchange-assessments',
  (viewer, facts) => isProcessStaff(viewer, facts) || (viewProcess.allows(viewer, facts) && viewer.roles.some(({ scope, role }) => scope === 'organisation' && (role === 'officer' || role === 'department-member'))),
  viewProcess.allows,
);
