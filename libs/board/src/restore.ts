import * as Y from 'yjs';
import { addItem, fieldsOf, sameValue, setField, valueOf, type Change } from './edits.ts';
import { fieldOf } from './fields.ts';
import type { BoardPast, PastFields, PastItem, PastState } from './past.ts';
import { ITEM_KINDS, itemsOf, type ItemKind, type Value } from './shape.ts';

const isRemoved = (value: Value | undefined) => value !== undefined && value !== null && value !== false;
/** What `removed` holds of something that staff took away; notes say who it was. */
const removedByStaff = (before: Value | undefined): Value => (typeof before === 'boolean' ? true : 'staff');

/**
 * Makes the board look as it did: a new change like any other, which leaves alone what is as it was. What was made since is taken away, what was taken away
 * since is there again, each field has the value it had. It knows no kinds: whatever has fields is brought back.
 * @param keeps things that stay as they are whatever the state says
 */
export function restoreTo(doc: Y.Doc, state: PastState, keeps: (kind: ItemKind, id: string) => boolean = () => false): Change[] {
  const changes: Change[] = [];
  doc.transact(() => {
    for (const kind of ITEM_KINDS) {
      const past = state.get(kind) ?? new Map<string, PastFields>();
      for (const [id, fields] of past) if (!keeps(kind, id)) changes.push(...restoreItem(doc, kind, id, fields));
      for (const id of itemsOf(doc, kind).keys()) if (!past.has(id) && !keeps(kind, id)) changes.push(...remove(doc, kind, id));
    }
  });
  return changes;
}

function restoreItem(doc: Y.Doc, kind: ItemKind, id: string, past: PastFields): Change[] {
  const live = fieldsOf(doc, kind, id);
  if (!live) return isRemoved(past.get('removed')) ? [] : addAgain(doc, kind, id, past);
  // Nobody sees the difference.
  if (isRemoved(past.get('removed'))) return isRemoved(valueOf(doc, kind, id, 'removed')) ? [] : setField(doc, kind, id, 'removed', past.get('removed') ?? null);
  const changes: Change[] = [];
  for (const field of new Set([...past.keys(), ...live.keys()])) {
    // What a vote came to is no doing of anybody on the board. A field that came later says with null what it said when it was missing.
    if (!fieldOf(kind, field)?.server) changes.push(...setField(doc, kind, id, field, past.get(field) ?? null));
  }
  return changes;
}

/** What was cleared out of the document for good. */
function addAgain(doc: Y.Doc, kind: ItemKind, id: string, past: PastFields): Change[] {
  const { text, ...values } = Object.fromEntries(past);
  addItem(doc, kind, id, values, typeof text === 'string' ? text : undefined);
  return [{ kind, id, field: 'removed', before: removedByStaff(past.get('removed')), after: past.get('removed') ?? null }];
}

function remove(doc: Y.Doc, kind: ItemKind, id: string): Change[] {
  const before = valueOf(doc, kind, id, 'removed');
  return isRemoved(before) ? [] : setField(doc, kind, id, 'removed', removedByStaff(before));
}

/** Whether that entry of the log wrote this field of this thing in her name. */
export type IsHers = (item: PastItem, field: string, entry: number) => boolean;

export interface UndoneOf {
  changes: Change[];
  /** Things of which something went back. */
  undone: number;
  /** Things that were left, wholly or in part, because somebody else has changed them since. */
  kept: number;
}

/**
 * Takes back what one author did, value by value: a value goes back only while it is still hers, to the last one that somebody else gave it; what she made is
 * taken away, unless somebody else has written in it since.
 */
export function undoAllOf(doc: Y.Doc, past: BoardPast, isHers: IsHers): UndoneOf {
  const result: UndoneOf = { changes: [], undone: 0, kept: 0 };
  doc.transact(() => {
    for (const item of past.items()) {
      const { changes, kept } = undoItem(doc, past, item, isHers);
      result.changes.push(...changes);
      if (changes.length > 0) result.undone++;
      if (kept) result.kept++;
    }
  });
  return result;
}

function undoItem(doc: Y.Doc, past: BoardPast, item: PastItem, isHers: IsHers): { changes: Change[]; kept: boolean } {
  const { kind, id } = item;
  const last = past.entryCount - 1;
  if (isHers(item, 'removed', item.added)) {
    // Gone already: nothing of hers is to be seen.
    if (isRemoved(valueOf(doc, kind, id, 'removed'))) return { changes: [], kept: false };
    const written = item.fields.some((field) => item.isText(field) && isOthers(doc, item, field, last, isHers));
    return written ? { changes: [], kept: true } : { changes: remove(doc, kind, id), kept: false };
  }
  const changes: Change[] = [];
  let kept = false;
  for (const field of item.fields) {
    const touches = item.touches(field);
    const others = touches.findLastIndex((entry) => !isHers(item, field, entry));
    if (others === touches.length - 1) {
      kept ||= touches.some((entry) => isHers(item, field, entry));
      continue;
    }
    const before = item.valueAt(field, touches[others] ?? item.added);
    if (isChangedSince(doc, item, field, last)) kept = true;
    else changes.push(...setField(doc, kind, id, field, before ?? null));
  }
  return { changes, kept };
}

const isOthers = (doc: Y.Doc, item: PastItem, field: string, last: number, isHers: IsHers) =>
  item.touches(field).some((entry) => !isHers(item, field, entry)) || isChangedSince(doc, item, field, last);

/** Somebody was faster than the log. */
function isChangedSince(doc: Y.Doc, item: PastItem, field: string, last: number): boolean {
  return !sameValue(valueOf(doc, item.kind, item.id, field), item.valueAt(field, last));
}

