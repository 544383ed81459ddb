import type { PositionsShown } from '@spolu/contracts/bodies';

interface Reader {
  isMember: boolean;
  /** Her own position counts: she gave one and has no conflict of interest. */
  hasSpoken: boolean;
  /** The body's secretary or chair, who prepares its meetings. */
  runs: boolean;
}

/**
 * Whether somebody reads what members said on a recommendation, as the body wishes: at once, after her own word, so that nobody leans on another, or after the meeting.
 * A member is bound by it whatever else she is. Until the meeting is over only a secretary without a vote reads them, to prepare it.
 * @param adopted the body has spoken; its meeting may still go on
 */
export function seesPositions(shown: PositionsShown, { isMember, hasSpoken, runs }: Reader, { adopted, meeting }: { adopted: boolean; meeting: boolean }): boolean {
  switch (shown) {
    case 'open': return true;
    case 'after-own': return !isMember || hasSpoken || adopted;
    case 'after-meeting': return (adopted && !meeting) || (runs && !isMember);
  }
}
