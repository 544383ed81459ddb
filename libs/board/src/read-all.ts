import * as Y from 'yjs';
import { byOrder, itemsOf, type Fields, type ItemKind } from './shape.ts';

/** All items of a kind, lowest or first one first. */
export function readAll<Item extends { id: string; order: string; removed: unknown }>(
  doc: Y.Doc, kind: ItemKind, read: (id: string, fields: Fields) => Item, { removed = false } = {},
): Item[] {
  const items: Item[] = [];
  for (const [id, fields] of itemsOf(doc, kind)) {
    if (!(fields instanceof Y.Map)) continue;
    const item = read(id, fields);
    if (removed || !item.removed) items.push(item);
  }
  return items.sort(byOrder);
}

/** One item, also one that was removed; undefined where there is none of this id. */
export function readOne<Item>(doc: Y.Doc, kind: ItemKind, id: string, read: (id: string, fields: Fields) => Item): Item | undefined {
  const fields: unknown = itemsOf(doc, kind).get(id);
  return fields instanceof Y.Map ? read(id, fields as Fields) : undefined;
}
