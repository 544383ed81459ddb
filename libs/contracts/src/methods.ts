import { z } from 'zod';
import { Language } from './common.ts';

/** Where in the life of a question a method helps. */
export const MethodPhase = z.enum(['frame', 'explore', 'ideate', 'prioritise', 'decide', 'reflect']);
export type MethodPhase = z.infer<typeof MethodPhase>;
export const METHOD_PHASES = MethodPhase.options;

/** How much of the decision people are given. Source: spectrum of public participation, IAP2. */
export const Iap2Level = z.enum(['inform', 'consult', 'involve', 'collaborate', 'empower']);
export type Iap2Level = z.infer<typeof Iap2Level>;

export const BrainstormMode = z.enum(['open', 'hidden', 'anonymous']);
export type BrainstormMode = z.infer<typeof BrainstormMode>;

/** What the three screens do while a step runs; the settings are suggestions that the facilitator may change. */
export const MethodStepSetting = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('information') }),
  z.strictObject({ kind: z.literal('brainstorm'), mode: BrainstormMode }),
  z.strictObject({ kind: z.literal('cluster') }),
  z.strictObject({
    kind: z.literal('dot-vote'),
    /** How many dots each person gets. */
    dots: z.int().min(1).max(50),
    /** At most so many of them on one option; without it, all. */
    dotsPerOption: z.int().min(1).max(50).optional(),
  }),
]);
export type MethodStepSetting = z.infer<typeof MethodStepSetting>;
export type MethodStepKind = MethodStepSetting['kind'];

/** A text of the library with the language it really is in: content exists in fewer languages than the screens. */
export interface LibraryText {
  text: string;
  lang: Language;
}

/** GET /api/methods?lang and /api/methods/:methodId?lang; without `lang` the installation's default. */
export const MethodQuery = z.strictObject({ lang: Language.optional() });
export type MethodQuery = z.infer<typeof MethodQuery>;
export const MethodRef = z.strictObject({ methodId: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/).max(60) });
export type MethodRef = z.infer<typeof MethodRef>;

/** GET /api/methods → MethodSummary[] (everybody), in the order in which a session unfolds. */
export interface MethodSummary {
  id: string;
  name: LibraryText;
  /** What it is good for, one sentence. */
  purpose: LibraryText;
  /** When not to choose it. */
  notFor: LibraryText;
  groupSize: { min: number; max: number };
  minutes: number;
  phase: MethodPhase;
  iap2: Iap2Level;
}

export interface MethodStep {
  minutes: number;
  /** What to do, as said to the group. */
  instruction: LibraryText;
  setting: MethodStepSetting;
  /** True where the step asks for something the room does not have yet (scores, pairs) and `setting` is only the nearest to it. */
  approximated: boolean;
}

/** A frame of a board template, in cells of a grid that begins in the top left corner. */
export interface TemplateFrame {
  key: string;
  title: LibraryText;
  column: number;
  row: number;
  columnSpan: number;
  rowSpan: number;
}
export interface BoardTemplate {
  id: string;
  name: LibraryText;
  frames: TemplateFrame[];
}

/** GET /api/methods/:methodId → Method (everybody), or `not-found`. */
export interface Method extends MethodSummary {
  materials: LibraryText;
  /** What is left on the wall afterwards. */
  output: LibraryText;
  /** Who thought of it. */
  origin: string;
  steps: MethodStep[];
  boardTemplate: BoardTemplate;
}
