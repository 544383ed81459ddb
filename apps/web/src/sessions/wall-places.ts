/** Where a note stands on its wall. */
export interface WallPlace {
  column: number;
  top: number;
}

interface Column {
  notes: number[];
  end: number;
}

/**
 * Puts notes on a wall as hands do: each new one under the column that ends highest. Where no column has room, one gives up its oldest until there is: the
 * column in which that costs the oldest notes. All others stay where they are, so that a wall of sixty people is not dealt anew with every note. Room that is
 * left at the feet of the columns in the end is for those that had to go, the newest of them first.
 * @param heights of the notes, the oldest first
 * @returns a place for each; null: there is no room for it. The newest always has one, unless it is higher than the wall.
 */
export function placesOnWall(heights: readonly number[], { columnCount, height: room, gap }: { columnCount: number; height: number; gap: number }): (WallPlace | null)[] {
  const columns: Column[] = Array.from({ length: columnCount }, () => ({ notes: [], end: 0 }));
  const stepOf = (note: number) => heights[note]! + gap;
  /** So many of its oldest must go before a note of that height has room. */
  const givenUp = ({ notes, end }: Column, height: number) => {
    let count = 0;
    for (let left = end; left + height > room; left -= stepOf(notes[count++]!));
    return count;
  };
  const add = (column: Column, note: number) => {
    column.notes.push(note);
    column.end += stepOf(note);
  };
  const gone: number[] = [];
  heights.forEach((height, note) => {
    if (height > room) return;
    const newestLost = (column: Column) => column.notes[givenUp(column, height) - 1] ?? -1;
    const column = columns.reduce((best, other) => (newestLost(other) - newestLost(best) || other.end - best.end) < 0 ? other : best);
    for (const old of column.notes.splice(0, givenUp(column, height))) {
      column.end -= stepOf(old);
      gone.push(old);
    }
    add(column, note);
  });
  for (const note of gone.sort((a, b) => b - a)) {
    const free = columns.find(({ end }) => end + heights[note]! <= room);
    if (free) add(free, note);
  }
  const places: (WallPlace | null)[] = heights.map(() => null);
  columns.forEach(({ notes }, column) => {
    let top = 0;
    for (const note of notes) {
      places[note] = { column, top };
      top += stepOf(note);
    }
  });
  return places;
}

/**
 * Shares the columns of a row among its walls: one for each, and each further one to where most notes stand in a column.
 * @param counts how many notes each wall has
 */
export function sharesOf(counts: readonly number[], columnCount: number): number[] {
  const shares = counts.map(() => 1);
  const perColumn = (wall: number) => counts[wall]! / shares[wall]!;
  for (let free = columnCount - counts.length; free > 0; free--) {
    const fullest = shares.reduce((most, _, wall) => (perColumn(wall) > perColumn(most) ? wall : most), 0);
    shares[fullest]! += 1;
  }
  return shares;
}
