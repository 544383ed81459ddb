import { GRACE_MINUTES } from '@spolu/contracts/activities/late';
import { Problem } from '@spolu/contracts/problems';
import type { ActivityRun } from '../../activity.ts';

const GRACE_MS = GRACE_MINUTES * 60_000;

/** When what arrives counts as made, and whether that was too late. */
export interface Arrival {
  madeAt: Date;
  isLate: boolean;
}

/** When somebody says she voted, not before she came in: whoever came after the end could not vote. Left out: now. */
export const saidMoment = (madeAt: string | undefined, { joinedAt }: { joinedAt: Date }, now: Date) =>
  madeAt === undefined ? now : new Date(Math.max(Date.parse(madeAt), joinedAt.getTime()));

/**
 * A phone without a signal sends what was made in time for ten minutes after the end; what comes later or was made later is late. The device says when it was
 * made; it is believed only as far as the activity ran and never into the future, so a wrong or cheating clock wins those ten minutes at most.
 * @throws Problem `activity/not-running` before it began, `board/read-only` for what was made while it is locked
 */
export function arrive(activity: Pick<ActivityRun, 'state' | 'startedAt' | 'endedAt' | 'lockedAt'>, saidAt: Date, now: Date): Arrival {
  const { state, startedAt, endedAt, lockedAt } = activity;
  if (!startedAt) throw new Problem('activity/not-running');
  const madeAt = new Date(Math.min(Math.max(saidAt.getTime(), startedAt.getTime()), now.getTime()));
  const inTime = (until: Date) => madeAt <= until && now.getTime() - until.getTime() <= GRACE_MS;
  if (state === 'ended') {
    const ended = endedAt ?? now;
    return { madeAt, isLate: !(madeAt <= (lockedAt ?? ended) && inTime(ended)) };
  }
  if (lockedAt && !inTime(lockedAt)) throw new Problem('board/read-only');
  return { madeAt, isLate: false };
}
