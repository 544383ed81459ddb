import type { ReportNote } from '@spolu/contracts/activities/brainstorm';
import type { ReportClusters } from '@spolu/contracts/activities/cluster';
import type { ReportContent } from '@spolu/contracts/report-blocks';
import type { Report, ReportActivity } from '@spolu/contracts/sessions';

/** Activities' chapters with each note as `change` gives it, null where it is left out, and each cluster with its idea of today. */
export function withNotes(activities: Report['activities'], change: (note: ReportNote) => ReportNote | null, ideaOf: (clusterId: string) => string | null): Report['activities'] {
  return activities.map((activity) => {
    const clusters = walk(activity.clusters, change) as ReportClusters | null;
    const chapter = {
      ...activity,
      part: walk(activity.part, change),
      clusters: clusters && { ...clusters, clusters: clusters.clusters.map((cluster) => ({ ...cluster, ideaId: ideaOf(cluster.id) })) },
    };
    // of the same shape, whatever its kind
    return chapter as ReportActivity;
  });
}

/** Finds notes wherever a kind keeps them, in a list or as the `note` of what stands in one, so that none is forgotten when a kind is added. */
function walk(value: unknown, change: (note: ReportNote) => ReportNote | null): unknown {
  if (Array.isArray(value)) {
    return value.flatMap((one: unknown) => {
      if (isNote(one)) return change(one) ?? [];
      if (!hasNote(one)) return [walk(one, change)];
      const note = change(one.note);
      return note ? [{ ...one, note }] : [];
    });
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one, change)]));
}

const hasNote = (value: unknown): value is { note: ReportNote } => typeof value === 'object' && value !== null && 'note' in value && isNote(value.note);
const isNote = (value: unknown): value is ReportNote => typeof value === 'object' && value !== null && 'contributionId' in value && 'author' in value;

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
  const ideas = new Map(now.flatMap(({ clusters }) => (clusters?.clusters ?? []).map(({ id, ideaId }) => [id, ideaId] as const)));
  const today = (note: ReportNote) => (seen(note.contributionId) ? { ...note, author: current.get(note.contributionId)?.author ?? null } : null);
  return {
    ...content,
    quoted: content.quoted.flatMap((note) => today(note) ?? []),
    activities: withNotes(content.activities, today, (clusterId) => ideas.get(clusterId) ?? null),
  };
}
