/** A cluster as the board shows it. */
export interface BoardCluster {
  id: string;
  title: string;
  /** In reading order. */
  contributionIds: readonly string[];
}
/** A cluster as it was once closed. */
export interface ClosedCluster {
  id: string;
  boardClusterId: string;
  title: string;
  contributionIds: readonly string[];
}

/**
 * What closing the board's clusters gives, in the board's order. One that stands as it was closed before keeps its row, so that ideas and votes
 * that cite it go on meaning the same thing; anything regrouped or renamed since is a new row beside the old. Clusters without notes are nothing
 * anybody said and are left out; a note copied within one cluster counts once.
 */
export function harvest(onBoard: readonly BoardCluster[], earlier: readonly ClosedCluster[], newId: () => string): { clusters: ClosedCluster[]; fresh: ClosedCluster[] } {
  const fresh: ClosedCluster[] = [];
  const clusters = onBoard.flatMap(({ id: boardClusterId, title, contributionIds }) => {
    const notes = [...new Set(contributionIds)];
    if (notes.length === 0) return [];
    const before = earlier.find((closed) => closed.boardClusterId === boardClusterId && closed.title === title && sameNotes(closed.contributionIds, notes));
    if (before) return [before];
    const made = { id: newId(), boardClusterId, title, contributionIds: notes };
    fresh.push(made);
    return [made];
  });
  return { clusters, fresh };
}

function sameNotes(one: readonly string[], other: readonly string[]): boolean {
  const members = new Set(one);
  return one.length === other.length && other.every((id) => members.has(id));
}
