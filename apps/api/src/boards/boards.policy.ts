import { policy, type Facts } from '../http/policy.ts';
import type { BoardRole } from './board-rights.ts';

/** As what the viewer would sit at the board; null where she may not. */
export interface BoardFacts extends Facts {
  role: BoardRole | null;
}

/** Whoever may sit at a board may read it as a list; for everybody else there is none. */
export const viewBoard = policy('view-board', (_, facts) => (facts as Partial<BoardFacts>).role != null);
