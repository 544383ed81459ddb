import { itemsOf } from '@spolu/board/shape';
import * as Y from 'yjs';

/** What stored updates brought. */
export interface Brought {
  /** All of it that was not in the document before; none where nothing was. */
  update: Uint8Array | undefined;
  /** Notes that are new, or whose text is changed. */
  written: Set<string>;
}

/** Applies updates that were judged and stored at another server. Some may be known already, some may lean on what is not here yet. */
export function applyStored(doc: Y.Doc, updates: readonly Uint8Array[]): Brought {
  const brought: Brought = { update: undefined, written: new Set() };
  const notes: unknown = itemsOf(doc, 'note');
  const look = ({ changed }: Y.Transaction) => {
    for (const [type, keys] of changed as ReadonlyMap<Y.AbstractType<unknown>, ReadonlySet<string | null>>) {
      if (type === notes) for (const key of keys) brought.written.add(key ?? '');
      else if (type instanceof Y.Text && type.parent?.parent === notes) brought.written.add(type.parent?._item?.parentSub ?? '');
    }
  };
  const take = (update: Uint8Array) => {
    brought.update = update;
  };
  doc.on('afterTransaction', look);
  doc.on('update', take);
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update, 'peer');
    }, 'peer');
  } finally {
    doc.off('afterTransaction', look);
    doc.off('update', take);
  }
  return brought;
}
