/** Puts an option in at a place from 1 on, or where it stands already moves it there; the others keep their order. */
export function placeAt(ranking: readonly string[], optionId: string, place: number): string[] {
  const others = ranking.filter((id) => id !== optionId);
  const at = Math.min(Math.max(place, 1), others.length + 1) - 1;
  return [...others.slice(0, at), optionId, ...others.slice(at)];
}

export const takeOut = (ranking: readonly string[], optionId: string): string[] => ranking.filter((id) => id !== optionId);
