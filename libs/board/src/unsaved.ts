import * as Y from 'yjs';
import { addItem, fieldsOf, setField, valueOf } from './edits.ts';
import { isTextKind, kindOfRoot, type ItemKind, type Value } from './shape.ts';

export interface BroughtBack {
  /** What of the changes the copy had not got, to be sent. */
  fresh: Uint8Array[];
  /** Changes that lean on something that is not there; they are not applied. */
  leaning: Uint8Array[];
}

/**
 * Brings what a device did, and no server is known to have stored, into a copy of the board that was made since. Every change stays as it was written: one that Yjs
 * writes out again leaves out a value that lost against somebody else's, which the gate could not tell from an emptied field.
 */
export function bringBack(doc: Y.Doc, updates: readonly Uint8Array[], origin: unknown): BroughtBack {
  const fits = fitting(doc, updates);
  const fresh: Uint8Array[] = [];
  for (const update of updates) {
    if (!fits.has(update)) continue;
    const before = Y.encodeStateVector(doc);
    if (applies(doc, update, origin)) fresh.push(Y.diffUpdate(update, before));
  }
  return { fresh, leaning: updates.filter((update) => !fits.has(update)) };
}

/** What came of doing changes over. */
export interface DoneOver {
  /** To be sent; what had to be written anew was sent by whoever follows the document. */
  fresh: Uint8Array[];
  /** Words that have no place any more: they are the person's to use again. */
  words: string[];
}

/**
 * Does over, in a copy of the board, what leaned on something that is lost: a server died after it had shown somebody's change and before it had stored it, and that somebody never came back. What fits
 * goes in as it was; of the rest the values are written anew: new things whole, fields of things that are there. Words typed into a text that is
 * another one now are given back: to write it over would put others' lost letters under her name.
 * @param copies in which the changes were made, the newest first
 */
export function doOver(doc: Y.Doc, copies: readonly Y.Doc[], updates: readonly Uint8Array[], origin: unknown): DoneOver {
  const { fresh, leaning } = bringBack(doc, updates, origin);
  const words = new Set<string>();
  const nowhere: Uint8Array[] = [];
  doc.transact(() => {
    for (const update of leaning) {
      const copy = copies.find((one) => holds(one, update));
      if (copy) for (const text of writeAnew(doc, copy, update)) words.add(text);
      else nowhere.push(update);
    }
  });
  return { fresh, words: [...words, ...wordsIn(nowhere)] };
}

/** @returns texts that could not be put in */
function writeAnew(doc: Y.Doc, copy: Y.Doc, update: Uint8Array): string[] {
  const words: string[] = [];
  const made = new Set<string>();
  for (const { kind, id, key } of touchedIn(copy, update)) {
    if (made.has(`${kind}/${id}`)) continue;
    if (key === null) {
      const values: Record<string, Value> = {};
      for (const [field, value] of fieldsOf(copy, kind, id) ?? []) if (!(value instanceof Y.AbstractType)) values[field] = value;
      addItem(doc, kind, id, values, isTextKind(kind) ? String(valueOf(copy, kind, id, 'text') ?? '') : undefined);
      made.add(`${kind}/${id}`);
      continue;
    }
    const value = valueOf(copy, kind, id, key);
    if (value === undefined) continue;
    if (key !== 'text') setField(doc, kind, id, key, value);
    else if (typeof value === 'string' && value.trim() !== '' && value !== valueOf(doc, kind, id, key)) words.push(value.trim());
  }
  return words;
}

