import type { Box } from '../scene/grid.ts';
import type { PlacedFrame } from '../scene/scene.ts';

/** What of a board a view shows, for words: one frame, so many frames at once, or none. */
export type Shown = { kind: 'frame'; title: string } | { kind: 'frames'; count: number } | { kind: 'none' };

const shared = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) * Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/** Several frames, where at least two are all there; otherwise the one of which most is seen. */
export function shownFrame(frames: readonly PlacedFrame[], part: Box): Shown {
  const seen = frames.flatMap((frame) => {
    const area = shared(frame, part);
    return area > 0 ? [{ frame, area, isWhole: area > 0.95 * frame.width * frame.height }] : [];
  });
  const whole = seen.filter(({ isWhole }) => isWhole);
  if (whole.length > 1) return { kind: 'frames', count: whole.length };
  const most = seen.reduce<(typeof seen)[number] | undefined>((best, one) => (best && best.area >= one.area ? best : one), undefined);
  return most ? { kind: 'frame', title: most.frame.frame.title } : { kind: 'none' };
}
