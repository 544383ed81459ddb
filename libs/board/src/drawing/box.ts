import type { Box } from '../boxes.ts';

/** The least box around all of these; undefined around nothing. */
export function boxAround(boxes: Iterable<Box>): Box | undefined {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return left <= right ? { x: left, y: top, width: right - left, height: bottom - top } : undefined;
}
