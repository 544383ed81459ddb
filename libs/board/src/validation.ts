import * as Y from 'yjs';
import { faultOfItem } from './fields.ts';
import { MOST_OF } from './limits.ts';
import { INFO_ROOT, isReadable, ITEM_KINDS, itemsOf, kindOfRoot } from './shape.ts';

/** Everything about a whole document that breaks the board's shape; empty for a sound board. */
export function checkBoard(doc: Y.Doc): string[] {
  const faults: string[] = [];
  if (!isReadable(doc)) faults.push('schemaVersion');
  for (const key of doc.getMap(INFO_ROOT).keys()) if (key !== 'schemaVersion') faults.push(`board.${key}`);
  for (const name of doc.share.keys()) if (name !== INFO_ROOT && !kindOfRoot(name)) faults.push(`root ${name}`);
  for (const kind of ITEM_KINDS) {
    const items = itemsOf(doc, kind);
    if (items.size > MOST_OF[kind]) faults.push(`too many ${kind}s`);
    for (const [id, fields] of items as Iterable<[string, unknown]>) {
      if (!(fields instanceof Y.Map)) {
        faults.push(`${kind} ${id} is no map`);
        continue;
      }
      const values = new Map<string, unknown>(fields.entries());
      const text = values.get('text');
      if (text instanceof Y.Text) values.delete('text');
      const fault = faultOfItem(kind, id, values, text instanceof Y.Text ? text.toString() : undefined);
      if (fault) faults.push(`${kind} ${id}: ${fault}`);
      const parts = text instanceof Y.Text ? (text.toDelta() as { insert: unknown; attributes?: unknown }[]) : [];
      if (parts.some((part) => typeof part.insert !== 'string' || part.attributes)) faults.push(`${kind} ${id}: formatted text`);
    }
  }
  if (doc.store.pendingStructs || doc.store.pendingDs) faults.push('pending');
  return faults;
}
