import * as Y from 'yjs';
import { sameValue } from './edits.ts';
import { ITEM_KINDS, itemsOf, type ItemKind, type Value } from './shape.ts';

/** One stored change of a board and who made it; null: nobody in particular (by command, or in an anonymous activity). */
export interface LogEntry {
  tick: number;
  /** Milliseconds since 1970, by the server's clock. */
  at: number;
  author: string | null;
  update: Uint8Array;
}
export type LoggedAs = Omit<LogEntry, 'update'>;

/** A field had this value from the log's entry of that number on. */
interface Step {
  entry: number;
  value: Value;
}
/** A run of a client's pieces that came with one entry. */
interface Run {
  from: number;
  to: number;
  entry: number;
}

/** Frame, note or whatever lies on the board, as plain values by field; a text is its string. */
export type PastFields = ReadonlyMap<string, Value>;
export type PastState = ReadonlyMap<ItemKind, ReadonlyMap<string, PastFields>>;

/** One thing of a board through time. */
export class PastItem {
  readonly kind: ItemKind;
  readonly id: string;
  /** The entry that made it. */
  readonly added: number;
  readonly #steps: ReadonlyMap<string, Step[]>;
  readonly #texts: ReadonlyMap<string, PastText>;

  constructor(kind: ItemKind, id: string, added: number, steps: ReadonlyMap<string, Step[]>, texts: ReadonlyMap<string, PastText>) {
    this.kind = kind;
    this.id = id;
    this.added = added;
    this.#steps = steps;
    this.#texts = texts;
  }

  get fields(): string[] {
    return [...this.#steps.keys(), ...this.#texts.keys()];
  }

  isText(field: string): boolean {
    return this.#texts.has(field);
  }

  /** The entries that changed a field, in their order. */
  touches(field: string): readonly number[] {
    return this.#texts.get(field)?.touches ?? this.#steps.get(field)?.map(({ entry }) => entry) ?? [];
  }

  /** A field as it was once that entry was in; undefined where there was none. */
  valueAt(field: string, entry: number): Value | undefined {
    const text = this.#texts.get(field);
    if (text) return entry < this.added ? undefined : text.at(entry);
    return this.#steps.get(field)?.findLast((step) => step.entry <= entry)?.value;
  }
}

/** A shared text through time: who typed and who deleted is known letter by letter. */
class PastText {
  readonly touches: readonly number[];
  readonly #letters: readonly { letter: string; typed: number; deleted: number }[];

  constructor(letters: readonly { letter: string; typed: number; deleted: number }[]) {
    this.#letters = letters;
    const touches = new Set<number>();
    for (const { typed, deleted } of letters) {
      touches.add(typed);
      if (deleted !== Infinity) touches.add(deleted);
    }
    this.touches = [...touches].sort((a, b) => a - b);
  }

  at(entry: number): string {
    let text = '';
    for (const { letter, typed, deleted } of this.#letters) if (typed <= entry && deleted > entry) text += letter;
    return text;
  }
}

/**
 * A board's log, to be looked into: what each field was at any time and who made it so. All changes are kept in one document that forgets nothing, where each
 * piece names the client and clock it came under, and these the entry; so nothing is replayed step by step.
 */
export class BoardPast {
  readonly #doc = new Y.Doc({ gc: false });
  readonly #entries: LoggedAs[] = [];
  readonly #written = new Map<number, Run[]>();
  readonly #deleted = new Map<number, Map<number, number>>();

  constructor() {
    for (const kind of ITEM_KINDS) itemsOf(this.#doc, kind);
  }

  /** The log in its order, in as many parts as one likes. */
  add(entries: readonly LogEntry[]): void {
    this.#doc.transact(() => {
      for (const { tick, at, author, update } of entries) {
        const entry = this.#entries.push({ tick, at, author }) - 1;
        const { structs, ds } = Y.decodeUpdate(update);
        for (const struct of structs) if (!(struct instanceof Y.Skip)) this.#note(struct.id.client, struct.id.clock, struct.length, entry);
        for (const [client, deletions] of ds.clients) {
          const deleted = this.#deleted.get(client) ?? new Map<number, number>();
          this.#deleted.set(client, deleted);
          for (const { clock, len } of deletions) for (let i = clock; i < clock + len; i++) if (!deleted.has(i)) deleted.set(i, entry);
        }
        Y.applyUpdate(this.#doc, update);
      }
    });
  }

  get entryCount(): number {
    return this.#entries.length;
  }

