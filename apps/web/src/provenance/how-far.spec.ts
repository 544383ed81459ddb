import { expect, test } from '@jest/globals';
import type { RecordKind, Station, Way } from '@spolu/contracts/provenance';
import { farthest, stillAhead } from './how-far.ts';

const station = (kind: RecordKind, outcome: string | null = null, at = '2026-03-14T10:00:00.000Z'): Station => ({
  recordId: `${kind}${at}`, kind, title: kind, url: null, at, outcome, reason: null, language: 'sk',
});
const line = (...stations: Station[]): Way => ({
  recordId: stations[0]!.recordId, stations, contributionCount: 1,
  links: stations.slice(1).map((to, i) => ({ fromId: stations[i]!.recordId, toId: to.recordId, kind: 'became', at: to.at })),
});

test('a note that lies in a cluster has the rest of the line ahead', () => {
  expect(stillAhead(line(station('contribution'), station('cluster')))).toEqual(['idea', 'recommendation', 'opinion', 'decision', 'milestone']);
});
test('a referred recommendation waits for an opinion next', () => {
  expect(stillAhead(line(station('contribution'), station('idea'), station('recommendation'), station('referral')))[0]).toBe('opinion');
});
test('nothing is promised after a no', () => {
  expect(stillAhead(line(station('contribution'), station('decision', 'not-accepted')))).toEqual([]);
});
test('a milestone is the last stop', () => {
  expect(stillAhead(line(station('contribution'), station('decision', 'accepted'), station('milestone', 'in-progress')))).toEqual([]);
});
test('the farthest stations are those that lead no further, the newest first', () => {
  const way = line(station('contribution'), station('cluster'));
  way.stations.push(station('idea', null, '2026-05-01T10:00:00.000Z'));
  way.links.push({ fromId: way.recordId, toId: way.stations[2]!.recordId, kind: 'became', at: '2026-05-01T10:00:00.000Z' });
  expect(farthest(way).map(({ kind }) => kind)).toEqual(['idea', 'cluster']);
});
