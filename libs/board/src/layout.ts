import { overlap, type Box } from './boxes.ts';
import { inRows, type LaidBox } from './reading-order.ts';
import type { Place } from './shape.ts';

/* Where things should lie, as plain numbers: boxes on the board in, the corners of those that move out. `arrange.ts` writes them down. */

export type Moves = Map<string, Place>;
export type Layout = (boxes: readonly LaidBox[]) => Moves;

export const ALIGNMENTS = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];
/** Between things that are laid out; the grid of `freePlaceIn` has the same. */
const GAP = 16;

/** Onto one edge, or one middle line, of all of them together. */
export function align(boxes: readonly LaidBox[], to: Alignment): Moves {
  const around = boxAround(boxes);
  return moved(boxes, ({ x, y, width, height }) => {
    switch (to) {
      case 'left': return { x: around.x, y };
      case 'centre': return { x: Math.round(around.x + (around.width - width) / 2), y };
      case 'right': return { x: around.x + around.width - width, y };
      case 'top': return { x, y: around.y };
      case 'middle': return { x, y: Math.round(around.y + (around.height - height) / 2) };
      case 'bottom': return { x, y: around.y + around.height - height };
    }
  });
}

/** With equal gaps between the first and the last, which stay; with equal steps from middle to middle where there is no room for gaps. */
export function distribute(boxes: readonly LaidBox[], axis: 'across' | 'down'): Moves {
  const [start, length] = axis === 'across' ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const middle = (box: Box) => box[start] + box[length] / 2;
  const sorted = [...boxes].sort((a, b) => middle(a) - middle(b) || (a.id < b.id ? -1 : 1));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last || sorted.length < 3) return new Map();
  const within = sorted.slice(1, -1);
  const gap = (last[start] - first[start] - first[length] - within.reduce((sum, box) => sum + box[length], 0)) / (sorted.length - 1);
  const step = (middle(last) - middle(first)) / (sorted.length - 1);
  const at = new Map<string, number>();
  let edge = first[start] + first[length];
  within.forEach((box, i) => {
    at.set(box.id, Math.round(gap >= 0 ? edge + gap : middle(first) + step * (i + 1) - box[length] / 2));
    edge += gap + box[length];
  });
  return moved(within, (box) => ({ x: box.x, y: box.y, [start]: at.get(box.id) ?? box[start] }));
}

/** Into rows and columns, as square as can be, in reading order from the corner where they begin. Done again nothing moves. */
export function tidy(boxes: readonly LaidBox[]): Moves {
  const around = boxAround(boxes);
  return block(boxes, { x: Math.round(around.x), y: Math.round(around.y) });
}

/**
 * Together in one block: where most of them lie already, or as near to it as there is room. What lies in such a block stays.
 * @param others what must not be covered
 */
export function gather(boxes: readonly LaidBox[], others: readonly Box[]): Moves {
  if (boxes.length === 0 || tidy(boxes).size === 0) return new Map();
  const middle = { x: median(boxes.map(({ x, width }) => x + width / 2)), y: median(boxes.map(({ y, height }) => y + height / 2)) };
  const placed = block(boxes, { x: 0, y: 0 }, true);
  const size = boxAround(boxes.map((box) => ({ ...box, ...(placed.get(box.id) ?? box) })));
  const wanted = { x: Math.round(middle.x - size.width / 2), y: Math.round(middle.y - size.height / 2), width: size.width, height: size.height };
  const corner = freePlaceNear(wanted, others);
  return moved(boxes, (box) => {
    const { x, y } = placed.get(box.id) ?? box;
    return { x: corner.x + x, y: corner.y + y };
  });
}

/** Apart, so that none covers another, each moved as little as that takes. What is not covered stays. */
export function spread(boxes: readonly LaidBox[]): Moves {
  const free = boxes.filter((box) => !boxes.some((other) => other !== box && overlap(box, other)));
  const placed: Box[] = [...free];
  const to = new Map<string, Place>();
  for (const box of inRows(boxes).flat()) {
    if (free.includes(box)) continue;
    const place = freePlaceNear(box, placed);
    placed.push({ ...box, ...place });
    to.set(box.id, place);
  }
  return moved(boxes, (box) => to.get(box.id) ?? box);
}

export function boxAround(boxes: Iterable<Box>): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x + width), Math.max(bottom, y + height)];
  }
  return left === Infinity ? { x: 0, y: 0, width: 0, height: 0 } : { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * The place nearest to where a box lies in which it covers nothing. It is pushed out of what it covers to each of the four sides, the nearest push first.
 */
export function freePlaceNear(box: Box, others: readonly Box[]): Place {
  const heap: Place[] = [{ x: box.x, y: box.y }];
  const seen = new Set<string>();
  const far = ({ x, y }: Place) => Math.hypot(x - box.x, y - box.y);
  for (let tries = 0; tries < 5_000; tries++) {
    let nearest = 0;
    for (let i = 1; i < heap.length; i++) if (far(heap[i] as Place) < far(heap[nearest] as Place)) nearest = i;
    const [place] = heap.splice(nearest, 1);
    if (!place) break;
    const here = { ...box, ...place };
    const covered = others.find((other) => overlap(here, other));
    if (!covered) return place;
    const pushes = [
      { x: covered.x + covered.width + GAP, y: place.y }, { x: covered.x - box.width - GAP, y: place.y },
      { x: place.x, y: covered.y + covered.height + GAP }, { x: place.x, y: covered.y - box.height - GAP },
    ];
    for (const push of pushes) {
      const rounded = { x: Math.round(push.x), y: Math.round(push.y) };
      const key = `${rounded.x} ${rounded.y}`;
      if (!seen.has(key)) heap.push(rounded);
      seen.add(key);
    }
  }
  const around = boxAround(others);
  return { x: Math.round(around.x + around.width + GAP), y: Math.round(box.y) };
}

/** Columns as wide as their widest, rows as tall as their tallest. */
function block(boxes: readonly LaidBox[], corner: Place, whole = false): Moves {
  const order = inRows(boxes).flat();
  const columns = Math.max(1, Math.ceil(Math.sqrt(order.length)));
  const widths = new Array<number>(columns).fill(0);
  const heights: number[] = [];
  order.forEach(({ width, height }, i) => {
    widths[i % columns] = Math.max(widths[i % columns] ?? 0, Math.ceil(width));
    const row = Math.floor(i / columns);
    heights[row] = Math.max(heights[row] ?? 0, Math.ceil(height));
  });
  const until = (sizes: readonly number[], count: number) => sizes.slice(0, count).reduce((sum, size) => sum + size + GAP, 0);
  const to = new Map(order.map(({ id }, i) => [id, { x: corner.x + until(widths, i % columns), y: corner.y + until(heights, Math.floor(i / columns)) }]));
  return whole ? to : moved(boxes, (box) => to.get(box.id) ?? box);
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Only what goes elsewhere. */
function moved(boxes: readonly LaidBox[], place: (box: LaidBox) => Place): Moves {
  const moves: Moves = new Map();
  for (const box of boxes) {
    const { x, y } = place(box);
    if (x !== box.x || y !== box.y) moves.set(box.id, { x, y });
  }
  return moves;
}
