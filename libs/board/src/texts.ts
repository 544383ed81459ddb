import type * as Y from 'yjs';
import { setField, type Change } from './edits.ts';
import { addAuthored, readAll, type NewAuthored } from './items.ts';
import { LINE_COLOURS, TEXT_SIZES, type LineColour, type TextSize } from './looks.ts';
import { authoredIn, number, oneOf, positionIn, textIn } from './reading.ts';
import { SIDE_MAX, SIDE_MIN, type Authored, type Position, type Readable } from './shape.ts';
import { positionValue } from './values.ts';

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

export interface NewText extends NewAuthored {
  text: string;
  position: Position;
  width?: number;
  textSize?: TextSize;
  colour?: LineColour;
}

const widthValue = (width: number) => Math.round(Math.max(SIDE_MIN, Math.min(SIDE_MAX, width)));

export const addText = (doc: Y.Doc, { text, position, width = TEXT_WIDTH, textSize = 'medium', colour = 'ink', ...authored }: NewText): Change[] =>
  addAuthored(doc, 'text', authored, { p: positionValue(position), width: widthValue(width), textSize, colour }, text);

export const widenText = (doc: Y.Doc, textId: string, width: number): Change[] => setField(doc, 'text', textId, 'width', widthValue(width));
export const sizeText = (doc: Y.Doc, textId: string, size: TextSize): Change[] => setField(doc, 'text', textId, 'textSize', size);
export const colourText = (doc: Y.Doc, textId: string, colour: LineColour): Change[] => setField(doc, 'text', textId, 'colour', colour);

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
