import type { Size } from './shape.ts';

/** Of a letter's height, what it takes in width on the average; measured for Source Sans 3 with Slovak and Ukrainian words, a little on the safe side. */
const LETTER_WIDTH = 0.52;
const LINE_HEIGHT = 1.3;

/** How many lines a text takes: an estimate that is the same on every device, since fonts are not. */
export function linesOf(text: string, width: number, fontSize: number): number {
  const perLine = Math.max(1, Math.floor(width / (fontSize * LETTER_WIDTH)));
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let column = 0;
    lines++;
    for (const { length } of paragraph.split(/\s+/)) {
      if (column > 0 && column + 1 + length > perLine) {
        lines++;
        column = 0;
      }
      column += (column > 0 ? 1 : 0) + length;
      // A long word is broken where the line ends.
      lines += Math.max(0, Math.ceil(column / perLine) - 1);
      if (column > perLine) column = column % perLine || perLine;
    }
  }
  return lines;
}

export const textHeight = (text: string, width: number, fontSize: number): number => Math.ceil(linesOf(text, width, fontSize) * fontSize * LINE_HEIGHT);

/** Sizes of notes that lie side by side in one grid, the gap between them included. */
export const NOTE_SIZES: readonly Size[] = [{ width: 180, height: 180 }, { width: 376, height: 180 }, { width: 376, height: 376 }, { width: 572, height: 376 }, { width: 572, height: 572 }];
const NOTE_FONT_SIZE = 16;
const NOTE_PADDING = 12;

/** The smallest of {@link NOTE_SIZES} in which all the words are to be seen; the largest where none is enough. */
export function noteSizeFor(text: string): Size {
  const holds = ({ width, height }: Size) => textHeight(text, width - 2 * NOTE_PADDING, NOTE_FONT_SIZE) <= height - 2 * NOTE_PADDING;
  return NOTE_SIZES.find(holds) ?? (NOTE_SIZES.at(-1) as Size);
}
