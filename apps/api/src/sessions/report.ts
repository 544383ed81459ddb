import type { Sector } from '@spolu/contracts/common';
import { SECTORS } from '@spolu/contracts/common';
import type { Report, ReportActivity, ReportCluster, ReportNote, VoteResult } from '@spolu/contracts/sessions';
import { isHiding } from './activity.ts';
import type { ClosedCluster } from './activities/cluster/harvest.ts';
import type { ReadActivity } from './room-state.ts';

/** A note as it lies on the board, with what its author said. */
export interface PlacedNote extends ReportNote {
  activityId: string | null;
  frameId: string | null;
}
/** What was read of one activity beside itself. */
export interface ActivityFindings {
  methodTitle: string | null;
  frames: { id: string; title: string }[];
  /** Cards that still wait for the reveal: they count, and nobody is told what they say. */
  heldCount: number;
  clusters: readonly ClosedCluster[];
  vote: { dots: number; perOption: number | null; result: VoteResult } | null;
}
/** What all activities share. */
export interface SessionFindings {
  /** In reading order. */
  notes: readonly PlacedNote[];
  /** Words of notes by contribution, also of those that left the board since. */
  words: ReadonlyMap<string, ReportNote>;
  /** Dots by cluster, where a vote on it is over. */
  dots: ReadonlyMap<string, number>;
  ideas: ReadonlyMap<string, string>;
}

/** Who took part, by sector in the order of the form; last those who did not say. */
export function participation(sectors: readonly (Sector | null)[], wroteCount: number): Report['participation'] {
  return {
    total: sectors.length,
    wroteCount,
    sectors: [...SECTORS, null].flatMap((sector) => {
      const count = sectors.filter((said) => said === sector).length;
      return count > 0 ? [{ sector, count }] : [];
    }),
  };
}

/** One activity's chapter of the report; each kind fills its own block. */
export function chapter(activity: ReadActivity, found: ActivityFindings, session: SessionFindings): ReportActivity {
  const { id, kind, title, instruction, minutes, startedAt, endedAt } = activity;
  return {
    id, kind, title, instruction,
    methodTitle: found.methodTitle,
    plannedMinutes: minutes,
    startedAt: startedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    brainstorm: brainstormBlock(activity, found, session),
    cluster: clusterBlock(activity, found, session),
    vote: found.vote,
  };
}

/** Notes under the frames they lie in now; those moved elsewhere stand under the activity's own title. */
function brainstormBlock(activity: ReadActivity, { frames, heldCount }: ActivityFindings, { notes }: SessionFindings): ReportActivity['brainstorm'] {
  if (activity.settings.kind !== 'brainstorm') return null;
  const own = isHiding(activity) ? [] : notes.filter(({ activityId }) => activityId === activity.id);
  const framed = frames.map(({ id, title }) => ({ title, notes: own.filter(({ frameId }) => frameId === id).map(words) }));
  const elsewhere = own.filter(({ frameId }) => !frames.some(({ id }) => id === frameId)).map(words);
  return {
    mode: activity.settings.mode,
    frames: elsewhere.length > 0 ? [...framed, { title: activity.title, notes: elsewhere }] : framed,
    noteCount: own.length + heldCount,
  };
}

/** Clusters as they were closed, and what lay in none of them; nothing is closed while the activity runs. */
function clusterBlock(activity: ReadActivity, { clusters }: ActivityFindings, { notes, words: said, dots, ideas }: SessionFindings): ReportActivity['cluster'] {
  if (activity.kind !== 'cluster' && clusters.length === 0) return null;
  if (activity.state === 'planned') return null;
  const clustered = new Set(clusters.flatMap(({ contributionIds }) => contributionIds));
  return {
    clusters: clusters.map(
      ({ id, title, contributionIds }): ReportCluster => ({
        id, title, notes: contributionIds.flatMap((noteId) => said.get(noteId) ?? []), dots: dots.get(id) ?? null, ideaId: ideas.get(id) ?? null,
      }),
    ),
    unclustered: notes.filter(({ contributionId }) => !clustered.has(contributionId)).map(words),
  };
}

const words = ({ contributionId, text, language }: ReportNote): ReportNote => ({ contributionId, text, language });
