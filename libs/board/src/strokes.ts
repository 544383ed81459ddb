import type * as Y from 'yjs';
import { LINE_COLOURS, PENS, type LineColour, type Pen } from './looks.ts';
import { readAll } from './read-all.ts';
import { authoredIn, oneOf, positionIn, string } from './reading.ts';
import type { Authored, Position, Readable, Size } from './shape.ts';
import { decodePath } from './stroke-path.ts';

/** Drawn by hand with a pen. Its points never change; it moves whole. */
export interface Stroke extends Authored {
  /** Its top left corner. */
  position: Position;
  /** x, y, x, y, … relative to the corner. */
  points: readonly number[];
  /** From the corner to the farthest points. */
  size: Size;
  colour: LineColour;
  pen: Pen;
}

export function toStroke(id: string, fields: Readable): Stroke {
  const points = decodePath(string(fields.get('path'))) ?? [0, 0];
  let [width, height] = [0, 0];
  for (let i = 0; i < points.length; i += 2) {
    width = Math.max(width, points[i] ?? 0);
    height = Math.max(height, points[i + 1] ?? 0);
  }
  return {
    ...authoredIn(id, fields),
    position: positionIn(fields),
    points,
    size: { width, height },
    colour: oneOf(LINE_COLOURS, fields.get('colour'), 'ink'),
    pen: oneOf(PENS, fields.get('pen'), 'medium'),
  };
}

export const readStrokes = (doc: Y.Doc, options?: { removed?: boolean }): Stroke[] => readAll(doc, 'stroke', toStroke, options);
