import { boxAround, type Box } from './grid.ts';

/** Notes of one cluster that lie together; a cluster scattered over the board is several islands with one name. */
export interface Island extends Box {
  clusterId: string;
  noteIds: readonly string[];
  /** The one that carries the cluster's name for keyboard and screen reader: with the most notes. */
  main: boolean;
}

/** Notes nearer than this lie together. */
const NEAR = 72;
export const ISLAND_PADDING = 16;
/** Room for the cluster's name above its notes. */
export const ISLAND_HEAD = 40;

const near = (a: Box, b: Box) =>
  a.x - NEAR < b.x + b.width && a.x + a.width + NEAR > b.x && a.y - NEAR < b.y + b.height && a.y + a.height + NEAR > b.y;

/** Where a cluster shows on the board: one box around each group of its notes, largest group first. */
export function islandsOf(clusterId: string, members: readonly (Box & { id: string })[]): Island[] {
  const groups: (Box & { id: string })[][] = [];
  for (const member of members) {
    const touching = groups.filter((group) => group.some((other) => near(member, other)));
    const [first, ...others] = touching;
    if (!first) {
      groups.push([member]);
      continue;
    }
    first.push(member);
    for (const other of others) {
      first.push(...other);
      groups.splice(groups.indexOf(other), 1);
    }
  }
  return groups
    .sort((a, b) => b.length - a.length || (a[0]?.id ?? '').localeCompare(b[0]?.id ?? ''))
    .flatMap((group, i) => {
      const box = boxAround(group);
      return box
        ? [{
            clusterId,
            noteIds: group.map(({ id }) => id),
            main: i === 0,
            x: box.x - ISLAND_PADDING,
            y: box.y - ISLAND_HEAD,
            width: box.width + 2 * ISLAND_PADDING,
            height: box.height + ISLAND_HEAD + ISLAND_PADDING,
          }]
        : [];
    });
}

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
