import { NOTE_SIZE, type Frame, type Note, type Position, type Size } from './shape.ts';

export const FRAME_PADDING = 24;
/** Room for a frame's title above its first row. */
export const FRAME_HEAD = 72;
export const NOTE_GAP = 16;
const COLUMNS_WITHOUT_FRAME = 8;

/** As much of a note as takes a place. */
type TakenPlace = Pick<Note, 'position' | 'size'> & Partial<Pick<Note, 'removed'>>;

/**
 * The first free slot of a grid in a frame, row by row; the board itself where `frame` is null. A slot is free when no note overlaps it.
 * A full frame goes on below its edge: {@link heightToHold} says how tall it must become.
 * @param notes any notes; only those of the frame count
 */
export const freePlaceIn = (frame: Frame | null, notes: Iterable<TakenPlace>, size: Size = NOTE_SIZE): Position => freePlacesIn(frame, notes, 1, size)[0] as Position;

/** So many free slots at once, as {@link freePlaceIn} would give them one after another. */
export function freePlacesIn(frame: Frame | null, notes: Iterable<TakenPlace>, count: number, size: Size = NOTE_SIZE): Position[] {
  const cell = { width: size.width + NOTE_GAP, height: size.height + NOTE_GAP };
  const left = frame ? FRAME_PADDING : 0;
  const top = frame ? FRAME_HEAD : 0;
  const columns = frame ? Math.max(1, Math.floor((frame.size.width - 2 * FRAME_PADDING + NOTE_GAP) / cell.width)) : COLUMNS_WITHOUT_FRAME;
  const taken = new Set<number>();
  for (const note of notes) {
    if (note.removed || note.position.frameId !== (frame?.id ?? null)) continue;
    const { x, y } = note.position;
    const firstColumn = Math.max(0, Math.floor((x - left - size.width) / cell.width) + 1);
    const lastColumn = Math.min(columns - 1, Math.ceil((x + note.size.width - left) / cell.width) - 1);
    const firstRow = Math.max(0, Math.floor((y - top - size.height) / cell.height) + 1);
    const lastRow = Math.ceil((y + note.size.height - top) / cell.height) - 1;
    // A note of a whole wall's height would mark millions of slots one by one; nobody looks for a place below it.
    for (let row = firstRow; row <= Math.min(lastRow, firstRow + 1_000); row++) {
      for (let column = firstColumn; column <= lastColumn; column++) taken.add(row * columns + column);
    }
  }
  const places: Position[] = [];
  for (let slot = 0; places.length < count; slot++) {
    if (taken.has(slot)) continue;
    places.push({ x: left + (slot % columns) * cell.width, y: top + Math.floor(slot / columns) * cell.height, frameId: frame?.id ?? null });
  }
  return places;
}

/** How tall a frame must be to hold a note at this place. */
export const heightToHold = (position: Position, size: Size = NOTE_SIZE): number => position.y + size.height + FRAME_PADDING;
