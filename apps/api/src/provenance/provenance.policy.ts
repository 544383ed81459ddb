import { everybody, policy, type Facts } from '../http/policy.ts';
import { guestOf, holds, isAdministrator, participantIn, type Viewer } from '../http/viewer.ts';

/** Whether the thing is the viewer's own words. */
export function isOwn(viewer: Viewer, { personId, participantId }: Pick<Facts, 'personId' | 'participantId'>): boolean {
  return (
    (personId != null && viewer.person?.id === personId) || (participantId != null && viewer.participants.some((own) => own.id === participantId))
  );
}

/** The people who work on the session, the process, or in an organisation that the process belongs to. */
function isStaff(viewer: Viewer, { sessionId, processId, organisationIds }: Facts): boolean {
  return (
    isAdministrator(viewer) ||
    holds(viewer, 'session', sessionId, 'lead-facilitator', 'co-facilitator', 'table-host', 'scribe', 'observer') ||
    holds(viewer, 'process', processId, 'lead', 'facilitator') ||
    (organisationIds ?? []).some((id) => holds(viewer, 'organisation', id, 'officer', 'department-member'))
  );
}

/** A record is read as its visibility says; one's own words always. `sessionId` is a session of the record's process that the viewer took part in, where the record belongs to no single one. */
export const readRecord = policy('read-record', (viewer, facts) => {
  if (facts.visibility === 'public' || isOwn(viewer, facts) || isStaff(viewer, facts)) return true;
  if (facts.visibility !== 'participants') return false;
  // whoever took part online sees what belongs to the process, and nothing of a single session
  return participantIn(viewer, facts.sessionId) !== null || (facts.sessionId === undefined && guestOf(viewer, facts.processId) !== null);
});

/** Whoever has an account or joined a session has contributions of her own; everybody else has none. */
export const readOwnContributions = policy(
  'read-own-contributions',
  (viewer) => viewer.person !== null || viewer.participants.length > 0,
  () => true,
);

/** A receipt is issued to the very device that is the participant. */
export const issueReceipt = policy('issue-receipt', (viewer, { participantId }) => viewer.participants.some((own) => own.id === participantId));

/** What she agrees to, she says on her own device. */
export const decideOwnConsent = policy('decide-own-consent', (viewer, { participantId }) => viewer.participants.some((own) => own.id === participantId));

/** Whoever holds the secret of a receipt is its participant. */
export const lookUpReceipt = everybody;

/** At the desk, for somebody who asks to be forgotten and showed who she is. */
export const erasePerson = policy('erase-person', isAdministrator, () => true);