  entry(number: number): LoggedAs {
    const found = this.#entries[number];
    if (!found) throw new RangeError(`no entry ${number}`);
    return found;
  }

  /** The last entry of a tick or before it; -1 where there is none. */
  entryAt(tick: number): number {
    return this.#entries.findLastIndex((entry) => entry.tick <= tick);
  }

  /** Everything that was ever on the board. */
  *items(): Generator<PastItem> {
    for (const kind of ITEM_KINDS) {
      for (const [id, holder] of itemsOf(this.#doc, kind)._map) {
        const item = this.#item(kind, id, holder);
        if (item) yield item;
      }
    }
  }

  item(kind: ItemKind, id: string): PastItem | undefined {
    const holder = itemsOf(this.#doc, kind)._map.get(id);
    return holder && this.#item(kind, id, holder);
  }

  #item(kind: ItemKind, id: string, holder: Y.Item): PastItem | undefined {
    if (!(holder.content instanceof Y.ContentType) || !(holder.content.type instanceof Y.Map)) return undefined;
    const steps = new Map<string, Step[]>();
    const texts = new Map<string, PastText>();
    for (const [field, newest] of holder.content.type._map) {
      const { content } = newest;
      if (content instanceof Y.ContentType) {
        if (content.type instanceof Y.Text) texts.set(field, this.#text(content.type));
      } else steps.set(field, this.#steps(newest));
    }
    return new PastItem(kind, id, this.#entryOf(holder.id.client, holder.id.clock), steps, texts);
  }

  /** All writes of a field lie one after the other; of those that are in, the rightmost holds. */
  #steps(newest: Y.Item): Step[] {
    const writes: (Step & { place: number })[] = [];
    let place = 0;
    for (let item: Y.Item | null = newest; item; item = item.left) {
      const values = item.content instanceof Y.ContentAny ? item.content.arr as Value[] : [];
      for (let i = values.length - 1; i >= 0; i--) writes.push({ entry: this.#entryOf(item.id.client, item.id.clock + i), value: values[i] ?? null, place: place-- });
    }
    writes.sort((a, b) => a.entry - b.entry || a.place - b.place);
    const steps: Step[] = [];
    let rightmost = -Infinity;
    for (const { entry, value, place: at } of writes) {
      if (at < rightmost) continue;
      rightmost = at;
      const last = steps.at(-1);
      if (last?.entry === entry) last.value = value;
      else if (!last || !sameValue(last.value, value)) steps.push({ entry, value });
    }
    return steps;
  }

  #text(text: Y.Text): PastText {
    const letters: { letter: string; typed: number; deleted: number }[] = [];
    for (let item = text._start; item; item = item.right) {
      if (!(item.content instanceof Y.ContentString)) continue;
      const { client, clock } = item.id;
      for (let i = 0; i < item.length; i++) {
        const deleted = item.deleted ? this.#deleted.get(client)?.get(clock + i) ?? 0 : Infinity;
        letters.push({ letter: item.content.str.charAt(i), typed: this.#entryOf(client, clock + i), deleted });
      }
    }
    return new PastText(letters);
  }

  #note(client: number, clock: number, length: number, entry: number): void {
    const runs = this.#written.get(client) ?? [];
    this.#written.set(client, runs);
    const from = Math.max(clock, runs.at(-1)?.to ?? 0);
    if (from < clock + length) runs.push({ from, to: clock + length, entry });
  }

  #entryOf(client: number, clock: number): number {
    const runs = this.#written.get(client) ?? [];
    let low = 0;
    let high = runs.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((runs[middle] as Run).to > clock) high = middle;
      else low = middle + 1;
    }
    return runs[low]?.entry ?? 0;
  }
}

/** Everything as it was once an entry was in. */
export function stateAt(past: BoardPast, entry: number): PastState {
  const state = new Map<ItemKind, Map<string, PastFields>>(ITEM_KINDS.map((kind) => [kind, new Map()]));
  for (const item of past.items()) {
    const fields = fieldsAt(item, entry);
    if (fields) state.get(item.kind)?.set(item.id, fields);
  }
  return state;
}

/** Undefined for what was not there yet. */
export function fieldsAt(item: PastItem, entry: number): PastFields | undefined {
  if (item.added > entry) return undefined;
  const fields = new Map<string, Value>();
  for (const field of item.fields) {
    const value = item.valueAt(field, entry);
    if (value !== undefined) fields.set(field, value);
  }
  return fields;
}
