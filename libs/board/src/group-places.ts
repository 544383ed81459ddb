import { ISLAND_HEAD, ISLAND_PADDING } from './drawing/islands.ts';
import { FRAME_HEAD, FRAME_PADDING, NOTE_GAP } from './placement.ts';
import { NOTE_SIZE, type Frame, type Position } from './shape.ts';

const COLUMNS = 3;
const CELL = { width: NOTE_SIZE.width + NOTE_GAP, height: NOTE_SIZE.height + NOTE_GAP };
const BLOCK_WIDTH = COLUMNS * CELL.width - NOTE_GAP;

/**
 * Where groups of notes lie on a frame: each in a block of three columns with room for its name, block beside block, so that none covers another or the
 * frame's title. A full frame goes on below its edge (`heightToHold`).
 * @param groups ids of notes of the usual size
 */
export function groupPlaces(frame: Frame, groups: readonly (readonly string[])[]): Map<string, Position> {
  const places = new Map<string, Position>();
  let [x, y, rows] = [FRAME_PADDING, FRAME_HEAD + ISLAND_HEAD, 0];
  for (const noteIds of groups) {
    if (noteIds.length === 0) continue;
    if (x + BLOCK_WIDTH + ISLAND_PADDING > frame.size.width && x > FRAME_PADDING) {
      x = FRAME_PADDING;
      y += rows * CELL.height + ISLAND_PADDING + ISLAND_HEAD;
      rows = 0;
    }
    noteIds.forEach((id, i) => places.set(id, { x: x + (i % COLUMNS) * CELL.width, y: y + Math.floor(i / COLUMNS) * CELL.height, frameId: frame.id }));
    x += BLOCK_WIDTH + 2 * ISLAND_PADDING + NOTE_GAP;
    rows = Math.max(rows, Math.ceil(noteIds.length / COLUMNS));
  }
  return places;
}
