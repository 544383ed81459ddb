import type * as Y from 'yjs';
import { addItem, setField, type Change } from './edits.ts';
import { lastOrderIn, resizeItem } from './items.ts';
import type { FrameLayout } from './looks.ts';
import { readAll } from './read-all.ts';
import { FRAME_SIZE, toFrame, type Frame, type Place, type Size } from './shape.ts';
import { placeValue, sizeValue } from './values.ts';

export interface NewFrame {
  id: string;
  title: string;
  position: Place;
  size?: Size;
  hint?: string;
  /** With titles of columns and rows as the layout wants them; see `cellsOf` in frame-cells.ts. */
  layout?: FrameLayout;
  columns?: readonly string[];
  rows?: readonly string[];
  /** Left out: behind all frames. */
  order?: string;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Six letters: every move of a note repeats its frame's id, and a board has at most some hundred frames. */
export function newFrameId(): string {
  return Array.from({ length: 6 }, () => LETTERS[Math.floor(Math.random() * LETTERS.length)]).join('');
}

export function addFrame(doc: Y.Doc, { id, title, position, size = FRAME_SIZE, hint, layout, columns, rows, order }: NewFrame): Change[] {
  const added = addItem(doc, 'frame', id, {
    title,
    p: placeValue(position),
    size: sizeValue(size),
    ...(hint ? { hint } : {}),
    ...(layout && layout !== 'plain' ? { layout, columns: columns ?? [], rows: rows ?? [] } : {}),
    order: order ?? lastOrderIn(doc, 'frame'),
    removed: false,
  });
  return added ? [{ kind: 'frame', id, field: 'removed', before: true, after: false }] : [];
}

/** Its notes come along: their places are relative to it. */
export const moveFrame = (doc: Y.Doc, frameId: string, to: Place): Change[] => setField(doc, 'frame', frameId, 'p', placeValue(to));
export const resizeFrame = (doc: Y.Doc, frameId: string, size: Size): Change[] => resizeItem(doc, 'frame', frameId, size);
export const nameFrame = (doc: Y.Doc, frameId: string, title: string): Change[] => setField(doc, 'frame', frameId, 'title', title);
/** Its notes stay, on the board itself, where they were. */
export const removeFrame = (doc: Y.Doc, frameId: string): Change[] => setField(doc, 'frame', frameId, 'removed', true);
export const restoreFrame = (doc: Y.Doc, frameId: string): Change[] => setField(doc, 'frame', frameId, 'removed', false);

/** Divides a frame anew; what lies on it stays where it is. */
export function divideFrame(doc: Y.Doc, frameId: string, { layout, columns = [], rows = [] }: { layout: FrameLayout; columns?: readonly string[]; rows?: readonly string[] }): Change[] {
  return doc.transact(() => [
    ...setField(doc, 'frame', frameId, 'layout', layout),
    ...setField(doc, 'frame', frameId, 'columns', columns),
    ...setField(doc, 'frame', frameId, 'rows', rows),
  ]);
}
export const hintFrame = (doc: Y.Doc, frameId: string, hint: string): Change[] => setField(doc, 'frame', frameId, 'hint', hint);

/** All frames in reading order. */
export const readFrames = (doc: Y.Doc, options?: { removed?: boolean }): Frame[] => readAll(doc, 'frame', toFrame, options);
