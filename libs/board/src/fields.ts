import { BOARD_TITLE_MAX_LENGTH, FRAME_LAYOUTS, NOTE_COLOURS, NOTE_MAX_LENGTH } from '@spolu/contracts/plain';
import { CONNECTABLE_KINDS } from './connectors.ts';
import { isLinkAddress } from './links.ts';
import { CONNECTOR_HEADS, CONNECTOR_LINES, FILLS, LINE_COLOURS, PENS, SHAPE_FORMS, TEXT_SIZES } from './looks.ts';
import { isOrderKey } from './order-key.ts';
import { COORDINATE_MAX, isTextKind, NOTE_SIDE_MAX, SIDE_MAX, SIDE_MIN, type ItemKind } from './shape.ts';
import { decodePath } from './stroke-path.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const FRAME_ID = /^[A-Za-z0-9_-]{1,40}$/;
/** Names that mean something to every object: never an id of ours, so never a key on any path. */
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

export const CATEGORY_MAX_LENGTH = 40;
export const HINT_MAX_LENGTH = 300;
export const ALT_MAX_LENGTH = 300;
/** Columns or rows of a frame. */
export const DIVISIONS_MAX = 12;

export function isIdOf(kind: ItemKind, id: unknown): id is string {
  if (typeof id !== 'string' || UNSAFE.has(id)) return false;
  return (kind === 'frame' ? FRAME_ID : UUID).test(id);
}

type Check = (value: unknown) => boolean;
const isList = (value: unknown, length: number): value is unknown[] => Array.isArray(value) && value.length === length;
const within = (least: number, most: number): Check => (value) => typeof value === 'number' && value >= least && value <= most;
const isCoordinate = within(-COORDINATE_MAX, COORDINATE_MAX);
const isSize = (max: number): Check => (value) => isList(value, 2) && value.every(within(SIDE_MIN, max));
const isNatural: Check = (value) => isList(value, 2) && value.every(within(1, SIDE_MAX));
const isPlace: Check = (value) => isList(value, 2) && value.every(isCoordinate);
const isPosition: Check = (value) => {
  if (!isList(value, 3)) return false;
  const [x, y, frameId] = value;
  return isCoordinate(x) && isCoordinate(y) && (frameId === null || isIdOf('frame', frameId));
};
const isEnd: Check = (value) => {
  if (!isList(value, 2)) return isPosition(value);
  const kind = CONNECTABLE_KINDS.find((one) => one === value[0]);
  return kind !== undefined && isIdOf(kind, value[1]);
};
const isCoordinates: Check = (value) => isList(value, 2) && within(-90, 90)(value[0]) && within(-180, 180)(value[1]);
const isUuid: Check = (value) => typeof value === 'string' && UUID.test(value);
const isLine = (max: number): Check => (value) => typeof value === 'string' && value.length <= max && !/\p{Cc}/u.test(value);
const isTitle = isLine(BOARD_TITLE_MAX_LENGTH);
const isTitles: Check = (value) => Array.isArray(value) && value.length <= DIVISIONS_MAX && value.every(isTitle);
const isBoolean: Check = (value) => typeof value === 'boolean';
const isInstant: Check = (value) => Number.isSafeInteger(value) && within(0, 8.64e15)(value);
const isTally: Check = (value) => isList(value, 2) && Number.isSafeInteger(value[0]) && within(0, 1e9)(value[0]) && isTitle(value[1]);
const isPath: Check = (value) => typeof value === 'string' && decodePath(value) !== undefined;
const oneOf = (known: readonly string[]): Check => (value) => known.some((one) => one === value);
const isRemovedBy: Check = (value) => value === null || value === 'author' || value === 'staff';

export interface Field {
  is: Check;
  /** Never changes once the item is there. */
  fixed?: true;
  /** May be missing; null says the same, which undoing puts there. */
  optional?: true;
  /** Written by the server alone. */
  server?: true;
}

