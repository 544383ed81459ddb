import type { ReportNote, VoteResult } from '@spolu/contracts/sessions';
import type { ClosedCluster } from './activities/cluster/harvest.ts';

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

/** What a reader sees of a note. */
export const wordsOf = ({ contributionId, text, language, author }: ReportNote): ReportNote => ({ contributionId, text, language, author });
