import { describe, expect, test } from '@jest/globals';
import type { RecordKind, Station, Way } from '@spolu/contracts/provenance';
import fc from 'fast-check';
import { drawMap, stopsOf, widthOf } from './tracks.ts';

const station = (recordId: string, kind: RecordKind): Station => ({ recordId, kind, title: recordId, url: null, at: '2026-03-14T10:00:00.000Z', outcome: null, reason: null, language: 'sk' });
const way = (recordId: string, stations: Station[], ...links: [string, string][]): Way => ({
  recordId, stations, contributionCount: stations.filter(({ kind }) => kind === 'contribution').length,
  links: links.map(([fromId, toId]) => ({ fromId, toId, kind: 'became', at: '2026-03-14T10:00:00.000Z' })),
});
const rowsOf = (of: Way) => drawMap(of).map(({ stop, track, arrives, goesOn, passing, forks, joins }) => ({ id: stop.id, track, arrives, goesOn, passing, forks, joins }));

describe('the map of a way', () => {
  test('is one straight line where nothing forks', () => {
    const rows = rowsOf(way('n', [station('n', 'contribution'), station('c', 'cluster'), station('i', 'idea')], ['n', 'c'], ['c', 'i']));
    expect(rows.map(({ id, track, arrives, goesOn }) => [id, track, arrives, goesOn])).toEqual([
      ['n', 0, false, true], ['c', 0, true, true], ['i', 0, true, false],
    ]);
  });

  test('puts notes that lead to the same cluster at one stop, but the note that was asked for at its own', () => {
    const notes = ['a', 'b', 'c'].map((id) => station(id, 'contribution'));
    const links: [string, string][] = [['a', 'k'], ['b', 'k'], ['c', 'k']];
    expect(stopsOf(way('k', [...notes, station('k', 'cluster')], ...links)).map(({ stations }) => stations.length)).toEqual([3, 1]);
    expect(stopsOf(way('b', [...notes, station('k', 'cluster')], ...links)).map(({ stations }) => stations.length)).toEqual([2, 1, 1]);
  });

  test('forks into a second track where one idea leads to two recommendations', () => {
    const rows = rowsOf(way('i', [station('i', 'idea'), station('r1', 'recommendation'), station('r2', 'recommendation')], ['i', 'r1'], ['i', 'r2']));
    expect(rows).toMatchObject([{ id: 'i', track: 0, goesOn: true, forks: [1] }, { id: 'r1', track: 0, passing: [1] }, { id: 'r2', track: 1, arrives: true }]);
  });

  test('stays two tracks wide however many clusters meet in one idea', () => {
    const clusters = Array.from({ length: 8 }, (_, i) => station(`c${i}`, 'cluster'));
    const rows = drawMap(way('i', [...clusters, station('i', 'idea')], ...clusters.map(({ recordId }): [string, string] => [recordId, 'i'])));
    expect(widthOf(rows)).toBe(2);
    expect(rows.at(-1)).toMatchObject({ stop: { id: 'i' }, track: 0, arrives: true });
  });
});

test('every link is drawn: each stop can be reached from each of those that lead to it', () => {
  const ids = [0, 1, 2, 3, 4, 5, 6];
  const links = fc.uniqueArray(fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 })).filter(([a, b]) => a < b), { selector: String, maxLength: 12 });
  fc.assert(
    fc.property(links, (pairs) => {
      const rows = drawMap(way('s0', ids.map((i) => station(`s${i}`, 'idea')), ...pairs.map(([a, b]): [string, string] => [`s${a}`, `s${b}`])));
      expect(rows.map(({ stop }) => stop.id).sort()).toEqual(ids.map((i) => `s${i}`));
      for (const [a, b] of pairs) {
        const from = rows.findIndex(({ stop }) => stop.id === `s${a}`);
        const to = rows.findIndex(({ stop }) => stop.id === `s${b}`);
        const [start, end] = [rows[from]!, rows[to]!];
        expect(from).toBeLessThan(to);
        expect(end.arrives).toBe(true);
        // The track of the target leaves the stop, and passes every row between the two.
        const leaves = [...(start.goesOn ? [start.track] : []), ...start.forks, ...start.joins];
        expect(leaves).toContain(end.track);
        for (const between of rows.slice(from + 1, to)) expect(between.passing).toContain(end.track);
      }
      for (const row of rows) expect(row.passing).not.toContain(row.track);
    }),
  );
});
