import { z } from 'zod';
import { Language } from './common.ts';
import { LinkSecret } from './identity.ts';

/** What somebody may agree to in one session: photographs, being quoted with her name, being written to. */
export const ConsentKind = z.enum(['photo', 'quote', 'contact']);
export type ConsentKind = z.infer<typeof ConsentKind>;

/** One text and what she decided on it last. Nothing decided is no. */
export interface ConsentView {
  kind: ConsentKind;
  version: number;
  text: string;
  language: z.infer<typeof Language>;
  given: boolean;
  /** When she decided; null: not yet. */
  decidedAt: string | null;
}

/**
 * GET /api/participants/:id/consents → ConsentView[] and PUT, each decision one entry of a log that only grows (her own device). `changed-meanwhile` where
 * the text has a newer version than she read. POST /api/receipt-consents {secret, …}: the same by her receipt, at any time.
 */
export const DecideConsent = z.strictObject({ kind: ConsentKind, given: z.boolean(), version: z.int().min(1), language: Language });
export type DecideConsent = z.infer<typeof DecideConsent>;
export const DecideByReceipt = z.strictObject({ secret: LinkSecret, ...DecideConsent.shape });
export type DecideByReceipt = z.infer<typeof DecideByReceipt>;
