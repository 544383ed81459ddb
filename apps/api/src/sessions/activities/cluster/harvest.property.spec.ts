import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { harvest, type BoardCluster, type ClosedCluster } from './harvest.ts';

let made = 0;
const newId = () => `row-${++made}`;
const cluster = fc.record({
  id: fc.constantFrom('c1', 'c2', 'c3'),
  title: fc.constantFrom('Doprava', 'Zeleň'),
  contributionIds: fc.array(fc.constantFrom('n1', 'n2', 'n3', 'n4'), { maxLength: 5 }),
});
const board = fc.uniqueArray(cluster, { selector: ({ id }) => id, maxLength: 3 });

describe('closing clusters', () => {
  test('again without a change makes no new row', () => {
    const board: BoardCluster[] = [{ id: 'c1', title: 'Doprava', contributionIds: ['n1', 'n2'] }];
    const first = harvest(board, [], newId);
    const second = harvest([{ ...board[0]!, contributionIds: ['n2', 'n1', 'n1'] }], first.clusters, newId);
    expect(second).toEqual({ clusters: first.clusters, fresh: [] });
  });

  test('makes a new row for what was renamed or regrouped and leaves the old one as it was', () => {
    const first = harvest([{ id: 'c1', title: 'Doprava', contributionIds: ['n1', 'n2'] }], [], newId);
    for (const changed of [{ id: 'c1', title: 'Cesty', contributionIds: ['n1', 'n2'] }, { id: 'c1', title: 'Doprava', contributionIds: ['n1'] }]) {
      const { clusters, fresh } = harvest([changed], first.clusters, newId);
      expect(fresh).toEqual(clusters);
      expect(clusters[0]!.id).not.toBe(first.clusters[0]!.id);
    }
  });

  test('however often and whatever changed between, gives what the board shows and changes no row', () => {
    fc.assert(
      fc.property(fc.array(board, { maxLength: 6 }), (boards) => {
        const rows = new Map<string, ClosedCluster>();
        for (const shown of boards) {
          const before = structuredClone([...rows]);
          const { clusters, fresh } = harvest(shown, [...rows.values()], newId);
          expect([...rows]).toEqual(before);
          for (const row of fresh) {
            expect(rows.has(row.id)).toBe(false);
            rows.set(row.id, row);
          }
          expect(clusters.map(({ boardClusterId, title, contributionIds }) => [boardClusterId, title, [...contributionIds].sort()])).toEqual(
            shown.filter(({ contributionIds }) => contributionIds.length > 0).map(({ id, title, contributionIds }) => [id, title, [...new Set(contributionIds)].sort()]),
          );
        }
      }),
    );
  });
});
