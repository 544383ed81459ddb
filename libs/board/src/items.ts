import * as Y from 'yjs';
import { addItem, fieldsOf, setField, type Change } from './edits.ts';
import { orderAfter, orderBetween } from './order-key.ts';
import {
  AUTHORED_KINDS, byOrder, ITEM_KINDS, itemsOf, type AuthoredKind, type ItemRef, type PlacedKind, type Position, type RemovedBy, type Size, type TextKind, type Value,
} from './shape.ts';
import { positionValue, sizeValue } from './values.ts';

/* Edits that are the same for every kind of thing on a board. */

/** What whoever makes a note or a drawing says about it. */
export interface NewAuthored {
  /** A UUID, made by whoever makes it. */
  id: string;
  participantId: string | null;
  /** Left out: on top of everything. */
  order?: string;
  groupId?: string | null;
  /** For staff. */
  locked?: boolean;
}

/** Adds a note or a drawing. Undoing it removes it as its author's own doing, unless somebody else has written in it since. */
export function addAuthored(doc: Y.Doc, kind: AuthoredKind, { id, participantId, order, groupId, locked }: NewAuthored, values: Record<string, Value>, text?: string): Change[] {
  const added = addItem(doc, kind, id, {
    ...(participantId === null ? {} : { participantId }),
    ...values,
    ...(groupId ? { groupId } : {}),
    ...(locked ? { locked } : {}),
    order: order ?? topOrderIn(doc),
    removed: null,
  }, text);
  if (!added) return [];
  return [{ kind, id, field: 'removed', before: participantId === null ? 'staff' : 'author', after: null, ...(text === undefined ? {} : { madeWith: text }) }];
}

/** To be called once, at the drop. */
export const moveItem = (doc: Y.Doc, kind: PlacedKind, id: string, to: Position): Change[] => setField(doc, kind, id, 'p', positionValue(to));

export const resizeItem = (doc: Y.Doc, kind: 'note' | 'shape' | 'picture' | 'frame', id: string, size: Size): Change[] => setField(doc, kind, id, 'size', sizeValue(size));

/** Makes `text` its text, changing no more letters than it must. */
export const writeText = (doc: Y.Doc, kind: TextKind, id: string, text: string): Change[] => setField(doc, kind, id, 'text', text);

/** The shared text for an editor bound to it. Inside it, and only there, `Y.UndoManager` is safe. */
export function sharedText(doc: Y.Doc, kind: TextKind, id: string): Y.Text | undefined {
  const text = fieldsOf(doc, kind, id)?.get('text');
  return text instanceof Y.Text ? text : undefined;
}

/** Takes it off the board; it can be brought back with all that others did to it since. */
export const removeItem = (doc: Y.Doc, kind: AuthoredKind, id: string, by: RemovedBy): Change[] => setField(doc, kind, id, 'removed', by);
export const restoreItem = (doc: Y.Doc, kind: AuthoredKind, id: string): Change[] => setField(doc, kind, id, 'removed', null);

/** For staff: what is locked nobody else changes, moves or removes. */
export const lockItem = (doc: Y.Doc, kind: AuthoredKind | 'frame', id: string, locked: boolean): Change[] => setField(doc, kind, id, 'locked', locked);

/** Binds things together (`groupId` is a new UUID), or unbinds them. */
export function groupItems(doc: Y.Doc, refs: Iterable<ItemRef>, groupId: string | null): Change[] {
  const changes: Change[] = [];
  doc.transact(() => {
    for (const { kind, id } of refs) changes.push(...setField(doc, kind, id, 'groupId', groupId));
  });
  return changes;
}

/** In front of everything, in the order among themselves that they have. */
export function bringToFront(doc: Y.Doc, refs: Iterable<ItemRef>): Change[] {
  return restack(doc, refs, (order) => orderBetween(order ?? topOf(doc), null));
}

/** Behind everything, in the order among themselves that they have. */
export function sendToBack(doc: Y.Doc, refs: Iterable<ItemRef>): Change[] {
  const bottom = bottomOf(doc);
  return restack(doc, refs, (order) => orderBetween(order, bottom));
}

/** Whether something of this id lies on the board now, of whatever kind. */
export const isOnBoard = (doc: Y.Doc, id: string): boolean =>
  ITEM_KINDS.some((kind) => {
    const fields: unknown = itemsOf(doc, kind).get(id);
    return fields instanceof Y.Map && !fields.get('removed');
  });

/** The key that puts something on top of all notes and drawings. */
export const topOrderIn = (doc: Y.Doc): string => orderBetween(topOf(doc), null);

function restack(doc: Y.Doc, refs: Iterable<ItemRef>, next: (order: string | null) => string): Change[] {
  const sorted = [...refs].map((ref) => ({ ...ref, order: orderOf(fieldsOf(doc, ref.kind, ref.id)) ?? '' })).sort(byOrder);
  const changes: Change[] = [];
  let order: string | null = null;
  doc.transact(() => {
    for (const { kind, id } of sorted) {
      order = next(order);
      changes.push(...setField(doc, kind, id, 'order', order));
    }
  });
  return changes;
}

function orderOf(fields: unknown): string | undefined {
  const order: unknown = fields instanceof Y.Map ? fields.get('order') : undefined;
  return typeof order === 'string' ? order : undefined;
}

function topOf(doc: Y.Doc): string | null {
  let top: string | null = null;
  for (const kind of AUTHORED_KINDS) {
    for (const fields of itemsOf(doc, kind).values()) {
      const order = orderOf(fields);
      if (order !== undefined && (top === null || order > top)) top = order;
    }
  }
  return top;
}

function bottomOf(doc: Y.Doc): string | null {
  let bottom: string | null = null;
  for (const kind of AUTHORED_KINDS) {
    for (const fields of itemsOf(doc, kind).values()) {
      const order = orderOf(fields);
      if (order && (bottom === null || order < bottom)) bottom = order;
    }
  }
  return bottom;
}

/** Behind all frames, or all clusters: their reading order is their own. */
export function lastOrderIn(doc: Y.Doc, kind: 'frame' | 'cluster'): string {
  return orderAfter([...itemsOf(doc, kind).values()].map((fields) => ({ order: orderOf(fields) ?? '' })));
}
