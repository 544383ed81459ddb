import { generateKeyBetween } from 'fractional-indexing';

export const ORDER_KEY_MAX_LENGTH = 80;

export function isOrderKey(key: unknown): key is string {
  if (typeof key !== 'string' || key.length === 0 || key.length > ORDER_KEY_MAX_LENGTH) return false;
  try {
    generateKeyBetween(key, null);
    return true;
  } catch {
    return false;
  }
}

/**
 * A key that sorts after `before` and in front of `after`; null for no bound. Where nothing fits between (equal keys, taken by two
 * devices at once) the lower bound comes back, and the id decides. Keys of a broken device count as no bound.
 */
export function orderBetween(before: string | null, after: string | null): string {
  const low = isOrderKey(before) ? before : null;
  const high = isOrderKey(after) ? after : null;
  if (low !== null && high !== null && low >= high) return low;
  const key = generateKeyBetween(low, high);
  return key.length <= ORDER_KEY_MAX_LENGTH ? key : (low ?? key.slice(0, ORDER_KEY_MAX_LENGTH));
}

/** The key behind all of these. */
export function orderAfter(items: Iterable<{ order: string }>): string {
  let last: string | null = null;
  for (const { order } of items) if (isOrderKey(order) && (last === null || order > last)) last = order;
  return orderBetween(last, null);
}
