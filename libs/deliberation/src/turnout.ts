/** Who took part in a vote, told in every result in the same words. */
export interface Turnout {
  /** Ballots handed in, abstentions among them. */
  ballotCount: number;
  abstentionCount: number;
  /** Ballots out of those who could have voted, 0 to 1; null if nobody could. */
  turnout: number | null;
}

/** @param eligibleCount everybody who could have voted; at least as many as there are ballots */
export function turnoutOf(ballotCount: number, abstentionCount: number, eligibleCount: number): Turnout {
  return { ballotCount, abstentionCount, turnout: eligibleCount === 0 ? null : ballotCount / eligibleCount };
}
