import { z } from 'zod';
import { Id, Language } from './common.ts';
import type { Receipt } from './provenance.ts';

export const ProcessRef = z.strictObject({ processId: Id });
export type ProcessRef = z.infer<typeof ProcessRef>;

/**
 * POST /api/processes/:processId/guests → Guest (whoever may see the process, while it takes something from guests): makes this device a guest of the
 * process, without a name or an account. Sent again with the same Idempotency-Key within ten minutes it is the same guest, with a new receipt.
 */
export const BecomeGuest = z.strictObject({ language: Language });
export type BecomeGuest = z.infer<typeof BecomeGuest>;
export interface Guest {
  participantId: string;
  /** Null: the device was a guest here already. */
  receipt: Receipt | null;
}
