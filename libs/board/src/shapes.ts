import type * as Y from 'yjs';
import { FILLS, LINE_COLOURS, SHAPE_FORMS, type Fill, type LineColour, type ShapeForm } from './looks.ts';
import { readAll } from './read-all.ts';
import { authoredIn, oneOf, positionIn, sizeIn, textIn } from './reading.ts';
import type { Authored, Position, Readable, Size } from './shape.ts';

/** A drawn form with words in it, if anybody writes some. */
export interface Shape extends Authored {
  form: ShapeForm;
  text: string;
  position: Position;
  size: Size;
  fill: Fill;
  /** Its outline and words. */
  colour: LineColour;
}
export const SHAPE_SIZE: Size = { width: 200, height: 120 };

export function toShape(id: string, fields: Readable): Shape {
  return {
    ...authoredIn(id, fields),
    form: oneOf(SHAPE_FORMS, fields.get('form'), 'rectangle'),
    text: textIn(fields),
    position: positionIn(fields),
    size: sizeIn(fields, SHAPE_SIZE),
    fill: oneOf(FILLS, fields.get('fill'), 'none'),
    colour: oneOf(LINE_COLOURS, fields.get('colour'), 'ink'),
  };
}

export const readShapes = (doc: Y.Doc, options?: { removed?: boolean }): Shape[] => readAll(doc, 'shape', toShape, options);
