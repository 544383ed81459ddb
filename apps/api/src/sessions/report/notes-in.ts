import type { ReportContent } from '@spolu/contracts/report-blocks';
import type { Report, ReportNote } from '@spolu/contracts/sessions';

/** Activities' chapters with each note as `change` gives it, null where it is left out, and each cluster with its idea of today. */
export function withNotes(activities: Report['activities'], change: (note: ReportNote) => ReportNote | null, ideaOf: (clusterId: string) => string | null): Report['activities'] {
  const kept = (notes: readonly ReportNote[]) => notes.flatMap((note) => change(note) ?? []);
  return activities.map((activity) => ({
    ...activity,
    brainstorm: activity.brainstorm && { ...activity.brainstorm, frames: activity.brainstorm.frames.map((frame) => ({ ...frame, notes: kept(frame.notes) })) },
    cluster: activity.cluster && {
      clusters: activity.cluster.clusters.map((cluster) => ({ ...cluster, notes: kept(cluster.notes), ideaId: ideaOf(cluster.id) })),
      unclustered: kept(activity.cluster.unclustered),
    },
  }));
}

/** Every note of the chapters, by its contribution. */
export function notesIn(activities: Report['activities']): Map<string, ReportNote> {
  const notes = new Map<string, ReportNote>();
  withNotes(activities, (note) => {
    notes.set(note.contributionId, note);
    return null;
  }, () => null);
  return notes;
}

/**
 * A version as it may be read today: without notes that were taken back since and names of who does not wish to be named any more, and with the ideas that its
 * clusters became.
 * @param seen whether the reader may see a note
 */
export function asOfToday<Content extends Pick<ReportContent, 'activities' | 'quoted'>>(content: Content, now: Report['activities'], seen: (contributionId: string) => boolean): Content {
  const current = notesIn(now);
  const ideas = new Map(now.flatMap(({ cluster }) => (cluster?.clusters ?? []).map(({ id, ideaId }) => [id, ideaId] as const)));
  const today = (note: ReportNote) => (seen(note.contributionId) ? { ...note, author: current.get(note.contributionId)?.author ?? null } : null);
  return {
    ...content,
    quoted: content.quoted.flatMap((note) => today(note) ?? []),
    activities: withNotes(content.activities, today, (clusterId) => ideas.get(clusterId) ?? null),
  };
}
