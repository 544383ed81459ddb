import type { BoardChange, BoardIndex, Schedule } from '@spolu/board/board-index';
import { islandsOf, type Island } from '@spolu/board/drawing/islands';
import { inReadingOrder } from '@spolu/board/reading-order';
import { byOrder, type Frame, type ItemRef, type Note, type Place, type Position } from '@spolu/board/shape';
import type { DrawingKind } from '@spolu/contracts/boards';
import { DRAWING_KINDS } from '@spolu/contracts/plain';
import { Drawings, drawingAt, type PlacedDrawing } from './drawings.ts';
import { boxAround, contains, Grid, type Box } from './grid.ts';

/** A note as it lies on the board now, drags in progress included. The object stays the same as long as the note is there. */
export interface PlacedNote extends Box {
  readonly id: string;
  note: Note;
  /** Stacking: a higher one covers a lower one. */
  rank: number;
}
export interface PlacedFrame extends Box {
  readonly id: string;
  frame: Frame;
}

/** One thing that the keyboard reaches. */
export type ReadingItem = ItemRef;
export const sameItem = (a: ReadingItem | null, b: ReadingItem | null): boolean => a?.kind === b?.kind && a?.id === b?.id;

export interface SceneChange {
  /** Notes that are new, different, elsewhere or gone. */
  notes: ReadonlySet<string>;
  /** What the changed notes were in the document before; undefined for new ones. Empty for movements that are not yet written. */
  before: ReadonlyMap<string, Note | undefined>;
  /** Drawings that are new, different, elsewhere or gone. */
  drawings: ReadonlySet<string>;
  /** Whether it is in the document; a movement that is not yet written is only drawn. */
  documentChanged: boolean;
  framesChanged: boolean;
  islandsChanged: boolean;
  /** Every note's rank may be another. */
  ranksChanged: boolean;
}

const NOTHING: ReadonlySet<string> = new Set();
const NO_NOTES: ReadonlyMap<string, Note | undefined> = new Map();
/** Who lifts what the person at this screen drags. */
export const OWN_HAND = 'own';
/** First whole number of the ranks: frames and islands lie below. */
const RANK_BASE = 10;

/**
 * What is drawn, outside React: every note's box in a grid, frames, clusters as islands. It follows the board's index, collected once a
 * frame, and carries what is being dragged but not yet dropped, one's own and others'.
 */
export class Scene {
  readonly index: BoardIndex;
  readonly #notes = new Map<string, PlacedNote>();
  readonly #grid = new Grid<PlacedNote>();
  readonly #byFrame = new Map<string, Set<PlacedNote>>();
  readonly #byCluster = new Map<string, Set<PlacedNote>>();
  readonly #islands = new Map<string, Island[]>();
  readonly #lifted = new Map<string, { by: string; dx: number; dy: number }>();
  readonly #liftedFrames = new Map<string, Place>();
  readonly drawings: Drawings;
  readonly #listeners = new Set<(change: SceneChange) => void>();
  readonly #end: () => void;
  #frames: PlacedFrame[] = [];
  #content: Box | undefined | null = null;
  #reading: ReadingItem[] | null = null;
  #topRank = RANK_BASE;
  #topOrder = '';
  #ranksStale = false;
  /** Grows with each change of the document that is drawn; a snapshot for `useSyncExternalStore`. */
  version = 0;

