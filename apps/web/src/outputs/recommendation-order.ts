/** The list with the item at `from` moved by one place; the same list where it can't move further. */
export function moved<Item>(items: readonly Item[], from: number, by: -1 | 1): Item[] {
  const to = from + by;
  const [item, other] = [items[from], items[to]];
  if (item === undefined || other === undefined) return [...items];
  const next = [...items];
  next[from] = other;
  next[to] = item;
  return next;
}
