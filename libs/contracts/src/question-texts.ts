import type { LANGUAGES } from './plain.ts';

type Language = (typeof LANGUAGES)[number];

/** A text in the languages it has. */
export type Texts = Partial<Record<Language, string>>;

/** The reader's own language, else the first that there is of these. */
const FALLBACK: readonly Language[] = ['sk', 'cs', 'en', 'uk'];

/** @throws Error for a text in no language at all */
export function textIn(texts: Texts, language: Language): { text: string; lang: Language } {
  for (const lang of [language, ...FALLBACK]) {
    const text = texts[lang];
    if (text) return { text, lang };
  }
  throw new Error('a text of a questionnaire is missing in every language');
}

export const SCALE_IDS = ['agree5', 'satisfaction5', 'yes-no', 'recommend10'] as const;
export type ScaleId = (typeof SCALE_IDS)[number];
/** Said instead of a value of the scale: she cannot tell. */
export const OPT_OUT = 'opt-out';
export type ScaleValue = number | string;
/** What may be chosen, from the least to the most. Where only the ends have words, the values between are numbers. */
export interface Scale {
  id: ScaleId;
  values: readonly { value: ScaleValue; label: Texts }[];
  /** Null: there is none. */
  optOut: Texts | null;
}

/** A question as it is asked. `text`: a few sentences of one's own. */
export interface Question {
  id: string;
  type: ScaleId | 'text';
  texts: Texts;
  /** What part of the evaluation it tells about; left out: of none. */
  dimension?: string;
  /** Asked only of those who answered so. */
  followUp?: { id: string; whenIn: readonly ScaleValue[]; texts: Texts };
}
export interface Questionnaire {
  id: string;
  /** So long it takes. */
  minutes: number;
  /** Who answers may say of herself whom she is here for, how old she is and the like. */
  withDemographics?: boolean;
  title: Texts;
  intro: Texts;
  questions: readonly Question[];
}
/** What somebody may say of herself; results are told by it from {@link GROUP_MIN} of a group on. */
export interface Demographic {
  id: string;
  texts: Texts;
  options: readonly { value: string; label: Texts }[];
}
/** From so many answers on anything of them is told: below, one could guess whose they are. */
export const GROUP_MIN = 5;
export const OWN_WORDS_MAX_LENGTH = 1_000;

/** What the answers to one question on a scale come to; told from {@link GROUP_MIN} on. */
export interface ScaleResult {
  /** Answers that say something. */
  count: number;
  optOutCount: number;
  counts: { value: ScaleValue; count: number }[];
  /** Of a scale of numbers. */
  mean: number | null;
  /** Of five steps: the two highest. */
  agreeShare: number | null;
  /** Of 0 to 10: the share of 9 and 10 less the share of 0 to 6. */
  recommendScore: number | null;
}
