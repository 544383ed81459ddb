import { describe, expect, test } from '@jest/globals';
import type { LinkKind, RecordKind } from '@spolu/contracts/provenance';
import { assembleWay, WAY_CONTRIBUTIONS_MAX, type WayRow } from './way.ts';

const row = (id: string, kind: RecordKind, at: number, ...links: [toId: string, kind: LinkKind][]): WayRow => ({
  id, kind, title: id, url: `/${id}`, at: `2026-03-01T10:00:0${at}.000Z`, outcome: null, reason: null, language: 'sk',
  links: links.map(([toId, linkKind]) => ({ toId, kind: linkKind, at: `2026-03-01T11:00:0${at}.000Z` })),
});
const everything = () => true;

const line = [
  row('note', 'contribution', 0, ['cluster', 'clustered-into']),
  row('cluster', 'cluster', 1, ['idea', 'became']),
  row('idea', 'idea', 2, ['recommendation', 'cited-in']),
  row('recommendation', 'recommendation', 3, ['referral', 'referred-to']),
  row('referral', 'referral', 4, ['opinion', 'opined-by']),
  row('opinion', 'opinion', 5, ['decision', 'decided-by']),
  row('decision', 'decision', 6, ['milestone', 'implemented-by']),
  row('milestone', 'milestone', 7),
];

describe('the way of a record', () => {
  test('stands in the order in which the thought travelled, whatever order the rows come in', () => {
    const way = assembleWay('note', [...line].reverse(), everything);
    expect(way.stations.map((station) => station.recordId)).toEqual(line.map(({ id }) => id));
    expect(way.links).toHaveLength(7);
    expect(way.contributionCount).toBe(1);
  });

  test('leaves out what the viewer may not see, and its neighbours stay linked', () => {
    const hidden = new Set(['recommendation', 'referral', 'opinion']);
    const way = assembleWay('note', line, ({ id }) => !hidden.has(id));
    expect(way.stations.map((station) => station.recordId)).toEqual(['note', 'cluster', 'idea', 'decision', 'milestone']);
    expect(way.links.find((link) => link.fromId === 'idea')).toMatchObject({ toId: 'decision', kind: 'decided-by' });
  });

  test('always holds the record that was asked for', () => {
    expect(assembleWay('note', line, () => false).stations.map((station) => station.recordId)).toEqual(['note']);
  });

  test('forks where one idea is cited in two recommendations, and joins where two ideas are cited in one', () => {
    const way = assembleWay('a', [
      row('a', 'idea', 0, ['r1', 'cited-in'], ['r2', 'cited-in']),
      row('b', 'idea', 1, ['r2', 'cited-in']),
      row('r1', 'recommendation', 2),
      row('r2', 'recommendation', 3),
    ], everything);
    expect(way.links.map(({ fromId, toId }) => `${fromId}→${toId}`).sort()).toEqual(['a→r1', 'a→r2', 'b→r2']);
  });

  test('lists the first contributions only, and counts them all', () => {
    const notes = Array.from({ length: WAY_CONTRIBUTIONS_MAX + 20 }, (_, i) => row(`n${String(i).padStart(3, '0')}`, 'contribution', 0, ['cluster', 'clustered-into']));
    const way = assembleWay('cluster', [...notes, row('cluster', 'cluster', 1)], everything);
    expect(way.stations).toHaveLength(WAY_CONTRIBUTIONS_MAX + 1);
    expect(way.links).toHaveLength(WAY_CONTRIBUTIONS_MAX);
    expect(way.contributionCount).toBe(WAY_CONTRIBUTIONS_MAX + 20);
  });

  test('ends also where a thought was carried over into its own past', () => {
    const way = assembleWay('a', [row('a', 'idea', 0, ['b', 'cited-in']), row('b', 'recommendation', 1, ['a', 'carried-over-to'])], everything);
    expect(way.stations.map((station) => station.recordId)).toEqual(['a', 'b']);
  });
});
