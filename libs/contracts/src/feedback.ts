import { z } from 'zod';
import { optionalText } from './common.ts';
import { LinkSecret } from './identity.ts';
import { type Demographic, OWN_WORDS_MAX_LENGTH, type Questionnaire, type ScaleResult, type Texts } from './question-texts.ts';

/** Questionnaires that may be given to people after a session. */
export const SURVEY_IDS = ['post-session', 'pulse', 'training'] as const;
export type SurveyId = (typeof SURVEY_IDS)[number];

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
  /** Once the session is closed, where anything is asked. */
  survey: SurveyResults | null;
  /** What people are asked after the session; it may be changed until the first of them answers. */
  choice: { questionnaires: SurveyId[]; mayChange: boolean };
}
/** PUT /api/feedback-words/:id/state (those who run it): names and what tells of somebody's health stay out of the report. */
export const ReviewWords = z.strictObject({ state: WordsState });
export type ReviewWords = z.infer<typeof ReviewWords>;

/** So long after the close of a session its survey may be answered, unless staff say otherwise. */
export const SURVEY_DAYS = 7;
export const SURVEY_DAYS_MAX = 60;
/**
 * Whoever opened her survey before its end may still send it for so long after it. All questionnaires together take seven minutes by their own telling; with words of
 * her own and somebody at the door it is a multiple of that, and the last answers are told no later than after a coffee break.
 */
export const SURVEY_GRACE_MINUTES = 30;

/**
 * PUT /api/sessions/:id/questionnaires (those who run it): what people are asked after the session; none: they are asked nothing. `survey/has-answers`,
 * and for fewer than before once somebody opened hers `survey/being-filled-in`. */
export const ChooseSurveys = z.strictObject({ questionnaires: z.array(z.enum(SURVEY_IDS)).max(SURVEY_IDS.length).refine((ids) => new Set(ids).size === ids.length) });
export type ChooseSurveys = z.infer<typeof ChooseSurveys>;

/** GET /api/sessions/:id/survey (participants) → SurveyOffer | null: null until the session is closed, and where nothing is asked. */
export interface SurveyOffer {
  isOpen: boolean;
  closesAt: string;
  /** It has ended, she had opened hers before, and may still send it until then. Null: it is open, or she may not (any more). */
  graceUntil: string | null;
  /** She has answered. */
  given: boolean;
}
/** POST /api/sessions/:id/survey-links (participants) → SurveyLink: a key that answers once, whichever of them is used. After the end only who had one before gets another, within the grace. `survey/closed`. */
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
  questionnaires: Questionnaire[];
  /** What she may say of herself. */
  demographics: readonly Demographic[];
}
/** POST /api/survey-answers (Idempotency-Key, a UUID of the device's: sent again it is the same answer) → nothing; `survey/closed`, `survey/already-given`. */
export const AnswerSurvey = z.strictObject({
  secret: LinkSecret,
  answers: z.array(z.strictObject({ questionId: z.string().max(20), value: z.union([z.int(), optionalText(OWN_WORDS_MAX_LENGTH)]) })).max(100),
});
export type AnswerSurvey = z.infer<typeof AnswerSurvey>;
/** PUT /api/sessions/:id/survey (those who run it; closed sessions): it is open so many days after the close; 0, or a day that is past, ends it now. */
export const SetSurvey = z.strictObject({ days: z.int().min(0).max(SURVEY_DAYS_MAX) });
export type SetSurvey = z.infer<typeof SetSurvey>;

/** How people who said the same of themselves answered. A group of fewer than five is not told, nor one that would give such a group away. */
export interface SurveyGroups {
  demographic: Demographic;
  groups: {
    /** Null: they did not say. */
    value: string | null;
    people: number;
    results: { questionId: string; scale: ScaleResult | null }[];
  }[];
}
/** What the survey came to. Answers are told in groups of five, so that nobody sees one come in; the last ones once it is over and its grace with it, but that only once. */
export interface SurveyResults {
  questionnaires: Questionnaire[];
  closesAt: string;
  isOpen: boolean;
  /** It has ended, and who had opened theirs may still send it until then: the last ones are told after that. */
  graceUntil: string | null;
  eligible: number;
  given: number;
  /** Of so many answers the results are. */
  told: number;
  results: { questionId: string; scale: ScaleResult | null }[];
  /** From 0 to 100. */
  dimensions: { dimension: string; score: number | null }[];
  /** Of those who had answered when it was first over, and that but once: from one time to the next, groups would tell who came. */
  groups: SurveyGroups[];
}
export interface ReportSurvey extends Omit<SurveyResults, 'isOpen' | 'graceUntil'> {
  words: { questionId: string | null; text: string }[];
}
