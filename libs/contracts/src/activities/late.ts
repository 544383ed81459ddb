import { z } from 'zod';
import { Instant } from '../common.ts';

/** What was composed before the end and reaches the server within these minutes after it is in time. */
export const GRACE_MINUTES = 10;

/** When the device says that an answer or a ballot was made, by its clock corrected to the server's. Left out: when it arrives. */
export const madeAt = Instant.optional();

/**
 * What becomes of an answer or a ballot that came after the end: it waits for the facilitator, she had it counted, or it counts for nothing. What waits while
 * the result is shown or the session closed counts for nothing either.
 */
export type LateState = 'waiting' | 'counted' | 'left-out';

/**
 * POST /api/activities/:id/late-answers (staff) → 204: all that came late is counted, or nothing of it; until the result is shown. What was left out can still
 * be counted then. Problems `activity/not-ended`, `vote/result-shown`, `vote/too-few-late`.
 */
export const DecideLate = z.strictObject({ count: z.boolean() });
export type DecideLate = z.infer<typeof DecideLate>;

/** What became of answers that came after the end, as the report tells it. */
export interface LateTold {
  counted: number;
  leftOut: number;
}

/** Of a vote that is over and not shown yet, for staff: how many answers came late, and never whose or which. */
export interface LateAnswers {
  activityId: string;
  title: string;
  waitingCount: number;
  leftOutCount: number;
  /** So many at least are counted together: five once staff have read a blind question's words, or one would be known for its author's. */
  countedFrom: number;
}
