import type * as Y from 'yjs';
import { LINE_COLOURS, TEXT_SIZES, type LineColour, type TextSize } from './looks.ts';
import { readAll } from './read-all.ts';
import { authoredIn, number, oneOf, positionIn, textIn } from './reading.ts';
import type { Authored, Position, Readable } from './shape.ts';

/** Words that lie free on the board: a heading, an explanation. What people say is a note; nothing follows from a text. */
export interface FreeText extends Authored {
  text: string;
  position: Position;
  /** Lines break at this width; how tall the text is follows from it (`boxOf` in boxes.ts). */
  width: number;
  textSize: TextSize;
  colour: LineColour;
}
export const TEXT_WIDTH = 320;

export function toText(id: string, fields: Readable): FreeText {
  return {
    ...authoredIn(id, fields),
    text: textIn(fields),
    position: positionIn(fields),
    width: number(fields.get('width'), TEXT_WIDTH),
    textSize: oneOf(TEXT_SIZES, fields.get('textSize'), 'medium'),
    colour: oneOf(LINE_COLOURS, fields.get('colour'), 'ink'),
  };
}

export const readTexts = (doc: Y.Doc, options?: { removed?: boolean }): FreeText[] => readAll(doc, 'text', toText, options);
