import { z } from 'zod';
import { Id, text, TEXT_MAX_LENGTH } from './common.ts';

/**
 * POST /api/referrals/:referralId/recommendations/:recommendationId/questions → Made (member, chair, secretary of the body): what the body asks a department about a recommendation,
 * until it has spoken on it.
 */
export const AskDepartment = z.strictObject({ organisationId: Id, text: text(TEXT_MAX_LENGTH) });
export type AskDepartment = z.infer<typeof AskDepartment>;

/** PUT /api/referral-questions/:id/answer (the department), until the body has spoken. A wrong `revision` answers `changed-meanwhile`. */
export const AnswerQuestion = z.strictObject({ answer: text(TEXT_MAX_LENGTH), revision: z.int().nonnegative() });
export type AnswerQuestion = z.infer<typeof AnswerQuestion>;

/** DELETE /api/referral-questions/:id (who asked, chair, secretary): takes it back while nobody has answered. */

/** A question beside a recommendation, as the body's people and the staff of the process read it. */
export interface ReferralQuestionRow {
  id: string;
  organisationName: string;
  /** Who asked in the body's name. */
  personName: string;
  text: string;
  askedAt: string;
  dueOn: string | null;
  /** Empty while it waits. */
  answer: string;
  answeredAt: string | null;
  mayWithdraw: boolean;
}

/** GET /api/referral-questions/:id → ReferralQuestionView (who reads the referral, the department that is asked): with the recommendation it is about. */
export interface ReferralQuestionView {
  id: string;
  bodyName: string;
  organisationName: string;
  processTitle: string;
  dossierTitle: string;
  dossierId: string;
  dossierVersion: number;
  recommendation: { number: number; title: string; text: string; reasons: string };
  text: string;
  askedAt: string;
  dueOn: string | null;
  answer: string;
  answeredAt: string | null;
  revision: number;
  /** `referralId`: where the question stands, for who reads the referral. */
  referralId: string | null;
  may: { answer: boolean; readDossier: boolean };
}
