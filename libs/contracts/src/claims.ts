import { z } from 'zod';
import type { Language } from './common.ts';
import { LinkSecret } from './identity.ts';
import type { ContributionKind } from './provenance.ts';

/**
 * POST /api/claim-lookups {secret} → ClaimList (an account): what could be taken into the account, and nothing is changed. Without a secret it is what was written
 * on this device as a guest; with the secret of a receipt it is what that receipt finds. `provenance/receipt-invalid` for a wrong or replaced one.
 */
export const LookUpClaims = z.strictObject({ secret: LinkSecret.nullable() });
export type LookUpClaims = z.infer<typeof LookUpClaims>;

/** `needs-receipt`: somebody else uses a device that wrote it, too. `somebody-elses`: another account has it. `ended`: its process is over. */
export type ClaimState = 'open' | 'claimed' | 'needs-receipt' | 'somebody-elses' | 'ended';

/** What one participant wrote: a guest in one session or process. */
export interface Claimable {
  participantId: string;
  state: ClaimState;
  /** The session or process. */
  saidIn: string | null;
  /** The newest of them; nothing is quoted of what another account has. */
  words: { id: string; kind: ContributionKind; text: string; language: Language; createdAt: string }[];
  contributionCount: number;
}
export interface ClaimList {
  items: Claimable[];
}

/** Places that a device was a guest in at most. */
export const CLAIMS_MAX = 50;
/** Of one place so many words are quoted; the others are counted. */
export const CLAIM_WORDS_MAX = 100;

/**
 * POST /api/claims {participantIds, secret} → Claimed (an account): all of them or none. `claims/process-ended`, `claims/somebody-elses`, `claims/needs-receipt`.
 * What is in the account already stays there.
 */
export const Claim = z.strictObject({ participantIds: z.array(z.uuid()).min(1).max(CLAIMS_MAX), secret: LinkSecret.nullable() });
export type Claim = z.infer<typeof Claim>;
export interface Claimed {
  contributionCount: number;
}
