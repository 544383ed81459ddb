import { Iap2Level, MethodAim, MethodPhase, MethodPlace } from '@spolu/contracts/methods';
import { BOARD_TITLE_MAX_LENGTH, FRAME_LAYOUTS } from '@spolu/contracts/plain';
import { BrainstormMode, BrainstormWay } from '@spolu/contracts/activities/brainstorm';
import { DOTS_MAX } from '@spolu/contracts/activities/dot-vote';
import { z } from 'zod';

const line = z.string().trim().min(1).max(1_000);
const name = line.max(120);
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** What a method says in one language; `steps` in the order of the method's steps. */
export const MethodText = z.strictObject({
  name,
  purpose: line,
  materials: line,
  output: line,
  notFor: line,
  steps: z.array(z.strictObject({ title: name, instruction: line })).min(1),
});
export type MethodText = z.infer<typeof MethodText>;

/** A translation under way: what it lacks is read in another language. */
export const PartialMethodText = MethodText.partial();
export type PartialMethodText = z.infer<typeof PartialMethodText>;

const dots = z.int().min(1).max(DOTS_MAX);

/** What the screens do during a step; `frames` are keys of the method's board template, where the notes go. */
const StepSetting = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('information') }),
  z.strictObject({ kind: z.literal('brainstorm'), mode: BrainstormMode, way: BrainstormWay.optional(), frames: z.array(id).min(1) }),
  z.strictObject({ kind: z.literal('cluster') }),
  z.strictObject({ kind: z.literal('dot-vote'), dots, perOption: dots.optional() }),
]);

/** English and Slovak are complete in every method; what another language lacks falls back. */
export const MethodContent = z.strictObject({
  id,
  phase: MethodPhase,
  iap2: Iap2Level,
  aims: z.array(MethodAim).min(1),
  places: z.array(MethodPlace).min(1),
  groupSize: z.strictObject({ min: z.int().positive(), max: z.int().positive() }),
  minutes: z.int().positive(),
  boardTemplateId: id,
  origin: line,
  steps: z
    .array(
      z.strictObject({
        minutes: z.int().positive(),
        setting: StepSetting,
        /** The step asks for something the room has no kind for yet; `setting` only comes nearest. */
        approximated: z.literal(true).optional(),
      }),
    )
    .min(1),
  texts: z.strictObject({ en: MethodText, sk: MethodText, cs: PartialMethodText.optional(), uk: PartialMethodText.optional() }),
});
export type MethodContent = z.infer<typeof MethodContent>;

const title = z.string().trim().max(BOARD_TITLE_MAX_LENGTH);

/** Titles of a divided frame's columns from left to right and rows from top to bottom (empty ones where the parts have none), and what to do on it. */
const DividedText = z.strictObject({ columns: z.array(title).max(12), rows: z.array(title).max(12), hint: line.max(300) });

/** `frames` in the order of the template's frames; `divided` by the key of each frame that has a layout. */
export const BoardTemplateText = z.strictObject({ name, frames: z.array(name).min(1), divided: z.record(id, DividedText).optional() });
export type BoardTemplateText = z.infer<typeof BoardTemplateText>;

const cell = z.int().min(0).max(11);
const span = z.int().min(1).max(12);

/** Frames lie on a grid of equal cells, so that a template says what stands beside what and no more. */
export const BoardTemplateContent = z.strictObject({
  id,
  frames: z.array(z.strictObject({ key: id, layout: z.enum(FRAME_LAYOUTS).exclude(['plain']).optional(), column: cell, row: cell, columnSpan: span, rowSpan: span })).min(1),
  texts: z.strictObject({
    en: BoardTemplateText,
    sk: BoardTemplateText,
    cs: BoardTemplateText.partial().optional(),
    uk: BoardTemplateText.partial().optional(),
  }),
});
export type BoardTemplateContent = z.infer<typeof BoardTemplateContent>;
