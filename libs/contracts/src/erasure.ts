import { z } from 'zod';
import { LinkSecret } from './identity.ts';

/** GET /api/me/erasure (an account) → ErasurePreview: what would be without an author, and whether something stands against it. */
export interface ErasurePreview {
  contributionCount: number;
  /** Sessions and processes in which she took part, and is then a seat without a name. */
  placeCount: number;
  /** A role has to be handed over first. */
  holdsRole: boolean;
}

/** POST /api/me/erasures {password} → 204: she is forgotten and signed out, for good. `wrong-credentials`, `erasure/holds-role`. */
export const EraseMe = z.strictObject({ password: z.string().min(1).max(200) });
export type EraseMe = z.infer<typeof EraseMe>;

/** POST /api/receipt-erasures {secret} → 204: the guest whose receipt it is is forgotten. `provenance/receipt-invalid`, `erasure/in-account` where an account has what she wrote. */
export const EraseGuest = z.strictObject({ secret: LinkSecret });
export type EraseGuest = z.infer<typeof EraseGuest>;

/** How somebody at the desk showed who she is. No number of a document is kept. */
export const IDENTITY_CHECKS = ['identity-card', 'passport', 'known-in-person', 'signed-letter'] as const;
export type IdentityCheck = (typeof IDENTITY_CHECKS)[number];

/** POST /api/people/:id/erasures {check} (administrator) → 204: at the desk, for somebody who asked. `erasure/holds-role`. */
export const ErasePerson = z.strictObject({ check: z.enum(IDENTITY_CHECKS) });
export type ErasePerson = z.infer<typeof ErasePerson>;
