import * as Y from 'yjs';
import type { DrawingKind, NoteColour } from '@spolu/contracts/boards';
import { DRAWING_KINDS, FRAME_LAYOUTS, NOTE_COLOURS } from '@spolu/contracts/plain';
import type { Connector } from './connectors.ts';
import type { LinkCard } from './links.ts';
import type { FrameLayout } from './looks.ts';
import type { Picture } from './pictures.ts';
import type { Pin } from './pins.ts';
import type { Shape } from './shapes.ts';
import type { Stroke } from './strokes.ts';
import { authoredIn, list, number, numberOrNull, oneOf, positionIn, sizeIn, string, stringOrNull, textIn } from './reading.ts';
import type { FreeText } from './texts.ts';

/** The version of the document's shape that this program writes and reads. Only the server upgrades a document, while opening it. */
export const SCHEMA_VERSION = 2;

/** Coordinates of notes and frames stay within this, either way. */
export const COORDINATE_MAX = 1_000_000;
export const SIDE_MIN = 20;
export const SIDE_MAX = 100_000;
export const NOTE_SIDE_MAX = 4_000;

export interface Place {
  x: number;
  y: number;
}
/** Where a note lies: relative to its frame, or to the board where `frameId` is null. */
export interface Position extends Place {
  frameId: string | null;
}
export interface Size {
  width: number;
  height: number;
}
export const NOTE_SIZE: Size = { width: 180, height: 180 };
export const FRAME_SIZE: Size = { width: 1240, height: 880 };

/** Who took a note or a drawing away: its author may bring back what she removed, staff everything. */
export type RemovedBy = 'author' | 'staff';

/** What notes and drawings have in common: somebody made them, and they lie one above the other. */
export interface Authored {
  id: string;
  /** Null: nobody stands behind it here (anonymous activity, made by staff). */
  participantId: string | null;
  /** Stacking of all notes and drawings, a fractional key; ties are broken by id. */
  order: string;
  /** What has the same one is chosen and moved together. */
  groupId: string | null;
  /** What is locked only staff changes. */
  locked: boolean;
  removed: RemovedBy | null;
}
export interface Note extends Authored {
  /** What was said, in `provenance`; a copy of a note on another board shares it. */
  contributionId: string;
  text: string;
  colour: NoteColour;
  position: Position;
  size: Size;
  clusterId: string | null;
  /** A word by which notes are filtered and coloured; the board's categories are those its notes have. */
  category: string | null;
  /** Milliseconds since 1970, by the clock of the device that made it. */
  createdAt: number;
}
export interface Frame {
  id: string;
  title: string;
  /** What to do here, shown while nothing lies on it. */
  hint: string;
  position: Place;
  size: Size;
  layout: FrameLayout;
  /** Titles of the columns from left to right and of the rows from top to bottom; a plain frame has none. See `cellsOf` in frame-cells.ts. */
  columns: readonly string[];
  rows: readonly string[];
  /** Reading order of frames, a fractional key. */
  order: string;
  locked: boolean;
  removed: boolean;
}
export interface Cluster {
  id: string;
  title: string;
  order: string;
  /** Dots that the newest vote gave it, once its result was shown; null where nobody voted on a cluster of this title. Written by the server alone. */
  votes: number | null;
  removed: boolean;
}

/** What each kind of thing on a board is read as. */
export interface Items {
  note: Note;
  frame: Frame;
  cluster: Cluster;
  text: FreeText;
  shape: Shape;
  connector: Connector;
  stroke: Stroke;
  picture: Picture;
  pin: Pin;
  link: LinkCard;
}
export type ItemKind = keyof Items;
/** Kinds with an author: notes and drawings. */
export type AuthoredKind = 'note' | DrawingKind;
/** Kinds that several people may write in at once. */
export type TextKind = 'note' | 'text' | 'shape';
/** Kinds that lie in one place, on a frame or on the board. */
export type PlacedKind = Exclude<AuthoredKind, 'connector'>;
export type PlacedItem = Items[PlacedKind];
export interface ItemRef {
  kind: ItemKind;
  id: string;
}
/** What a field of the document holds; never an object, so that no key of a stranger is ever one of ours. */
export type Value = string | number | boolean | null | readonly (string | number | null)[];
export type Fields = Y.Map<Value | Y.Text>;

