import type * as Y from 'yjs';
import { readClusters } from '../clusters.ts';
import { readFrames } from '../frames.ts';
import { readNotes } from '../notes.ts';
import type { SeenBoard } from './draw-board.ts';

/** All that is seen on a board, lowest first, with its places on the board itself: notes stay where they were when their frame went. */
export function readSeen(doc: Y.Doc): SeenBoard {
  const corners = new Map(readFrames(doc, { removed: true }).map(({ id, position }) => [id, position]));
  return {
    frames: readFrames(doc),
    clusters: readClusters(doc),
    notes: readNotes(doc).map((note) => {
      const { x, y, frameId } = note.position;
      const corner = corners.get(frameId ?? '') ?? { x: 0, y: 0 };
      return { ...note, at: { x: corner.x + x, y: corner.y + y } };
    }),
  };
}
