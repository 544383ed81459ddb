import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RecordKind } from '@spolu/contracts/provenance';
import { assembleWay, type WayRow } from './way.ts';

const KINDS: RecordKind[] = ['contribution', 'contribution', 'cluster', 'idea', 'recommendation', 'opinion', 'decision', 'milestone'];
const COUNT = KINDS.length;
const edges = fc.uniqueArray(
  fc.tuple(fc.nat({ max: COUNT - 1 }), fc.nat({ max: COUNT - 1 })).filter(([from, to]) => from < to && KINDS[to] !== 'contribution'),
  { selector: String, maxLength: 20 },
);
const id = (i: number) => `r${i}`;
const instant = (i: number) => new Date(Date.UTC(2026, 2, 1, 10, i)).toISOString();

const rowsOf = (pairs: [number, number][]): WayRow[] =>
  KINDS.map((kind, i) => ({
    id: id(i), kind, title: id(i), url: null, at: instant(i), outcome: null, reason: null, language: null,
    links: pairs.filter(([from]) => from === i).map(([, to]) => ({ toId: id(to), kind: 'became' as const, at: instant(to) })),
  }));

/** Everything that `from` leads to along `pairs`, itself left out. */
function reached(from: string, pairs: [string, string][]): Set<string> {
  const found = new Set<string>();
  const open = [from];
  for (let next = open.pop(); next; next = open.pop()) {
    for (const [a, b] of pairs) {
      if (a !== next || found.has(b)) continue;
      found.add(b);
      open.push(b);
    }
  }
  return found;
}
const named = (pairs: [number, number][]) => pairs.map(([a, b]): [string, string] => [id(a), id(b)]);

test('links and rows in any order give the same way', () => {
  fc.assert(
    fc.property(edges, fc.func(fc.nat()), (pairs, weight) => {
      const shuffled = <T>(items: readonly T[]) => [...items].sort((a, b) => weight(JSON.stringify(a)) - weight(JSON.stringify(b)));
      const rows = rowsOf(pairs);
      const mixed = shuffled(rows).map((row) => ({ ...row, links: shuffled(row.links) }));
      expect(assembleWay(id(0), mixed, () => true)).toEqual(assembleWay(id(0), rows, () => true));
    }),
  );
});

test('what led to what stays true for whoever sees only some of the stations', () => {
  fc.assert(
    fc.property(edges, fc.uniqueArray(fc.nat({ max: COUNT - 1 })), (pairs, hidden) => {
      const way = assembleWay(id(0), rowsOf(pairs), (row) => !hidden.some((i) => id(i) === row.id));
      const seen = new Set(way.stations.map((station) => station.recordId));
      for (const i of hidden) if (i !== 0) expect(seen.has(id(i))).toBe(false);
      const shown = way.links.map(({ fromId, toId }): [string, string] => [fromId, toId]);
      for (const from of seen) {
        const expected = [...reached(from, named(pairs))].filter((to) => seen.has(to)).sort();
        expect([...reached(from, shown)].sort()).toEqual(expected);
      }
    }),
  );
});

test('every contribution has a way, and no way lacks its originals', () => {
  fc.assert(
    fc.property(edges, (pairs) => {
      const rows = rowsOf(pairs);
      for (const row of rows) {
        const way = assembleWay(row.id, rows, () => true);
        expect(way.stations.some((station) => station.recordId === row.id)).toBe(true);
        expect(way.contributionCount).toBe(2);
        expect(way.stations.filter((station) => station.kind === 'contribution')).toHaveLength(2);
      }
    }),
  );
});

test('nothing stands before what led to it', () => {
  fc.assert(
    fc.property(edges, (pairs) => {
      const way = assembleWay(id(0), rowsOf(pairs), () => true);
      const place = new Map(way.stations.map((station, i) => [station.recordId, i]));
      for (const { fromId, toId } of way.links) expect(place.get(fromId)).toBeLessThan(place.get(toId) ?? -1);
    }),
  );
});
