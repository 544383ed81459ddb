import * as Y from 'yjs';
import { isHeld, type Connector } from './connectors.ts';
import { readItem } from './kinds.ts';
import {
  byOrder, isAuthoredKind, ITEM_KINDS, itemsOf, type Authored, type Cluster, type Fields, type Frame, type ItemKind, type ItemRef, type Items, type Note, type Place,
  type Position, type RootName,
} from './shape.ts';

/** Ids of what is new, different or gone, by kind: `notes`, `frames`, `shapes`, … */
export type BoardChange = Record<RootName, Set<string>>;
type Listener = () => void;
/** Runs a function soon, once: `requestAnimationFrame`, `queueMicrotask`. */
export type Schedule = (run: () => void) => unknown;
type Shelf = { [Kind in ItemKind]: Map<string, Items[Kind]> };

const forEachKind = <Value>(make: (kind: ItemKind) => Value) => Object.fromEntries(ITEM_KINDS.map((kind) => [kind, make(kind)])) as Record<ItemKind, Value>;
const emptyChange = () => Object.fromEntries(ITEM_KINDS.map((kind) => [`${kind}s`, new Set<string>()])) as BoardChange;
const emptyShelf = () => forEachKind(() => new Map()) as Shelf;
const NONE: ReadonlyMap<string, ItemRef> = new Map();

/**
 * The live read side of a board: everything on it as immutable plain objects that keep their identity until they change.
 * Fed by one listener that reads only what a transaction touched, so one change of 5,000 notes costs one note.
 */
export class BoardIndex {
  readonly doc: Y.Doc;
  /** Grows with each change; a cheap snapshot for `useSyncExternalStore` over a whole collection. */
  version = 0;
  readonly #roots: ReadonlyMap<unknown, ItemKind>;
  readonly #shown = emptyShelf();
  readonly #removed = emptyShelf();
  /** By group, and by what connectors hold on to. */
  readonly #groups = new Map<string, Map<string, ItemRef>>();
  readonly #held = new Map<string, Map<string, ItemRef>>();
  readonly #itemListeners = forEachKind(() => new Map<string, Set<Listener>>());
  readonly #listeners = new Set<(change: BoardChange) => void>();
  #top: string | null = null;

