import { outlineOf } from '@spolu/board/outline';
import { byOrder, type Cluster, type Frame, type Note } from '@spolu/board/shape';

/** One line of the board as a list. `frame` null: what lies on none. */
export type OutlineRow =
  | { kind: 'frame'; id: string; frame: Frame | null; count: number }
  | { kind: 'cluster'; id: string; cluster: Cluster; count: number }
  | { kind: 'note'; id: string; note: Note; place: number };

/** The board line by line: a frame, in it its clusters with their notes, then its other notes. */
export function outlineRows(frames: Iterable<Frame>, clusters: Iterable<Cluster>, notes: Iterable<Note>): { rows: OutlineRow[]; noteCount: number } {
  const rows: OutlineRow[] = [];
  let noteCount = 0;
  for (const { frame, clusters: groups } of outlineOf([...frames].sort(byOrder), [...clusters].sort(byOrder), notes).frames) {
    const count = groups.reduce((sum, group) => sum + group.notes.length, 0);
    rows.push({ kind: 'frame', id: `frame ${frame?.id ?? ''}`, frame, count });
    for (const group of groups) {
      // A cluster that lies on two frames has a line in each.
      if (group.cluster) rows.push({ kind: 'cluster', id: `cluster ${group.cluster.id} ${frame?.id ?? ''}`, cluster: group.cluster, count: group.notes.length });
      for (const note of group.notes) rows.push({ kind: 'note', id: `note ${note.id}`, note, place: ++noteCount });
    }
  }
  return { rows, noteCount };
}

export const ROW_HEIGHT = { frame: 72, cluster: 56, note: 84 } as const;
/** From here on only the lines near the window exist, all of fixed height. */
export const WINDOWED_FROM = 500;
const BEYOND_PX = 600;

/** Which lines to draw for a scrolled window, and how much room the others take above and below. */
export function windowOf(rows: readonly OutlineRow[], scrolled: number, height: number): { from: number; until: number; above: number; below: number } {
  let top = 0;
  let from = -1;
  let until = rows.length;
  let above = 0;
  let drawn = 0;
  for (const [i, { kind }] of rows.entries()) {
    const size = ROW_HEIGHT[kind];
    if (from < 0 && top + size > scrolled - BEYOND_PX) {
      from = i;
      above = top;
    }
    if (top > scrolled + height + BEYOND_PX) {
      until = i;
      break;
    }
    if (from >= 0) drawn += size;
    top += size;
  }
  const total = rows.reduce((sum, { kind }) => sum + ROW_HEIGHT[kind], 0);
  return from < 0 ? { from: rows.length, until: rows.length, above: total, below: 0 } : { from, until, above, below: total - above - drawn };
}

export const topOf = (rows: readonly OutlineRow[], index: number): number => rows.slice(0, index).reduce((sum, { kind }) => sum + ROW_HEIGHT[kind], 0);
