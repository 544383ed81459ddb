import type { ReportActivity, ReportCluster } from '@spolu/contracts/sessions';
import { type ActivityFindings, type SessionFindings, wordsOf } from '../../report-findings.ts';
import type { ReadActivity } from '../../room-state.ts';

/** Clusters as they were closed, and what lay in none of them; nothing is closed while the activity runs. */
export function clusterBlock(activity: ReadActivity, { clusters }: ActivityFindings, { notes, words: said, dots, ideas }: SessionFindings): ReportActivity['cluster'] {
  if (activity.kind !== 'cluster' && clusters.length === 0) return null;
  if (activity.state === 'planned') return null;
  const clustered = new Set(clusters.flatMap(({ contributionIds }) => contributionIds));
  return {
    clusters: clusters.map(
      ({ id, title, contributionIds }): ReportCluster => ({
        id, title, notes: contributionIds.flatMap((noteId) => said.get(noteId) ?? []), dots: dots.get(id) ?? null, ideaId: ideas.get(id) ?? null,
      }),
    ),
    unclustered: notes.filter(({ contributionId }) => !clustered.has(contributionId)).map(wordsOf),
  };
}
