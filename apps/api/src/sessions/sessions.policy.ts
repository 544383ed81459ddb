import type { Visibility } from '@spolu/contracts/common';
import type { SessionState } from '@spolu/contracts/sessions';
import { type Facts, policy } from '../http/policy.ts';
import { holds, isAdministrator, participantIn, type Viewer } from '../http/viewer.ts';

/** Where a session belongs, and how far it is. */
export interface SessionFacts extends Facts {
  sessionId: string;
  processId: string;
  organisationIds: readonly string[];
  visibility: Visibility;
  sessionState: SessionState;
}
const isSession = (facts: Facts): facts is SessionFacts => 'sessionState' in facts;

/** Facilitates it, or answers for its process. */
const runs = (viewer: Viewer, { sessionId, processId, organisationIds = [] }: Facts): boolean =>
  isAdministrator(viewer) ||
  organisationIds.some((id) => holds(viewer, 'organisation', id, 'officer')) ||
  holds(viewer, 'process', processId, 'lead', 'facilitator') ||
  holds(viewer, 'session', sessionId, 'lead-facilitator', 'co-facilitator');

/** Works in the room: also the hosts of its tables and those who write for others. */
const works = (viewer: Viewer, facts: Facts): boolean => runs(viewer, facts) || holds(viewer, 'session', facts.sessionId, 'table-host', 'scribe');
const attends = (viewer: Viewer, { sessionId }: Facts): boolean => participantIn(viewer, sessionId) !== null;
const isInside = (viewer: Viewer, facts: Facts): boolean => works(viewer, facts) || holds(viewer, 'session', facts.sessionId, 'observer') || attends(viewer, facts);

/** What it plans, with the notes for the staff. */
export const viewSession = policy('view-session', works);
export const editSession = policy('edit-session', runs, isInside);
/** Whoever saved it, and whoever answers for its organisation. */
export const removeSheetTemplate = policy(
  'remove-sheet-template',
  (viewer, { organisationIds = [], personId }) =>
    isAdministrator(viewer) || organisationIds.some((id) => holds(viewer, 'organisation', id, 'officer')) || (viewer.person !== null && viewer.person.id === personId),
);
/** Opens, closes, starts, ends, reveals, shows: all that the hall notices. */
export const runSession = policy('run-session', runs, isInside);
/** A board as a file leaves the house: those who answer for the session decide that. */
export const exportBoard = policy('export-board', runs, isInside);
export const importToBoard = policy('import-to-board', runs, isInside);
export const removeParticipant = policy('remove-participant', runs, isInside);
export const tendLateCards = policy('tend-late-cards', works, isInside);
/** Chooses which questions of the hall are asked, and when they are answered. */
export const tendQuestions = policy('tend-questions', works, isInside);
/** Takes what somebody answered in her own words off the screens, and puts it back. */
export const hideAnswers = policy('hide-answers', works, isInside);
/** Writes the report and says what readers get. */
export const editReport = policy('edit-report', runs, isInside);
/** Gives the word to who raised a hand. */
export const tendHands = policy('tend-hands', works, isInside);
/** In the name of people without a device, and from paper. */
export const writeForOthers = policy('write-for-others', works, isInside);
/** Puts notes into the session's other language. */
export const translateNotes = policy('translate-notes', works, isInside);
export const confirmIdeas = policy('confirm-ideas', runs, isInside);

export const enterRoom = policy('enter-room', isInside);
export const seeStaffState = policy('see-staff-state', works, isInside);
/** What a participant does for herself; staff do it as participants, if they joined. */
export const takePart = policy('take-part', attends, isInside);

/** The staff at any time; others once it is closed, as its visibility says. */
export const readReport = policy(
  'read-report',
  (viewer, facts) => {
    if (works(viewer, facts) || holds(viewer, 'session', facts.sessionId, 'observer')) return true;
    if (!isSession(facts) || facts.sessionState !== 'closed') return false;
    return facts.visibility === 'public' || (facts.visibility === 'participants' && attends(viewer, facts));
  },
  (viewer, facts) => isSession(facts) && facts.sessionState !== 'closed' && attends(viewer, facts),
);
