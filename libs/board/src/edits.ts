import * as Y from 'yjs';
import { itemsOf, type Fields, type ItemKind, type Value } from './shape.ts';

/** One value that an edit put in place of another; what {@link UndoHistory} works with. A shared text is the field `text`. */
export interface Change {
  kind: ItemKind;
  id: string;
  field: string;
  before: Value;
  after: Value;
  /** The text that something new was made with: making it is undone only while no other words stand in it. */
  madeWith?: string;
}

export const sameValue = (a: Value | undefined, b: Value | undefined): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((value, i) => value === b[i]));

export function fieldsOf(doc: Y.Doc, kind: ItemKind, id: string): Fields | undefined {
  const fields: unknown = itemsOf(doc, kind).get(id);
  return fields instanceof Y.Map ? (fields as Fields) : undefined;
}

/** The value of a field now, a text as its string; undefined where there is none. */
export function valueOf(doc: Y.Doc, kind: ItemKind, id: string, field: string): Value | undefined {
  const value = fieldsOf(doc, kind, id)?.get(field);
  return value instanceof Y.Text ? value.toString() : value;
}

/** Writes one field of what is there; nothing where it is there already, or the item is not. */
export function setField(doc: Y.Doc, kind: ItemKind, id: string, field: string, after: Value): Change[] {
  const fields = fieldsOf(doc, kind, id);
  if (!fields) return [];
  const text = fields.get(field);
  if (text instanceof Y.Text) return typeof after === 'string' ? replaceText(text, kind, id, after) : [];
  const before = text ?? null;
  if (sameValue(before, after)) return [];
  fields.set(field, after);
  return [{ kind, id, field, before, after }];
}

const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** Turns one text into another by the shortest run of deleting and inserting, so that what others type beside it stays. */
function replaceText(text: Y.Text, kind: ItemKind, id: string, after: string): Change[] {
  const before = text.toString();
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++;
  // Never between the halves of an emoji: Yjs would put a replacement sign in place of each.
  while (start > 0 && (isLowSurrogate(before.charCodeAt(start)) || isLowSurrogate(after.charCodeAt(start)))) start--;
  while (end > 0 && (isLowSurrogate(before.charCodeAt(before.length - end)) || isLowSurrogate(after.charCodeAt(after.length - end)))) end--;
  const change = () => {
    if (before.length - end > start) text.delete(start, before.length - end - start);
    if (after.length - end > start) text.insert(start, after.slice(start, after.length - end));
  };
  if (text.doc) text.doc.transact(change);
  else change();
  return [{ kind, id, field: 'text', before, after }];
}

/** Adds an item with all its fields in one transaction; nothing where the id is taken. */
export function addItem(doc: Y.Doc, kind: ItemKind, id: string, values: Record<string, Value>, text?: string): boolean {
  const items = itemsOf(doc, kind);
  if (items.has(id)) return false;
  doc.transact(() => {
    const fields: Fields = new Y.Map();
    for (const [field, value] of Object.entries(values)) fields.set(field, value);
    if (text !== undefined) fields.set('text', new Y.Text(text));
    items.set(id, fields);
  });
  return true;
}
