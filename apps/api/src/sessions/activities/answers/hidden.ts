import type { EntityManager } from 'typeorm';
import { HiddenAnswer } from './answer.entity.ts';

/** What staff took off the screens, by its digests. */
export async function hiddenIn(em: EntityManager, activityId: string): Promise<ReadonlySet<string>> {
  return new Set((await em.findBy(HiddenAnswer, { activityId })).map(({ digest }) => digest));
}
