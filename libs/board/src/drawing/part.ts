import { isHeld, type ConnectorEnd } from '../connectors.ts';
import type { SeenBoard, SeenDrawing } from './seen.ts';

/** Some frames with all that lies on them, and what connects it. */
export function framesOf(board: SeenBoard, frameIds: Iterable<string>): SeenBoard {
  const wanted = new Set(frameIds);
  return within(board, wanted, (frameId) => frameId !== null && wanted.has(frameId));
}

/** Some things alone, without the frames they lie on. */
export function selectionOf({ clusters, notes, drawings }: SeenBoard, ids: Iterable<string>): SeenBoard {
  const wanted = new Set(ids);
  return { frames: [], clusters, notes: notes.filter(({ id }) => wanted.has(id)), drawings: drawings.filter(({ item }) => wanted.has(item.id)) };
}

/** Each frame by itself, then what lies on none, if anything does. */
export function pagesOf(board: SeenBoard): SeenBoard[] {
  const known = new Set(board.frames.map(({ id }) => id));
  const loose = within(board, new Set(), (frameId) => frameId === null || !known.has(frameId));
  const framed = board.frames.map(({ id }) => framesOf(board, [id]));
  return loose.notes.length + loose.drawings.length > 0 ? [...framed, loose] : framed;
}

function within({ frames, clusters, notes, drawings }: SeenBoard, frameIds: ReadonlySet<string>, lies: (frameId: string | null) => boolean): SeenBoard {
  const kept = {
    frames: frames.filter(({ id }) => frameIds.has(id)),
    notes: notes.filter(({ position }) => lies(position.frameId)),
    lying: drawings.filter((drawing) => drawing.kind !== 'connector' && lies(drawing.item.position.frameId)),
  };
  const ids = new Set([...frameIds, ...kept.notes.map(({ id }) => id), ...kept.lying.map(({ item }) => item.id)]);
  const here = (end: ConnectorEnd) => (isHeld(end) ? ids.has(end.id) : lies(end.frameId));
  const connects = (drawing: SeenDrawing) => drawing.kind === 'connector' && here(drawing.item.from) && here(drawing.item.to);
  return { frames: kept.frames, clusters, notes: kept.notes, drawings: [...kept.lying, ...drawings.filter(connects)] };
}
