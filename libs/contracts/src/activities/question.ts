import { z } from 'zod';
import { Id, line, NAME_MAX_LENGTH, optionalLine, optionalText, Title } from '../common.ts';
import { ANSWER_TEXT_MAX_LENGTH, ANSWER_WORD_MAX_LENGTH, ANSWER_WORDS_MAX, END_MAX_LENGTH, SCALE_STEPS_MAX, SCALE_STEPS_MIN } from '../plain.ts';
import type { Spread } from './answers.ts';

/** What is asked of everybody in a form that fits the question. The part that is special to questions; how an answer is taken stands in `answers.ts`. */

export const OPTIONS_MAX = 30;
/** What one chooses from, one a line, none twice. */
export const optionLines = z.array(line(NAME_MAX_LENGTH)).max(OPTIONS_MAX).refine((titles) => new Set(titles).size === titles.length);

export const UNIT_MAX_LENGTH = 20;
export const NUMBER_MAX = 1_000_000_000;
/** A number as people write it: two decimals at most. */
const figure = z
  .number()
  .min(-NUMBER_MAX)
  .max(NUMBER_MAX)
  .refine((value) => Number(value.toFixed(2)) === value);

export const QuestionForm = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('scale'),
    /** From 1 to here. */
    steps: z.int().min(SCALE_STEPS_MIN).max(SCALE_STEPS_MAX),
    /** What its ends mean; empty: only the number says it. */
    low: optionalLine(END_MAX_LENGTH),
    high: optionalLine(END_MAX_LENGTH),
  }),
  z
    .strictObject({
      type: z.literal('choice'),
      options: optionLines.min(2),
      /** How many one may choose; 1: one of them. */
      most: z.int().min(1).max(OPTIONS_MAX),
    })
    .refine(({ options, most }) => most <= options.length, { path: ['most'] }),
  z
    .strictObject({ type: z.literal('number'), unit: optionalLine(UNIT_MAX_LENGTH), from: figure, to: figure })
    .refine(({ from, to }) => from < to, { path: ['to'] }),
  z.strictObject({ type: z.literal('text') }),
  /** A cloud of words: how many each may give. */
  z.strictObject({ type: z.literal('words'), most: z.int().min(1).max(ANSWER_WORDS_MAX) }),
]);
export type QuestionForm = z.infer<typeof QuestionForm>;
export type QuestionType = QuestionForm['type'];
export const QUESTION_TYPES: readonly QuestionType[] = ['choice', 'scale', 'number', 'text', 'words'];

/** One person's answer in the question's form; no choice, or null, says that she abstains. */
export const QuestionAnswer = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('choice'), chosen: z.array(Id).max(OPTIONS_MAX) }),
  z.strictObject({ type: z.literal('scale'), step: z.int().min(1).max(SCALE_STEPS_MAX).nullable() }),
  z.strictObject({ type: z.literal('number'), number: figure.nullable() }),
  z.strictObject({ type: z.literal('text'), text: optionalText(ANSWER_TEXT_MAX_LENGTH) }),
  z.strictObject({ type: z.literal('words'), words: z.array(line(ANSWER_WORD_MAX_LENGTH)).max(ANSWER_WORDS_MAX) }),
]);
export type QuestionAnswer = z.infer<typeof QuestionAnswer>;

/** What answers in one form came to; abstentions stand in the turnout beside it. */
export type QuestionFigures =
  | { type: 'choice'; most: number; counts: { optionId: string; count: number }[] }
  | { type: 'scale'; low: string; high: string; counts: { step: number; count: number }[]; spread: Spread | null }
  | {
      type: 'number';
      unit: string;
      /** In rising order; one number each where few different ones were given (`from` is `to`), else from a number on to below the next. */
      bins: { from: number; to: number; count: number }[];
      spread: Spread | null;
      mean: number | null;
    }
  | ({ type: 'text' } & SaidFigures)
  | ({ type: 'words' } & SaidFigures);

/** The same word or sentence, however it was spelt. */
export interface SaidText {
  /** Of what is the same for all its spellings. */
  id: string;
  /** As most people spelt it. */
  text: string;
  count: number;
  /** In a report, where one person said it in an open question and agreed to be quoted by name. */
  author: string | null;
}
export interface SaidFigures {
  /** What most said first. */
  said: SaidText[];
  /** How many different ones there are, also those that have no room here; without the hidden. */
  differentCount: number;
  /** Taken off the screens and out of the report by staff. */
  hiddenCount: number;
}
/** GET /api/activities/:id/said → StaffSaid[]: all that was said, once the question is over; staff. */
export interface StaffSaid extends Pick<SaidText, 'id' | 'text' | 'count'> {
  hidden: boolean;
}
/** PUT /api/activities/:id/said (staff): hides one from all screens and the report, or shows it again. */
export const HideSaid = z.strictObject({ id: z.string().min(1).max(64), hidden: z.boolean() });
export type HideSaid = z.infer<typeof HideSaid>;

/**
 * POST /api/sessions/:id/quick-poll → Made: a question stands on the agenda after what runs and begins at once, blind and without a time limit. What runs ends, and
 * `resume` with `left` takes the hall back to it. `running`: what runs as far as the screen knows; where something else does, nothing is done (`activity/other-running`).
 */
export const StartPoll = z.strictObject({ title: Title, form: QuestionForm, running: Id.nullable() });
export type StartPoll = z.infer<typeof StartPoll>;
