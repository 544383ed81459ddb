import { z } from 'zod';

/** How the session goes for somebody at this moment. */
export const Pace = z.enum(['too-fast', 'lost', 'fine']);
export type Pace = z.infer<typeof Pace>;

/**
 * PUT /api/sessions/:id/pace → OwnPace (participants): replaces what she said before, null takes it back; GET answers it. It is written nowhere, fades after
 * {@link PACE_MINUTES} and ends with the activity.
 */
export const SayPace = z.strictObject({ pace: Pace.nullable() });
export type SayPace = z.infer<typeof SayPace>;
export interface OwnPace {
  pace: Pace | null;
  /** After so many milliseconds it counts no more. */
  fadesInMs: number | null;
}

/** So long a word counts. */
export const PACE_MINUTES = 5;
/** From so many people on the staff are told how many said what; below, nothing. */
export const PACE_PEOPLE_MIN = 5;
export type PaceCounts = Record<Pace, number>;
