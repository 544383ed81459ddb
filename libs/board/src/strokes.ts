import type * as Y from 'yjs';
import { setField, type Change } from './edits.ts';
import { addAuthored, readAll, type NewAuthored } from './items.ts';
import { LINE_COLOURS, PENS, type LineColour, type Pen } from './looks.ts';
import { authoredIn, oneOf, positionIn, string } from './reading.ts';
import type { Authored, Position, Readable, Size } from './shape.ts';
import { decodePath, encodePath, simplify, STROKE_PATH_MAX_LENGTH, STROKE_POINTS_MAX, STROKE_SPAN_MAX } from './stroke-path.ts';
import { positionValue } from './values.ts';

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

export interface NewStroke extends NewAuthored {
  /** Where the pen went: x, y, x, y, … on the frame of `frameId`, or on the board. Simplified before it is stored. */
  points: readonly number[];
  frameId: string | null;
  colour?: LineColour;
  pen?: Pen;
}

/** Less than this beside the line nobody sees. */
const TOLERANCE = 0.75;

/** Nothing where there is no point. A stroke over {@link STROKE_SPAN_MAX} is cut off there. */
export function addStroke(doc: Y.Doc, { points, frameId, colour = 'ink', pen = 'medium', ...authored }: NewStroke): Change[] {
  const drawn = packStroke(points);
  if (!drawn) return [];
  return addAuthored(doc, 'stroke', authored, { p: positionValue({ ...drawn.corner, frameId }), path: drawn.path, colour, pen });
}

export const colourStroke = (doc: Y.Doc, strokeId: string, colour: LineColour): Change[] => setField(doc, 'stroke', strokeId, 'colour', colour);
export const penStroke = (doc: Y.Doc, strokeId: string, pen: Pen): Change[] => setField(doc, 'stroke', strokeId, 'pen', pen);

/** A stroke in as few points as it needs: its corner and its path from there. Undefined where there is no point. */
export function packStroke(points: readonly number[]): { corner: { x: number; y: number }; path: string } | undefined {
  const finite: number[] = [];
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [x = NaN, y = NaN] = [points[i], points[i + 1]];
    if (Number.isFinite(x) && Number.isFinite(y)) finite.push(x, y);
  }
  if (finite.length === 0) return undefined;
  let corner = { x: Infinity, y: Infinity };
  for (let i = 0; i < finite.length; i += 2) corner = { x: Math.min(corner.x, finite[i] ?? 0), y: Math.min(corner.y, finite[i + 1] ?? 0) };
  corner = { x: Math.round(corner.x), y: Math.round(corner.y) };
  const relative = finite.map((value, i) => Math.max(0, Math.min(STROKE_SPAN_MAX, value - (i % 2 === 0 ? corner.x : corner.y))));
  for (let tolerance = TOLERANCE; ; tolerance *= 1.6) {
    const path = simplify(relative, tolerance).map(Math.round);
    const encoded = encodePath(path);
    if (path.length <= STROKE_POINTS_MAX * 2 && encoded.length <= STROKE_PATH_MAX_LENGTH) return { corner, path: encoded };
  }
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
