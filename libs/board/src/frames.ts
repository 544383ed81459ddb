import * as Y from 'yjs';
import { addItem, setField, type Change } from './edits.ts';
import { orderAfter } from './order-key.ts';
import { byOrder, COORDINATE_MAX, FRAME_SIZE, itemsOf, toFrame, type Frame, type Place, type Size } from './shape.ts';

export interface NewFrame {
  id: string;
  title: string;
  position: Place;
  size?: Size;
  /** Left out: behind all frames. */
  order?: string;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Six letters: every move of a note repeats its frame's id, and a board has at most some hundred frames. */
export function newFrameId(): string {
  return Array.from({ length: 6 }, () => LETTERS[Math.floor(Math.random() * LETTERS.length)]).join('');
}

const whole = (coordinate: number) => Math.max(-COORDINATE_MAX, Math.min(COORDINATE_MAX, Math.round(coordinate)));
const placeValue = ({ x, y }: Place) => [whole(x), whole(y)] as const;
const sizeValue = ({ width, height }: Size) => [Math.round(width), Math.round(height)] as const;

export function addFrame(doc: Y.Doc, frame: NewFrame): Change[] {
  const added = addItem(doc, 'frame', frame.id, {
    title: frame.title,
    p: placeValue(frame.position),
    size: sizeValue(frame.size ?? FRAME_SIZE),
    order: frame.order ?? orderAfter(readFrames(doc, { removed: true })),
    removed: false,
  });
  return added ? [{ kind: 'frame', id: frame.id, field: 'removed', before: true, after: false }] : [];
}

/** Its notes come along: their places are relative to it. */
export const moveFrame = (doc: Y.Doc, frameId: string, to: Place): Change[] => setField(doc, 'frame', frameId, 'p', placeValue(to));
export const resizeFrame = (doc: Y.Doc, frameId: string, size: Size): Change[] => setField(doc, 'frame', frameId, 'size', sizeValue(size));
export const nameFrame = (doc: Y.Doc, frameId: string, title: string): Change[] => setField(doc, 'frame', frameId, 'title', title);
/** Its notes stay, on the board itself, where they were. */
export const removeFrame = (doc: Y.Doc, frameId: string): Change[] => setField(doc, 'frame', frameId, 'removed', true);
export const restoreFrame = (doc: Y.Doc, frameId: string): Change[] => setField(doc, 'frame', frameId, 'removed', false);

/** All frames in reading order. */
export function readFrames(doc: Y.Doc, { removed = false } = {}): Frame[] {
  const frames: Frame[] = [];
  for (const [id, fields] of itemsOf(doc, 'frame')) {
    if (!(fields instanceof Y.Map)) continue;
    const frame = toFrame(id, fields);
    if (removed || !frame.removed) frames.push(frame);
  }
  return frames.sort(byOrder);
}
