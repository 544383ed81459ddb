import type { BoardIndex } from './board-index.ts';
import { boxOf } from './boxes.ts';
import type { Change } from './edits.ts';
import { moveItem } from './items.ts';
import type { Layout } from './layout.ts';
import type { LaidBox } from './reading-order.ts';
import { isPlacedKind, type ItemRef, type PlacedKind } from './shape.ts';

/** Where things lie on the board itself, whatever frame they are on. What has no place of its own is left out. */
export function laidBoxes(index: BoardIndex, refs: Iterable<ItemRef>): (LaidBox & { kind: PlacedKind })[] {
  return [...refs].flatMap(({ kind, id }) => {
    const item = isPlacedKind(kind) ? index.item(kind, id) : undefined;
    if (!item || !isPlacedKind(kind)) return [];
    const box = boxOf(kind, item);
    const { x, y } = index.absolutePlace({ x: box.x, y: box.y, frameId: item.position.frameId });
    return [{ ...box, kind, id, x, y }];
  });
}

/**
 * Lays things out, one write for each that moves, in one transaction: `arrange(index, refs, tidy)`, `arrange(index, refs, (boxes) => align(boxes, 'left'))`. They stay
 * on the frames they are on.
 */
export function arrange(index: BoardIndex, refs: Iterable<ItemRef>, layout: Layout): Change[] {
  const boxes = laidBoxes(index, refs);
  const moves = layout(boxes);
  return index.doc.transact(() => boxes.flatMap(({ kind, id, x, y }) => {
    const to = moves.get(id);
    const position = index.item(kind, id)?.position;
    return to && position ? moveItem(index.doc, kind, id, { x: position.x + to.x - x, y: position.y + to.y - y, frameId: position.frameId }) : [];
  }));
}
