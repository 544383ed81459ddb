import type { RoomActivity } from '@spolu/contracts/sessions';

/** Cards go to the server while they are hidden or nobody's, or staff read them first; otherwise notes are made on the board itself. Where people take turns they write on
 * their phones' page. */
export const takesCards = ({ state, locked, ...asked }: RoomActivity): boolean =>
  state === 'running' && !locked && asked.kind === 'brainstorm' && !asked.part.way && (asked.part.mode === 'anonymous' || asked.part.moderated || !asked.part.revealed);
