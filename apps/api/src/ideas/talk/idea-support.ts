import type { EntityManager } from 'typeorm';
import type { ProvenanceService } from '../../provenance/provenance.service.ts';
import { IdeaSupport } from './idea-talk.entity.ts';

/**
 * The idea, all that was merged into it, and what a merge that was undone made of these: who supported one of these supports it. Whoever supported several ideas as one goes on
 * supporting each of them when they are parted again.
 */
export async function familyOf(em: EntityManager, provenance: ProvenanceService, ideaId: string): Promise<string[]> {
  const family = await withOrigins(em, provenance, [ideaId]);
  for (let newest = [...family]; newest.length > 0; ) {
    const steps = await provenance.stepsAt(em, newest);
    newest = [...new Set(steps.flatMap(({ fromId, toId, kind, endedAt }) => (kind === 'merged-into' && endedAt && family.has(fromId) && !family.has(toId) ? [toId] : [])))];
    for (const id of newest) family.add(id);
  }
  return [...family];
}

/** Ideas and all that was ever merged into them: their supporters may change with those of the ideas. */
export async function withOrigins(em: EntityManager, provenance: ProvenanceService, ideaIds: readonly string[]): Promise<Set<string>> {
  const origins = await provenance.originsOf(em, ideaIds, ['merged-into']);
  return new Set([...ideaIds, ...origins.map(({ fromId }) => fromId)]);
}

/**
 * Counts the supporters of an idea's family anew, everybody once, and of all that it was merged into. Whoever calls holds the idea's row, so that two who
 * support at once are both counted.
 */
export async function recountSupport(em: EntityManager, provenance: ProvenanceService, ideaId: string): Promise<void> {
  const family = await familyOf(em, provenance, ideaId);
  await em.query('update idea set support_count = (select count(distinct by_id) from idea_support where idea_id = any($2::uuid[])) where id = $1', [ideaId, family]);
  for (const { fromId, toId, kind, endedAt } of await provenance.stepsAt(em, [ideaId])) {
    if (fromId === ideaId && kind === 'merged-into' && !endedAt) await recountSupport(em, provenance, toId);
  }
}

/** Who supports an idea that is split supports each of its parts, until she takes it back at one: then the others keep it. Whoever calls holds the idea's row. */
export async function supportParts(em: EntityManager, provenance: ProvenanceService, ideaId: string, partIds: readonly string[]): Promise<void> {
  await em.query(
    'insert into idea_support (idea_id, by_id, at) select part, by_id, min(at) from idea_support cross join unnest($2::uuid[]) part where idea_id = any($1::uuid[]) group by part, by_id',
    [await familyOf(em, provenance, ideaId), partIds],
  );
  for (const id of partIds) await recountSupport(em, provenance, id);
}

/** Which of the ideas one of these voices supports. */
export async function supportedAmong(em: EntityManager, ideaIds: readonly string[], voices: readonly string[]): Promise<Set<string>> {
  if (ideaIds.length === 0 || voices.length === 0) return new Set();
  const rows = await em.createQueryBuilder(IdeaSupport, 's').where('s.idea_id = any(:ideaIds) and s.by_id = any(:voices)', { ideaIds, voices }).getMany();
  return new Set(rows.map(({ ideaId }) => ideaId));
}

/** What a guest supported is supported by a person from now on, once where both did. */
export async function handOverSupport(em: EntityManager, provenance: ProvenanceService, { participantId, personId }: { participantId: string; personId: string }): Promise<void> {
  const held = await em.query<{ id: string }[]>('select id from idea where id in (select idea_id from idea_support where by_id = $1) order by id for update', [participantId]);
  await em.query('insert into idea_support (idea_id, by_id, at) select idea_id, $2, at from idea_support where by_id = $1 on conflict do nothing', [participantId, personId]);
  await em.query('delete from idea_support where by_id = $1', [participantId]);
  for (const id of await withOrigins(em, provenance, held.map((row) => row.id))) await recountSupport(em, provenance, id);
}
