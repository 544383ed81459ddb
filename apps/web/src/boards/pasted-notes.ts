import { freePlaceNear, tidy } from '@spolu/board/layout';
import type { LaidBox } from '@spolu/board/reading-order';
import { wordsOf } from '@spolu/board/pasted-text';
import { NOTE_GAP } from '@spolu/board/placement';
import type { Place, Size } from '@spolu/board/shape';
import { noteSizeFor } from '@spolu/board/text-fit';
import { boxAround, type Box } from './scene/grid.ts';

/** From here on a person is asked before so many notes appear. */
export const PASTE_ASKS_ABOVE = 20;

export interface PastedNote {
  text: string;
  place: Place;
  size: Size;
}

/**
 * The notes that a text becomes: lines in a block as square as can be, cells of a spreadsheet in their rows and columns, around this place, or beside
 * it where others lie.
 */
export function pastedNotes(text: string, middle: Place, others: readonly Box[]): PastedNote[] {
  const words = wordsOf(text).filter((one) => one.text !== '');
  const isTable = words.some(({ column }) => column > 0);
  const widths: number[] = [];
  const heights: number[] = [];
  const sized = words.map((one) => ({ ...one, size: noteSizeFor(one.text) }));
  for (const { row, column, size } of sized) {
    widths[column] = Math.max(widths[column] ?? 0, size.width);
    heights[row] = Math.max(heights[row] ?? 0, size.height);
  }
  const before = (sizes: readonly number[], count: number) => Array.from({ length: count }, (_, i) => sizes[i]).reduce<number>((sum, size) => sum + (size === undefined ? 0 : size + NOTE_GAP), 0);
  const boxes: LaidBox[] = sized.map(({ row, column, size }, i) => ({ id: `${i}`, x: before(widths, column), y: before(heights, row), ...size }));
  const moves = isTable ? new Map<string, Place>() : tidy(boxes);
  const laid = boxes.map((box) => ({ ...box, ...moves.get(box.id) }));
  const around = boxAround(laid);
  if (!around) return [];
  const corner = freePlaceNear({ x: Math.round(middle.x - around.width / 2), y: Math.round(middle.y - around.height / 2), width: around.width, height: around.height }, others);
  return sized.map(({ text: line, size }, i) => {
    const { x, y } = laid[i] ?? around;
    return { text: line, size, place: { x: corner.x + x - around.x, y: corner.y + y - around.y } };
  });
}
