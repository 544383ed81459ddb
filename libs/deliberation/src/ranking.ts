import { Problem } from '@spolu/contracts/problems';
import { standings } from './standings.ts';
import { turnoutOf, type Turnout } from './turnout.ts';

/** The rules of one ranking, fixed when it starts. */
export interface RankingRules {
  /** What is ranked, in the order in which the voters see it. */
  optionIds: readonly string[];
}

/**
 * Options from the best down; those in one inner list are equally good. What is left out stands behind all that is named, and is equal among itself.
 * A ballot that names nothing is an abstention.
 */
export type RankingBallot = readonly (readonly string[])[];

export interface BordaStanding {
  optionId: string;
  /** One for each option it was put before, half a one for each it was put equal with, over all ballots. */
  points: number;
  /** 1 is best; equals share a rank and the ranks they fill are not given again. */
  rank: number;
}

export interface SchulzeStanding {
  optionId: string;
  /** 1 + how many options beat it. Two options that don't beat one another may share a rank without being equal to a third. */
  rank: number;
}

export interface RankingResult extends Turnout {
  /** Best first by points. */
  borda: BordaStanding[];
  /** Best first by rank. */
  schulze: SchulzeStanding[];
  /** `pairs[i][j]`: how many put option i of the rules before option j. */
  pairs: number[][];
  /** The one that wins against each other one by one, if there is one. */
  condorcetWinner: string | null;
  /** First by both counts, and alone there: nobody need ask which count was right. */
  agreedWinner: string | null;
}

/**
 * Checks a ballot against the rules and drops its empty places, so that what is stored is what was meant.
 * @throws Problem `vote/unknown-option` if it names an option that does not stand in this vote, `vote/option-twice` if it names one more than once.
 */
export function checkRanking(ballot: RankingBallot, { optionIds }: RankingRules): RankingBallot {
  const known = new Set(optionIds);
  const named = new Set<string>();
  for (const optionId of ballot.flat()) {
    if (!known.has(optionId)) throw new Problem('vote/unknown-option', { optionId });
    if (named.has(optionId)) throw new Problem('vote/option-twice', { optionId });
    named.add(optionId);
  }
  return ballot.filter((tied) => tied.length > 0);
}

/** How many ballots put one option before another. */
function pairsOf(ballots: readonly RankingBallot[], optionIds: readonly string[]): number[][] {
  const indexOf = new Map(optionIds.map((optionId, index) => [optionId, index]));
  const pairs = optionIds.map(() => optionIds.map(() => 0));
  for (const ballot of ballots) {
    const placeOf = optionIds.map(() => ballot.length);
    ballot.forEach((tied, place) => {
      for (const optionId of tied) {
        const index = indexOf.get(optionId);
        if (index === undefined) throw new Error(`a counted ballot names an option outside its vote: ${optionId}`);
        placeOf[index] = place;
      }
    });
    pairs.forEach((row, i) => {
      placeOf.forEach((place, j) => {
        if ((placeOf[i] ?? 0) < place) row[j] = (row[j] ?? 0) + 1;
      });
    });
  }
  return pairs;
}

/**
 * The strongest path from each option to each other. A link leads from the winner of a pair to its loser and is as strong as the votes won with
 * (winning votes); a path is as strong as its weakest link.
 */
function strongestPaths(pairs: readonly (readonly number[])[]): number[][] {
  const paths = pairs.map((row, i) => row.map((votes, j) => (votes > (pairs[j]?.[i] ?? 0) ? votes : 0)));
  const strength = (from: number, to: number) => paths[from]?.[to] ?? 0;
  for (let over = 0; over < paths.length; over += 1) {
    paths.forEach((row, from) => {
      for (let to = 0; to < row.length; to += 1) {
        if (from !== to) row[to] = Math.max(strength(from, to), Math.min(strength(from, over), strength(over, to)));
      }
    });
  }
  return paths;
}

const only = <T>(candidates: readonly T[]): T | null => (candidates.length === 1 ? (candidates[0] ?? null) : null);

/**
 * Counts rankings that were checked when they were given, by two rules side by side, because they may disagree:
 * Borda (J.-C. de Borda, 1781; equals share their points, as H. P. Young, 1974) rewards being liked well by all; Schulze (M. Schulze, "A new monotonic,
 * clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method", 2011, with winning votes) asks who wins against whom.
 * @param eligibleCount everybody who could have voted; at least as many as there are ballots
 */
export function tallyRanking(ballots: readonly RankingBallot[], { optionIds }: RankingRules, eligibleCount: number): RankingResult {
  const counted = ballots.filter((ballot) => ballot.some((tied) => tied.length > 0));
  const pairs = pairsOf(counted, optionIds);
  const against = (i: number, j: number) => pairs[i]?.[j] ?? 0;
  const points = optionIds.map((_, i) =>
    optionIds.reduce((sum, __, j) => (i === j ? sum : sum + against(i, j) + (counted.length - against(i, j) - against(j, i)) / 2), 0),
  );
  const borda = standings(optionIds.map((optionId, i) => ({ optionId, points: points[i] ?? 0 })));
  const paths = strongestPaths(pairs);
  const schulze = optionIds
    .map((optionId, i) => ({ optionId, rank: 1 + paths.filter((row, j) => (row[i] ?? 0) > (paths[i]?.[j] ?? 0)).length }))
    .sort((a, b) => a.rank - b.rank);
  const first = (ranked: readonly { optionId: string; rank: number }[]) => only(ranked.filter(({ rank }) => rank === 1))?.optionId ?? null;
  return {
    ...turnoutOf(ballots.length, ballots.length - counted.length, eligibleCount),
    borda,
    schulze,
    pairs,
    condorcetWinner: optionIds.find((_, i) => optionIds.every((__, j) => i === j || against(i, j) > against(j, i))) ?? null,
    agreedWinner: first(borda) === first(schulze) ? first(borda) : null,
  };
}
