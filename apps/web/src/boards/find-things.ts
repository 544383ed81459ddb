import type { BoardIndex } from '@spolu/board/board-index';
import { folded } from './folded.ts';
import { outlineRows } from './outline-rows.ts';
import type { ReadingItem } from './scene/scene.ts';

/** Which notes are meant: one person's, of one sector, cluster or category. */
export type Facet = { by: 'author'; participantIds: ReadonlySet<string> } | { by: 'cluster'; clusterId: string } | { by: 'category'; category: string };

export interface Found {
  item: ReadingItem;
  words: string;
}

/** Notes and drawings with these words in them, in reading order, all of them where none are given; of notes only those of the facet, and then no drawings. */
export function findThings(index: BoardIndex, wanted: string, facet: Facet | null): Found[] {
  const letters = folded(wanted);
  return outlineRows(index).flatMap((row): Found[] => {
    if (row.kind !== 'note' && row.kind !== 'drawing') return [];
    const words = row.kind === 'note' ? row.note.text : row.drawing.words;
    if (letters !== '' && !folded(words).includes(letters)) return [];
    if (letters === '' && !facet) return [];
    if (row.kind === 'drawing') return facet ? [] : [{ item: { kind: row.drawing.kind, id: row.drawing.id }, words }];
    const { note } = row;
    const meant =
      !facet ||
      (facet.by === 'author' && note.participantId !== null && facet.participantIds.has(note.participantId)) ||
      (facet.by === 'cluster' && note.clusterId === facet.clusterId) ||
      (facet.by === 'category' && note.category === facet.category);
    return meant ? [{ item: { kind: 'note', id: note.id }, words }] : [];
  });
}

/** The words by which the board's notes are sorted, in their order. */
export const categoriesOf = (index: BoardIndex): string[] =>
  [...new Set([...index.notes.values()].flatMap(({ category }) => (category ? [category] : [])))].sort((a, b) => a.localeCompare(b));
