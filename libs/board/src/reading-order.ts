import { inRows } from './rows.ts';
import type { Note } from './shape.ts';

/** Reading order: row by row, from left to right. */
export const inReadingOrder = (notes: Iterable<Note>): Note[] =>
  inRows([...notes].map((note) => ({ id: note.id, ...note.position, ...note.size, note }))).flatMap((row) => row.map(({ note }) => note));
