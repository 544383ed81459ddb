import type * as Y from 'yjs';
import type { NoteColour } from '@spolu/contracts/boards';
import { isHeld, type ConnectorEnd } from './connectors.ts';
import { setField, type Change } from './edits.ts';
import { addAuthored, type NewAuthored } from './items.ts';
import { isLinkAddress } from './links.ts';
import type { ConnectorHeads, ConnectorLine, Fill, LineColour, Pen, ShapeForm, TextSize } from './looks.ts';
import { PICTURE_SIDE } from './pictures.ts';
import type { Coordinates } from './pins.ts';
import { SIDE_MAX, SIDE_MIN, type Position, type Size, type Value } from './shape.ts';
import { SHAPE_SIZE } from './shapes.ts';
import { encodePath, simplify, STROKE_PATH_MAX_LENGTH, STROKE_POINTS_MAX, STROKE_SPAN_MAX } from './stroke-path.ts';
import { TEXT_WIDTH } from './texts.ts';
import { positionValue, sizeValue } from './values.ts';

/* Making and changing drawings, apart from reading them: who only looks at a board does not load this. */

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

export interface NewConnector extends NewAuthored {
  from: ConnectorEnd;
  to: ConnectorEnd;
  label?: string;
  line?: ConnectorLine;
  heads?: ConnectorHeads;
  colour?: LineColour;
}

/** One value an end, so that of two people who pull at it one wins whole. */
const endValue = (end: ConnectorEnd): Value => (isHeld(end) ? [end.kind, end.id] : positionValue(end));

export const addConnector = (doc: Y.Doc, { from, to, label = '', line = 'straight', heads = 'end', colour = 'ink', ...authored }: NewConnector): Change[] =>
  addAuthored(doc, 'connector', authored, { from: endValue(from), to: endValue(to), label, line, heads, colour });

export const connect = (doc: Y.Doc, connectorId: string, end: 'from' | 'to', to: ConnectorEnd): Change[] => setField(doc, 'connector', connectorId, end, endValue(to));
export const labelConnector = (doc: Y.Doc, connectorId: string, label: string): Change[] => setField(doc, 'connector', connectorId, 'label', label);
export const bendConnector = (doc: Y.Doc, connectorId: string, line: ConnectorLine): Change[] => setField(doc, 'connector', connectorId, 'line', line);
export const pointConnector = (doc: Y.Doc, connectorId: string, heads: ConnectorHeads): Change[] => setField(doc, 'connector', connectorId, 'heads', heads);
export const colourConnector = (doc: Y.Doc, connectorId: string, colour: LineColour): Change[] => setField(doc, 'connector', connectorId, 'colour', colour);

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

export interface NewPicture extends NewAuthored {
  fileId: string;
  natural: Size;
  position: Position;
  /** Left out: as it is, but no side longer than 480. */
  size?: Size;
  alt?: string;
}

export const addPicture = (doc: Y.Doc, { fileId, natural, position, size = fit(natural, { width: PICTURE_SIDE, height: PICTURE_SIDE }), alt = '', ...authored }: NewPicture): Change[] =>
  addAuthored(doc, 'picture', authored, { fileId, natural: sizeValue(natural), p: positionValue(position), size: sizeValue(size), alt });

export const describePicture = (doc: Y.Doc, pictureId: string, alt: string): Change[] => setField(doc, 'picture', pictureId, 'alt', alt);

/** The largest size of the same proportions within another, never larger than it is. */
export function fit(natural: Size, within: Size): Size {
  const scale = Math.min(1, within.width / natural.width, within.height / natural.height);
  return { width: Math.max(SIDE_MIN, natural.width * scale), height: Math.max(SIDE_MIN, natural.height * scale) };
}

export interface NewPin extends NewAuthored {
  label: string;
  position: Position;
  colour?: NoteColour;
  coordinates?: Coordinates | null;
  noteId?: string | null;
}

/** Six digits behind the point are a tenth of a metre. */
const coordinatesValue = ({ latitude, longitude }: Coordinates) => [Math.round(latitude * 1e6) / 1e6, Math.round(longitude * 1e6) / 1e6] as const;

export const addPin = (doc: Y.Doc, { label, position, colour = 'pink', coordinates, noteId, ...authored }: NewPin): Change[] =>
  addAuthored(doc, 'pin', authored, {
    label, colour, p: positionValue(position), ...(coordinates ? { coordinates: coordinatesValue(coordinates) } : {}), ...(noteId ? { noteId } : {}),
  });

export const labelPin = (doc: Y.Doc, pinId: string, label: string): Change[] => setField(doc, 'pin', pinId, 'label', label);
export const colourPin = (doc: Y.Doc, pinId: string, colour: NoteColour): Change[] => setField(doc, 'pin', pinId, 'colour', colour);
export const locatePin = (doc: Y.Doc, pinId: string, at: Coordinates | null): Change[] => setField(doc, 'pin', pinId, 'coordinates', at && coordinatesValue(at));
export const explainPin = (doc: Y.Doc, pinId: string, noteId: string | null): Change[] => setField(doc, 'pin', pinId, 'noteId', noteId);

export interface NewLink extends NewAuthored {
  /** As {@link linkAddress} gives it. */
  url: string;
  title: string;
  position: Position;
}

export const addLink = (doc: Y.Doc, { url, title, position, ...authored }: NewLink): Change[] =>
  isLinkAddress(url) ? addAuthored(doc, 'link', authored, { url, title, p: positionValue(position) }) : [];

export const nameLink = (doc: Y.Doc, linkId: string, title: string): Change[] => setField(doc, 'link', linkId, 'title', title);
