import type { RunnableActivity } from '../../../activity.ts';

const MINUTE_MS = 60_000;

type Clock = Pick<RunnableActivity, 'endsAt' | 'pausedAt' | 'minutes'>;

/**
 * When a round is over: each round that is still to come keeps its share of the activity's minutes, so a pause, and time that is given, lengthen the round that
 * goes on. Null where the activity has no end.
 */
export function roundEndsAt({ endsAt, minutes }: Clock, round: number, rounds: number): Date | null {
  return endsAt && new Date(endsAt.getTime() - ((rounds - round) * minutes * MINUTE_MS) / rounds);
}

/** The round it is by the clock: never one that was already, never after the last. */
export function roundAt(activity: Clock, round: number, rounds: number, now: Date): number {
  const at = activity.pausedAt ?? now;
  for (let next = round; next < rounds; next++) {
    const over = roundEndsAt(activity, next, rounds);
    if (over === null || at < over) return next;
  }
  return rounds;
}

/** The activity's end, if its round is over now: the rounds to come keep their length. */
export function endAfterPassing(activity: Clock, round: number, rounds: number, now: Date): Date | null {
  const over = roundEndsAt(activity, round, rounds);
  if (activity.endsAt === null || over === null) return null;
  return new Date(activity.endsAt.getTime() + (activity.pausedAt ?? now).getTime() - over.getTime());
}
