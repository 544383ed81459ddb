import { stemsOf } from '@spolu/board/alike';

/** How much of their words two texts must share to be proposed as saying the same. */
const ALIKE = 0.5;

/**
 * Groups of texts that share at least half of their words, in the order of their first; each text in one group at most, none alone. It proposes: two
 * texts of the same words may mean different things.
 */
export function similarGroups<Item>(items: readonly Item[], textOf: (item: Item) => string): Item[][] {
  interface Group {
    items: Item[];
    stems: ReadonlySet<string>;
  }
  const groups: Group[] = [];
  /** Only groups that share a word are looked at. */
  const byStem = new Map<string, Set<Group>>();
  /** The same words always stand together, also where another group is nearer by now. */
  const byWords = new Map<string, Group>();
  for (const item of items) {
    const stems = new Set(stemsOf(textOf(item)).keys());
    const words = [...stems].sort().join(' ');
    const same = stems.size > 0 ? byWords.get(words) : undefined;
    if (same) {
      same.items.push(item);
      continue;
    }
    const near = new Set([...stems].flatMap((stem) => [...(byStem.get(stem) ?? [])]));
    let best: Group | undefined;
    let bestAlike = 0;
    for (const group of near) {
      const alike = shareOf(stems, group.stems);
      if (alike > bestAlike) [best, bestAlike] = [group, alike];
    }
    if (best && bestAlike >= ALIKE) {
      best.items.push(item);
      byWords.set(words, best);
      continue;
    }
    const group = { items: [item], stems };
    groups.push(group);
    byWords.set(words, group);
    for (const stem of stems) byStem.set(stem, (byStem.get(stem) ?? new Set()).add(group));
  }
  return groups.filter((group) => group.items.length > 1).map((group) => group.items);
}

/** Of all their words those that both have. */
function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((stem) => other.has(stem)).length;
  return shared / (one.size + other.size - shared);
}