/** Every field a board's items have, besides a shared `text`. What is not here is refused. */
const FIELDS: Record<ItemKind, ReadonlyMap<string, Field>> = {
  note: authored({
    contributionId: { is: isUuid, fixed: true },
    createdAt: { is: isInstant, fixed: true },
    p: { is: isPosition },
    size: { is: isSize(NOTE_SIDE_MAX) },
    colour: { is: oneOf(NOTE_COLOURS) },
    clusterId: { is: (value) => value === null || isIdOf('cluster', value) },
    category: { is: isLine(CATEGORY_MAX_LENGTH), optional: true },
  }),
  frame: fields({
    title: { is: isTitle },
    p: { is: isPlace },
    size: { is: isSize(SIDE_MAX) },
    order: { is: isOrderKey },
    hint: { is: isLine(HINT_MAX_LENGTH), optional: true },
    layout: { is: oneOf(FRAME_LAYOUTS), optional: true },
    columns: { is: isTitles, optional: true },
    rows: { is: isTitles, optional: true },
    locked: { is: isBoolean, optional: true },
    removed: { is: isBoolean },
  }),
  cluster: fields({
    title: { is: isTitle },
    order: { is: isOrderKey },
    votes: { is: isTally, optional: true, server: true },
    removed: { is: isBoolean },
  }),
  text: authored({
    p: { is: isPosition },
    width: { is: within(SIDE_MIN, SIDE_MAX) },
    textSize: { is: oneOf(TEXT_SIZES) },
    colour: { is: oneOf(LINE_COLOURS) },
  }),
  shape: authored({
    form: { is: oneOf(SHAPE_FORMS) },
    p: { is: isPosition },
    size: { is: isSize(SIDE_MAX) },
    fill: { is: oneOf(FILLS) },
    colour: { is: oneOf(LINE_COLOURS) },
  }),
  connector: authored({
    from: { is: isEnd },
    to: { is: isEnd },
    label: { is: isTitle },
    line: { is: oneOf(CONNECTOR_LINES) },
    heads: { is: oneOf(CONNECTOR_HEADS) },
    colour: { is: oneOf(LINE_COLOURS) },
  }),
  stroke: authored({
    p: { is: isPosition },
    path: { is: isPath, fixed: true },
    colour: { is: oneOf(LINE_COLOURS) },
    pen: { is: oneOf(PENS) },
  }),
  picture: authored({
    fileId: { is: isUuid, fixed: true },
    natural: { is: isNatural, fixed: true },
    p: { is: isPosition },
    size: { is: isSize(SIDE_MAX) },
    alt: { is: isLine(ALT_MAX_LENGTH) },
  }),
  pin: authored({
    label: { is: isTitle },
    colour: { is: oneOf(NOTE_COLOURS) },
    p: { is: isPosition },
    coordinates: { is: isCoordinates, optional: true },
    noteId: { is: isUuid, optional: true },
  }),
  link: authored({
    url: { is: isLinkAddress, fixed: true },
    title: { is: isTitle },
    p: { is: isPosition },
  }),
};

function fields(own: Record<string, Field>): ReadonlyMap<string, Field> {
  return new Map(Object.entries(own));
}

function authored(own: Record<string, Field>): ReadonlyMap<string, Field> {
  return fields({
    participantId: { is: isUuid, fixed: true, optional: true },
    ...own,
    order: { is: isOrderKey },
    groupId: { is: isUuid, optional: true },
    locked: { is: isBoolean, optional: true },
    removed: { is: isRemovedBy },
  });
}

export const fieldOf = (kind: ItemKind, field: string): Field | undefined => FIELDS[kind].get(field);
export const isValueOf = ({ is, optional, fixed }: Field, value: unknown): boolean => (optional && !fixed && value === null) || is(value);

/** What is wrong with the fields of one item; undefined if nothing. */
export function faultOfItem(kind: ItemKind, id: string, values: ReadonlyMap<string, unknown>, text: string | undefined): string | undefined {
  if (!isIdOf(kind, id)) return `${kind} id`;
  if ((text !== undefined) !== isTextKind(kind)) return `${kind}.text`;
  if (text !== undefined && !isText(text)) return `${kind}.text`;
  for (const name of values.keys()) if (!FIELDS[kind].has(name)) return `${kind} has no such field`;
  for (const [name, field] of FIELDS[kind]) {
    if (values.has(name) ? !isValueOf(field, values.get(name)) : !field.optional) return `${kind}.${name}`;
  }
  return undefined;
}

/** No control characters but tab and line ends: PostgreSQL could not hold some, and a screen shows none. */
export const hasOnlyText = (text: string): boolean => !/[^\P{Cc}\t\n\r]/u.test(text);
export const isText = (text: string): boolean => text.length <= NOTE_MAX_LENGTH && hasOnlyText(text);
