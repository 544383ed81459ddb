import type { Activity } from '../../session.entity.ts';

/** The same asked once more: a planned copy for the place after it, that remembers the first. */
export const roundAfter = (before: Activity, id: string): Activity => ({
  ...before,
  id,
  position: before.position + 1,
  roundOf: before.roundOf ?? before.id,
  state: 'planned',
  startedAt: null,
  endsAt: null,
  endedAt: null,
  lockedAt: null,
  revealedAt: null,
  resultShownAt: null,
  pausedAt: null,
});
