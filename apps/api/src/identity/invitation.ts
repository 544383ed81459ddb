import type { InvitationView } from '@spolu/contracts/identity';

export const INVITATION_LASTS_MS = 24 * 3_600_000;
/** As long as an invitation: whoever starts the server has the link before her. */
export const SET_UP_LINK_LASTS_MS = 24 * 3_600_000;

export interface InvitationDates {
  expiresAt: Date;
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
}

/** Whether an invitation can still be taken; once taken or withdrawn it stays so. */
export function stateOf({ expiresAt, acceptedAt, withdrawnAt }: InvitationDates, now: Date): InvitationView['state'] {
  if (acceptedAt) return 'accepted';
  if (withdrawnAt) return 'withdrawn';
  return expiresAt <= now ? 'expired' : 'open';
}