  constructor(index: BoardIndex, schedule: Schedule) {
    this.index = index;
    this.#placeFrames();
    for (const note of index.notes.values()) this.#put(note);
    this.drawings = new Drawings({
      index,
      boxOfHeld: (kind, id) => (kind === 'note' ? this.#notes.get(id) : this.#frames.find((frame) => frame.id === id)),
      placeOf: (id, position) => this.#placeOf(id, position),
    });
    this.drawings.fill();
    this.#dealRanks();
    for (const clusterId of this.#byCluster.keys()) this.#shapeCluster(clusterId);
    this.#end = index.onChange((change) => this.#follow(change), schedule);
  }

  get notes(): ReadonlyMap<string, PlacedNote> {
    return this.#notes;
  }
  /** In reading order. */
  get frames(): readonly PlacedFrame[] {
    return this.#frames;
  }
  islands(): Island[] {
    return [...this.#islands.values()].flat();
  }
  islandsOfCluster(clusterId: string): readonly Island[] {
    return this.#islands.get(clusterId) ?? [];
  }
  notesOfCluster(clusterId: string): PlacedNote[] {
    return [...(this.#byCluster.get(clusterId) ?? [])];
  }
  notesOfFrame(frameId: string): PlacedNote[] {
    return [...(this.#byFrame.get(frameId) ?? [])];
  }
  query(box: Box, visit: (note: PlacedNote) => void): void {
    this.#grid.query(box, visit);
  }

  /** The box around everything; undefined on an empty board. */
  content(): Box | undefined {
    this.#content = this.#content === null ? boxAround([...this.#frames, ...this.#notes.values(), ...this.drawings.all.values()]) : this.#content;
    return this.#content;
  }

  /** The topmost note here. */
  noteAt(x: number, y: number): PlacedNote | undefined {
    let found: PlacedNote | undefined;
    this.#grid.query({ x, y, width: 0.001, height: 0.001 }, (note) => {
      if (!found || note.rank > found.rank) found = note;
    });
    return found;
  }
  /** The topmost drawing here; lines count from this far. */
  drawingAt(x: number, y: number, reach: number): PlacedDrawing | undefined {
    return drawingAt(this.drawings, x, y, reach);
  }
  frameAt(x: number, y: number): PlacedFrame | undefined {
    return this.#frames.findLast((frame) => contains(frame, x, y));
  }
  /** The cluster whose notes lie around this point, not counting some of them (those just dragged). */
  clusterAt(x: number, y: number, except: ReadonlySet<string>): string | undefined {
    for (const [clusterId, islands] of this.#islands) {
      for (const island of islands) {
        if (!contains(island, x, y)) continue;
        const others = island.noteIds.flatMap((id) => (except.has(id) ? [] : (this.#notes.get(id) ?? [])));
        if (islandsOf(clusterId, others).some((rest) => contains(rest, x, y))) return clusterId;
      }
    }
    return undefined;
  }

  /** Everything the keyboard walks over: a frame, then its notes row by row, a cluster's name before its first note; at last what lies on no frame. */
  readingOrder(): readonly ReadingItem[] {
    if (this.#reading) return this.#reading;
    const items: ReadingItem[] = [];
    const named = new Set<string>();
    const append = (notes: Iterable<PlacedNote>) => {
      for (const { id, clusterId } of inReadingOrder([...notes].map(({ note }) => note))) {
        if (clusterId !== null && !named.has(clusterId) && this.index.cluster(clusterId)) {
          named.add(clusterId);
          items.push({ kind: 'cluster', id: clusterId });
        }
        items.push({ kind: 'note', id });
      }
    };
    const onFrames = new Set<string>();
    for (const { id } of this.#frames) {
      onFrames.add(id);
      items.push({ kind: 'frame', id });
      append(this.#byFrame.get(id) ?? []);
      items.push(...this.#inRows([...this.drawings.ofFrame(id)].flatMap((drawingId) => this.drawings.all.get(drawingId) ?? [])));
    }
    append([...this.#notes.values()].filter(({ note }) => note.position.frameId === null || !onFrames.has(note.position.frameId)));
    const frameOf = (drawing: PlacedDrawing) => (drawing.kind === 'connector' ? null : drawing.item.position.frameId);
    items.push(...this.#inRows([...this.drawings.all.values()].filter((drawing) => !onFrames.has(frameOf(drawing) ?? ''))));
    this.#reading = items;
    return items;
  }

  /** From top to bottom, from left to right. */
  #inRows(drawings: PlacedDrawing[]): ReadingItem[] {
    return drawings.sort((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1)).map(({ kind, id }) => ({ kind, id }));
  }

  boxOf({ kind, id }: ReadingItem): Box | undefined {
    if (kind === 'frame') return this.#frames.find((frame) => frame.id === id);
    return kind === 'cluster' ? this.#islands.get(id)?.[0] : this.placed(id);
  }
  /** A note or drawing as it lies now. */
  placed(id: string): PlacedNote | PlacedDrawing | undefined {
    return this.#notes.get(id) ?? this.drawings.all.get(id);
  }
  /** Of what kind a note or drawing is; undefined once it is gone. */
  kindOf(id: string): 'note' | DrawingKind | undefined {
    return this.#notes.has(id) ? 'note' : this.drawings.all.get(id)?.kind;
  }
  /** Calls `visit` with every note and drawing that overlaps the box. */
  queryAll(box: Box, visit: (placed: PlacedNote | PlacedDrawing) => void): void {
    this.#grid.query(box, visit);
    this.drawings.query(box, visit);
  }
  onChange(listener: (change: SceneChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Shows notes away from their place while somebody drags them; whoever lifted a note first keeps it. */
  lift(by: string, noteIds: Iterable<string>, dx: number, dy: number): void {
    const touched = new Set<string>();
    for (const id of noteIds) {
      const holder = this.#lifted.get(id);
      if ((holder && holder.by !== by) || !this.placed(id)) continue;
      this.#lifted.set(id, { by, dx, dy });
      touched.add(id);
    }
    this.#replace(touched);
  }
  /** Ends a drag: the notes lie where the document says. */
  settle(by: string): void {
    const touched = new Set<string>();
    for (const [id, holder] of this.#lifted) {
      if (holder.by !== by) continue;
      this.#lifted.delete(id);
      touched.add(id);
    }
    this.#replace(touched);
  }
  isLifted(noteId: string): boolean {
    return this.#lifted.has(noteId);
  }
  /** Shows a frame with all its notes away from its place; null: back. */
  liftFrame(frameId: string, by: Place | null): void {
    if (by) this.#liftedFrames.set(frameId, by);
    else this.#liftedFrames.delete(frameId);
    this.#placeFrames();
    this.#replace(new Set([...this.notesOfFrame(frameId).map(({ id }) => id), ...this.drawings.ofFrame(frameId), frameId]), true);
  }

  destroy(): void {
    this.#end();
    this.#listeners.clear();
  }

  #follow(change: BoardChange): void {
    const notes = new Set(change.notes);
    const clusters = new Set(change.clusters);
    const before = new Map<string, Note | undefined>();
    const drawings = new Set<string>();
    if (change.frames.size > 0) {
      this.#placeFrames();
      for (const frameId of change.frames) {
        for (const { id } of this.#byFrame.get(frameId) ?? []) notes.add(id);
        for (const id of this.drawings.ofFrame(frameId)) drawings.add(id);
      }
    }
    for (const id of notes) {
      const placed = this.#notes.get(id);
      if (change.notes.has(id)) before.set(id, placed?.note);
      if (placed?.note.clusterId) clusters.add(placed.note.clusterId);
      const note = this.index.note(id);
      // Somebody else's hand has let go: the note lies where it was put, not that far again.
      if (note?.position !== placed?.note.position && this.#lifted.get(id)?.by !== OWN_HAND) this.#lifted.delete(id);
      if (note) {
        this.#put(note);
        if (note.clusterId) clusters.add(note.clusterId);
      } else if (placed) this.#remove(placed);
    }
    for (const id of drawings) this.drawings.replace(id);
    for (const kind of DRAWING_KINDS) {
      for (const id of kind === 'connector' ? [] : change[`${kind}s`]) {
        this.#letGo(id, this.drawings.all.get(id), this.index.item(kind, id));
        this.#followDrawing(kind, id, drawings);
      }
    }
    for (const id of change.connectors) this.#followDrawing('connector', id, drawings);
    this.#drawConnectors([...notes, ...drawings, ...change.frames], drawings);
    for (const clusterId of clusters) this.#shapeCluster(clusterId);
    const ranksChanged = this.#ranksStale;
    if (ranksChanged) this.#dealRanks();
    this.#tell({ notes, before, drawings, documentChanged: true, framesChanged: change.frames.size > 0, islandsChanged: clusters.size > 0, ranksChanged });
  }

  #followDrawing(kind: DrawingKind, id: string, changed: Set<string>): void {
    changed.add(id);
    if (!this.drawings.follow(kind, id)) return;
    const placed = this.drawings.all.get(id);
    if (placed) this.#rank(placed);
  }
  /** Somebody else's hand has let go of a drawing: it lies where it was put, not that far again. */
  #letGo(id: string, before: PlacedDrawing | undefined, now: object | undefined): void {
    if (before && now && before.kind !== 'connector' && 'position' in now && now.position !== before.item.position && this.#lifted.get(id)?.by !== OWN_HAND) this.#lifted.delete(id);
  }
  /** Lines follow what they hold on to. */
  #drawConnectors(moved: readonly string[], drawings: Set<string>): void {
    for (const id of moved) {
      for (const connectorId of this.index.connectorsAt(id)) {
        this.#followDrawing('connector', connectorId, drawings);
      }
    }
  }

  /** Takes up places that changed only by lifting. */
  #replace(ids: ReadonlySet<string>, framesChanged = false): void {
    if (ids.size === 0 && !framesChanged) return;
    const clusters = new Set<string>();
    const noteIds = new Set<string>();
    const drawings = new Set<string>();
    for (const id of ids) {
      const placed = this.#notes.get(id);
      if (!placed) {
        if (!this.drawings.all.has(id)) continue;
        this.drawings.replace(id);
        drawings.add(id);
        continue;
      }
      noteIds.add(id);
      this.#put(placed.note);
      if (placed.note.clusterId) clusters.add(placed.note.clusterId);
    }
    this.#drawConnectors([...ids], drawings);
    for (const clusterId of clusters) this.#shapeCluster(clusterId);
    this.#tell({ notes: noteIds, drawings: drawings.size > 0 ? drawings : NOTHING, before: NO_NOTES, documentChanged: false, framesChanged, islandsChanged: clusters.size > 0, ranksChanged: false });
  }

  #tell(change: SceneChange): void {
    this.#content = null;
    this.#reading = null;
    this.version++;
    for (const listener of this.#listeners) listener(change);
  }

  #placeFrames(): void {
    this.#frames = [...this.index.frames.values()].sort(byOrder).map((frame) => {
      const lifted = this.#liftedFrames.get(frame.id);
      return { id: frame.id, frame, x: frame.position.x + (lifted?.x ?? 0), y: frame.position.y + (lifted?.y ?? 0), ...frame.size };
    });
  }

  #placeOf(id: string, position: Position): Place {
    const { frameId, x, y } = position;
    const liftedFrame = frameId === null ? undefined : this.#liftedFrames.get(frameId);
    const place = this.index.absolutePlace(position);
    const lifted = this.#lifted.get(id);
    if (!liftedFrame && !lifted) return place;
    const frame = liftedFrame && this.#frames.find(({ id }) => id === frameId);
    const base = frame ? { x: frame.x + x, y: frame.y + y } : place;
    return { x: base.x + (lifted?.dx ?? 0), y: base.y + (lifted?.dy ?? 0) };
  }

  #put(note: Note): void {
    const { x, y } = this.#placeOf(note.id, note.position);
    const { width, height } = note.size;
    const placed = this.#notes.get(note.id);
    if (!placed) {
      const added: PlacedNote = { id: note.id, note, x, y, width, height, rank: 0 };
      this.#notes.set(note.id, added);
      this.#grid.add(added);
      this.#rank(added);
      this.#enlist(added);
      return;
    }
    const reordered = placed.note.order !== note.order;
    if (placed.note !== note) {
      this.#delist(placed);
      placed.note = note;
      this.#enlist(placed);
    }
    if (placed.x !== x || placed.y !== y || placed.width !== width || placed.height !== height) this.#grid.move(Object.assign(placed, { x, y, width, height }));
    if (reordered) this.#rank(placed);
  }

  #remove(placed: PlacedNote): void {
    this.#notes.delete(placed.id);
    this.#grid.delete(placed);
    this.#lifted.delete(placed.id);
    this.#delist(placed);
  }

  #enlist(placed: PlacedNote): void {
    const { clusterId, position } = placed.note;
    if (position.frameId !== null) listIn(this.#byFrame, position.frameId).add(placed);
    if (clusterId !== null) listIn(this.#byCluster, clusterId).add(placed);
  }
  #delist(placed: PlacedNote): void {
    const { clusterId, position } = placed.note;
    if (position.frameId !== null) this.#byFrame.get(position.frameId)?.delete(placed);
    if (clusterId !== null) this.#byCluster.get(clusterId)?.delete(placed);
  }

  /** Nearly every note comes in on top; where two people raised notes at once, all ranks are dealt out anew, once for the whole change. */
  #rank(placed: PlacedNote | PlacedDrawing): void {
    const order = orderOf(placed);
    if (order > this.#topOrder) {
      this.#topOrder = order;
      placed.rank = ++this.#topRank;
    } else this.#ranksStale = true;
  }
  #dealRanks(): void {
    this.#ranksStale = false;
    this.#topRank = RANK_BASE;
    const stacked = [...this.#notes.values(), ...this.drawings.all.values()].sort((a, b) => byOrder('note' in a ? a.note : a.item, 'note' in b ? b.note : b.item));
    for (const placed of stacked) {
      placed.rank = ++this.#topRank;
      this.#topOrder = orderOf(placed);
    }
  }

  #shapeCluster(clusterId: string): void {
    const members = this.index.cluster(clusterId) ? this.notesOfCluster(clusterId) : [];
    if (members.length > 0) this.#islands.set(clusterId, islandsOf(clusterId, members));
    else this.#islands.delete(clusterId);
  }
}

const orderOf = (placed: PlacedNote | PlacedDrawing): string => ('note' in placed ? placed.note : placed.item).order;

function listIn(lists: Map<string, Set<PlacedNote>>, key: string): Set<PlacedNote> {
  const list = lists.get(key) ?? new Set<PlacedNote>();
  lists.set(key, list);
  return list;
}
