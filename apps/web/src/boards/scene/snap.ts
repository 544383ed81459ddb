import type { Box } from './grid.ts';

/** A line that shows with what something carried is in line: where it stands, and from where to where it is drawn. */
export interface Guide {
  /** `x`: an upright line at this x. */
  axis: 'x' | 'y';
  at: number;
  from: number;
  to: number;
}

export interface Snapped {
  dx: number;
  dy: number;
  guides: Guide[];
}

/**
 * Brings a box that is carried in line with what lies around it: edges with edges, middle with middle, each axis for itself, to the nearest
 * within reach.
 * @param reach how far, in board pixels, a line attracts
 * @returns by how much to move the box, and the lines it is then on
 */
export function snap(moving: Box, others: readonly Box[], reach: number): Snapped {
  const dx = nearest(moving.x, moving.width, others, 'x', reach);
  const dy = nearest(moving.y, moving.height, others, 'y', reach);
  const there = { ...moving, x: moving.x + (dx ?? 0), y: moving.y + (dy ?? 0) };
  return {
    dx: dx ?? 0,
    dy: dy ?? 0,
    guides: [...(dx === null ? [] : guidesAt(there, others, 'x')), ...(dy === null ? [] : guidesAt(there, others, 'y'))],
  };
}

const SIDE = { x: 'width', y: 'height' } as const;
/** Places of a box along an axis that attract each other: its edges, and its middle apart from them. */
const edgesOf = (at: number, length: number) => [at, at + length] as const;

function nearest(at: number, length: number, others: readonly Box[], axis: 'x' | 'y', reach: number): number | null {
  let best: number | null = null;
  const attract = (by: number) => {
    if (Math.abs(by) <= reach && (best === null || Math.abs(by) < Math.abs(best))) best = by;
  };
  for (const other of others) {
    const length2 = other[SIDE[axis]];
    for (const edge of edgesOf(at, length)) for (const line of edgesOf(other[axis], length2)) attract(line - edge);
    attract(other[axis] + length2 / 2 - (at + length / 2));
  }
  return best;
}

/** Near enough to lie on one line: places are whole numbers, middles halves. */
const SAME = 0.51;

function guidesAt(box: Box, others: readonly Box[], axis: 'x' | 'y'): Guide[] {
  const across = axis === 'x' ? 'y' : 'x';
  const guides = new Map<number, Guide>();
  const draw = (line: number, other: Box) => {
    const known = guides.get(line) ?? { axis, at: line, from: box[across], to: box[across] + box[SIDE[across]] };
    known.from = Math.min(known.from, other[across]);
    known.to = Math.max(known.to, other[across] + other[SIDE[across]]);
    guides.set(line, known);
  };
  const [near, far] = edgesOf(box[axis], box[SIDE[axis]]);
  for (const other of others) {
    for (const edge of [near, far]) for (const line of edgesOf(other[axis], other[SIDE[axis]])) if (Math.abs(line - edge) < SAME) draw(edge, other);
    const middle = (near + far) / 2;
    if (Math.abs(other[axis] + other[SIDE[axis]] / 2 - middle) < SAME) draw(middle, other);
  }
  return [...guides.values()];
}
