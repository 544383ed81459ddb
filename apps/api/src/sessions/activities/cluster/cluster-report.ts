import type { ReportCluster, ReportClusters } from '@spolu/contracts/activities/cluster';
import { type SessionFindings, wordsOf } from '../../report-findings.ts';
import type { ReadActivity } from '../../room-state.ts';
import type { ClosedCluster } from './harvest.ts';

/**
 * Clusters as an activity closed them, and what lies in none; nothing is closed while it runs. What was said after it had ended, or was put into a cluster
 * since, was left out by nobody.
 */
export function clusterReport(
  activity: Pick<ReadActivity, 'kind' | 'state' | 'endedAt'>, clusters: readonly ClosedCluster[], { notes, words: said, dots, ideas }: SessionFindings,
): ReportClusters | null {
  if (activity.kind !== 'cluster' && clusters.length === 0) return null;
  if (activity.state === 'planned') return null;
  const { endedAt } = activity;
  const clustered = new Set(clusters.flatMap(({ contributionIds }) => contributionIds));
  return {
    clusters: clusters.map(
      ({ id, title, contributionIds }): ReportCluster => ({
        id, title, notes: contributionIds.flatMap((noteId) => said.get(noteId) ?? []), dots: dots.get(id) ?? null, ideaId: ideas.get(id) ?? null,
      }),
    ),
    unclustered: notes
      .filter(({ contributionId, grouped, createdAt }) => !clustered.has(contributionId) && (endedAt === null || (!grouped && createdAt <= endedAt)))
      .map(wordsOf),
  };
}
