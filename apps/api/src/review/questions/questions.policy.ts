import { policy, type Facts } from '../../http/policy.ts';
import { holds, type Viewer } from '../../http/viewer.ts';
import { isOwn } from '../../provenance/provenance.policy.ts';
import { isProcessStaff, readReferral } from '../review.policy.ts';

/** A question: facts of the referral, the department or the author that was asked, and who asked as `personId`. */
export interface QuestionFacts extends Facts {
  askedOrganisationId: string | null;
  author: { personId: string | null; participantId: string | null } | null;
}
const isQuestion = (facts: Facts): facts is QuestionFacts => 'askedOrganisationId' in facts;
const worksThere = (viewer: Viewer, facts: Facts) => isQuestion(facts) && facts.askedOrganisationId !== null && holds(viewer, 'organisation', facts.askedOrganisationId, 'officer', 'department-member');
const wroteIt = (viewer: Viewer, facts: Facts) => isQuestion(facts) && facts.author !== null && isOwn(viewer, facts.author);

/** Whoever speaks or writes for the body asks in its name. */
export const askQuestion = policy('ask-referral-question', (viewer, { bodyId }) => holds(viewer, 'body', bodyId, 'member', 'chair', 'secretary'), readReferral.allows);
/** The people of the body and of the process, and the department that was asked. */
export const readQuestion = policy('read-referral-question', (viewer, facts) => readReferral.allows(viewer, facts) || worksThere(viewer, facts));
/** The department speaks for itself, and so does an author. */
export const answerQuestion = policy('answer-referral-question', (viewer, facts) => worksThere(viewer, facts) || wroteIt(viewer, facts), readQuestion.allows);
export const withdrawQuestion = policy(
  'withdraw-referral-question',
  (viewer, facts) => holds(viewer, 'body', facts.bodyId, 'chair', 'secretary') || (askQuestion.allows(viewer, facts) && viewer.person !== null && viewer.person.id === facts.personId),
  readQuestion.allows,
);
/** The staff of the process, as with all that is said in it. */
export const hideQuestion = policy('hide-referral-question', isProcessStaff, readQuestion.allows);
