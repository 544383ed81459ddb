import type { ReportNote } from '@spolu/contracts/activities/brainstorm';
import type { SessionState } from '@spolu/contracts/sessions';

/** A note as it lies on the board, with what its author said. */
export interface PlacedNote extends ReportNote {
  activityId: string | null;
  frameId: string | null;
  /** It lies in a cluster on the board as it is now. */
  grouped: boolean;
  /** When it was said. */
  createdAt: Date;
}
/** What all activities share. */
export interface SessionFindings {
  sessionState: SessionState;
  /** In reading order. */
  notes: readonly PlacedNote[];
  /** Words of notes by contribution, also of those that left the board since. */
  words: ReadonlyMap<string, ReportNote>;
  /** Dots by cluster, where a vote on it is over. */
  dots: ReadonlyMap<string, number>;
  ideas: ReadonlyMap<string, string>;
  /** The name beside words, where she agreed to be quoted with it. */
  authorOf: (participantId: string | null) => string | null;
}

/** What a reader sees of a note. */
export const wordsOf = ({ contributionId, text, language, author, onPaper, translations }: ReportNote): ReportNote => ({
  contributionId, text, language, author, ...(onPaper && { onPaper }), ...(translations && { translations }),
});
