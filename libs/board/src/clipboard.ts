import * as Y from 'yjs';
import { laidBoxes } from './arrange.ts';
import type { BoardIndex } from './board-index.ts';
import { addItem, fieldsOf, type Change } from './edits.ts';
import { faultOfItem, isIdOf } from './fields.ts';
import { newFrameId } from './frames.ts';
import { addAuthored, lastOrderIn } from './items.ts';
import { boxAround } from './layout.ts';
import { AUTHORED_KINDS, isAuthoredKind, isTextKind, itemsOf, type AuthoredKind, type ItemRef, type Place, type Value } from './shape.ts';

/*
 * Copying within a board and from one board to another. A copy takes words, looks and places along, but nothing of who made it, who locked it or how it was
 * voted on: whoever pastes it makes it.
 */

const FORMAT = 'spolupracovna-board';
const VERSION = 1;
export const CLIP_ITEMS_MAX = 500;
const CLIP_MAX_LENGTH = 2_000_000;
type ClipKind = AuthoredKind | 'frame';

interface ClipItem {
  kind: ClipKind;
  /** Within the clip: what its connectors, frames and groups name. */
  id: string;
  fields: Record<string, Value>;
  text?: string;
}
export interface Clip {
  /** Lowest first. */
  items: ClipItem[];
}

/** What stays behind when something is copied. */
const LEFT_BEHIND = new Set(['participantId', 'contributionId', 'createdAt', 'clusterId', 'votes', 'locked', 'order', 'removed']);

/** Reads what is chosen; frames take along what lies on them. Places become relative to the corner of it all. */
export function copyItems(index: BoardIndex, refs: Iterable<ItemRef>): Clip {
  const chosen = new Map<string, { kind: ClipKind; id: string }>();
  for (const { kind, id } of refs) if (kind !== 'cluster' && index.item(kind, id)) chosen.set(id, { kind, id });
  for (const kind of AUTHORED_KINDS) {
    for (const item of index.items(kind).values()) {
      if ('position' in item && item.position.frameId !== null && chosen.get(item.position.frameId)?.kind === 'frame') chosen.set(item.id, { kind, id: item.id });
    }
  }
  const frames = [...chosen.values()].flatMap(({ kind, id }) => (kind === 'frame' ? (index.frame(id) ?? []) : []));
  const corner = boxAround([...laidBoxes(index, chosen.values()), ...frames.map(({ position, size }) => ({ ...position, ...size }))]);
  const items = [...chosen.values()].flatMap(({ kind, id }) => {
    const fields = fieldsOf(index.doc, kind, id);
    if (!fields) return [];
    const values: Record<string, Value> = {};
    let text: string | undefined;
    for (const [name, value] of fields.entries()) {
      if (value instanceof Y.Text) text = value.toString();
      else if (!LEFT_BEHIND.has(name)) values[name] = isPlaceField(name) ? relative(index, value, chosen, corner) : value;
    }
    return [{ order: String(fields.get('order')), item: { kind, id, fields: values, ...(text === undefined ? {} : { text }) } }];
  });
  return { items: items.sort((a, b) => (a.order < b.order ? -1 : 1)).map(({ item }) => item) };
}

export const writeClip = (clip: Clip): string => JSON.stringify({ format: FORMAT, version: VERSION, items: clip.items });

/** What stands in a clipboard or a file, if it is a sound clip: it may come from anywhere. */
export function readClip(text: string): Clip | undefined {
  if (text.length > CLIP_MAX_LENGTH || !text.includes(FORMAT)) return undefined;
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { format, version, items } = Object(read) as Record<string, unknown>;
  if (format !== FORMAT || version !== VERSION || !Array.isArray(items) || items.length > CLIP_ITEMS_MAX) return undefined;
  const clip: Clip = { items: [] };
  const ids = new Set<string>();
  for (const entry of items as unknown[]) {
    const item = clipItem(entry);
    if (!item || ids.has(item.id)) return undefined;
    ids.add(item.id);
    clip.items.push(item);
  }
  return clip;
}

export interface Pasting {
  /** Where the corner of it all comes to lie. */
  at: Place;
  participantId: string | null;
  /** What this person may make now; the rest is left out. */
  may: (kind: ClipKind) => boolean;
  /** A new UUID. */
  newId: () => string;
  now: number;
}

