import type { Sector } from '@spolu/contracts/common';
import type { Balance } from '@spolu/contracts/report-blocks';

/** Fewer people than these would be recognised in what they are said to have done. */
export const GROUP_MIN = 5;

export interface Part {
  sector: Sector | null;
  people: number;
  wrote: number;
  notes: number;
}
type Group = Balance['groups'][number];

const join = (groups: readonly Group[]): Group => ({
  sectors: groups.flatMap(({ sectors }) => sectors),
  people: groups.reduce((sum, { people }) => sum + people, 0),
  wrote: groups.reduce((sum, { wrote }) => sum + wrote, 0),
  notes: groups.reduce((sum, { notes }) => sum + notes, 0),
});

/**
 * Groups of at least {@link GROUP_MIN}: smaller ones are told as one, together with the next smallest while they are still too few, so that nobody reckons
 * them out of the sum. Nothing where that leaves no two to compare.
 */
export function balanceOf(parts: readonly Part[]): Group[] {
  const groups = parts.filter(({ people }) => people > 0).map(({ sector, ...counts }): Group => ({ sectors: [sector], ...counts }));
  const small = groups.filter(({ people }) => people < GROUP_MIN);
  const large = groups.filter(({ people }) => people >= GROUP_MIN);
  while (small.length > 0 && join(small).people < GROUP_MIN) {
    const next = large.reduce<Group | undefined>((least, group) => (least && least.people <= group.people ? least : group), undefined);
    if (!next) return [];
    small.push(next);
    large.splice(large.indexOf(next), 1);
  }
  const told = small.length > 0 ? [...large, join(small)] : large;
  return told.length > 1 ? told : [];
}
