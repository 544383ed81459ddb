/** Somebody of the circle, who may be gone. */
export interface Seat {
  id: string;
  isGone: boolean;
}

/** Who has the word after somebody, and after them, in the order in which people came and round again; nobody twice, and nobody who is gone. */
export function after(circle: readonly Seat[], current: string | null): string[] {
  const at = circle.findIndex(({ id }) => id === current);
  return [...circle.slice(at + 1), ...circle.slice(0, at + 1)].filter(({ isGone }) => !isGone).map(({ id }) => id);
}
