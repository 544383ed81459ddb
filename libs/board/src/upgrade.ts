import type * as Y from 'yjs';
import { INFO_ROOT, SCHEMA_VERSION, schemaVersionOf } from './shape.ts';

/**
 * The steps from each version to the next. A step sees the document as the one before left it and changes it in place; it may be done again after a crash,
 * so it leaves alone what it finds done.
 */
const STEPS: Readonly<Record<number, (doc: Y.Doc) => void>> = {
  // Version 2 knows drawings, divided frames, groups and locks. All of them may be missing, so that notes, frames and clusters stay as they are.
  1: () => undefined,
};

/**
 * Brings the document of an older program up to this one's shape, in one transaction. Only for the server, while it opens a board, under a client id of its
 * own: two devices that upgraded at once would merge both results.
 * @returns whether anything was changed, so that it must be stored before anybody sees it
 */
export function upgradeBoard(doc: Y.Doc): boolean {
  const from = schemaVersionOf(doc);
  if (from === undefined || from >= SCHEMA_VERSION) return false;
  doc.transact(() => {
    for (let version = from; version < SCHEMA_VERSION; version++) STEPS[version]?.(doc);
    doc.getMap(INFO_ROOT).set('schemaVersion', SCHEMA_VERSION);
  });
  return true;
}
