import { z } from 'zod';
import { Language, optionalText, text } from './common.ts';
import type { MeaningResult } from './report-blocks.ts';

/** "Is this what we meant?" */
export const MeaningVerdict = z.enum(['yes', 'not-quite']);
export type MeaningVerdict = z.infer<typeof MeaningVerdict>;

/** POST /api/sessions/:id/meaning-checks → Made (those who run it, while it is open): the phones show the summary. One asked before it ends. */
export const AskMeaning = z.strictObject({ summary: text(1_500), language: Language });
export type AskMeaning = z.infer<typeof AskMeaning>;
/** POST /api/meaning-checks/:id/end: answers are taken no more. */

/** PUT /api/meaning-checks/:id/answer (participants, until its end or the session's): replaces the own one. The report tells it without a name. */
export const AnswerMeaning = z.strictObject({ verdict: MeaningVerdict, words: optionalText(1_000), language: Language });
export type AnswerMeaning = z.infer<typeof AnswerMeaning>;

/** What is asked of the phones now; a part of the room, so that they need not ask for it. */
export interface MeaningAsked {
  id: string;
  summary: string;
  language: Language;
}
/** GET /api/sessions/:id/meaning (whoever is in the room) */
export interface MeaningView {
  asked: MeaningAsked | null;
  /** The own answer to it. */
  mine: AnswerMeaning | null;
  /** For those who run it: the newest one's answers so far. */
  result: (MeaningResult & { id: string; ended: boolean }) | null;
}
