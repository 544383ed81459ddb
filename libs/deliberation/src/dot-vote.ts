import { Problem } from '@spolu/contracts/problems';
import { standings } from './standings.ts';
import { turnoutOf, type Turnout } from './turnout.ts';

/** The rules of one dot vote, fixed when it starts. */
export interface DotVoteRules {
  /** Dots each voter may spend; she need not spend them all. */
  budget: number;
  /** Most dots on one option; null: all of them may lie on one. */
  limitPerOption: number | null;
  /** What may be voted for, in the order in which the voters see it. */
  optionIds: readonly string[];
}

/** Dots by option. An option left out has none; a ballot without any dot is an abstention. */
export type DotBallot = Readonly<Record<string, number>>;

export interface OptionResult {
  optionId: string;
  dots: number;
  /** How many voters gave it at least one dot. */
  voterCount: number;
  /** 1 is best. Options with equally many dots share a rank, and the ranks they fill are not given again: 1, 2, 2, 4. */
  rank: number;
}

export interface DotVoteResult extends Turnout {
  /** Best first; ties in the order in which the voters saw them. */
  options: OptionResult[];
  dotsCast: number;
}

/**
 * Checks a ballot against the rules and drops its zeros, so that what is stored is what was meant.
 * @throws Problem `vote/unknown-option` if it names an option that does not stand in this vote,
 *   `vote/over-limit` if one option got more dots than it may, `vote/over-budget` if there are more dots than the voter has.
 */
export function checkBallot(ballot: DotBallot, rules: DotVoteRules): DotBallot {
  const known = new Set(rules.optionIds);
  const checked: Record<string, number> = {};
  let spent = 0;
  for (const [optionId, dots] of Object.entries(ballot)) {
    if (!known.has(optionId)) throw new Problem('vote/unknown-option', { optionId });
    if (!Number.isInteger(dots) || dots < 0) throw new Problem('invalid-input', { optionId });
    if (dots === 0) continue;
    if (rules.limitPerOption !== null && dots > rules.limitPerOption) {
      throw new Problem('vote/over-limit', { optionId, dots, limit: rules.limitPerOption });
    }
    checked[optionId] = dots;
    spent += dots;
  }
  if (spent > rules.budget) throw new Problem('vote/over-budget', { dots: spent, budget: rules.budget });
  return checked;
}

/**
 * Counts ballots that were checked when they were given. One voter, one ballot: the caller passes each voter's last one.
 * @param eligibleCount everybody who could have voted; at least as many as there are ballots
 */
export function tally(ballots: readonly DotBallot[], rules: DotVoteRules, eligibleCount: number): DotVoteResult {
  const counts = new Map(rules.optionIds.map((optionId) => [optionId, { dots: 0, voterCount: 0 }]));
  let dotsCast = 0;
  let abstentionCount = 0;
  for (const ballot of ballots) {
    let spent = 0;
    for (const [optionId, dots] of Object.entries(ballot)) {
      const count = counts.get(optionId);
      if (!count) throw new Error(`a counted ballot names an option outside its vote: ${optionId}`);
      if (dots === 0) continue;
      count.dots += dots;
      count.voterCount += 1;
      spent += dots;
    }
    dotsCast += spent;
    if (spent === 0) abstentionCount += 1;
  }
  const options = standings([...counts].map(([optionId, count]) => ({ optionId, ...count, points: count.dots })));
  return {
    options: options.map(({ optionId, dots, voterCount, rank }) => ({ optionId, dots, voterCount, rank })),
    dotsCast,
    ...turnoutOf(ballots.length, abstentionCount, eligibleCount),
  };
}
