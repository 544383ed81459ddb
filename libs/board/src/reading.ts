import * as Y from 'yjs';
import type { Authored, Position, Readable, Size } from './shape.ts';

/* Readers survive what a broken device once wrote: a field that is missing or of another type reads as the least surprising value. */

export const string = (value: unknown): string => (typeof value === 'string' ? value : '');
export const stringOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
export const number = (value: unknown, otherwise = 0): number => (typeof value === 'number' && Number.isFinite(value) ? value : otherwise);
export const numberOrNull = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const oneOf = <Known extends string>(known: readonly Known[], value: unknown, otherwise: Known): Known =>
  known.find((one) => one === value) ?? otherwise;

export function textIn(fields: Readable): string {
  const text = fields.get('text');
  return text instanceof Y.Text ? text.toString() : '';
}

export const positionOf = (value: unknown): Position => {
  const [x, y, frameId] = list(value);
  return { x: number(x), y: number(y), frameId: stringOrNull(frameId) };
};
export const positionIn = (fields: Readable): Position => positionOf(fields.get('p'));

export function sizeIn(fields: Readable, otherwise: Size, field = 'size'): Size {
  const [width, height] = list(fields.get(field));
  return { width: number(width, otherwise.width), height: number(height, otherwise.height) };
}

export function authoredIn(id: string, fields: Readable): Authored {
  const removed = fields.get('removed');
  return {
    id,
    participantId: stringOrNull(fields.get('participantId')),
    order: string(fields.get('order')),
    groupId: stringOrNull(fields.get('groupId')),
    locked: fields.get('locked') === true,
    removed: removed === 'author' || removed === 'staff' ? removed : null,
  };
}
