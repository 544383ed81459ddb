import type { Box } from '@spolu/board/boxes';

export type { Box } from '@spolu/board/boxes';
export { boxAround } from '@spolu/board/drawing/box';

const CELL = 640;
/** Columns apart in the number of a cell; coordinates of a board stay within a million either way, so no two cells share one. */
const COLUMN = 1_000_003;
const cellOf = (coordinate: number) => Math.floor(coordinate / CELL);

export const overlaps = (a: Box, b: Box): boolean => a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;
export const contains = (box: Box, x: number, y: number): boolean => x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;

/**
 * What lies where, so that a view of a board of thousands of notes asks only about the cells it shows. An item stands in the cell of its
 * top left corner; a query looks as many cells further left and up as the largest item ever seen reaches.
 */
export class Grid<Item extends Box> {
  readonly #cells = new Map<number, Set<Item>>();
  readonly #cellOfItem = new Map<Item, number>();
  #reachX = 1;
  #reachY = 1;

  add(item: Item): void {
    const key = cellOf(item.x) * COLUMN + cellOf(item.y);
    const cell = this.#cells.get(key);
    if (cell) cell.add(item);
    else this.#cells.set(key, new Set([item]));
    this.#cellOfItem.set(item, key);
    this.#reachX = Math.max(this.#reachX, Math.ceil(item.width / CELL));
    this.#reachY = Math.max(this.#reachY, Math.ceil(item.height / CELL));
  }

  delete(item: Item): void {
    const key = this.#cellOfItem.get(item);
    if (key === undefined) return;
    this.#cellOfItem.delete(item);
    const cell = this.#cells.get(key);
    cell?.delete(item);
    if (cell?.size === 0) this.#cells.delete(key);
  }

  /** Puts an item whose place or size has changed into its cell. */
  move(item: Item): void {
    this.delete(item);
    this.add(item);
  }

  /** Calls `visit` with all that overlap the box, in no order. */
  query(box: Box, visit: (item: Item) => void): void {
    const left = cellOf(box.x) - this.#reachX;
    const right = cellOf(box.x + box.width);
    const top = cellOf(box.y) - this.#reachY;
    const bottom = cellOf(box.y + box.height);
    // Far out, walking over empty cells would cost more than looking at every cell that holds something.
    if ((right - left + 1) * (bottom - top + 1) > this.#cells.size) {
      for (const cell of this.#cells.values()) for (const item of cell) if (overlaps(item, box)) visit(item);
      return;
    }
    for (let column = left; column <= right; column++) {
      for (let row = top; row <= bottom; row++) {
        for (const item of this.#cells.get(column * COLUMN + row) ?? []) if (overlaps(item, box)) visit(item);
      }
    }
  }
}
