import * as Y from 'yjs';
import { NOTE_MAX_LENGTH } from '@spolu/contracts/plain';
import { faultOfItem, fieldOf, hasOnlyText, isIdOf, isValueOf } from './fields.ts';
import { readItem } from './kinds.ts';
import { ITEM_KINDS, isTextKind, itemsOf, kindOfRoot, type ItemKind, type ItemRef, type Items, type TextKind, type Value } from './shape.ts';

/** A new item. Its text is in the document once it is applied; `length` says how long it will be. */
export type Addition = { [Kind in ItemKind]: { do: 'add'; kind: Kind; item: Omit<Items[Kind], 'text'>; length: number } }[ItemKind];
/** Puts `value` into a field of something that is there; whether it wins against a concurrent one does not matter here. */
export interface Setting {
  do: 'set';
  kind: ItemKind;
  id: string;
  field: string;
  value: Value;
}
/** Types into a text or deletes from it; `length` is what it would have then. */
export interface Writing {
  do: 'write';
  kind: TextKind;
  id: string;
  inserted: number;
  deleted: number;
  length: number;
}
/** What an update would do to a board, said so that a rule can be held against it. */
export type Operation = Addition | Setting | Writing;

export type RefusalCode = 'board/invalid-change' | 'board/resync' | 'board/not-yours' | 'board/too-large' | 'board/too-long';
export type Reading =
  /** `known`: all of it is in the document already (sent twice). */
  | { ok: true; operations: Operation[]; known: boolean }
  /** `about`: what it wanted to change, where that can be said. */
  | { ok: false; code: RefusalCode; reason: string; about?: ItemRef };

/** More pieces than any honest change has; a long offline edit is sent in pieces. */
const STRUCTS_MAX = 20_000;

class Refusal extends Error {
  readonly code: RefusalCode;
  readonly about: ItemRef | undefined;
  constructor(code: RefusalCode, reason: string, about?: ItemRef) {
    super(reason);
    this.code = code;
    this.about = about;
  }
}
const refuse = (code: RefusalCode, reason: string, about?: ItemRef): never => {
  throw new Refusal(code, reason, about);
};
const invalid = (reason: string, about?: ItemRef): never => refuse('board/invalid-change', reason, about);
const resync = (reason: string): never => refuse('board/resync', reason);

/** Where something goes: among the items of a kind, into a field of an item, or into its text. */
type Spot =
  | { at: 'root'; kind: ItemKind; key: string }
  | { at: 'field'; kind: ItemKind; id: string; key: string }
  | { at: 'text'; kind: TextKind; id: string };
/** A shared type that may be written into. */
type Inside = { in: 'root'; kind: ItemKind } | { in: 'item'; kind: ItemKind; id: string } | { in: 'text'; kind: TextKind; id: string };

/** New pieces of one client, and how many of them have their spot. */
interface Waiting {
  client: number;
  items: Y.Item[];
  placed: number;
}
interface Fresh {
  item: Y.Item;
  spot: Spot;
}
/**
 * What an update writes into one field, by the id of each write. An honest device may write on top of its own last value, or of one that somebody else put
 * in between: what counts is that nothing is deleted which no new write stands behind. Then the last one, wherever Yjs puts it, is never empty.
 */
interface FieldWrites {
  kind: ItemKind;
  id: string;
  key: string;
  writes: Map<string, { content: Y.Item['content']; live: boolean }>;
  /** What has a new write behind it: of the document or of this update. */
  followed: Set<string>;
}
interface Typing {
  kind: TextKind;
  id: string;
  inserted: number;
  deleted: number;
}

const idOf = ({ client, clock }: { client: number; clock: number }) => `${client}:${clock}`;
const lastIdOf = (item: Y.Item) => `${item.id.client}:${item.id.clock + item.length - 1}`;

