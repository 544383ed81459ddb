import { overlaps, type Box } from './grid.ts';

/**
 * Whether a box drawn over the board chooses this: a note that it touches, a drawing only when it lies in it whole. A plan below all notes or a
 * line across the board would otherwise come along with every choice.
 */
export function isChosenBy(box: Box, placed: Box, isNote: boolean): boolean {
  if (isNote) return overlaps(placed, box);
  return placed.x >= box.x && placed.y >= box.y && placed.x + placed.width <= box.x + box.width && placed.y + placed.height <= box.y + box.height;
}
