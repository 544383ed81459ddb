/** Fewer people of one sector than this are not told apart from the others. */
export const TOLD_FROM = 5;

export interface SectorBallots<S, B> {
  sector: S;
  ballots: B[];
}

/**
 * Which sectors' results may be told separately. A sector with fewer than five ballots is not; and because everybody sees the result of all, what is left after
 * taking away the told ones must not be fewer than five people either: then the smallest told sector stays untold with them.
 * @returns the sectors to tell, in the order in which they came; those without a stated sector are one group like the others
 */
export function tellableSectors<S, B>(given: readonly { sector: S; ballot: B }[]): SectorBallots<S, B>[] {
  const groups = new Map<S, B[]>();
  for (const { sector, ballot } of given) groups.set(sector, [...(groups.get(sector) ?? []), ballot]);
  const told = [...groups].filter(([, ballots]) => ballots.length >= TOLD_FROM);
  const untoldCount = given.length - told.reduce((sum, [, ballots]) => sum + ballots.length, 0);
  if (untoldCount > 0 && untoldCount < TOLD_FROM) {
    const fewest = Math.min(...told.map(([, ballots]) => ballots.length));
    const hidden = told.findIndex(([, ballots]) => ballots.length === fewest);
    if (hidden >= 0) told.splice(hidden, 1);
  }
  return told.map(([sector, ballots]) => ({ sector, ballots }));
}
