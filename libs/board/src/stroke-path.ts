/* A stroke's points as text: each number relative to the one before, in base 64 with continuation bits, as source maps write theirs. */

/** More points than a stroke needs once it is simplified; a longer one is drawn as several. */
export const STROKE_POINTS_MAX = 1_000;
export const STROKE_PATH_MAX_LENGTH = 4_000;
/** How far a stroke reaches from its corner. */
export const STROKE_SPAN_MAX = 20_000;

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const DIGIT_OF = new Map([...DIGITS].map((digit, value) => [digit, value]));

/** @param points whole numbers x, y, x, y, …, none below 0 */
export function encodePath(points: readonly number[]): string {
  let path = '';
  let before = [0, 0];
  for (let i = 0; i + 1 < points.length; i += 2) {
    const at = [points[i] ?? 0, points[i + 1] ?? 0];
    for (const axis of [0, 1]) path += encodeNumber((at[axis] ?? 0) - (before[axis] ?? 0));
    before = at;
  }
  return path;
}

/** The points x, y, x, y, …; undefined for what {@link encodePath} does not make. */
export function decodePath(path: string): number[] | undefined {
  if (path.length === 0 || path.length > STROKE_PATH_MAX_LENGTH) return undefined;
  const points: number[] = [];
  let shift = 0;
  let value = 0;
  for (const digit of path) {
    const bits = DIGIT_OF.get(digit);
    if (bits === undefined || shift > 15) return undefined;
    value += (bits & 31) << shift;
    if (bits & 32) {
      shift += 5;
      continue;
    }
    // Each number is written in one way only.
    if ((shift > 0 && bits === 0) || value === 1) return undefined;
    const difference = value & 1 ? -(value >> 1) : value >> 1;
    const at = (points.at(-2) ?? 0) + difference;
    if (at < 0 || at > STROKE_SPAN_MAX) return undefined;
    points.push(at);
    if (points.length > STROKE_POINTS_MAX * 2) return undefined;
    shift = 0;
    value = 0;
  }
  return shift === 0 && points.length % 2 === 0 ? points : undefined;
}

function encodeNumber(difference: number): string {
  let rest = difference < 0 ? -difference * 2 + 1 : difference * 2;
  let digits = '';
  do {
    const bits = rest & 31;
    rest >>= 5;
    digits += DIGITS[rest > 0 ? bits | 32 : bits];
  } while (rest > 0);
  return digits;
}

/** Leaves out what is nearer than `tolerance` to the line without it (Ramer, Douglas and Peucker). */
export function simplify(points: readonly number[], tolerance: number): number[] {
  const count = points.length >> 1;
  const keep = new Uint8Array(count);
  keep[0] = 1;
  if (count > 0) keep[count - 1] = 1;
  const spans: [number, number][] = [[0, count - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [first, last] = span;
    let farthest = -1;
    let most = tolerance * tolerance;
    for (let i = first + 1; i < last; i++) {
      const squared = squaredDistance(points, i, first, last);
      if (squared > most) {
        most = squared;
        farthest = i;
      }
    }
    if (farthest < 0) continue;
    keep[farthest] = 1;
    spans.push([first, farthest], [farthest, last]);
  }
  return points.filter((_, i) => keep[i >> 1] === 1 && i >> 1 < count);
}

/** From the point `at` to the line between `from` and `to`. Asked for some thousands of times a stroke: without arrays and roots. */
function squaredDistance(points: readonly number[], at: number, from: number, to: number): number {
  const x1 = points[from * 2] ?? 0;
  const y1 = points[from * 2 + 1] ?? 0;
  const dx = (points[to * 2] ?? 0) - x1;
  const dy = (points[to * 2 + 1] ?? 0) - y1;
  const x = (points[at * 2] ?? 0) - x1;
  const y = (points[at * 2 + 1] ?? 0) - y1;
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : (x * dx + y * dy) / length;
  const along = part < 0 ? 0 : part > 1 ? 1 : part;
  const across = x - along * dx;
  const up = y - along * dy;
  return across * across + up * up;
}
