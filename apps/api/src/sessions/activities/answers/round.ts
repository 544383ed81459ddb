import type { ActivitySettings } from '@spolu/contracts/activities/kinds';
import { type EntityManager, LessThan } from 'typeorm';
import { Activity } from '../../session.entity.ts';
import { isAnswered } from './answered.ts';

/** Whether it may be held once more. */
export const isRepeatable = (settings: ActivitySettings) => isAnswered(settings) || settings.kind === 'dot-vote';

/** The same asked once more: a planned copy for the place after it, that remembers the first. */
export const roundAfter = (before: Activity, id: string): Activity => ({
  ...before,
  id,
  position: before.position + 1,
  roundOf: before.roundOf ?? before.id,
  state: 'planned',
  startedAt: null,
  endsAt: null,
  openUntil: null,
  endedAt: null,
  lockedAt: null,
  revealedAt: null,
  resultShownAt: null,
  pausedAt: null,
});

/** The holdings of the same vote before this one. */
export async function roundsUntil(em: EntityManager, activityId: string): Promise<Activity[]> {
  const { id, roundOf, startedAt } = await em.findOneByOrFail(Activity, { id: activityId });
  if (!startedAt) return [];
  const first = roundOf ?? id;
  const before = { startedAt: LessThan(startedAt) };
  return em.find(Activity, { where: [{ id: first, ...before }, { roundOf: first, ...before }], order: { startedAt: 'ASC' } });
}
