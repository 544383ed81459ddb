import { z } from 'zod';
import { optionalText } from './common.ts';
import { LinkSecret } from './identity.ts';
import { OWN_WORDS_MAX_LENGTH, type Questionnaire, type ScaleResult, type Texts } from './question-texts.ts';

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
  /** Once the session is closed. */
  survey: SurveyResults | null;
}
/** PUT /api/feedback-words/:id/state (those who run it): names and what tells of somebody's health stay out of the report. */
export const ReviewWords = z.strictObject({ state: WordsState });
export type ReviewWords = z.infer<typeof ReviewWords>;

/** So long after the close of a session its survey may be answered, unless staff say otherwise. */
export const SURVEY_DAYS = 7;
export const SURVEY_DAYS_MAX = 60;

/** GET /api/sessions/:id/survey (participants) → SurveyOffer | null: null until the session is closed. */
export interface SurveyOffer {
  isOpen: boolean;
  closesAt: string;
  /** She has answered. */
  given: boolean;
}
/** POST /api/sessions/:id/survey-links (participants) → SurveyLink: a key that answers once, whichever of them is used. `survey/closed`. */
export interface SurveyLink {
  /** Of the address `/survey#…`. */
  secret: string;
}
/** POST /api/receipt-survey-links {secret} → SurveyLink, for who has a receipt and no device any more. */
export const SurveyByReceipt = z.strictObject({ secret: LinkSecret });
export type SurveyByReceipt = z.infer<typeof SurveyByReceipt>;
/** POST /api/survey-lookups {secret} → SurveyPaper; `survey/link-invalid`. */
export const LookUpSurvey = z.strictObject({ secret: LinkSecret });
export type LookUpSurvey = z.infer<typeof LookUpSurvey>;
export interface SurveyPaper extends SurveyOffer {
  sessionTitle: string;
  questionnaire: Questionnaire;
}
/** POST /api/survey-answers (Idempotency-Key, a UUID of the device's: sent again it is the same answer) → nothing; `survey/closed`, `survey/already-given`. */
export const AnswerSurvey = z.strictObject({
  secret: LinkSecret,
  answers: z.array(z.strictObject({ questionId: z.string().max(20), value: z.union([z.int(), optionalText(OWN_WORDS_MAX_LENGTH)]) })).max(100),
});
export type AnswerSurvey = z.infer<typeof AnswerSurvey>;
/** PUT /api/sessions/:id/survey (those who run it; closed sessions): it is open so many days after the close; 0 ends it now. */
export const SetSurvey = z.strictObject({ days: z.int().min(0).max(SURVEY_DAYS_MAX) });
export type SetSurvey = z.infer<typeof SetSurvey>;

/** What the survey came to. Answers are told in groups of five, so that nobody sees one come in; the last ones once it is over, but that only once. */
export interface SurveyResults {
  questionnaire: Questionnaire;
  closesAt: string;
  isOpen: boolean;
  eligible: number;
  given: number;
  /** Of so many answers the results are. */
  told: number;
  results: { questionId: string; scale: ScaleResult | null }[];
  /** From 0 to 100. */
  dimensions: { dimension: string; score: number | null }[];
}
export interface ReportSurvey extends Omit<SurveyResults, 'isOpen'> {
  words: { questionId: string | null; text: string }[];
}
