import { Problem } from '@spolu/contracts/problems';
import { schemaVersionOf, SCHEMA_VERSION } from '@spolu/board/shape';
import { upgradeBoard } from '@spolu/board/upgrade';
import * as Y from 'yjs';
import type { BoardStore, StoredBoard } from './board-store.ts';
import { applyState } from './slim-document.ts';

function documentOf({ state, tail }: StoredBoard): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    if (state) applyState(doc, state);
    for (const { updates } of tail) for (const { update } of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

/** Made by an older program, whose shape is not ours. */
const isOld = (doc: Y.Doc) => (schemaVersionOf(doc) ?? SCHEMA_VERSION) < SCHEMA_VERSION;

/**
 * A stored board as a document of this program's shape. What an older program made is upgraded before anybody sees it, as an ordinary stored change under a
 * client id of the server's own; of several servers that open it at once one does it, and the others see it done.
 * @throws Problem `not-found` for a board that was deleted meanwhile
 */
export async function openDocument(board: StoredBoard, store: Partial<Pick<BoardStore, 'upgrade'>>): Promise<{ board: StoredBoard; doc: Y.Doc }> {
  const doc = documentOf(board);
  if (!isOld(doc) || !store.upgrade) return { board, doc };
  doc.destroy();
  const upgraded = await store.upgrade(board.id, upgradeOf);
  if (!upgraded) throw new Problem('not-found');
  return { board: upgraded, doc: documentOf(upgraded) };
}

/** What an upgrade changes in a board; null where nothing is to be done any more. */
async function upgradeOf(board: StoredBoard, leaseClientId: () => Promise<number>): Promise<Uint8Array | null> {
  const doc = documentOf(board);
  try {
    if (!isOld(doc)) return null;
    const before = Y.encodeStateVector(doc);
    doc.clientID = await leaseClientId();
    upgradeBoard(doc);
    return Y.encodeStateAsUpdate(doc, before);
  } finally {
    doc.destroy();
  }
}
