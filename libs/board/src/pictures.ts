import type * as Y from 'yjs';
import { readAll } from './read-all.ts';
import { authoredIn, positionIn, sizeIn, string } from './reading.ts';
import type { Authored, Position, Readable, Size } from './shape.ts';

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
/** Of a picture whose own size nobody knows, and the most a new one takes. */
export const PICTURE_SIDE = 480;

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
