import { policy, type Facts } from '../http/policy.ts';
import { holds, isAdministrator, type Viewer } from '../http/viewer.ts';
import { readVersion, referDossier, type VersionFacts } from '../outputs/outputs.policy.ts';

const isOfficer = (viewer: Viewer, { organisationIds = [] }: Facts) => organisationIds.some((id) => holds(viewer, 'organisation', id, 'officer'));
export const isProcessStaff = (viewer: Viewer, facts: Facts) =>
  isAdministrator(viewer) || isOfficer(viewer, facts) || holds(viewer, 'process', facts.processId, 'lead', 'facilitator');

/** The commission's people, its guests too, and the staff of the process that asked for the opinion. */
export const readReferral = policy(
  'read-referral',
  (viewer, facts) => holds(viewer, 'body', facts.bodyId, 'chair', 'secretary', 'member', 'guest') || isProcessStaff(viewer, facts),
);
/** Whoever sits in a body or works on a process has a desk; what lies on it is decided for each referral. */
export const openDesk = policy('open-review-desk', (viewer) => viewer.person !== null, () => true);

/** Members and the chair have a vote; the secretary and guests have none. */
export const givePosition = policy('give-position', (viewer, { bodyId }) => holds(viewer, 'body', bodyId, 'member', 'chair'), readReferral.allows);
export const adoptOpinion = policy('adopt-opinion', (viewer, { bodyId }) => holds(viewer, 'body', bodyId, 'secretary', 'chair'), readReferral.allows);
/** What a member without an account said is entered by the body's secretary or chair. */
export const speakForMember = policy('speak-for-member', (viewer, { bodyId }) => holds(viewer, 'body', bodyId, 'secretary', 'chair'), readReferral.allows);
/** Its meetings are for the people of the body: the invitation, who was there, the minutes. */
export const readMeeting = policy('read-meeting', (viewer, { bodyId }) => holds(viewer, 'body', bodyId, 'chair', 'secretary', 'member', 'guest'));
export const runMeeting = policy('run-meeting', (viewer, { bodyId }) => holds(viewer, 'body', bodyId, 'chair', 'secretary'), readMeeting.allows);
/** The commission's secretary, or an officer of an organisation of the process. */
export const recordDecision = policy(
  'record-decision',
  (viewer, facts) => holds(viewer, 'body', facts.bodyId, 'secretary') || isOfficer(viewer, facts),
  readReferral.allows,
);

/** What was not accepted goes on elsewhere: the people of the process see to that, whose ideas it came from. */
export const carryDecisionOver = policy('carry-decision-over', isProcessStaff, readReferral.allows);

/** Where a dossier goes is planned by who may refer it, and by the secretaries of the bodies it has come to. */
export const planRoute = policy(
  'plan-referral-route',
  (viewer, facts) => referDossier.allows(viewer, facts) || [facts.bodyId, ...((facts as Partial<VersionFacts>).referredTo ?? [])].some((bodyId) => holds(viewer, 'body', bodyId, 'secretary')),
  readVersion.allows,
);
