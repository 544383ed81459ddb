import * as Y from 'yjs';
import { BOARD_TITLE_MAX_LENGTH, CLUSTERS_PER_BOARD_MAX, FRAMES_PER_BOARD_MAX, NOTES_PER_BOARD_MAX } from '@spolu/contracts/boards';
import { NOTE_COLOURS, NOTE_MAX_LENGTH } from '@spolu/contracts/plain';
import { isOrderKey } from './order-key.ts';
import { COORDINATE_MAX, INFO_ROOT, isReadable, ITEM_KINDS, kindOfRoot, NOTE_SIDE_MAX, SIDE_MAX, SIDE_MIN, type ItemKind } from './shape.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const FRAME_ID = /^[A-Za-z0-9_-]{1,40}$/;
/** Names that mean something to every object: never an id of ours, so never a key on any path. */
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

export function isIdOf(kind: ItemKind, id: unknown): id is string {
  if (typeof id !== 'string' || UNSAFE.has(id)) return false;
  return (kind === 'frame' ? FRAME_ID : UUID).test(id);
}

const isList = (value: unknown, length: number): value is unknown[] => Array.isArray(value) && value.length === length;
const isCoordinate = (value: unknown) => typeof value === 'number' && Math.abs(value) <= COORDINATE_MAX;
const isSide = (max: number) => (value: unknown) => typeof value === 'number' && value >= SIDE_MIN && value <= max;
const isSize = (max: number) => (value: unknown) => isList(value, 2) && value.every(isSide(max));
const isPlace = (value: unknown) => isList(value, 2) && value.every(isCoordinate);
const isPosition = (value: unknown) => {
  if (!isList(value, 3)) return false;
  const [x, y, frameId] = value;
  return isCoordinate(x) && isCoordinate(y) && (frameId === null || isIdOf('frame', frameId));
};
const isUuid = (value: unknown) => typeof value === 'string' && UUID.test(value);
const isTitle = (value: unknown) => typeof value === 'string' && value.length <= BOARD_TITLE_MAX_LENGTH && !/\p{Cc}/u.test(value);
const isBoolean = (value: unknown) => typeof value === 'boolean';

interface Field {
  is: (value: unknown) => boolean;
  /** Never changes once the item is there. */
  fixed?: true;
  /** May be missing. */
  optional?: true;
}

/** Every field a board's items have, besides a note's `text`. What is not here is refused. */
const FIELDS: Record<ItemKind, ReadonlyMap<string, Field>> = {
  note: new Map<string, Field>([
    ['contributionId', { is: isUuid, fixed: true }],
    ['participantId', { is: isUuid, fixed: true, optional: true }],
    ['createdAt', { is: (value) => Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= 8.64e15, fixed: true }],
    ['p', { is: isPosition }],
    ['size', { is: isSize(NOTE_SIDE_MAX) }],
    ['colour', { is: (value) => NOTE_COLOURS.some((colour) => colour === value) }],
    ['clusterId', { is: (value) => value === null || isIdOf('cluster', value) }],
    ['order', { is: isOrderKey }],
    ['removed', { is: (value) => value === null || value === 'author' || value === 'staff' }],
  ]),
  frame: new Map<string, Field>([
    ['title', { is: isTitle }],
    ['p', { is: isPlace }],
    ['size', { is: isSize(SIDE_MAX) }],
    ['order', { is: isOrderKey }],
    ['removed', { is: isBoolean }],
  ]),
  cluster: new Map<string, Field>([
    ['title', { is: isTitle }],
    ['order', { is: isOrderKey }],
    ['removed', { is: isBoolean }],
  ]),
};

export const fieldOf = (kind: ItemKind, field: string): Field | undefined => FIELDS[kind].get(field);

/** What is wrong with the fields of one item; undefined if nothing. */
export function faultOfItem(kind: ItemKind, id: string, values: ReadonlyMap<string, unknown>, text: string | undefined): string | undefined {
  if (!isIdOf(kind, id)) return `${kind} id`;
  if ((text !== undefined) !== (kind === 'note')) return `${kind}.text`;
  if (text !== undefined && !isNoteText(text)) return 'note.text';
  for (const name of values.keys()) if (!FIELDS[kind].has(name)) return `${kind} has no such field`;
  for (const [name, field] of FIELDS[kind]) {
    if (values.has(name) ? !field.is(values.get(name)) : !field.optional) return `${kind}.${name}`;
  }
  return undefined;
}

/** No control characters but tab and line ends: PostgreSQL could not hold some, and a screen shows none. */
export const hasOnlyText = (text: string): boolean => !/[^\P{Cc}\t\n\r]/u.test(text);
export const isNoteText = (text: string): boolean => text.length <= NOTE_MAX_LENGTH && hasOnlyText(text);

const MOST: Record<ItemKind, number> = { note: NOTES_PER_BOARD_MAX, frame: FRAMES_PER_BOARD_MAX, cluster: CLUSTERS_PER_BOARD_MAX };
export const mostOf = (kind: ItemKind): number => MOST[kind];

/** Everything about a whole document that breaks the board's shape; empty for a sound board. */
export function checkBoard(doc: Y.Doc): string[] {
  const faults: string[] = [];
  if (!isReadable(doc)) faults.push('schemaVersion');
  for (const key of doc.getMap(INFO_ROOT).keys()) if (key !== 'schemaVersion') faults.push(`board.${key}`);
  for (const name of doc.share.keys()) if (name !== INFO_ROOT && !kindOfRoot(name)) faults.push(`root ${name}`);
  for (const kind of ITEM_KINDS) {
    const items: Y.Map<unknown> = doc.getMap(`${kind}s`);
    if (items.size > MOST[kind]) faults.push(`too many ${kind}s`);
    for (const [id, fields] of items) {
      if (!(fields instanceof Y.Map)) {
        faults.push(`${kind} ${id} is no map`);
        continue;
      }
      const values = new Map<string, unknown>(fields.entries());
      const text = values.get('text');
      if (text instanceof Y.Text) values.delete('text');
      const fault = faultOfItem(kind, id, values, text instanceof Y.Text ? text.toString() : undefined);
      if (fault) faults.push(`${kind} ${id}: ${fault}`);
      const parts = text instanceof Y.Text ? (text.toDelta() as { insert: unknown; attributes?: unknown }[]) : [];
      if (parts.some((part) => typeof part.insert !== 'string' || part.attributes)) faults.push(`${kind} ${id}: formatted text`);
    }
  }
  if (doc.store.pendingStructs || doc.store.pendingDs) faults.push('pending');
  return faults;
}
