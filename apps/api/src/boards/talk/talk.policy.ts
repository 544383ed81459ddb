import { policy, type Facts } from '../../http/policy.ts';
import type { BoardFacts } from '../boards.policy.ts';

const roleOf = (facts: Facts) => (facts as Partial<BoardFacts>).role ?? null;
const isThere = (_: unknown, facts: Facts) => roleOf(facts) !== null;
const takesPart = (_: unknown, facts: Facts) => roleOf(facts)?.staff === true || (roleOf(facts)?.participantId ?? null) !== null;

/** Staff and participants, as long as the board's rule lets them; observers only read. */
export const commentOnBoard = policy('comment-on-board', takesPart, isThere);
export const reactOnBoard = policy('react-on-board', takesPart, isThere);
/** Whose it is, and who runs the session: also when the board is closed. */
export const removeComment = policy(
  'remove-comment',
  (_, facts) => {
    const role = roleOf(facts);
    const isHers = (facts.participantId != null && facts.participantId === role?.participantId) || (facts.personId != null && facts.personId === role?.personId);
    return role !== null && (role.staff || isHers);
  },
  isThere,
);
/** To say that a thread is settled, or is not. */
export const resolveThread = policy('resolve-thread', (_, facts) => roleOf(facts)?.staff === true, isThere);
