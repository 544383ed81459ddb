import { z } from 'zod';
import { optionalText } from './common.ts';
import type { ScaleValue } from './question-texts.ts';

/** Words of a reflection may be longer than those of a survey: one person writes for the whole team. */
export const LESSON_MAX_LENGTH = 2_000;
export const STAFF_HOURS_MAX = 10_000;
/** Whole euros. */
export const DIRECT_COSTS_MAX = 10_000_000;
/** So many other sessions of the process stand beside this one, the latest ones. */
export const COMPARED_MAX = 3;

/**
 * PUT /api/sessions/:id/reflection (those who run it; closed sessions) → {revision}: what those who ran it think of how it went. No question has to be answered. It is one for the
 * team, and says of nobody who wrote it. `changed-meanwhile` where somebody else saved it since what this screen saw.
 */
export const SaveReflection = z.strictObject({
  /** Of the questions of the reflection that have a scale. */
  scores: z.array(z.strictObject({ questionId: z.string().max(20), value: z.union([z.int(), z.string().max(20)]) })).max(20),
  lesson: optionalText(LESSON_MAX_LENGTH),
  staffHours: z.int().min(0).max(STAFF_HOURS_MAX).nullable(),
  directCosts: z.int().min(0).max(DIRECT_COSTS_MAX).nullable(),
  /** 0: nobody had saved one. */
  revision: z.int().min(0),
});
export type SaveReflection = z.infer<typeof SaveReflection>;

export interface Reflection {
  scores: Record<string, ScaleValue>;
  lesson: string;
  staffHours: number | null;
  directCosts: number | null;
}
export interface OtherReflection extends Reflection {
  sessionId: string;
  title: string;
  closedAt: string;
}
/** GET /api/sessions/:id/reflection (those who run it; closed sessions). It is for the team and those who watch over the process: no report shows it. */
export interface ReflectionView extends Reflection {
  revision: number;
  savedAt: string | null;
  sessionTitle: string;
  /** Of sessions of the same process that the viewer runs, too: at most {@link COMPARED_MAX}, the latest first. */
  others: OtherReflection[];
}