/** Which fields an update wrote, or null for a new thing, each once, as a copy knows that has the update. */
function touchedIn(copy: Y.Doc, update: Uint8Array): { kind: ItemKind; id: string; key: string | null }[] {
  const touched = new Map<string, { kind: ItemKind; id: string; key: string | null }>();
  const touch = (client: number, from: number, length: number) => {
    for (let clock = from; clock < from + length; ) {
      const item: unknown = Y.getItem(copy.store, Y.createID(client, clock));
      if (!(item instanceof Y.Item)) return;
      const spot = spotOf(copy, item);
      if (spot) touched.set(`${spot.kind}/${spot.id}/${spot.key ?? ''}`, spot);
      clock = item.id.clock + item.length;
    }
  };
  const { structs, ds } = Y.decodeUpdate(update);
  for (const { id, length } of structs) touch(id.client, id.clock, length);
  for (const [client, ranges] of ds.clients) for (const { clock, len } of ranges) touch(client, clock, len);
  return [...touched.values()].sort((a, b) => Number(a.key !== null) - Number(b.key !== null));
}

function spotOf(copy: Y.Doc, item: Y.Item): { kind: ItemKind; id: string; key: string | null } | undefined {
  /** From the item up to its root: a letter, its text, the thing it belongs to. */
  const keys: string[] = [];
  let at: Y.Item | null = item;
  while (at) {
    if (at.parentSub !== null) keys.unshift(at.parentSub);
    const parent: Y.AbstractType<unknown> = at.parent as Y.AbstractType<unknown>;
    if (!parent._item) {
      const root = [...copy.share].find(([, type]) => type === parent)?.[0];
      const kind = root === undefined ? undefined : kindOfRoot(root);
      const [id, key] = keys;
      return kind && id !== undefined ? { kind, id, key: key ?? null } : undefined;
    }
    at = parent._item;
  }
  return undefined;
}

function holds(copy: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  const isThere = (client: number, end: number) => end <= Y.getState(copy.store, client);
  return structs.every(({ id, length }) => isThere(id.client, id.clock + length)) && [...ds.clients].every(([client, ranges]) => ranges.every(({ clock, len }) => isThere(client, clock + len)));
}

/** What was typed in changes of which no copy is left, text by text: each letter behind the one it was typed behind, without those taken back. */
function wordsIn(updates: readonly Uint8Array[]): string[] {
  const texts: { at: string; letter: string }[][] = [];
  const gone = new Set<string>();
  for (const update of updates) {
    const { structs, ds } = Y.decodeUpdate(update);
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
      const { client, clock } = struct.id;
      const letters = struct.content.str.split('').map((letter, i) => ({ at: `${client}:${clock + i}`, letter }));
      const beside = (id: Y.ID | null) => texts.find((text) => id && text.some(({ at }) => at === `${id.client}:${id.clock}`));
      const [left, right] = [beside(struct.origin), beside(struct.rightOrigin)];
      const index = (text: { at: string }[], id: Y.ID | null) => text.findIndex(({ at }) => id && at === `${id.client}:${id.clock}`);
      if (left) left.splice(index(left, struct.origin) + 1, 0, ...letters);
      else if (right) right.splice(index(right, struct.rightOrigin), 0, ...letters);
      else texts.push(letters);
    }
    for (const [client, ranges] of ds.clients) for (const { clock, len } of ranges) for (let i = 0; i < len; i++) gone.add(`${client}:${clock + i}`);
  }
  return texts.map((text) => text.filter(({ at }) => !gone.has(at)).map(({ letter }) => letter).join('').trim()).filter((text) => text !== '');
}

/** @returns whether anything of it was new */
function applies(doc: Y.Doc, update: Uint8Array, origin: unknown): boolean {
  const seen: Uint8Array[] = [];
  const see = (change: Uint8Array) => seen.push(change);
  doc.on('update', see);
  Y.applyUpdate(doc, update, origin);
  doc.off('update', see);
  return seen.length > 0;
}

/** Those that can be applied, each after those before it. What waits for something in a Yjs document would be sent by nobody when that comes: so it is tried in another one. */
function fitting(doc: Y.Doc, updates: readonly Uint8Array[]): Set<Uint8Array> {
  const trial = new Y.Doc();
  Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc));
  for (const update of updates) Y.applyUpdate(trial, update);
  const fits = updates.filter((update) => holds(trial, update));
  trial.destroy();
  return new Set(fits);
}
