import * as Y from 'yjs';
import { orderAfter, orderBetween } from './order-key.ts';
import {
  byOrder, itemsOf, toCluster, toFrame, toNote, type Cluster, type Fields, type Frame, type ItemKind, type Note, type Place,
} from './shape.ts';

/** Ids of what is new, different or gone. */
export interface BoardChange {
  notes: Set<string>;
  frames: Set<string>;
  clusters: Set<string>;
}
type Listener = () => void;
/** Runs a function soon, once: `requestAnimationFrame`, `queueMicrotask`. */
export type Schedule = (run: () => void) => unknown;

const emptyChange = (): BoardChange => ({ notes: new Set(), frames: new Set(), clusters: new Set() });
const SETS = { note: 'notes', frame: 'frames', cluster: 'clusters' } as const satisfies Record<ItemKind, keyof BoardChange>;

/**
 * The live read side of a board: every note, frame and cluster as an immutable plain object that keeps its identity until it changes.
 * Fed by one listener that reads only what a transaction touched, so one change of 5,000 notes costs one note.
 */
export class BoardIndex {
  readonly doc: Y.Doc;
  /** Grows with each change; a cheap snapshot for `useSyncExternalStore` over a whole collection. */
  version = 0;
  readonly #roots: Record<ItemKind, Y.Map<Fields>>;
  readonly #shown = { note: new Map<string, Note>(), frame: new Map<string, Frame>(), cluster: new Map<string, Cluster>() };
  readonly #removed = { note: new Map<string, Note>(), frame: new Map<string, Frame>(), cluster: new Map<string, Cluster>() };
  readonly #itemListeners: Record<ItemKind, Map<string, Set<Listener>>> = { note: new Map(), frame: new Map(), cluster: new Map() };
  readonly #listeners = new Set<(change: BoardChange) => void>();
  #top: string | null = null;

  constructor(doc: Y.Doc) {
    this.doc = doc;
    this.#roots = { note: itemsOf(doc, 'note'), frame: itemsOf(doc, 'frame'), cluster: itemsOf(doc, 'cluster') };
    for (const id of this.#roots.note.keys()) this.#read('note', id);
    for (const id of this.#roots.frame.keys()) this.#read('frame', id);
    for (const id of this.#roots.cluster.keys()) this.#read('cluster', id);
    doc.on('afterTransaction', this.#afterTransaction);
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

  /** Where it lies on the board. A note whose frame was removed lies where the frame was. */
  absolute({ position: { x, y, frameId } }: Note): Place {
    const frame = frameId === null ? undefined : (this.#shown.frame.get(frameId) ?? this.#removed.frame.get(frameId));
    return frame ? { x: frame.position.x + x, y: frame.position.y + y } : { x, y };
  }

  /** The key that puts a note on top of all others. */
  topOrder(): string {
    return this.#top === null ? orderAfter([]) : orderBetween(this.#top, null);
  }

  /** Called when this note is new, different or gone. */
  onNoteChange(id: string, listener: Listener): () => void {
    return this.#onItem('note', id, listener);
  }
  onFrameChange(id: string, listener: Listener): () => void {
    return this.#onItem('frame', id, listener);
  }
  onClusterChange(id: string, listener: Listener): () => void {
    return this.#onItem('cluster', id, listener);
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
        for (const set of Object.values(SETS)) for (const id of change[set]) waiting[set].add(id);
        return;
      }
      waiting = { notes: new Set(change.notes), frames: new Set(change.frames), clusters: new Set(change.clusters) };
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

  #onItem(kind: ItemKind, id: string, listener: Listener): () => void {
    const listeners = this.#itemListeners[kind].get(id) ?? new Set();
    this.#itemListeners[kind].set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#itemListeners[kind].get(id) === listeners) this.#itemListeners[kind].delete(id);
    };
  }

  readonly #afterTransaction = ({ changed }: Y.Transaction): void => {
    const change = emptyChange();
    for (const [type, keys] of changed as ReadonlyMap<Y.AbstractType<unknown>, Set<string | null>>) {
      for (const kind of ['note', 'frame', 'cluster'] as const) {
        const root: unknown = this.#roots[kind];
        const ids = change[SETS[kind]];
        if (type === root) for (const id of keys) ids.add(id ?? '');
        // A note's own fields changed, or (one deeper) its text.
        else if (type.parent === root) ids.add(type._item?.parentSub ?? '');
        else if (type.parent && type.parent.parent === root) ids.add(type.parent._item?.parentSub ?? '');
      }
    }
    if (change.notes.size + change.frames.size + change.clusters.size === 0) return;
    for (const id of change.notes) this.#read('note', id);
    for (const id of change.frames) this.#read('frame', id);
    for (const id of change.clusters) this.#read('cluster', id);
    this.version++;
    for (const kind of ['note', 'frame', 'cluster'] as const) {
      for (const id of change[SETS[kind]]) for (const listener of this.#itemListeners[kind].get(id) ?? []) listener();
    }
    for (const listener of this.#listeners) listener(change);
  };

  #read(kind: ItemKind, id: string): void {
    const fields: unknown = this.#roots[kind].get(id);
    if (!(fields instanceof Y.Map)) return;
    if (kind === 'note') {
      const note = toNote(id, fields as Fields);
      if (note.order > (this.#top ?? '')) this.#top = note.order;
      keep(this.#shown.note, this.#removed.note, note, note.removed !== null);
    } else if (kind === 'frame') {
      const frame = toFrame(id, fields as Fields);
      keep(this.#shown.frame, this.#removed.frame, frame, frame.removed);
    } else {
      const cluster = toCluster(id, fields as Fields);
      keep(this.#shown.cluster, this.#removed.cluster, cluster, cluster.removed);
    }
  }
}

/** Puts an item on its side; one that stays on its side keeps its turn in the map. */
function keep<Item extends { id: string }>(shown: Map<string, Item>, removed: Map<string, Item>, item: Item, isRemoved: boolean): void {
  (isRemoved ? shown : removed).delete(item.id);
  (isRemoved ? removed : shown).set(item.id, item);
}