/**
 * Says what a Yjs update would do, without applying it; or refuses it. It understands exactly what the edits of this library make
 * (new items whole, single fields set, texts typed) and refuses all else, so that an update that passes leaves a sound
 * document behind.
 *
 * Each piece of an update names its neighbours by id, and these lead to the one map entry or text it goes into, as Yjs itself finds it.
 * Reading that before applying needs no shadow copy of the document and nothing to roll back, and judges a losing concurrent write too.
 *
 * @param owns whether a client id is leased to whoever sent this
 */
export function readOperations(doc: Y.Doc, bytes: Uint8Array, owns: (clientId: number) => boolean): Reading {
  try {
    return new UpdateReader(doc, owns).read(bytes);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code, reason: error.message, ...(error.about && { about: error.about }) };
    // Whatever else breaks is the bytes' fault: cut off, nested too deep, of an unknown type.
    return { ok: false, code: 'board/invalid-change', reason: 'undecodable' };
  }
}

const roots = new WeakMap<Y.Doc, ReadonlyMap<unknown, ItemKind>>();

/** The maps of a document that hold its items. Asking for them makes them known as maps before anything could define them as something else. */
function rootsOf(doc: Y.Doc): ReadonlyMap<unknown, ItemKind> {
  let known = roots.get(doc);
  if (!known) roots.set(doc, (known = new Map(ITEM_KINDS.map((kind) => [itemsOf(doc, kind), kind]))));
  return known;
}

class UpdateReader {
  readonly #doc: Y.Doc;
  readonly #owns: (clientId: number) => boolean;
  readonly #roots: ReadonlyMap<unknown, ItemKind>;
  /** New pieces by client, in the order of their clocks. */
  readonly #fresh = new Map<number, Fresh[]>();
  readonly #states = new Map<number, number>();
  readonly #fields = new Map<string, FieldWrites>();
  // Made when they are needed: most changes only move something.
  #newItems: Map<string, { kind: ItemKind; id: string; struct: Y.Item }> | undefined;
  #newTexts: Map<string, { kind: TextKind; id: string }> | undefined;
  #typing: Map<string, Typing> | undefined;
  #knowsSome = false;

  constructor(doc: Y.Doc, owns: (clientId: number) => boolean) {
    this.#doc = doc;
    this.#owns = owns;
    this.#roots = rootsOf(doc);
  }

  read(bytes: Uint8Array): Reading {
    const { structs, ds } = Y.decodeUpdate(bytes);
    if (structs.length > STRUCTS_MAX) refuse('board/too-large', 'too many pieces');
    const waiting = this.#sort(structs, bytes);
    this.#place(waiting);
    const deletesNothing = this.#delete(ds.clients);
    const known = waiting.length === 0 && deletesNothing;
    // Yjs looks for the neighbours of what it knows too. A device sends a change again as it was; half of one is none of ours.
    if (this.#knowsSome && !known) resync('partly known');
    return { ok: true, operations: this.#operations(), known };
  }

  /** Splits by client what is new; checks that each client's pieces are its own, in one row, and follow on what is there. */
  #sort(structs: (Y.Item | Y.GC | Y.Skip)[], bytes: Uint8Array): Waiting[] {
    const waiting: Waiting[] = [];
    const clients = new Set<number>();
    let last = -1;
    let end = 0;
    let own: Waiting | undefined;
    for (const struct of structs) {
      const { client, clock } = struct.id;
      if (!this.#owns(client)) refuse('board/not-yours', 'foreign client id');
      if (client === last ? clock !== end : clients.has(client)) invalid('pieces out of order');
      if (!(struct.length > 0) || struct.length > STRUCTS_MAX * 10) invalid('length');
      if (client !== last) {
        clients.add(client);
        own = undefined;
      }
      last = client;
      end = clock + struct.length;
      if (!(struct instanceof Y.Item)) return invalid('gap');
      const state = this.#known(client);
      if (end <= state) {
        this.#knowsSome = true;
        continue;
      }
      if (clock < state) resync('partly known');
      if (own) {
        own.items.push(struct);
        continue;
      }
      if (clock > state) resync('missing predecessor');
      waiting.push((own = { client, items: [struct], placed: 0 }));
    }
    // Yjs reads a client that is listed twice only once: what was judged would not be what is applied.
    if (readVarUint(bytes) !== clients.size) invalid('a client listed twice');
    return waiting;
  }

  #known(client: number): number {
    let state = this.#states.get(client);
    if (state === undefined) this.#states.set(client, (state = Y.getState(this.#doc.store, client)));
    return state;
  }

  /** Finds the spot of every new piece, client by client as far as their neighbours are known, as Yjs will. */
  #place(waiting: readonly Waiting[]): void {
    for (let moved = true; moved; ) {
      moved = false;
      for (const own of waiting) {
        for (let item = own.items[own.placed]; item && this.#isReady(item); item = own.items[++own.placed]) {
          this.#placeOne(item);
          this.#states.set(own.client, item.id.clock + item.length);
          moved = true;
        }
      }
    }
    for (const { items, placed } of waiting) if (placed < items.length) resync('missing neighbour');
  }

