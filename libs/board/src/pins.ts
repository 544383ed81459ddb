import type * as Y from 'yjs';
import type { NoteColour } from '@spolu/contracts/boards';
import { NOTE_COLOURS } from '@spolu/contracts/plain';
import { readAll } from './read-all.ts';
import { authoredIn, list, oneOf, positionIn, string, stringOrNull } from './reading.ts';
import type { Authored, Position, Readable, Size } from './shape.ts';

/** A place on the earth, in degrees. */
export interface Coordinates {
  latitude: number;
  longitude: number;
}
/** Marks a place on a map or plan. */
export interface Pin extends Authored {
  label: string;
  colour: NoteColour;
  /** Where its tip is. */
  position: Position;
  coordinates: Coordinates | null;
  /** The note that says what is the matter here. */
  noteId: string | null;
}
/** As drawn: the tip is at the middle of its lower edge. */
export const PIN_SIZE: Size = { width: 32, height: 40 };

export function toPin(id: string, fields: Readable): Pin {
  const [latitude, longitude] = list(fields.get('coordinates'));
  return {
    ...authoredIn(id, fields),
    label: string(fields.get('label')),
    colour: oneOf(NOTE_COLOURS, fields.get('colour'), 'pink'),
    position: positionIn(fields),
    coordinates: typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : null,
    noteId: stringOrNull(fields.get('noteId')),
  };
}

export const readPins = (doc: Y.Doc, options?: { removed?: boolean }): Pin[] => readAll(doc, 'pin', toPin, options);
