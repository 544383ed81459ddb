import type * as Y from 'yjs';
import { setField, type Change } from './edits.ts';
import { addAuthored, readAll, type NewAuthored } from './items.ts';
import { FILLS, LINE_COLOURS, SHAPE_FORMS, type Fill, type LineColour, type ShapeForm } from './looks.ts';
import { authoredIn, oneOf, positionIn, sizeIn, textIn } from './reading.ts';
import type { Authored, Position, Readable, Size } from './shape.ts';
import { positionValue, sizeValue } from './values.ts';

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

export interface NewShape extends NewAuthored {
  form: ShapeForm;
  position: Position;
  text?: string;
  size?: Size;
  fill?: Fill;
  colour?: LineColour;
}

export const addShape = (doc: Y.Doc, { form, position, text = '', size = SHAPE_SIZE, fill = 'none', colour = 'ink', ...authored }: NewShape): Change[] =>
  addAuthored(doc, 'shape', authored, { form, p: positionValue(position), size: sizeValue(size), fill, colour }, text);

export const reshape = (doc: Y.Doc, shapeId: string, form: ShapeForm): Change[] => setField(doc, 'shape', shapeId, 'form', form);
export const fillShape = (doc: Y.Doc, shapeId: string, fill: Fill): Change[] => setField(doc, 'shape', shapeId, 'fill', fill);
export const colourShape = (doc: Y.Doc, shapeId: string, colour: LineColour): Change[] => setField(doc, 'shape', shapeId, 'colour', colour);

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
