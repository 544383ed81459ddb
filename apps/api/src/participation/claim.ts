import type { ClaimState } from '@spolu/contracts/claims';
import type { ProcessState } from '@spolu/contracts/participation';

/** What decides whether a guest's contributions may become a person's. */
export interface ClaimFacts {
  /** The account that asks. */
  askerId: string;
  /** She showed the guest's receipt. */
  byReceipt: boolean;
  /** The account that joined as this participant. */
  seatOfId: string | null;
  /** A device that is this participant is another account, too. */
  deviceIsShared: boolean;
  /** The accounts that have the contributions by now; null: nobody's yet. */
  ownerIds: readonly (string | null)[];
  /** Null: the session belongs to no process. */
  processState: ProcessState | null;
}

/**
 * Another account's words are never given away, whatever is shown. What is in the account already needs nothing more, also once the process is over. Of a device
 * that several people use only a receipt tells whose words it were.
 */
export function claimState({ askerId, byReceipt, seatOfId, deviceIsShared, ownerIds, processState }: ClaimFacts): ClaimState {
  if (seatOfId !== null && seatOfId !== askerId) return 'somebody-elses';
  if (ownerIds.some((id) => id !== null && id !== askerId)) return 'somebody-elses';
  if (ownerIds.length > 0 && ownerIds.every((id) => id === askerId)) return 'claimed';
  if (processState === 'finished') return 'ended';
  return deviceIsShared && !byReceipt ? 'needs-receipt' : 'open';
}
