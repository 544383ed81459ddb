/** Those that were put in an order first, the others after them as they come. */
export const inOrder = (teamIds: readonly string[], order: readonly string[]): string[] => [...order.filter((id) => teamIds.includes(id)), ...teamIds.filter((id) => !order.includes(id))];

/** Who was on stays where she was; the others are drawn by lot. @param below a whole number from 0 up to, not including, the given one, by chance */
export function drawn(order: readonly string[], isDone: (id: string) => boolean, below: (limit: number) => number): string[] {
  const left = order.filter((id) => !isDone(id));
  for (let i = left.length - 1; i > 0; i--) {
    const j = below(i + 1);
    [left[i], left[j]] = [left[j]!, left[i]!];
  }
  return [...order.filter(isDone), ...left];
}
