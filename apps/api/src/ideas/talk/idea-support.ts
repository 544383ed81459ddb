import type { EntityManager } from 'typeorm';
import type { ProvenanceService } from '../../provenance/provenance.service.ts';
import { IdeaSupport } from './idea-talk.entity.ts';

/** The idea and all that was merged into it: who supported one of these supports it. */
export async function familyOf(em: EntityManager, provenance: ProvenanceService, ideaId: string): Promise<string[]> {
  const origins = await provenance.originsOf(em, [ideaId], ['merged-into']);
  return [...new Set([ideaId, ...origins.map(({ fromId }) => fromId)])];
}

/**
 * Counts the supporters of an idea anew, everybody once, and of all that it was merged into. Whoever calls holds the idea's row, so that two who
 * support at once are both counted.
 */
export async function recountSupport(em: EntityManager, provenance: ProvenanceService, ideaId: string): Promise<void> {
  const family = await familyOf(em, provenance, ideaId);
  await em.query('update idea set support_count = (select count(distinct by_id) from idea_support where idea_id = any($2::uuid[])) where id = $1', [ideaId, family]);
  for (const { fromId, toId, kind, endedAt } of await provenance.stepsAt(em, [ideaId])) {
    if (fromId === ideaId && kind === 'merged-into' && !endedAt) await recountSupport(em, provenance, toId);
  }
}

/** Which of the ideas one of these voices supports. */
export async function supportedAmong(em: EntityManager, ideaIds: readonly string[], voices: readonly string[]): Promise<Set<string>> {
  if (ideaIds.length === 0 || voices.length === 0) return new Set();
  const rows = await em.createQueryBuilder(IdeaSupport, 's').where('s.idea_id = any(:ideaIds) and s.by_id = any(:voices)', { ideaIds, voices }).getMany();
  return new Set(rows.map(({ ideaId }) => ideaId));
}
