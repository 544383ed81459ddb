import { outlineOf, type Outline } from './outline.ts';
import type { PastState } from './past.ts';
import { string } from './reading.ts';
import { byOrder, toCluster, toFrame, toNote, type ItemKind, type Items } from './shape.ts';

/** The board's frames, clusters and notes as they were, as a list; drawings are left out. */
export function pastOutline(state: PastState): Outline {
  const read = <Kind extends 'note' | 'frame' | 'cluster'>(kind: Kind, to: (id: string, fields: ReadonlyMap<string, unknown>) => Items[Kind]): Items[Kind][] =>
    itemsOf(state, kind).map(([id, fields]) => to(id, fields)).filter(({ removed }) => !removed).sort(byOrder);
  // Here a text is its string.
  const notes = read('note', (id, fields) => ({ ...toNote(id, fields), text: string(fields.get('text')) }));
  return outlineOf(read('frame', toFrame), read('cluster', toCluster), notes);
}

const itemsOf = (state: PastState, kind: ItemKind) => [...(state.get(kind) ?? [])];
