import { z } from 'zod';
import { line, NAME_MAX_LENGTH } from '../common.ts';

export const JURY_CRITERIA_MAX = 10;
export const JURY_WEIGHT_MAX = 10;

/** By what the jury judges the teams. */
export const JurySettings = z.strictObject({
  criteria: z.array(z.strictObject({ title: line(NAME_MAX_LENGTH), weight: z.int().min(1).max(JURY_WEIGHT_MAX) })).min(1).max(JURY_CRITERIA_MAX),
});
export type JurySettings = z.infer<typeof JurySettings>;
