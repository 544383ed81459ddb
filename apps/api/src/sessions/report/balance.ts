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
type TableGroup = NonNullable<Balance['tables']>[number]['groups'][number];
interface Counts {
  people: number;
  wrote: number;
  notes: number;
}

const sum = (groups: readonly Counts[]): Counts => ({
  people: groups.reduce((all, { people }) => all + people, 0),
  wrote: groups.reduce((all, { wrote }) => all + wrote, 0),
  notes: groups.reduce((all, { notes }) => all + notes, 0),
});

/** Sectors in groups of at least {@link GROUP_MIN}, see {@link joinSmall}. */
export function balanceOf(parts: readonly Part[]): Group[] {
  const groups = parts.filter(({ people }) => people > 0).map(({ sector, ...counts }): Group => ({ sectors: [sector], ...counts }));
  return joinSmall(groups, (joined) => ({ sectors: joined.flatMap(({ sectors }) => sectors), ...sum(joined) }));
}

/** Tables likewise, in their order. */
export function tableBalanceOf(parts: readonly (Counts & { table: number })[]): TableGroup[] {
  const groups = parts.filter(({ people }) => people > 0).map(({ table, ...counts }): TableGroup => ({ tables: [table], ...counts }));
  const told = joinSmall(groups, (joined) => ({ tables: joined.flatMap(({ tables }) => tables).sort((a, b) => a - b), ...sum(joined) }));
  return told.sort((a, b) => (a.tables[0] ?? 0) - (b.tables[0] ?? 0));
}

/**
 * Groups of at least {@link GROUP_MIN}: smaller ones are told as one, together with the next smallest while they are still too few, so that nobody reckons
 * them out of the sum. Nothing where that leaves no two to compare.
 */
function joinSmall<G extends Counts>(groups: readonly G[], join: (groups: readonly G[]) => G): G[] {
  const small = groups.filter(({ people }) => people < GROUP_MIN);
  const large = groups.filter(({ people }) => people >= GROUP_MIN);
  while (small.length > 0 && sum(small).people < GROUP_MIN) {
    const next = large.reduce<G | undefined>((least, group) => (least && least.people <= group.people ? least : group), undefined);
    if (!next) return [];
    small.push(next);
    large.splice(large.indexOf(next), 1);
  }
  const told = small.length > 0 ? [...large, join(small)] : large;
  return told.length > 1 ? told : [];
}
