import { z } from 'zod';
import { Id, line, NAME_MAX_LENGTH, optionalLine, Title } from '../common.ts';
import { SCALE_STEPS_MAX, SCALE_STEPS_MIN } from '../plain.ts';
import type { Spread } from './answers.ts';

/** What is asked of everybody in a form that fits the question. The part that is special to questions; how an answer is taken stands in `answers.ts`. */

export const OPTIONS_MAX = 30;
/** What one chooses from, one a line, none twice. */
export const optionLines = z.array(line(NAME_MAX_LENGTH)).max(OPTIONS_MAX).refine((titles) => new Set(titles).size === titles.length);

export const END_MAX_LENGTH = 40;
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
]);
export type QuestionForm = z.infer<typeof QuestionForm>;
export type QuestionType = QuestionForm['type'];
export const QUESTION_TYPES: readonly QuestionType[] = ['choice', 'scale', 'number'];

/** One person's answer in the question's form; no choice, or null, says that she abstains. */
export const QuestionAnswer = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('choice'), chosen: z.array(Id).max(OPTIONS_MAX) }),
  z.strictObject({ type: z.literal('scale'), step: z.int().min(1).max(SCALE_STEPS_MAX).nullable() }),
  z.strictObject({ type: z.literal('number'), number: figure.nullable() }),
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
    };

/**
 * POST /api/sessions/:id/quick-poll → Made: a question stands on the agenda after what runs and begins at once, blind and without a time limit. What runs ends, and
 * `resume` with `left` takes the hall back to it. `running`: what runs as far as the screen knows; where something else does, nothing is done (`activity/other-running`).
 */
export const StartPoll = z.strictObject({ title: Title, form: QuestionForm, running: Id.nullable() });
export type StartPoll = z.infer<typeof StartPoll>;
