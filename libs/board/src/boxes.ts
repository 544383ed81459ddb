import { LINK_SIZE } from './links.ts';
import { FONT_SIZE } from './looks.ts';
import { PIN_SIZE } from './pins.ts';
import type { Items, Place, PlacedKind, Size } from './shape.ts';
import { textHeight } from './text-fit.ts';

export interface Box extends Place, Size {}

/** The room that a note or drawing takes, relative to its frame. */
export function boxOf<Kind extends PlacedKind>(kind: Kind, item: Items[Kind]): Box;
export function boxOf(kind: PlacedKind, item: Items[PlacedKind]): Box {
  const { x, y } = item.position;
  if ('size' in item) return { x, y, ...item.size };
  if ('textSize' in item) return { x, y, width: item.width, height: textHeight(item.text || ' ', item.width, FONT_SIZE[item.textSize]) };
  // A pin's place is its tip.
  return kind === 'pin' ? { x: x - PIN_SIZE.width / 2, y: y - PIN_SIZE.height, ...PIN_SIZE } : { x, y, ...LINK_SIZE };
}

export const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
