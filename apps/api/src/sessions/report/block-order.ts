import { isOwn } from '@spolu/contracts/report-blocks';

/**
 * Her order, in which whatever came to the session since takes its place behind what it follows by itself, and behind her own words to that. What is gone
 * is left out.
 * @param existing generated blocks in their natural order, then her own
 */
export function mergeOrder(hers: readonly string[], existing: readonly string[]): string[] {
  const there = new Set(existing);
  const order = [...new Set(hers)].filter((key) => there.has(key));
  const placed = new Set(order);
  let before: string | null = null;
  for (const key of existing) {
    if (!placed.has(key)) order.splice(isOwn(key) ? order.length : endOf(order, before), 0, key);
    if (!isOwn(key)) before = key;
  }
  return order;
}

/** Where a block's followers end: her own blocks stay with what they stand behind. Null: the top of the report. */
function endOf(order: readonly string[], key: string | null): number {
  let at = key === null ? 0 : order.indexOf(key) + 1;
  while (at < order.length && isOwn(order[at] ?? '')) at++;
  return at;
}

/** @param after null: first; unknown, or the block itself: it stays where it is */
export function moveBehind(order: readonly string[], key: string, after: string | null): string[] {
  if (!order.includes(key) || after === key || (after !== null && !order.includes(after))) return [...order];
  const rest = order.filter((one) => one !== key);
  rest.splice(after === null ? 0 : rest.indexOf(after) + 1, 0, key);
  return rest;
}

/** Generated blocks as they come by themselves; her own stay behind the generated one they stood behind. */
export function naturalOrder(order: readonly string[], existing: readonly string[]): string[] {
  const followers = new Map<string | null, string[]>([[null, []]]);
  let behind: string | null = null;
  for (const key of order) {
    if (isOwn(key)) followers.get(behind)?.push(key);
    else followers.set((behind = key), []);
  }
  return [...(followers.get(null) ?? []), ...existing.filter((key) => !isOwn(key)).flatMap((key) => [key, ...(followers.get(key) ?? [])])];
}
