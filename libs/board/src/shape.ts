import * as Y from 'yjs';
import type { NoteColour } from '@spolu/contracts/boards';
import { NOTE_COLOURS } from '@spolu/contracts/plain';

/** The version of the document's shape that this program writes and reads. Only the server upgrades a document, while opening it. */
export const SCHEMA_VERSION = 1;

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

/** Who took a note away: its author may bring back what she removed, staff everything. */
export type RemovedBy = 'author' | 'staff';

export interface Note {
  id: string;
  /** What was said, in `provenance`; a copy of a note on another board shares it. */
  contributionId: string;
  /** Null: nobody stands behind it here (anonymous activity, written by staff). */
  participantId: string | null;
  text: string;
  colour: NoteColour;
  position: Position;
  size: Size;
  clusterId: string | null;
  /** Stacking, a fractional key; ties are broken by id. */
  order: string;
  removed: RemovedBy | null;
  /** Milliseconds since 1970, by the clock of the device that made it. */
  createdAt: number;
}
export interface Frame {
  id: string;
  title: string;
  position: Place;
  size: Size;
  /** Reading order of frames, a fractional key. */
  order: string;
  removed: boolean;
}
export interface Cluster {
  id: string;
  title: string;
  order: string;
  removed: boolean;
}

export type ItemKind = 'note' | 'frame' | 'cluster';
/** What a field of the document holds; never an object, so that no key of a stranger is ever one of ours. */
export type Value = string | number | boolean | null | readonly (string | number | null)[];
export type Fields = Y.Map<Value | Y.Text>;

/** What one item's fields are read from: its map, or values that are not in a document yet. */
export interface Readable {
  get(field: string): unknown;
}

const ROOTS = { note: 'notes', frame: 'frames', cluster: 'clusters' } as const satisfies Record<ItemKind, string>;
export const ITEM_KINDS: readonly ItemKind[] = ['note', 'frame', 'cluster'];
export const INFO_ROOT = 'board';

/** All notes, frames or clusters of a document, what was removed included. */
export const itemsOf = (doc: Y.Doc, kind: ItemKind): Y.Map<Fields> => doc.getMap(ROOTS[kind]);

export function kindOfRoot(name: string): ItemKind | undefined {
  return ITEM_KINDS.find((kind) => ROOTS[kind] === name);
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

const string = (value: unknown): string => (typeof value === 'string' ? value : '');
const stringOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const number = (value: unknown, otherwise = 0): number => (typeof value === 'number' && Number.isFinite(value) ? value : otherwise);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function size(value: unknown, otherwise: Size): Size {
  const [width, height] = list(value);
  return { width: number(width, otherwise.width), height: number(height, otherwise.height) };
}

/** Reads one note out, also where a field is missing: a reader survives what a broken device once wrote. */
export function toNote(id: string, fields: Readable): Note {
  const [x, y, frameId] = list(fields.get('p'));
  const colour = fields.get('colour');
  const removed = fields.get('removed');
  const text = fields.get('text');
  return {
    id,
    contributionId: stringOrNull(fields.get('contributionId')) ?? id,
    participantId: stringOrNull(fields.get('participantId')),
    text: text instanceof Y.Text ? text.toString() : '',
    colour: NOTE_COLOURS.find((known) => known === colour) ?? 'yellow',
    position: { x: number(x), y: number(y), frameId: stringOrNull(frameId) },
    size: size(fields.get('size'), NOTE_SIZE),
    clusterId: stringOrNull(fields.get('clusterId')),
    order: string(fields.get('order')),
    removed: removed === 'author' || removed === 'staff' ? removed : null,
    createdAt: number(fields.get('createdAt')),
  };
}

export function toFrame(id: string, fields: Readable): Frame {
  const [x, y] = list(fields.get('p'));
  return {
    id,
    title: string(fields.get('title')),
    position: { x: number(x), y: number(y) },
    size: size(fields.get('size'), FRAME_SIZE),
    order: string(fields.get('order')),
    removed: fields.get('removed') === true,
  };
}

export function toCluster(id: string, fields: Readable): Cluster {
  return { id, title: string(fields.get('title')), order: string(fields.get('order')), removed: fields.get('removed') === true };
}

/** By fractional key; two devices that took the same key at once agree by id. */
export function byOrder(a: { order: string; id: string }, b: { order: string; id: string }): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
