import type { Box } from '../boxes.ts';
import { boxAround } from './box.ts';

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
