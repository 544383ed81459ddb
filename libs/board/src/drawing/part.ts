import { boxAround } from './box.ts';
import type { SeenBoard } from './draw-board.ts';

/** Some frames with all that lies on them. */
export function framesOf(content: SeenBoard, frameIds: Iterable<string>): SeenBoard {
  const wanted = new Set(frameIds);
  return {
    frames: content.frames.filter(({ id }) => wanted.has(id)),
    clusters: content.clusters,
    notes: content.notes.filter(({ position }) => position.frameId !== null && wanted.has(position.frameId)),
  };
}

/** Some things alone, without the frames they lie on. */
export function selectionOf(content: SeenBoard, ids: Iterable<string>): SeenBoard {
  const wanted = new Set(ids);
  return { frames: [], clusters: content.clusters, notes: content.notes.filter(({ id }) => wanted.has(id)) };
}

/** Each frame by itself, then what lies on none, if anything does. */
export function pagesOf(content: SeenBoard): SeenBoard[] {
  const framed = content.frames.map(({ id }) => framesOf(content, [id]));
  const known = new Set(content.frames.map(({ id }) => id));
  const loose = content.notes.filter(({ position }) => position.frameId === null || !known.has(position.frameId));
  return boxAround(loose.map(({ at, size }) => ({ ...at, ...size }))) ? [...framed, { frames: [], clusters: content.clusters, notes: loose }] : framed;
}