/** Puts a clip onto the board as new things of this person's, on top of all others. One step to undo. */
export function paste(doc: Y.Doc, clip: Clip, { at, participantId, may, newId, now }: Pasting): { changes: Change[]; refs: ItemRef[] } {
  const made = clip.items.filter(({ kind }) => may(kind));
  const ids = new Map(made.map(({ kind, id }) => [id, kind === 'frame' ? newFrameId() : newId()]));
  const groups = new Map<string, string>();
  const changes: Change[] = [];
  const refs: ItemRef[] = [];
  doc.transact(() => {
    // Frames first, so that what lies on them finds them.
    for (const { kind, id, fields, text } of [...made].sort((a, b) => Number(b.kind === 'frame') - Number(a.kind === 'frame'))) {
      const newRef = { kind, id: ids.get(id) ?? '' };
      const values: Record<string, Value> = {};
      for (const [name, value] of Object.entries(fields)) {
        if (isPlaceField(name)) values[name] = placed(value, ids, at);
        else if (name === 'groupId' && typeof value === 'string') values[name] = groups.get(value) ?? setIn(groups, value, newId());
        else if (name === 'noteId' && typeof value === 'string') values[name] = ids.get(value) ?? null;
        else if (value !== null || name !== 'groupId') values[name] = value;
      }
      if (!isAuthoredKind(kind)) {
        const added = addItem(doc, kind, newRef.id, { ...values, order: lastOrderIn(doc, 'frame'), removed: false });
        if (added) changes.push({ kind, id: newRef.id, field: 'removed', before: true, after: false });
      } else {
        const note: Record<string, Value> = kind === 'note' ? { contributionId: newRef.id, createdAt: now, clusterId: null } : {};
        changes.push(...addAuthored(doc, kind, { id: newRef.id, participantId }, { ...values, ...note }, isTextKind(kind) ? (text ?? '') : undefined));
      }
      if (itemsOf(doc, kind).has(newRef.id)) refs.push(newRef);
    }
  });
  return { changes, refs };
}

const isPlaceField = (name: string) => name === 'p' || name === 'from' || name === 'to';
const isList = (value: unknown): value is readonly (string | number | null)[] => Array.isArray(value);

/** From the board into the clip: on a frame that comes along a place stays, all else counts from the corner. An end held by what stays behind stays where it is drawn. */
function relative(index: BoardIndex, value: Value, chosen: ReadonlyMap<string, unknown>, corner: Place): Value {
  if (!isList(value)) return value;
  const [x, y, frameId = null] = value;
  if (typeof x === 'string') {
    if (chosen.has(String(y))) return value;
    const [box] = laidBoxes(index, [{ kind: x as AuthoredKind, id: String(y) }]);
    return box ? [Math.round(box.x + box.width / 2 - corner.x), Math.round(box.y + box.height / 2 - corner.y), null] : [0, 0, null];
  }
  if (typeof frameId === 'string' && chosen.has(frameId)) return value;
  const place = index.absolutePlace({ x: Number(x), y: Number(y), frameId: typeof frameId === 'string' ? frameId : null });
  const from = [Math.round(place.x - corner.x), Math.round(place.y - corner.y)];
  return value.length === 2 ? from : [...from, null];
}

/** From the clip onto the board. */
function placed(value: Value, ids: ReadonlyMap<string, string>, at: Place): Value {
  if (!isList(value)) return value;
  const [x, y, frameId] = value;
  if (typeof x === 'string') return ids.has(String(y)) ? [x, ids.get(String(y)) ?? ''] : [Math.round(at.x), Math.round(at.y), null];
  if (typeof frameId === 'string' && ids.has(frameId)) return [Number(x), Number(y), ids.get(frameId) ?? null];
  const to = [Math.round(Number(x) + at.x), Math.round(Number(y) + at.y)];
  return value.length === 2 ? to : [...to, null];
}

function setIn(map: Map<string, string>, key: string, value: string): string {
  map.set(key, value);
  return value;
}

/** What a device could have copied, and nothing else; made anew field by field, so that no key of a stranger comes along. */
function clipItem(entry: unknown): ClipItem | undefined {
  const { kind: named, id, fields, text } = Object(entry) as Record<string, unknown>;
  const kind = ([...AUTHORED_KINDS, 'frame'] as const).find((one) => one === named);
  if (!kind || !isIdOf(kind, id) || typeof fields !== 'object' || fields === null) return undefined;
  const values = new Map<string, unknown>(Object.entries(fields));
  for (const name of values.keys()) if (LEFT_BEHIND.has(name)) return undefined;
  const given: [string, unknown][] = kind === 'frame'
    ? [['order', 'a0'], ['removed', false]]
    : [['order', 'a0'], ['removed', null], ...(kind === 'note' ? ([['contributionId', id], ['createdAt', 0], ['clusterId', null]] as [string, unknown][]) : [])];
  if (faultOfItem(kind, id, new Map([...values, ...given]), typeof text === 'string' ? text : undefined)) return undefined;
  return { kind, id, fields: Object.fromEntries(values) as Record<string, Value>, ...(typeof text === 'string' ? { text } : {}) };
}
