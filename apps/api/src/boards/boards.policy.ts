import { policy, type Facts } from '../http/policy.ts';
import type { BoardRole } from './board-rights.ts';

/** As what the viewer would sit at the board; null where she may not. */
export interface BoardFacts extends Facts {
  role: BoardRole | null;
}

const roleOf = (facts: Facts) => (facts as Partial<BoardFacts>).role ?? null;

/** Whoever may sit at a board may read it as a list; for everybody else there is none. */
export const viewBoard = policy('view-board', (_, facts) => roleOf(facts) !== null);
/** Who did what when is for those who run the session. */
export const viewHistory = policy('view-history', (_, facts) => roleOf(facts)?.staff === true, (_, facts) => roleOf(facts) !== null);
/** Going back, as a whole or with all that one did; as long as the board's rule lets staff write. */
export const restoreBoard = policy('restore-board', (_, facts) => roleOf(facts)?.staff === true, (_, facts) => roleOf(facts) !== null);
/** Staff and participants, as long as the board's rule lets them write; observers only look. */
export const addPicture = policy(
  'add-picture',
  (_, facts) => roleOf(facts)?.staff === true || (roleOf(facts)?.participantId ?? null) !== null,
  (_, facts) => roleOf(facts) !== null,
);
