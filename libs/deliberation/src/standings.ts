/**
 * Puts what was scored in order, best first; equals stay as they were given. 1 is the best rank: equals share one, and the ranks they
 * fill are not given again (1, 2, 2, 4).
 */
export function standings<T extends { points: number }>(scored: readonly T[]): (T & { rank: number })[] {
  const sorted = [...scored].sort((a, b) => b.points - a.points);
  let rank = 0;
  let pointsOfRank: number | undefined;
  return sorted.map((one, index) => {
    if (one.points !== pointsOfRank) {
      rank = index + 1;
      pointsOfRank = one.points;
    }
    return { ...one, rank };
  });
}