  #isReady(item: Y.Item): boolean {
    const parent: unknown = item.parent;
    return this.#isKnown(item.origin) && this.#isKnown(item.rightOrigin) && (!(parent instanceof Y.ID) || this.#isKnown(parent));
  }
  #isKnown(id: Y.ID | null): boolean {
    return id === null || id.clock < this.#known(id.client);
  }

  #placeOne(item: Y.Item): void {
    const spot = this.#spotOf(item);
    if (spot.at === 'root') this.#addItem(item, spot);
    else if (spot.at === 'field') this.#setField(item, spot);
    else this.#type(item, spot);
    const fresh: Fresh = { item, spot };
    const own = this.#fresh.get(item.id.client);
    if (own) own.push(fresh);
    else this.#fresh.set(item.id.client, [fresh]);
  }

  #spotOf(item: Y.Item): Spot {
    const left = item.origin && this.#spotAt(item.origin);
    const right = item.rightOrigin && this.#spotAt(item.rightOrigin);
    if (left && right) {
      if (keyOf(left) !== keyOf(right)) invalid('neighbours in different places');
      this.#checkOrder(item);
    }
    const beside = left ?? right;
    if (beside) return beside;
    const parent: unknown = item.parent;
    const inside = typeof parent === 'string' ? this.#root(parent) : parent instanceof Y.ID ? this.#insideOf(parent) : invalid('no parent');
    const key = item.parentSub;
    if (inside.in === 'text') return key === null ? { at: 'text', kind: inside.kind, id: inside.id } : invalid('a key in a text');
    if (key === null) return invalid('no key');
    if (inside.in === 'root') return { at: 'root', kind: inside.kind, key };
    return { at: 'field', kind: inside.kind, id: inside.id, key };
  }

  /** A right neighbour that stands left of the left one would be placed differently by devices that saw different things meanwhile. */
  #checkOrder({ origin, rightOrigin }: Y.Item): void {
    if (!origin || !rightOrigin) return;
    const left = this.#stored(origin);
    const right = this.#stored(rightOrigin);
    if (!left || !right) return;
    if (left === right) {
      if (origin.clock >= rightOrigin.clock) invalid('neighbours crossed');
      return;
    }
    for (let item: Y.Item | null = left; item !== right; item = item.right) if (item === null) return invalid('neighbours crossed');
  }

  #root(name: string): Inside {
    const kind = kindOfRoot(name);
    return kind ? { in: 'root', kind } : invalid('unknown root');
  }

  #stored(id: Y.ID): Y.Item | undefined {
    if (id.clock >= Y.getState(this.#doc.store, id.client)) return undefined;
    const struct: unknown = Y.getItem(this.#doc.store, id);
    return struct instanceof Y.Item ? struct : invalid('what was there is gone');
  }

  #freshAt(id: Y.ID): Fresh | undefined {
    const own = this.#fresh.get(id.client) ?? [];
    let low = 0;
    let high = own.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const fresh = own[middle] as Fresh;
      if (id.clock < fresh.item.id.clock) high = middle - 1;
      else if (id.clock >= fresh.item.id.clock + fresh.item.length) low = middle + 1;
      else return fresh;
    }
    return undefined;
  }

  #spotAt(id: Y.ID): Spot {
    const stored = this.#stored(id);
    if (!stored) return (this.#freshAt(id) ?? invalid('unknown neighbour')).spot;
    return this.#spotOfStored(stored);
  }

  #spotOfStored(item: Y.Item): Spot {
    const inside = this.#insideOfType(item.parent);
    if (inside.in === 'text') return { at: 'text', kind: inside.kind, id: inside.id };
    if (item.parentSub === null) return invalid('no key');
    if (inside.in === 'root') return { at: 'root', kind: inside.kind, key: item.parentSub };
    return { at: 'field', kind: inside.kind, id: inside.id, key: item.parentSub };
  }

  /** The type that an item holds: a map of fields, a text. */
  #insideOf(id: Y.ID): Inside {
    const stored = this.#stored(id);
    if (stored) {
      if (stored.deleted || !(stored.content instanceof Y.ContentType)) return invalid('inside of what holds nothing');
      return this.#insideOfType(stored.content.type);
    }
    const made = this.#newItems?.get(idOf(id));
    if (made) return { in: 'item', kind: made.kind, id: made.id };
    const text = this.#newTexts?.get(idOf(id));
    return text === undefined ? invalid('inside of what holds nothing') : { in: 'text', ...text };
  }

  #insideOfType(type: unknown): Inside {
    const root = this.#roots.get(type);
    if (root) return { in: 'root', kind: root };
    if (!(type instanceof Y.AbstractType) || !type._item) return invalid('unknown root');
    const { parent, parentSub } = type._item;
    const item = this.#roots.get(parent);
    if (item) return { in: 'item', kind: item, id: parentSub ?? '' };
    const around = parent instanceof Y.AbstractType ? parent._item : null;
    const kind = this.#roots.get(around?.parent);
    if (around && kind && isTextKind(kind) && parentSub === 'text') return { in: 'text', kind, id: around.parentSub ?? '' };
    return invalid('unknown root');
  }

  #addItem(item: Y.Item, { kind, key }: { kind: ItemKind; key: string }): void {
    if (!isIdOf(kind, key)) invalid('id');
    if (item.origin || item.rightOrigin || itemsOf(this.#doc, kind).has(key)) invalid('in place of something that is there');
    for (const made of this.#newItems?.values() ?? []) if (made.kind === kind && made.id === key) invalid('made twice');
    if (item.length !== 1 || !(item.content instanceof Y.ContentType) || item.content.type.constructor !== Y.Map) invalid('no map');
    (this.#newItems ??= new Map()).set(idOf(item.id), { kind, id: key, struct: item });
  }

  #isNew(kind: ItemKind, id: string): boolean {
    return !itemsOf(this.#doc, kind).has(id);
  }

  #setField(item: Y.Item, { kind, id, key }: { kind: ItemKind; id: string; key: string }): void {
    const about = { kind, id };
    if (item.rightOrigin) invalid('a field with a right neighbour', about);
    const isNew = this.#isNew(kind, id);
    const written = this.#fieldOf(kind, id, key);
    const origin = item.origin && idOf(item.origin);
    if (item.content instanceof Y.ContentType) {
      if (!isNew || !isTextKind(kind) || key !== 'text' || origin || item.content.type.constructor !== Y.Text) return invalid('a type in a field', about);
      if (written.writes.size > 0) return invalid('made twice', about);
      (this.#newTexts ??= new Map()).set(idOf(item.id), { kind, id });
      written.writes.set(lastIdOf(item), { content: item.content, live: true });
      this.#typingOf(kind, id);
      return;
    }
    const field = fieldOf(kind, key);
    if (!field) return invalid('unknown field', about);
    if (field.server) return invalid('a field that only the server writes', about);
    if (field.fixed && !isNew) return invalid('a field that never changes', about);
    const value = valueIn(item);
    if (value === undefined ? !(item.content instanceof Y.ContentDeleted) : !isValueOf(field, value)) return invalid(`${kind}.${key}`, about);
    // What may be missing may come later to something that is there, from two devices at once too.
    if (isNew ? origin === null && written.writes.size > 0 : origin === null && !field.optional) return invalid('a field from nowhere', about);
    // Nobody else can have written into what is only being made.
    if (isNew && origin !== null && written.followed.has(origin)) return invalid('a field written side by side', about);
    if (origin !== null) written.followed.add(origin);
    written.writes.set(lastIdOf(item), { content: item.content, live: value !== undefined });
  }

  #fieldOf(kind: ItemKind, id: string, key: string): FieldWrites {
    const at = `${kind}/${id}/${key}`;
    let written = this.#fields.get(at);
    if (!written) this.#fields.set(at, (written = { kind, id, key, writes: new Map(), followed: new Set() }));
    return written;
  }

  #type(item: Y.Item, { kind, id }: { kind: TextKind; id: string }): void {
    const typing = this.#typingOf(kind, id);
    if (item.content instanceof Y.ContentDeleted) return;
    if (!(item.content instanceof Y.ContentString)) return invalid('no text', { kind, id });
    if (!hasOnlyText(item.content.str)) return invalid('control characters', { kind, id });
    typing.inserted += item.content.str.length;
    if (typing.inserted > NOTE_MAX_LENGTH * 10) refuse('board/too-large', 'text', { kind, id });
  }

  #typingOf(kind: TextKind, id: string): Typing {
    const at = `${kind}/${id}`;
    this.#typing ??= new Map();
    let typing = this.#typing.get(at);
    if (!typing) this.#typing.set(at, (typing = { kind, id, inserted: 0, deleted: 0 }));
    return typing;
  }

  /** Judges what the update's own delete set takes away. @returns whether all of it is gone already */
  #delete(clients: Map<number, { clock: number; len: number }[]>): boolean {
    let count = 0;
    let nothing = true;
    for (const [client, ranges] of clients) {
      for (const { clock, len } of ranges) {
        if (!(len > 0)) invalid('length');
        if (clock + len > this.#known(client)) resync('deletes what is not there');
        const state = Y.getState(this.#doc.store, client);
        if (clock < state) {
          const structs = this.#doc.store.clients.get(client) ?? [];
          for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
            const struct = structs[i];
            if (!struct || struct.id.clock >= clock + len) break;
            if (++count > STRUCTS_MAX) refuse('board/too-large', 'too many deletions');
            if (struct.deleted || !(struct instanceof Y.Item)) continue;
            nothing = false;
            this.#deleteStored(struct, Math.min(struct.id.clock + struct.length, clock + len) - Math.max(struct.id.clock, clock));
          }
        }
        for (const fresh of this.#fresh.get(client) ?? []) {
          const { id, length } = fresh.item;
          const overlap = Math.min(id.clock + length, clock + len) - Math.max(id.clock, clock);
          if (overlap > 0) this.#deleteFresh(fresh, overlap);
        }
      }
    }
    return nothing;
  }

  #deleteStored(item: Y.Item, length: number): void {
    const spot = this.#spotOfStored(item);
    if (spot.at === 'root' || item.content instanceof Y.ContentType) return invalid('deletes what is only marked as removed');
    if (spot.at === 'text') {
      this.#typingOf(spot.kind, spot.id).deleted += length;
      return;
    }
    // Only a new value takes an old one's place: else the field would be empty.
    if (!this.#fields.get(`${spot.kind}/${spot.id}/${spot.key}`)?.followed.has(lastIdOf(item))) invalid('empties a field');
  }

  #deleteFresh({ item, spot }: Fresh, length: number): void {
    if (item.content instanceof Y.ContentDeleted) return;
    if (spot.at === 'text') this.#typingOf(spot.kind, spot.id).inserted -= length;
    else if (spot.at === 'root' || item.content instanceof Y.ContentType) invalid('deletes what it makes');
    else {
      const write = this.#fields.get(`${spot.kind}/${spot.id}/${spot.key}`)?.writes.get(lastIdOf(item));
      if (write) write.live = false;
    }
  }

  #operations(): Operation[] {
    const operations: Operation[] = [];
    for (const { writes, followed } of this.#fields.values()) {
      for (const [write, { live }] of writes) {
        if (followed.has(write)) writes.delete(write);
        else if (!live) invalid('empties a field');
      }
    }
    for (const { kind, id } of this.#newItems?.values() ?? []) operations.push(this.#added(kind, id));
    for (const { kind, id, key, writes } of this.#fields.values()) {
      if (this.#isNew(kind, id)) continue;
      // Each that nothing stands behind: which of them wins may depend on what others write at this moment.
      for (const { content } of writes.values()) operations.push({ do: 'set', kind, id, field: key, value: (content as Y.ContentAny).arr[0] as Value });
    }
    for (const { kind, id, inserted, deleted } of this.#typing?.values() ?? []) {
      if (this.#isNew(kind, id)) continue;
      if (inserted === 0 && deleted === 0) continue;
      const text = itemsOf(this.#doc, kind).get(id)?.get('text');
      const length = (text instanceof Y.Text ? text.length : 0) + inserted - deleted;
      if (inserted > 0 && length > NOTE_MAX_LENGTH) refuse('board/too-long', `${kind}.text`, { kind, id });
      operations.push({ do: 'write', kind, id, inserted, deleted, length });
    }
    return operations;
  }

  #added(kind: ItemKind, id: string): Operation {
    const values = new Map<string, unknown>();
    for (const written of this.#fields.values()) {
      if (written.kind !== kind || written.id !== id || written.key === 'text') continue;
      for (const { content } of written.writes.values()) values.set(written.key, (content as Y.ContentAny).arr[0]);
    }
    const typing = this.#typing?.get(`${kind}/${id}`);
    const fault = faultOfItem(kind, id, values, typing && '');
    if (fault) invalid(fault, { kind, id });
    const length = typing?.inserted ?? 0;
    if (length > NOTE_MAX_LENGTH) refuse('board/too-long', `${kind}.text`, { kind, id });
    return { do: 'add', kind, item: readItem(kind, id, { get: (key: string) => values.get(key) }), length } as Addition;
  }
}

const keyOf = (spot: Spot) => (spot.at === 'text' ? `text/${spot.kind}/${spot.id}` : spot.at === 'root' ? `${spot.kind}/${spot.key}` : `${spot.kind}/${spot.id}/${spot.key}`);

/** The one value that an item puts into a field; undefined where it is deleted already, refused where it is anything else. */
function valueIn({ content, length }: Y.Item): unknown {
  if (content instanceof Y.ContentDeleted) return undefined;
  if (!(content instanceof Y.ContentAny) || length !== 1) return invalid('no plain value');
  const value: unknown = content.arr[0];
  return value === undefined ? invalid('no value') : value;
}

/** The number at the start of an update: how many clients it says it lists. */
function readVarUint(bytes: Uint8Array): number {
  let number = 0;
  for (let i = 0, unit = 1; i < 8; i++, unit *= 128) {
    const byte = bytes[i] ?? 0;
    number += (byte & 127) * unit;
    if (byte < 128) return number;
  }
  return -1;
}
