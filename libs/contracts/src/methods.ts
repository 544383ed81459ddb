import { z } from 'zod';
import { Language } from './common.ts';
import type { ActivitySettings } from './activities/kinds.ts';

/** Where in the life of a question a method helps. */
export const MethodPhase = z.enum(['frame', 'explore', 'ideate', 'prioritise', 'decide', 'reflect']);
export type MethodPhase = z.infer<typeof MethodPhase>;
export const METHOD_PHASES = MethodPhase.options;

/** How much of the decision people are given. Source: spectrum of public participation, IAP2. */
export const Iap2Level = z.enum(['inform', 'consult', 'involve', 'collaborate', 'empower']);
export type Iap2Level = z.infer<typeof Iap2Level>;
export const IAP2_LEVELS = Iap2Level.options;

/** What somebody wants to have reached when people go home; a method serves one or several. */
export const MethodAim = z.enum(['meet', 'understand', 'listen', 'ideas', 'shape', 'choose', 'agree', 'learn']);
export type MethodAim = z.infer<typeof MethodAim>;
export const METHOD_AIMS = MethodAim.options;

/** In one room, or everybody at her own screen. */
export const MethodPlace = z.enum(['room', 'online']);
export type MethodPlace = z.infer<typeof MethodPlace>;
export const METHOD_PLACES = MethodPlace.options;

/** A text of the library with the language it really is in: content exists in fewer languages than the screens. */
export interface LibraryText {
  text: string;
  lang: Language;
}

/** GET /api/methods?lang and /api/methods/:methodId?lang: the language wanted; each text says which one it is in. */
export const MethodQuery = z.strictObject({ lang: Language.default('sk') });
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
  aims: MethodAim[];
  places: MethodPlace[];
}

export interface MethodStep {
  /** A few words, for the agenda. */
  title: LibraryText;
  minutes: number;
  /** What to do, as said to the group. */
  instruction: LibraryText;
  /** What the screens do meanwhile, ready to become an activity; the facilitator may change it. Frames are named in the language of the template. */
  settings: ActivitySettings;
  /** True where the step asks for something the room does not have yet (scores, pairs) and `settings` are only the nearest to it. */
  approximated: boolean;
}

/** A frame of a board template, in cells of a grid that begins in the top left corner. */
export interface TemplateFrame {
  key: string;
  title: LibraryText;
  /** Null: undivided. Else the titles of its columns and rows and what to do on it, all in the language `lang`. */
  divided: { layout: 'grid' | 'matrix' | 'lanes'; columns: string[]; rows: string[]; hint: string; lang: Language } | null;
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

/** GET /api/ready-sheets?lang → ReadySheet[] (everybody), the shortest first: run sheets of one day that come with the program, to begin a session with. */
export interface ReadySheet {
  id: string;
  title: string;
  purpose: string;
  blockCount: number;
  minutes: number;
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
