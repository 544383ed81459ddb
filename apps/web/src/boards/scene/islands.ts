import { boxAround, type Box } from './grid.ts';

const GAP = 16;

/** Slots of one block of equal cells, as square as can be, from the top left corner on: where the notes of a new cluster come to lie. */
export function blockOf(corner: { x: number; y: number }, sizes: readonly { width: number; height: number }[]): { x: number; y: number }[] {
  const columns = Math.max(1, Math.ceil(Math.sqrt(sizes.length)));
  const width = Math.max(0, ...sizes.map((size) => size.width)) + GAP;
  const height = Math.max(0, ...sizes.map((size) => size.height)) + GAP;
  return sizes.map((_, i) => ({ x: corner.x + (i % columns) * width, y: corner.y + Math.floor(i / columns) * height }));
}

/**
 * A place beside the notes of a cluster that no note takes: first in its own rows, then in a new row below. A cluster without notes has no place.
 * @param isFree whether nothing lies in this box
 */
export function placeBeside(members: readonly Box[], size: { width: number; height: number }, isFree: (box: Box) => boolean): { x: number; y: number } | undefined {
  const around = boxAround(members);
  if (!around) return undefined;
  const stepX = size.width + GAP;
  const stepY = size.height + GAP;
  const columns = Math.max(1, Math.ceil(Math.sqrt(members.length + 1)), Math.round((around.width + GAP) / stepX));
  for (let row = 0; row < members.length + 8; row++) {
    for (let column = 0; column < columns; column++) {
      const box = { x: around.x + column * stepX, y: around.y + row * stepY, ...size };
      if (isFree(box)) return { x: box.x, y: box.y };
    }
  }
  return { x: around.x, y: around.y + around.height + GAP };
}