/** What one item's fields are read from: its map, or values that are not in a document yet. */
export interface Readable {
  get(field: string): unknown;
}

export const AUTHORED_KINDS: readonly AuthoredKind[] = ['note', ...DRAWING_KINDS];
export const ITEM_KINDS: readonly ItemKind[] = ['frame', 'cluster', ...AUTHORED_KINDS];
export const TEXT_KINDS: readonly ItemKind[] = ['note', 'text', 'shape'] satisfies TextKind[];
export const isTextKind = (kind: ItemKind): kind is TextKind => TEXT_KINDS.includes(kind);
export const isAuthoredKind = (kind: ItemKind): kind is AuthoredKind => kind !== 'frame' && kind !== 'cluster';
export const isPlacedKind = (kind: ItemKind): kind is PlacedKind => isAuthoredKind(kind) && kind !== 'connector';
export const isDrawingKind = (kind: ItemKind): kind is DrawingKind => isAuthoredKind(kind) && kind !== 'note';

const rootOf = <Kind extends ItemKind>(kind: Kind) => `${kind}s` as const;
/** The name of a kind's map in the document, and of its ids in a `BoardChange`. */
export type RootName = `${ItemKind}s`;
export const INFO_ROOT = 'board';

/** All items of a kind, what was removed included. */
export const itemsOf = (doc: Y.Doc, kind: ItemKind): Y.Map<Fields> => doc.getMap(rootOf(kind));

export function kindOfRoot(name: string): ItemKind | undefined {
  return ITEM_KINDS.find((kind) => rootOf(kind) === name);
}

/** Makes an empty document a board. */
export function newBoard(doc: Y.Doc): void {
  doc.getMap(INFO_ROOT).set('schemaVersion', SCHEMA_VERSION);
}

export function schemaVersionOf(doc: Y.Doc): number | undefined {
  const version: unknown = doc.getMap(INFO_ROOT).get('schemaVersion');
  return Number.isSafeInteger(version) ? (version as number) : undefined;
}

/** False for a document that a newer program made: it must be neither shown nor changed by this one. */
export function isReadable(doc: Y.Doc): boolean {
  const version = schemaVersionOf(doc);
  return version === undefined || (version >= 1 && version <= SCHEMA_VERSION);
}

/** Reads one note out, also where a field is missing: a reader survives what a broken device once wrote. */
export function toNote(id: string, fields: Readable): Note {
  const position = positionIn(fields);
  const colour = fields.get('colour');
  return {
    ...authoredIn(id, fields),
    contributionId: stringOrNull(fields.get('contributionId')) ?? id,
    text: textIn(fields),
    colour: oneOf(NOTE_COLOURS, colour, 'yellow'),
    position,
    size: sizeIn(fields, NOTE_SIZE),
    clusterId: stringOrNull(fields.get('clusterId')),
    category: stringOrNull(fields.get('category')),
    createdAt: number(fields.get('createdAt')),
  };
}

export function toFrame(id: string, fields: Readable): Frame {
  const [x, y] = list(fields.get('p'));
  return {
    id,
    title: string(fields.get('title')),
    hint: string(fields.get('hint')),
    position: { x: number(x), y: number(y) },
    size: sizeIn(fields, FRAME_SIZE),
    layout: oneOf(FRAME_LAYOUTS, fields.get('layout'), 'plain'),
    columns: list(fields.get('columns')).map(string),
    rows: list(fields.get('rows')).map(string),
    order: string(fields.get('order')),
    locked: fields.get('locked') === true,
    removed: fields.get('removed') === true,
  };
}

export function toCluster(id: string, fields: Readable): Cluster {
  const title = string(fields.get('title'));
  const [votes, votedTitle] = list(fields.get('votes'));
  return {
    id,
    title,
    order: string(fields.get('order')),
    // Under other words they were not given.
    votes: votedTitle === title ? numberOrNull(votes) : null,
    removed: fields.get('removed') === true,
  };
}

/** By fractional key; two devices that took the same key at once agree by id. */
export function byOrder(a: { order: string; id: string }, b: { order: string; id: string }): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
