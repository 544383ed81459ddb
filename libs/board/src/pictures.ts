import type * as Y from 'yjs';
import { setField, type Change } from './edits.ts';
import { addAuthored, readAll, type NewAuthored } from './items.ts';
import { authoredIn, positionIn, sizeIn, string } from './reading.ts';
import { SIDE_MIN, type Authored, type Position, type Readable, type Size } from './shape.ts';
import { positionValue, sizeValue } from './values.ts';

/** A picture that was uploaded. The document holds the file's id alone, and naming one gives nobody the right to see it. */
export interface Picture extends Authored {
  fileId: string;
  /** In the picture's own pixels. */
  natural: Size;
  position: Position;
  size: Size;
  /** What is to be seen, in words, for who does not see it. */
  alt: string;
}
const PICTURE_SIDE = 480;

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

export function toPicture(id: string, fields: Readable): Picture {
  const natural = sizeIn(fields, { width: PICTURE_SIDE, height: PICTURE_SIDE }, 'natural');
  return {
    ...authoredIn(id, fields),
    fileId: string(fields.get('fileId')),
    natural,
    position: positionIn(fields),
    size: sizeIn(fields, natural),
    alt: string(fields.get('alt')),
  };
}

export const readPictures = (doc: Y.Doc, options?: { removed?: boolean }): Picture[] => readAll(doc, 'picture', toPicture, options);