  constructor(doc: Y.Doc) {
    this.doc = doc;
    this.#roots = new Map(ITEM_KINDS.map((kind) => [itemsOf(doc, kind), kind]));
    for (const kind of ITEM_KINDS) for (const id of itemsOf(doc, kind).keys()) this.#read(kind, id);
    doc.on('afterTransaction', this.#afterTransaction);
  }

  /** All of a kind, without what is removed. */
  items<Kind extends ItemKind>(kind: Kind): ReadonlyMap<string, Items[Kind]> {
    return this.#shown[kind];
  }
  /** Undefined once it is removed. */
  item<Kind extends ItemKind>(kind: Kind, id: string): Items[Kind] | undefined {
    return this.#shown[kind].get(id);
  }
  get notes(): ReadonlyMap<string, Note> {
    return this.#shown.note;
  }
  get frames(): ReadonlyMap<string, Frame> {
    return this.#shown.frame;
  }
  get clusters(): ReadonlyMap<string, Cluster> {
    return this.#shown.cluster;
  }
  /** Undefined once it is removed. */
  note(id: string): Note | undefined {
    return this.#shown.note.get(id);
  }
  frame(id: string | null): Frame | undefined {
    return id === null ? undefined : this.#shown.frame.get(id);
  }
  cluster(id: string | null): Cluster | undefined {
    return id === null ? undefined : this.#shown.cluster.get(id);
  }
  removedNotes(): Note[] {
    return [...this.#removed.note.values()].sort(byOrder);
  }
  /** What is bound together in a group, and not removed. */
  groupMembers(groupId: string): ItemRef[] {
    return [...(this.#groups.get(groupId) ?? NONE).values()];
  }
  /** The connectors that hold on to this thing: they are drawn anew when it moves. */
  connectorsAt(id: string): Iterable<string> {
    return (this.#held.get(id) ?? NONE).keys();
  }

  /** Where something lies on the board. What lies on a frame that was removed lies where the frame was. */
  absolute({ position }: { position: Position }): Place {
    return this.absolutePlace(position);
  }
  absolutePlace({ x, y, frameId }: Position): Place {
    const frame = frameId === null ? undefined : (this.#shown.frame.get(frameId) ?? this.#removed.frame.get(frameId));
    return frame ? { x: frame.position.x + x, y: frame.position.y + y } : { x, y };
  }

  /** The highest key of all notes and drawings; null where there are none. */
  get top(): string | null {
    return this.#top;
  }

  /** Called when this item is new, different or gone. */
  onItemChange(kind: ItemKind, id: string, listener: Listener): () => void {
    const listeners = this.#itemListeners[kind].get(id) ?? new Set();
    this.#itemListeners[kind].set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#itemListeners[kind].get(id) === listeners) this.#itemListeners[kind].delete(id);
    };
  }
  onNoteChange(id: string, listener: Listener): () => void {
    return this.onItemChange('note', id, listener);
  }
  onFrameChange(id: string, listener: Listener): () => void {
    return this.onItemChange('frame', id, listener);
  }
  onClusterChange(id: string, listener: Listener): () => void {
    return this.onItemChange('cluster', id, listener);
  }

  /**
   * Called with the ids that changed, once a transaction; with `schedule`, once for all transactions until it runs.
   * A note is not named when only its frame moved: its own place, relative to the frame, is the same.
   */
  onChange(listener: (change: BoardChange) => void, schedule?: Schedule): () => void {
    if (!schedule) {
      this.#listeners.add(listener);
      return () => this.#listeners.delete(listener);
    }
    let waiting: BoardChange | null = null;
    const collect = (change: BoardChange) => {
      if (waiting) {
        add(waiting, change);
        return;
      }
      waiting = add(emptyChange(), change);
      schedule(() => {
        const collected = waiting;
        waiting = null;
        if (collected && this.#listeners.has(collect)) listener(collected);
      });
    };
    this.#listeners.add(collect);
    return () => this.#listeners.delete(collect);
  }

  destroy(): void {
    this.doc.off('afterTransaction', this.#afterTransaction);
    this.#listeners.clear();
    for (const listeners of Object.values(this.#itemListeners)) listeners.clear();
  }

  readonly #afterTransaction = ({ changed }: Y.Transaction): void => {
    const change = emptyChange();
    const touched = new Set<ItemKind>();
    const touch = (kind: ItemKind, id: string | null | undefined) => {
      touched.add(kind);
      change[`${kind}s`].add(id ?? '');
    };
    for (const [type, keys] of changed as ReadonlyMap<Y.AbstractType<unknown>, Set<string | null>>) {
      const parent: Y.AbstractType<unknown> | null = type.parent;
      const [root, aroundItem, aroundText] = [this.#roots.get(type), this.#roots.get(parent), this.#roots.get(parent?.parent)];
      // New items; an item's own fields; one deeper, its text.
      if (root) for (const id of keys) touch(root, id);
      else if (aroundItem) touch(aroundItem, type._item?.parentSub);
      else if (aroundText) touch(aroundText, parent?._item?.parentSub);
    }
    if (touched.size === 0) return;
    for (const kind of touched) for (const id of change[`${kind}s`]) this.#read(kind, id);
    this.version++;
    for (const kind of touched) {
      for (const id of change[`${kind}s`]) for (const listener of this.#itemListeners[kind].get(id) ?? []) listener();
    }
    for (const listener of this.#listeners) listener(change);
  };

  #read(kind: ItemKind, id: string): void {
    const fields: unknown = itemsOf(this.doc, kind).get(id);
    if (!(fields instanceof Y.Map)) return;
    const before = this.#shown[kind].get(id);
    const item = readItem(kind, id, fields as Fields);
    const isRemoved = Boolean(item.removed);
    // One that stays on its side keeps its turn in the map.
    const [from, to] = (isRemoved ? [this.#shown[kind], this.#removed[kind]] : [this.#removed[kind], this.#shown[kind]]) as [Map<string, unknown>, Map<string, unknown>];
    from.delete(id);
    to.set(id, item);
    if (!isAuthoredKind(kind)) return;
    if (item.order > (this.#top ?? '')) this.#top = item.order;
    this.#relist({ kind, id }, before as Authored | undefined, isRemoved ? undefined : (item as Authored));
  }

  /** Keeps who belongs to which group, and what connectors hold on to. */
  #relist(ref: ItemRef, before: Authored | undefined, after: Authored | undefined): void {
    if (before?.groupId !== after?.groupId) {
      unlist(this.#groups, before?.groupId, ref.id);
      list(this.#groups, after?.groupId, ref);
    }
    if (ref.kind !== 'connector') return;
    for (const id of heldBy(before as Connector | undefined)) unlist(this.#held, id, ref.id);
    for (const id of heldBy(after as Connector | undefined)) list(this.#held, id, ref);
  }
}

function add(to: BoardChange, change: BoardChange): BoardChange {
  for (const kind of ITEM_KINDS) for (const id of change[`${kind}s`]) to[`${kind}s`].add(id);
  return to;
}

const heldBy = (connector: Connector | undefined): string[] => (connector ? [connector.from, connector.to].flatMap((end) => (isHeld(end) ? [end.id] : [])) : []);

function list(lists: Map<string, Map<string, ItemRef>>, key: string | null | undefined, ref: ItemRef): void {
  if (!key) return;
  const refs = lists.get(key) ?? new Map<string, ItemRef>();
  lists.set(key, refs.set(ref.id, ref));
}

function unlist(lists: Map<string, Map<string, ItemRef>>, key: string | null | undefined, id: string): void {
  const refs = key ? lists.get(key) : undefined;
  refs?.delete(id);
  if (key && refs?.size === 0) lists.delete(key);
}
