import type { IdeaPlan } from '@spolu/contracts/idea-places';

/** A plan as it is typed: edges as words, until they are sent. */
export interface PlanValues {
  fileId: string | null;
  description: string;
  north: string;
  west: string;
  south: string;
  east: string;
}

export const NO_PLAN: PlanValues = { fileId: null, description: '', north: '', west: '', south: '', east: '' };

export function planValues(plan: IdeaPlan | null): PlanValues {
  if (!plan) return NO_PLAN;
  const { fileId, description, edges } = plan;
  const words = (degrees: number | undefined) => (degrees === undefined ? '' : String(degrees));
  return { fileId, description, north: words(edges?.north), west: words(edges?.west), south: words(edges?.south), east: words(edges?.east) };
}

/** As the contract takes it; a decimal comma is one too, and words that are no number are left for its check. */
export function planInput({ fileId, description, north, west, south, east }: PlanValues) {
  if (fileId === null) return null;
  const degrees = (words: string) => (words.trim() === '' ? undefined : Number(words.replace(',', '.')));
  const edges = { north: degrees(north), west: degrees(west), south: degrees(south), east: degrees(east) };
  return { fileId, description, edges: Object.values(edges).every((edge) => edge === undefined) ? null : edges };
}
