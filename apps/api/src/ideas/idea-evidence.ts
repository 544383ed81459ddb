import type { ClusterEvidence } from '@spolu/contracts/ideas';
import type { LinkKind } from '@spolu/contracts/provenance';

/** Along these steps an idea takes over what others stood on. */
export const MADE_OF = ['merged-into', 'split-from', 'carried-over-to'] as const satisfies LinkKind[];

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
export function evidenceAlong(
  ideaId: string,
  origins: readonly Origin[],
  clustersOf: ReadonlyMap<string, readonly ClusterEvidence[]>,
  notesOf: ReadonlyMap<string, ReadonlySet<string>>,
): ClusterEvidence[] {
  const known = new Map<string, ClusterEvidence[]>();
  const of = (id: string): ClusterEvidence[] => {
    const found = known.get(id);
    if (found) return found;
    const parts = origins.filter(({ toId }) => toId === id).flatMap(({ fromId, kind }) => (kind === 'split-from' ? onlyWith(of(fromId), notesOf.get(id)) : of(fromId)));
    const made = together([...(clustersOf.get(id) ?? []), ...parts]);
    known.set(id, made);
    return made;
  };
  return of(ideaId);
}

const sizeOf = (cluster: ClusterEvidence) => cluster.ofNoteCount ?? cluster.notes.length;

function onlyWith(clusters: readonly ClusterEvidence[], taken: ReadonlySet<string> = new Set()): ClusterEvidence[] {
  return clusters.flatMap((cluster) => {
    const notes = cluster.notes.filter(({ contributionId }) => taken.has(contributionId));
    return notes.length === 0 ? [] : [asPart(cluster, notes, sizeOf(cluster))];
  });
}

function together(clusters: readonly ClusterEvidence[]): ClusterEvidence[] {
  const byId = new Map<string, ClusterEvidence>();
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

function asPart({ ofNoteCount: _whole, ...cluster }: ClusterEvidence, notes: ClusterEvidence['notes'], ofNoteCount: number): ClusterEvidence {
  return { ...cluster, notes, ...(notes.length < ofNoteCount ? { ofNoteCount } : {}) };
}
