import type { ContributionWay, RecordKind, Station, Way } from '@spolu/contracts/provenance';
import { endsTheWay } from './outcome.tsx';

/** The stops that everybody hopes for, in their order. */
const HOPED_FOR = ['cluster', 'idea', 'recommendation', 'opinion', 'decision', 'milestone'] as const satisfies RecordKind[];
export type HopedFor = (typeof HOPED_FOR)[number];

/** How far it is by now: the stations that lead no further, the newest first. */
export function farthest(way: Way): Station[] {
  const goesOn = new Set(way.links.map(({ fromId }) => fromId));
  const ends = way.stations.filter(({ recordId }) => !goesOn.has(recordId));
  return ends.sort((a, b) => b.at.localeCompare(a.at));
}

/** What may still follow; nothing where it was not taken everywhere, or where it is a milestone by now. */
export function stillAhead(way: Way): HopedFor[] {
  const ends = farthest(way);
  if (ends.length > 0 && ends.every(({ outcome }) => endsTheWay(outcome))) return [];
  const reached = Math.max(-1, ...way.stations.map(({ kind }) => (HOPED_FOR as readonly string[]).indexOf(kind === 'referral' ? 'recommendation' : kind)));
  return HOPED_FOR.slice(reached + 1);
}

/** Contributions by the session they were said in, in the order they come. */
export function bySession(contributions: readonly ContributionWay[]): { title: string | null; contributions: ContributionWay[] }[] {
  const groups = new Map<string | null, ContributionWay[]>();
  for (const contribution of contributions) groups.set(contribution.saidIn, [...(groups.get(contribution.saidIn) ?? []), contribution]);
  return [...groups].map(([title, items]) => ({ title, contributions: items }));
}
