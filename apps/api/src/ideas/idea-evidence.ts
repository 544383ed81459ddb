import type { ClusterEvidence, NamedNote } from '@spolu/contracts/ideas';
import type { LinkKind } from '@spolu/contracts/provenance';

/** Along these steps an idea takes over what others stood on: other ideas, or the recommendation that a decision did not take. */
export const MADE_OF = ['merged-into', 'split-from', 'carried-over-to', 'decided-by', 'opined-by', 'referred-to', 'cited-in'] as const satisfies LinkKind[];

export interface Origin {
  fromId: string;
  toId: string;
  kind: LinkKind;
}

/**
 * What an idea stands on: its own clusters, all of what was merged into it or carried over to it, and of an idea that it was split from the notes
 * it took along. The same cluster by two ways is one; whether a step was undone does not matter: what came of it stays what it was.
 * @param origins the steps that led to the idea, all the way back
 * @param clustersOf by idea, the clusters it was confirmed from
 * @param notesOf by idea, the notes it took along at a split
 */
export function evidenceAlong<Note extends NamedNote>(
  ideaId: string,
  origins: readonly Origin[],
  clustersOf: ReadonlyMap<string, readonly ClusterEvidence<Note>[]>,
  notesOf: ReadonlyMap<string, ReadonlySet<string>>,
): ClusterEvidence<Note>[] {
  const known = new Map<string, ClusterEvidence<Note>[]>();
  const of = (id: string): ClusterEvidence<Note>[] => {
    const found = known.get(id);
    if (found) return found;
    const parts = origins.filter(({ toId }) => toId === id).flatMap(({ fromId, kind }) => (kind === 'split-from' ? onlyWith(of(fromId), notesOf.get(id)) : of(fromId)));
    const made = together([...(clustersOf.get(id) ?? []), ...parts]);
    known.set(id, made);
    return made;
  };
  return of(ideaId);
}

/** The idea and all it was made from, each once, the nearest first. */
export function along(ideaId: string, origins: readonly Origin[]): Set<string> {
  const found = new Set([ideaId]);
  // what is added while it is read is read too
  for (const id of found) for (const { fromId, toId } of origins) if (toId === id) found.add(fromId);
  return found;
}

const sizeOf = (cluster: ClusterEvidence<NamedNote>) => cluster.ofNoteCount ?? cluster.notes.length;

function onlyWith<Note extends NamedNote>(clusters: readonly ClusterEvidence<Note>[], taken: ReadonlySet<string> = new Set()): ClusterEvidence<Note>[] {
  return clusters.flatMap((cluster) => {
    const notes = cluster.notes.filter(({ contributionId }) => taken.has(contributionId));
    return notes.length === 0 ? [] : [asPart(cluster, notes, sizeOf(cluster))];
  });
}

function together<Note extends NamedNote>(clusters: readonly ClusterEvidence<Note>[]): ClusterEvidence<Note>[] {
  const byId = new Map<string, ClusterEvidence<Note>>();
  for (const cluster of clusters) {
    const other = byId.get(cluster.id);
    if (!other) {
      byId.set(cluster.id, cluster);
      continue;
    }
    const held = new Set(other.notes.map(({ contributionId }) => contributionId));
    byId.set(cluster.id, asPart(other, [...other.notes, ...cluster.notes.filter(({ contributionId }) => !held.has(contributionId))], Math.max(sizeOf(other), sizeOf(cluster))));
  }
  return [...byId.values()];
}

function asPart<Note extends NamedNote>({ ofNoteCount: _whole, ...cluster }: ClusterEvidence<Note>, notes: Note[], ofNoteCount: number): ClusterEvidence<Note> {
  return { ...cluster, notes, ...(notes.length < ofNoteCount ? { ofNoteCount } : {}) };
}
