import type * as Y from 'yjs';
import { readClusters } from './clusters.ts';
import { readFrames } from './frames.ts';
import { inRows } from './layout.ts';
import { readNotes } from './notes.ts';
import type { Cluster, Frame, Note } from './shape.ts';

/** The board as a list: frame → cluster → note. Null frame: notes that lie on none; null cluster: notes in none. */
export interface Outline {
  frames: { frame: Frame | null; clusters: { cluster: Cluster | null; notes: Note[] }[] }[];
}

/** Reading order: row by row, from left to right. */
export const inReadingOrder = (notes: Iterable<Note>): Note[] =>
  inRows([...notes].map((note) => ({ id: note.id, ...note.position, ...note.size, note }))).flatMap((row) => row.map(({ note }) => note));

/** Frames in their order (empty ones too), then what lies on none; in each its clusters in their order, then what is in none. */
export function outlineOf(frames: Iterable<Frame>, clusters: Iterable<Cluster>, notes: Iterable<Note>): Outline {
  const known = new Set<string | null>();
  const inFrame = new Map<string | null, Note[]>([[null, []]]);
  const sortedFrames = [...frames];
  const sortedClusters = [...clusters];
  for (const frame of sortedFrames) inFrame.set(frame.id, []);
  for (const cluster of sortedClusters) known.add(cluster.id);
  for (const note of notes) (inFrame.get(note.position.frameId) ?? inFrame.get(null))?.push(note);

  const grouped = (all: Note[]) => {
    const groups = [...sortedClusters, null].map((cluster) => ({
      cluster,
      notes: inReadingOrder(all.filter(({ clusterId }) => (known.has(clusterId) ? clusterId : null) === (cluster?.id ?? null))),
    }));
    return groups.filter((group) => group.notes.length > 0);
  };
  const loose = inFrame.get(null) ?? [];
  return {
    frames: [
      ...sortedFrames.map((frame) => ({ frame, clusters: grouped(inFrame.get(frame.id) ?? []) })),
      ...(loose.length > 0 ? [{ frame: null, clusters: grouped(loose) }] : []),
    ],
  };
}

export const readOutline = (doc: Y.Doc): Outline => outlineOf(readFrames(doc), readClusters(doc), readNotes(doc));
