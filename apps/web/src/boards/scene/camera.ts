import type { Box } from './grid.ts';

export interface Point {
  x: number;
  y: number;
}
/** The screen's size in CSS pixels. */
export interface ViewSize {
  width: number;
  height: number;
}
/** Which part of the board the screen shows: the board's point at the top left corner, and screen pixels per board pixel. */
export interface Camera extends Point {
  zoom: number;
}

export const ZOOM_MIN = 0.04;
export const ZOOM_MAX = 3;
/** Below this the text of notes is under 5 px: a picture of coloured cards takes their place. */
export const ZOOM_FAR = 0.35;
/** What a note is brought to when it must be read. */
export const ZOOM_READABLE = 0.6;

const STEPS = [0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.25, 1.5, 2, 3];
const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

export const toBoard = (camera: Camera, at: Point): Point => ({ x: camera.x + at.x / camera.zoom, y: camera.y + at.y / camera.zoom });
export const toScreen = (camera: Camera, at: Point): Point => ({ x: (at.x - camera.x) * camera.zoom, y: (at.y - camera.y) * camera.zoom });
export const viewOf = (camera: Camera, { width, height }: ViewSize): Box => ({ x: camera.x, y: camera.y, width: width / camera.zoom, height: height / camera.zoom });

/** By pixels of the screen: to the right and down for positive ones. */
export const panned = (camera: Camera, dx: number, dy: number): Camera => ({ ...camera, x: camera.x + dx / camera.zoom, y: camera.y + dy / camera.zoom });

/** Another scale; what lies under `at` on the screen stays there. */
export function zoomed(camera: Camera, zoom: number, at: Point): Camera {
  const next = clamp(zoom, ZOOM_MIN, ZOOM_MAX);
  const fixed = toBoard(camera, at);
  return { x: fixed.x - at.x / next, y: fixed.y - at.y / next, zoom: next };
}

/** The next rounder scale up or down, for buttons and keys. */
export function zoomStep(zoom: number, direction: 1 | -1): number {
  const next = direction > 0 ? STEPS.find((step) => step > zoom * 1.01) : STEPS.findLast((step) => step < zoom * 0.99);
  return next ?? (direction > 0 ? ZOOM_MAX : ZOOM_MIN);
}

/** Room that panels take at the edges of the screen, in screen pixels. */
export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}
export const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

/** Shows the whole box between the panels, no larger than life. */
export function fitted(box: Box, size: ViewSize, insets: Insets = NO_INSETS, margin = 32): Camera {
  const width = Math.max(1, size.width - insets.left - insets.right - 2 * margin);
  const height = Math.max(1, size.height - insets.top - insets.bottom - 2 * margin);
  const zoom = clamp(Math.min(width / Math.max(1, box.width), height / Math.max(1, box.height)), ZOOM_MIN, 1);
  return centred({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, zoom, size, insets);
}

/** Puts a point of the board into the middle of the free screen. */
export function centred(at: Point, zoom: number, size: ViewSize, insets: Insets = NO_INSETS): Camera {
  const middleX = (insets.left + size.width - insets.right) / 2;
  const middleY = (insets.top + size.height - insets.bottom) / 2;
  return { x: at.x - middleX / zoom, y: at.y - middleY / zoom, zoom };
}

/** The least movement that shows the whole box at a scale at which it can be read; the same camera where it is shown already. */
export function revealing(camera: Camera, box: Box, size: ViewSize, insets: Insets = NO_INSETS, margin = 16): Camera {
  if (camera.zoom < ZOOM_FAR) return centred({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, ZOOM_READABLE, size, insets);
  const left = camera.x + (insets.left + margin) / camera.zoom;
  const right = camera.x + (size.width - insets.right - margin) / camera.zoom;
  const top = camera.y + (insets.top + margin) / camera.zoom;
  const bottom = camera.y + (size.height - insets.bottom - margin) / camera.zoom;
  const dx = box.x < left || box.width > right - left ? box.x - left : Math.max(0, box.x + box.width - right);
  const dy = box.y < top || box.height > bottom - top ? box.y - top : Math.max(0, box.y + box.height - bottom);
  return dx === 0 && dy === 0 ? camera : { ...camera, x: camera.x + dx, y: camera.y + dy };
}

/** Never so far away that nothing of the board is in sight: at least a corner of the content stays on the screen. */
export function withinReach(camera: Camera, content: Box | undefined, { width, height }: ViewSize): Camera {
  if (!content) return camera;
  const keep = 80 / camera.zoom;
  return {
    zoom: camera.zoom,
    x: clamp(camera.x, content.x + keep - width / camera.zoom, content.x + content.width - keep),
    y: clamp(camera.y, content.y + keep - height / camera.zoom, content.y + content.height - keep),
  };
}
