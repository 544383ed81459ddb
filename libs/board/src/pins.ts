import type * as Y from 'yjs';
import type { NoteColour } from '@spolu/contracts/boards';
import { NOTE_COLOURS } from '@spolu/contracts/plain';
import { setField, type Change } from './edits.ts';
import { addAuthored, readAll, type NewAuthored } from './items.ts';
import { authoredIn, list, oneOf, positionIn, string, stringOrNull } from './reading.ts';
import type { Authored, Position, Readable, Size } from './shape.ts';
import { positionValue } from './values.ts';

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
