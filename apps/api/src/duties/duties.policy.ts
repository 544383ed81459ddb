import { type Facts, policy } from '../http/policy.ts';
import { holds, isAdministrator, type Viewer } from '../http/viewer.ts';
import { viewProcess } from '../participation/participation.policy.ts';

const answersFor = (viewer: Viewer, { processId, organisationIds = [] }: Facts) =>
  isAdministrator(viewer) || holds(viewer, 'process', processId, 'lead') || organisationIds.some((id) => holds(viewer, 'organisation', id, 'officer'));

/** Within how many days a process answers: whoever may see it. */
export const readAnswerTerms = policy('read-answer-terms', (viewer, facts) => viewProcess.allows(viewer, facts));
export const editAnswerTerms = policy('edit-answer-terms', answersFor, viewProcess.allows);

/** On which days people are reminded, for the whole town. */
export const editReminderLadder = policy('edit-reminder-ladder', isAdministrator, (viewer) => viewer.person !== null);

/** What waits in all processes that somebody answers for: leads, officers and administrators; each of what is hers. */
export const readOverview = policy(
  'read-overview',
  (viewer) => viewer.roles.some(({ role }) => role === 'administrator' || role === 'officer' || role === 'lead'),
  (viewer) => viewer.person !== null,
);
