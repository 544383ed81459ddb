import { z } from 'zod';
import { Id, line, optionalText, TITLE_MAX_LENGTH, type Sector } from '../common.ts';
import { CONSENT_STANCES, ESTIMATE_MAX, FINGERS, GRADIENTS, REASON_MAX_LENGTH, SECRECIES } from '../plain.ts';
import { OWN_WORDS_MAX_LENGTH, type ScaleResult } from '../question-texts.ts';
import { type LateState, type LateTold, madeAt } from './late.ts';
import { optionLines, OPTIONS_MAX, QuestionAnswer, type QuestionFigures, QuestionForm } from './question.ts';

/** Kinds of activities in which everybody gives one answer, and all are counted together when it is over. */
export const ANSWER_KINDS = ['consent', 'fist-to-five', 'gradients', 'ranking', 'estimate', 'question', 'pulse'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

export const Secrecy = z.enum(SECRECIES);
export type Secrecy = z.infer<typeof Secrecy>;

const secrecy = Secrecy;
/** What is voted on; none: the clusters that the hall sees when the vote starts. */
const options = optionLines.refine((titles) => titles.length !== 1);

export const ConsentSettings = z.strictObject({ kind: z.literal('consent'), secrecy });
export const FistToFiveSettings = z.strictObject({ kind: z.literal('fist-to-five'), secrecy });
export const GradientsSettings = z.strictObject({ kind: z.literal('gradients'), secrecy });
export const RankingSettings = z.strictObject({ kind: z.literal('ranking'), secrecy, options });
export const AXIS_MAX_LENGTH = 60;
export const EstimateSettings = z.strictObject({
  kind: z.literal('estimate'),
  secrecy,
  options,
  /** What is estimated along and up, from little to much. */
  x: line(AXIS_MAX_LENGTH),
  y: line(AXIS_MAX_LENGTH),
});
export const QuestionSettings = z.strictObject({ kind: z.literal('question'), secrecy, form: QuestionForm });
export const STATEMENTS_MAX = 3;
/** The closing questions of a session: statements, and how far one agrees with each. Always secret. */
export const PulseSettings = z.strictObject({
  kind: z.literal('pulse'),
  secrecy: z.literal('secret'),
  options: z
    .array(line(TITLE_MAX_LENGTH))
    .min(1)
    .max(STATEMENTS_MAX)
    .refine((statements) => new Set(statements).size === statements.length),
});
export type AnswerSettings = z.infer<
  | typeof ConsentSettings | typeof FistToFiveSettings | typeof GradientsSettings | typeof RankingSettings | typeof EstimateSettings
  | typeof QuestionSettings | typeof PulseSettings
>;
export type AnswerSettingsOf<Kind extends AnswerKind> = Extract<AnswerSettings, { kind: Kind }>;

export type ConsentStance = (typeof CONSENT_STANCES)[number];
export type Gradient = (typeof GRADIENTS)[number];
const onAxis = z.int().min(0).max(ESTIMATE_MAX);

/** What one person answers. Null, no option or `stand-aside` and `abstain` say that she abstains, which is an answer too. */
export const AnswerValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('consent'), stance: z.enum(CONSENT_STANCES), reason: optionalText(REASON_MAX_LENGTH) }),
  z.strictObject({ kind: z.literal('fist-to-five'), fingers: z.literal(FINGERS).nullable() }),
  z.strictObject({ kind: z.literal('gradients'), gradient: z.enum(GRADIENTS) }),
  /** The best first; what is left out stands last, and equal among itself. */
  z.strictObject({ kind: z.literal('ranking'), ranking: z.array(Id).max(OPTIONS_MAX * 10) }),
  z.strictObject({ kind: z.literal('estimate'), estimates: z.array(z.strictObject({ optionId: Id, x: onAxis, y: onAxis })).max(OPTIONS_MAX * 10) }),
  z.strictObject({ kind: z.literal('question'), answer: QuestionAnswer }),
  /** From 1, not at all, to 5, wholly; what is left out is not answered. Her own words are parted from it at the end. */
  z.strictObject({
    kind: z.literal('pulse'),
    scores: z.array(z.strictObject({ optionId: Id, score: z.int().min(1).max(5) })).max(STATEMENTS_MAX),
    words: optionalText(OWN_WORDS_MAX_LENGTH),
  }),
]);
export type AnswerValue = z.infer<typeof AnswerValue>;
export type AnswerOf<Kind extends AnswerKind> = Extract<AnswerValue, { kind: Kind }>;

