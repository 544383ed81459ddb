import { z } from 'zod';
import type { Texts } from './question-texts.ts';

/** waiting: nobody has looked at it. shown: it stands in the report. hidden: it does not. */
export const WordsState = z.enum(['waiting', 'shown', 'hidden']);
export type WordsState = z.infer<typeof WordsState>;

/** What somebody said in her own words, in a pulse or in the survey after the session. */
export interface FeedbackWords {
  id: string;
  /** Of the pulse; null: in the survey. */
  activityTitle: string | null;
  /** What was asked; null in a pulse. */
  question: Texts | null;
  text: string;
  state: WordsState;
}
/**
 * GET /api/sessions/:id/feedback (those who run it) → FeedbackView. Words come from five answers on, those of a pulse once it is counted.
 */
export interface FeedbackView {
  words: FeedbackWords[];
}
/** PUT /api/feedback-words/:id/state (those who run it): names and what tells of somebody's health stay out of the report. */
export const ReviewWords = z.strictObject({ state: WordsState });
export type ReviewWords = z.infer<typeof ReviewWords>;
