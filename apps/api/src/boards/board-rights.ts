import type { BoardRights, BoardRule, PublicRule } from '@spolu/contracts/boards';
import { DRAWING_KINDS } from '@spolu/contracts/plain';
import { holds, isAdministrator, participantIn, type Viewer } from '../http/viewer.ts';

/** As what somebody sits at a board. */
export interface BoardRole {
  /** Runs the session: facilitators, table hosts, scribes, the process's lead and facilitators, and officers of its organisations. */
  staff: boolean;
  participantId: string | null;
  personId: string | null;
  /** Of a person with an account; guests are known to their session only. */
  name: string | null;
}

export const NO_RIGHTS: BoardRights = { write: false, createNotes: false, editAll: false, group: false, frames: false, notesByCommand: false, draw: [], comment: false, react: false, present: false };

/** Null: may not even look. A participant who was removed is none any more, and one of another table only where those may look. Observers look on. */
export function boardRoleOf(viewer: Viewer, rule: BoardRule | null): BoardRole | null {
  if (!rule) return null;
  const { sessionId, processId, organisationIds } = rule;
  const participantId = participantIn(viewer, sessionId);
  const staff =
    isAdministrator(viewer) ||
    organisationIds.some((id) => holds(viewer, 'organisation', id, 'officer')) ||
    holds(viewer, 'session', sessionId, 'lead-facilitator', 'co-facilitator', 'table-host', 'scribe') ||
    (processId !== null && holds(viewer, 'process', processId, 'lead', 'facilitator'));
  const looksOn = holds(viewer, 'session', sessionId, 'observer');
  const role = { staff, participantId, personId: viewer.person?.id ?? null, name: viewer.person?.name ?? null };
  return staff || looksOn || (participantId !== null && isAdmitted(role, rule)) ? role : null;
}

/** Whether somebody who sits at the board may stay under this rule: a participant of another table only where those may look. */
export const isAdmitted = ({ staff, participantId }: Pick<BoardRole, 'staff' | 'participantId'>, { table }: BoardRule): boolean =>
  staff || participantId === null || !table || table.others !== 'nothing' || table.participantIds.includes(participantId);

/** What this person may do on a board under its rule; where nothing is granted, nothing is allowed. */
export function boardRightsOf({ staff, participantId }: Pick<BoardRole, 'staff' | 'participantId'>, rule: BoardRule): BoardRights {
  const writes = participantId !== null && (!rule.table || rule.table.others === 'write' || rule.table.participantIds.includes(participantId));
  const write = rule.open && (staff || (writes && !rule.locked));
  if (!write) return { ...NO_RIGHTS, present: staff };
  const notesByCommand = rule.hidden || rule.anonymous;
  const maker = rule.createNotes === 'everyone' || (rule.createNotes === 'staff' && staff);
  return {
    write,
    // What is hidden or anonymous is a command: a change of the document would show it, or say who made it.
    createNotes: maker && !notesByCommand,
    editAll: staff,
    group: staff || rule.groupNotes === 'everyone',
    frames: staff,
    // Words in a text or shape, or who drew what, would tell as much as a note.
    draw: staff ? DRAWING_KINDS : notesByCommand ? [] : rule.draw,
    notesByCommand,
    // What is said while notes are hidden would tell what they hold; a reaction is counted once, so it is somebody's.
    comment: staff || !rule.hidden,
    react: staff || !notesByCommand,
    present: staff,
  };
}

export const publicRuleOf = ({ open, locked, hidden, anonymous, groupNotes }: BoardRule): PublicRule => ({ open, locked, hidden, anonymous, groupNotes });