/**
 * PUT /api/activities/:id/answer → OwnAnswer: replaces the own answer until the end (Idempotency-Key); in a secret vote `conflict`. Made before the end and at
 * most ten minutes late it counts; else it is `late` and waits for the facilitator, until the result is shown (`vote/too-late`).
 * POST /api/activities/:id/secret-answer → OwnAnswer: in a secret vote, once and for good, and never after its end (`vote/too-late`). Its Idempotency-Key is a UUID
 * that the device made; the same one again is the same answer on its way, another is `answer/already-given`.
 * GET /api/activities/:id/answer → OwnAnswer.
 */
export const GiveAnswer = z.strictObject({ value: AnswerValue, madeAt });
export type GiveAnswer = z.infer<typeof GiveAnswer>;
/** Without a moment: nothing orders secret answers. */
export const GiveSecretAnswer = GiveAnswer.omit({ madeAt: true });
export type GiveSecretAnswer = z.infer<typeof GiveSecretAnswer>;
export interface OwnAnswer {
  activityId: string;
  given: boolean;
  /** Null where none is given, and in a secret vote: there nobody knows it any more. */
  value: AnswerValue | null;
  /** Of one that came after the end; `given` and `value` are those of the answer that counts. */
  late?: LateState;
}

export interface AnswerOption {
  id: string;
  title: string;
  /** Texts of its notes where it is a cluster, in people's own words (the first 50). */
  noteTexts: string[];
}

/** Who took part; an abstention is an answer. */
export interface Turnout {
  ballotCount: number;
  abstentionCount: number;
  turnout: number | null;
}
export interface Spread {
  count: number;
  median: number;
  lowerQuartile: number;
  upperQuartile: number;
  min: number;
  max: number;
}
/** What a vote came to; the rules are those of `@spolu/deliberation`. */
export type AnswerResult =
  | ({
      kind: 'consent';
      counts: { stance: ConsentStance; count: number }[];
      objections: string[];
      concerns: string[];
      outcome: 'consent' | 'objections' | null;
    } & Turnout)
  | ({ kind: 'fist-to-five'; counts: { step: number; count: number }[]; spread: Spread | null; outcome: 'agreed' | 'talk' | 'stopped' | null } & Turnout)
  | ({ kind: 'gradients'; counts: { gradient: Gradient; count: number }[]; supportCount: number; againstCount: number } & Turnout)
  | ({
      kind: 'ranking';
      borda: { optionId: string; points: number; rank: number }[];
      schulze: { optionId: string; rank: number }[];
      condorcetWinner: string | null;
      agreedWinner: string | null;
    } & Turnout)
  | ({
      kind: 'estimate';
      options: { optionId: string; x: Spread | null; y: Spread | null; field: 'low-low' | 'high-low' | 'low-high' | 'high-high' | null }[];
    } & Turnout)
  | ({ kind: 'question'; figures: QuestionFigures } & Turnout)
  /** Null: too few answered it to tell. */
  | ({ kind: 'pulse'; statements: { optionId: string; scale: ScaleResult | null }[] } & Turnout);
export type ResultOf<Kind extends AnswerKind> = Extract<AnswerResult, { kind: Kind }>;

/** One holding of a vote that may have been held before; the first is number 1. */
export interface AnswerRound {
  activityId: string;
  number: number;
  title: string;
  options: AnswerOption[];
  result: AnswerResult;
}
/** Of a room's activity: what is asked, how many have answered, and the result once it is shown. */
export interface RoomAnswers {
  settings: AnswerSettings;
  options: AnswerOption[];
  answeredCount: number;
  eligibleCount: number;
  round: number;
  /** Null until the facilitator shows it, which is only possible after the end. */
  result: AnswerResult | null;
  /** Earlier rounds whose result may be told; only beside the own result. */
  earlier: AnswerRound[];
  /** Of a quick poll: what it took the place of, while that may go on. */
  returnsTo: { id: string; title: string } | null;
}
/** Of a report's activity, once it is counted. */
export interface ReportAnswers {
  settings: AnswerSettings;
  options: AnswerOption[];
  eligibleCount: number;
  round: number;
  result: AnswerResult;
  /** Sectors of five answers or more, where that reveals no smaller one; in a secret vote none is known. */
  sectors: { sector: Sector | null; result: AnswerResult }[];
  earlier: AnswerRound[];
  /** Where any came late. */
  late?: LateTold;
}
/** GET /api/activities/:id/named-answers → who answered what in an open vote whose result is shown; staff and participants. */
export interface NamedAnswer {
  /** Null: somebody without a name. */
  nickname: string | null;
  value: AnswerValue;
}
/** POST /api/activities/:id/round {running} → Made: the same vote once more, right after it and beginning at once; the earlier ones stand beside its result. */
/** Of a pulse: what people said in their own words, once staff have looked through it. */
export interface ReportPulse extends ReportAnswers {
  words: string[];
}
