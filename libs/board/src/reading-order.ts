import type { Box } from './boxes.ts';
import type { Note } from './shape.ts';

export interface LaidBox extends Box {
  id: string;
}

/** Row by row, from left to right. A row is what begins within half the height of its first. */
export function inRows<Item extends LaidBox>(boxes: Iterable<Item>): Item[][] {
  const byHeight = [...boxes].sort((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1));
  const rows: Item[][] = [];
  for (const box of byHeight) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && box.y < first.y + first.height / 2) row.push(box);
    else rows.push([box]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x || a.y - b.y || (a.id < b.id ? -1 : 1)));
}

/** Reading order: row by row, from left to right. */
export const inReadingOrder = (notes: Iterable<Note>): Note[] =>
  inRows([...notes].map((note) => ({ id: note.id, ...note.position, ...note.size, note }))).flatMap((row) => row.map(({ note }) => note));
