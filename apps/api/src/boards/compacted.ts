import * as Y from 'yjs';

/** A state (Yjs v2) with these updates in it. In one transaction of a document that is thrown away: Yjs copies the state of every client id at each. */
export function compacted(state: Uint8Array, updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  try {
    doc.transact(() => {
      Y.applyUpdateV2(doc, state);
      for (const update of updates) Y.applyUpdate(doc, update);
    });
    return Y.encodeStateAsUpdateV2(doc);
  } finally {
    doc.destroy();
  }
}
