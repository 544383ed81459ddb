import type { BoardIndex } from './board-index.ts';
import { boxOf, type Box } from './boxes.ts';
import { isHeld, type Connector, type ConnectorEnd } from './connectors.ts';
import { isPlacedKind, type Place } from './shape.ts';

/** The corners of a connector's line on the board, first to last; undefined where a thing it holds on to is gone. */
export function routeOf(index: BoardIndex, { from, to, line }: Connector): Place[] | undefined {
  const [a, b] = [endBox(index, from), endBox(index, to)];
  if (!a || !b) return undefined;
  return line === 'elbow' ? elbow(a, b) : straight(a, b);
}

/** The box an end holds on to; a free end is a box without size. */
function endBox(index: BoardIndex, end: ConnectorEnd): Box | undefined {
  if (!isHeld(end)) return { ...index.absolutePlace(end), width: 0, height: 0 };
  if (end.kind === 'frame') {
    const frame = index.frame(end.id);
    return frame && { ...frame.position, ...frame.size };
  }
  const item = isPlacedKind(end.kind) ? index.item(end.kind, end.id) : undefined;
  if (!item || !isPlacedKind(end.kind)) return undefined;
  const box = boxOf(end.kind, item);
  return { ...box, ...index.absolutePlace({ x: box.x, y: box.y, frameId: item.position.frameId }) };
}

const middleOf = ({ x, y, width, height }: Box): Place => ({ x: x + width / 2, y: y + height / 2 });

/** From middle to middle, as far as it is to be seen between the two edges. */
export function straight(a: Box, b: Box): Place[] {
  const [from, to] = [middleOf(a), middleOf(b)];
  return [edgeTowards(a, to), edgeTowards(b, from)];
}

function edgeTowards(box: Box, to: Place): Place {
  const from = middleOf(box);
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (dx === 0 && dy === 0) return from;
  const reach = Math.min(dx === 0 ? Infinity : box.width / 2 / Math.abs(dx), dy === 0 ? Infinity : box.height / 2 / Math.abs(dy), 1);
  return { x: from.x + dx * reach, y: from.y + dy * reach };
}

/** Across and down only: out of the sides that face each other, with the bend half way. */
export function elbow(a: Box, b: Box): Place[] {
  const [from, to] = [middleOf(a), middleOf(b)];
  const across = Math.abs(to.x - from.x) - (a.width + b.width) / 2;
  const down = Math.abs(to.y - from.y) - (a.height + b.height) / 2;
  if (across >= down) {
    const [start, end] = to.x >= from.x ? [a.x + a.width, b.x] : [a.x, b.x + b.width];
    const bend = (start + end) / 2;
    return withoutRepeats([{ x: start, y: from.y }, { x: bend, y: from.y }, { x: bend, y: to.y }, { x: end, y: to.y }]);
  }
  const [start, end] = to.y >= from.y ? [a.y + a.height, b.y] : [a.y, b.y + b.height];
  const bend = (start + end) / 2;
  return withoutRepeats([{ x: from.x, y: start }, { x: from.x, y: bend }, { x: to.x, y: bend }, { x: to.x, y: end }]);
}

const withoutRepeats = (places: Place[]): Place[] => places.filter(({ x, y }, i) => i === 0 || x !== places[i - 1]?.x || y !== places[i - 1]?.y);
