import type { FrameLayout } from './looks.ts';
import { FRAME_HEAD } from './placement.ts';
import type { Frame, Place, Size } from './shape.ts';

/** A part of a divided frame, relative to it. A title is empty where the layout gives none. */
export interface FrameCell extends Place, Size {
  column: string;
  row: string;
}

/** Room for titles of columns above, of rows on the left. */
export const COLUMN_HEAD = 40;
export const ROW_HEAD = 120;

/** The parts of a frame row by row, from left to right, below its title; none of a plain one. */
export function cellsOf({ layout, columns, rows, size }: Pick<Frame, 'layout' | 'columns' | 'rows' | 'size'>): FrameCell[] {
  if (layout === 'plain') return [];
  const columnTitles = columns.length > 0 ? columns : [''];
  const rowTitles = rows.length > 0 ? rows : [''];
  const left = rows.some(Boolean) ? ROW_HEAD : 0;
  const top = FRAME_HEAD + (columns.some(Boolean) ? COLUMN_HEAD : 0);
  const width = Math.max(1, (size.width - left) / columnTitles.length);
  const height = Math.max(1, (size.height - top) / rowTitles.length);
  return rowTitles.flatMap((row, y) => columnTitles.map((column, x) => ({ column, row, x: left + x * width, y: top + y * height, width, height })));
}

/** The cell that a place of the frame lies in; undefined in a plain frame and in the margin of titles. */
export function cellAt(frame: Pick<Frame, 'layout' | 'columns' | 'rows' | 'size'>, { x, y }: Place): FrameCell | undefined {
  return cellsOf(frame).find((cell) => x >= cell.x && x < cell.x + cell.width && y >= cell.y && y < cell.y + cell.height);
}

/** What a layout begins with, for `addFrame` and `divideFrame`: titles to be filled in. */
export function divisionsOf(layout: FrameLayout, { columns = 3, rows = 2 } = {}): { layout: FrameLayout; columns: string[]; rows: string[] } {
  const empty = (count: number) => Array.from({ length: count }, () => '');
  switch (layout) {
    case 'plain': return { layout, columns: [], rows: [] };
    case 'matrix': return { layout, columns: empty(2), rows: empty(2) };
    case 'lanes': return { layout, columns: [], rows: empty(rows) };
    case 'grid': return { layout, columns: empty(columns), rows: empty(rows) };
  }
}
