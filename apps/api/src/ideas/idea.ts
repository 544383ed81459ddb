import type { ClusterEvidence, NamedNote } from '@spolu/contracts/ideas';

/** What an idea stands on, in numbers: each note once, and the dots of all votes held on its clusters (null where none was). A vote on a cluster counts only where the idea has all of it. */
export function countsOf(clusters: readonly ClusterEvidence<NamedNote>[]): { noteCount: number; dots: number | null } {
  const notes = new Set(clusters.flatMap((cluster) => cluster.notes.map((note) => note.contributionId)));
  const votes = clusters.flatMap(({ vote, ofNoteCount }) => (vote && ofNoteCount === undefined ? [vote] : []));
  return { noteCount: notes.size, dots: votes.length === 0 ? null : votes.reduce((sum, vote) => sum + vote.dots, 0) };
}

/** Clusters as somebody reads them who may not see every note: those are left out and counted. */
export function withoutHiddenNotes(clusters: readonly ClusterEvidence[], sees: (contributionId: string) => boolean): ClusterEvidence[] {
  return clusters.map((cluster) => {
    const notes = cluster.notes.filter((note) => sees(note.contributionId));
    return { ...cluster, notes, hiddenNoteCount: cluster.notes.length - notes.length };
  });
}
