import { z } from 'zod';
import { REASON_MAX_LENGTH } from './comments.ts';
import { Id, type Language, line, text, TEXT_MAX_LENGTH } from './common.ts';
import { LinkSecret } from './identity.ts';

/**
 * POST /api/referrals/:referralId/recommendations/:recommendationId/questions → Made (member, chair, secretary of the body): what the body asks a department about a recommendation,
 * until it has spoken on it.
 */
export const AskDepartment = z.strictObject({ organisationId: Id, text: text(TEXT_MAX_LENGTH) });
export type AskDepartment = z.infer<typeof AskDepartment>;

/** To an author; an answer of hers is as long as any text. */
export const AUTHOR_QUESTION_MAX_LENGTH = 1000;
/** How many questions to authors that one person asked on one referral may wait at once. */
export const AUTHOR_QUESTIONS_OPEN_MAX = 5;
/** POST /api/referrals/:referralId/recommendations/:recommendationId/author-questions → Made: the same, of whoever wrote a contribution that led to the recommendation. */
export const AskAuthor = z.strictObject({ contributionId: Id, text: text(AUTHOR_QUESTION_MAX_LENGTH) });
export type AskAuthor = z.infer<typeof AskAuthor>;

/** Contributions that may be asked about are offered so far. */
export const ASKABLE_MAX = 200;
/** GET /api/referrals/:referralId/recommendations/:recommendationId/askable (who may ask) → AskableView: the contributions behind a recommendation, the oldest first. */
export interface AskableView {
  contributions: { id: string; text: string; language: Language; reachable: boolean }[];
}

/** An author's question as she reads it, on her account, her device or by her receipt. */
export interface AuthorQuestionView {
  id: string;
  bodyName: string;
  /** What she wrote. */
  contribution: { id: string; text: string; language: Language };
  recommendation: { title: string };
  text: string;
  askedAt: string;
  dueOn: string | null;
  answer: string;
  answeredAt: string | null;
  revision: number;
  /** A question that was hidden is empty; an answer of hers is not. */
  hidden: HiddenOfQuestion;
  mayAnswer: boolean;
}
/** How many are shown, the newest. */
export const AUTHOR_QUESTIONS_SHOWN_MAX = 100;
/** GET /api/author-questions (her account or device), POST /api/author-question-lookups (by her receipt) → AuthorQuestions */
export interface AuthorQuestions {
  questions: AuthorQuestionView[];
}
export const LookUpAuthorQuestions = z.strictObject({ secret: LinkSecret });
export type LookUpAuthorQuestions = z.infer<typeof LookUpAuthorQuestions>;

/** PUT /api/referral-questions/:id/answer (the department; the author, who mends it once), until the body has spoken. A wrong `revision` answers `changed-meanwhile`. */
export const AnswerQuestion = z.strictObject({ answer: text(TEXT_MAX_LENGTH), revision: z.int().nonnegative() });
export type AnswerQuestion = z.infer<typeof AnswerQuestion>;

/** POST /api/author-answers → 204: the same by her receipt. */
export const AnswerByReceipt = z.strictObject({ ...AnswerQuestion.shape, secret: LinkSecret, questionId: Id });
export type AnswerByReceipt = z.infer<typeof AnswerByReceipt>;

/** DELETE /api/referral-questions/:id (who asked, chair, secretary): takes it back while nobody has answered. */

/**
 * PUT /api/referral-questions/:id/hiding → 204 (the staff of the process), of a question to an author: the question with what was answered, or the answer alone, is hidden with a reason,
 * which whoever wrote it is told; null: shown again.
 */
export const HideQuestion = z.discriminatedUnion('what', [
  z.strictObject({ what: z.enum(['question', 'answer']), reason: line(REASON_MAX_LENGTH) }),
  z.strictObject({ what: z.null() }),
]);
export type HideQuestion = z.infer<typeof HideQuestion>;
/** What is hidden of a question, and why; null: nothing. */
export type HiddenOfQuestion = { what: 'question' | 'answer'; reason: string } | null;

/** A question beside a recommendation, as the body's people and the staff of the process read it. */
export interface ReferralQuestionRow {
  id: string;
  /** Empty where an author was asked. */
  organisationName: string;
  /** What the author who was asked wrote; null where a department was. `text`: null where it was taken back or hidden since. `reachable`: whether she can still answer. */
  contribution: { text: string | null; language: Language; reachable: boolean } | null;
  /** Who asked in the body's name. */
  personName: string;
  text: string;
  askedAt: string;
  dueOn: string | null;
  /** Empty while it waits. */
  answer: string;
  answeredAt: string | null;
  /** What is hidden is empty for all but those who may hide it. */
  hidden: HiddenOfQuestion;
  mayWithdraw: boolean;
  mayHide: boolean;
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
