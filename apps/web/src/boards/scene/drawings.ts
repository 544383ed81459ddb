import type { BoardIndex } from '@spolu/board/board-index';
import { boxOf } from '@spolu/board/boxes';
import { isHeld, type Connector, type ConnectorEnd } from '@spolu/board/connectors';
import { elbow, straight } from '@spolu/board/routes';
import { DRAWING_KINDS } from '@spolu/contracts/plain';
import type { DrawingKind } from '@spolu/contracts/boards';
import type { Items, Place, Position } from '@spolu/board/shape';
import { boxAround, Grid, overlaps, type Box } from './grid.ts';

type LyingKind = Exclude<DrawingKind, 'connector'>;
/** A drawing as it lies on the board now, drags in progress included. */
export type PlacedDrawing = Box & { readonly id: string; rank: number } & (
  | { [Kind in LyingKind]: { kind: Kind; item: Items[Kind] } }[LyingKind]
  | { kind: 'connector'; item: Connector; route: readonly Place[] }
);

/** What the drawings ask of the scene around them. */
export interface Surroundings {
  index: BoardIndex;
  /** The box of a note or frame as it lies now. */
  boxOfHeld: (kind: string, id: string) => Box | undefined;
  /** Where something belongs, with whatever is being dragged. */
  placeOf: (id: string, position: Position) => Place;
}

const LINE_MARGIN = 12;

/** All that lies on a board beside notes, frames and clusters. Lines between things follow them. */
export class Drawings {
  readonly #around: Surroundings;
  readonly #all = new Map<string, PlacedDrawing>();
  readonly #grid = new Grid<PlacedDrawing>();
  readonly #byFrame = new Map<string, Set<string>>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  get all(): ReadonlyMap<string, PlacedDrawing> {
    return this.#all;
  }
  query(box: Box, visit: (drawing: PlacedDrawing) => void): void {
    this.#grid.query(box, visit);
  }
  ofFrame(frameId: string): Iterable<string> {
    return this.#byFrame.get(frameId) ?? [];
  }

  /** Reads everything; at the beginning. */
  fill(): void {
    for (const kind of DRAWING_KINDS) if (kind !== 'connector') for (const id of this.#around.index.items(kind).keys()) this.follow(kind, id);
    for (const id of this.#around.index.items('connector').keys()) this.follow('connector', id);
  }

  /** Takes up how a drawing is in the document now. @returns whether its stacking may be another */
  follow(kind: DrawingKind, id: string): boolean {
    const before = this.#all.get(id);
    const item = this.#around.index.item(kind, id);
    if (!item) {
      if (before) this.#remove(before);
      return false;
    }
    const placed = this.#place(kind, item, before?.rank ?? 0);
    if (!placed) {
      if (before) this.#remove(before);
      return false;
    }
    this.#put(placed, before);
    return before?.item.order !== item.order;
  }

  /** Takes up what lies elsewhere only because it, or what it holds on to, is being dragged. */
  replace(id: string): void {
    const before = this.#all.get(id);
    if (before) this.follow(before.kind, id);
  }

  #put(placed: PlacedDrawing, before: PlacedDrawing | undefined): void {
    if (before) this.#forget(before);
    this.#all.set(placed.id, placed);
    this.#grid.add(placed);
    const frameId = placed.kind === 'connector' ? null : placed.item.position.frameId;
    if (frameId === null) return;
    const list = this.#byFrame.get(frameId) ?? new Set();
    this.#byFrame.set(frameId, list.add(placed.id));
  }
  #remove(placed: PlacedDrawing): void {
    this.#forget(placed);
    this.#all.delete(placed.id);
  }
  #forget(placed: PlacedDrawing): void {
    this.#grid.delete(placed);
    if (placed.kind !== 'connector' && placed.item.position.frameId !== null) this.#byFrame.get(placed.item.position.frameId)?.delete(placed.id);
  }

  #place(kind: DrawingKind, item: Items[DrawingKind], rank: number): PlacedDrawing | undefined {
    if (kind === 'connector') return this.#route(item as Connector, rank);
    const lying = item as Items[LyingKind];
    const { width, height, x, y } = boxOf(kind, lying);
    // A pin's box begins elsewhere than its place.
    const shift = { x: x - lying.position.x, y: y - lying.position.y };
    const place = this.#around.placeOf(item.id, lying.position);
    return { id: item.id, kind, item: lying, rank, x: place.x + shift.x, y: place.y + shift.y, width, height } as PlacedDrawing;
  }

  #route(item: Connector, rank: number): PlacedDrawing | undefined {
    const [from, to] = [this.#end(item.id, item.from), this.#end(item.id, item.to)];
    if (!from || !to) return undefined;
    const route = item.line === 'elbow' ? elbow(from, to) : straight(from, to);
    const box = boxAround(route.map(({ x, y }) => ({ x: x - LINE_MARGIN, y: y - LINE_MARGIN, width: 2 * LINE_MARGIN, height: 2 * LINE_MARGIN })));
    return box && { id: item.id, kind: 'connector', item, route, rank, ...box };
  }

  /** A free end is a box without size. */
  #end(connectorId: string, end: ConnectorEnd): Box | undefined {
    if (!isHeld(end)) return { ...this.#around.placeOf(connectorId, end), width: 0, height: 0 };
    if (end.kind === 'note' || end.kind === 'frame') return this.#around.boxOfHeld(end.kind, end.id);
    return this.#all.get(end.id);
  }
}

/** Whether it hides what lies below: a form without filling is looked through. */
const covers = (drawing: PlacedDrawing): boolean => drawing.kind === 'picture' || (drawing.kind === 'shape' && drawing.item.fill !== 'none');

/**
 * Whether a shape or picture lies over the notes it touches. Notes stay one layer, so it is over all of them or under: over them only when it is
 * above each.
 */
export function liesOverNotes(drawing: PlacedDrawing, touching: Iterable<{ rank: number }>): boolean {
  if (!covers(drawing)) return true;
  for (const { rank } of touching) if (rank > drawing.rank) return false;
  return true;
}

/** The topmost drawing here, of those that have something at this very place. */
export function drawingAt(drawings: Drawings, x: number, y: number, reach: number): PlacedDrawing | undefined {
  let found: PlacedDrawing | undefined;
  const near = { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach };
  drawings.query(near, (drawing) => {
    if ((!found || drawing.rank > found.rank) && touches(drawing, x, y, reach)) found = drawing;
  });
  return found;
}

function touches(drawing: PlacedDrawing, x: number, y: number, reach: number): boolean {
  if (drawing.kind === 'connector') return nearLine(drawing.route.flatMap((place) => [place.x, place.y]), x, y, reach);
  if (drawing.kind === 'stroke') return nearLine(drawing.item.points, x - drawing.x, y - drawing.y, reach);
  return overlaps(drawing, { x: x - 0.5, y: y - 0.5, width: 1, height: 1 });
}

function nearLine(points: readonly number[], x: number, y: number, reach: number): boolean {
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [ax = 0, ay = 0, bx = ax, by = ay] = points.slice(i, i + 4);
    const [dx, dy] = [bx - ax, by - ay];
    const along = dx === 0 && dy === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
    if (Math.hypot(ax + along * dx - x, ay + along * dy - y) <= reach) return true;
  }
  return false;
}
