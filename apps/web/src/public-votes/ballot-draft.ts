import { ballotKindOf, type PublicBallot, type PublicVoteView, type VoteCategory } from '@spolu/contracts/public-votes';

/** What somebody has put on her ballot so far: how much by option, and the order in which she ranks. */
export interface BallotDraft {
  dots: Readonly<Record<string, number>>;
  ranking: readonly string[];
}
export const EMPTY_BALLOT: BallotDraft = { dots: {}, ranking: [] };

type Vote = Pick<PublicVoteView, 'rule' | 'categories'>;

/** How much of a category's limit is used: options, dots or money. */
export function usedOf({ rule }: Pick<Vote, 'rule'>, { options }: VoteCategory, { dots }: BallotDraft): number {
  const price = (cost: number | null) => (rule.method === 'budget' ? (cost ?? 0) : 1);
  return options.reduce((sum, { id, cost }) => sum + (dots[id] ?? 0) * price(cost), 0);
}

/** The most that may be used of a category; null where there is no limit. */
export function limitOf({ rule }: Pick<Vote, 'rule'>, { limit, budget }: VoteCategory): number | null {
  if (rule.method === 'budget') return budget;
  return rule.method === 'fixed-number' || rule.method === 'dots' ? limit : null;
}

/** Whether one more of the option stays within the limits. The server holds the same rule. */
export function mayAdd(vote: Pick<Vote, 'rule'>, category: VoteCategory, draft: BallotDraft, optionId: string): boolean {
  const { rule } = vote;
  const has = draft.dots[optionId] ?? 0;
  const limit = limitOf(vote, category);
  const price = rule.method === 'budget' ? (category.options.find(({ id }) => id === optionId)?.cost ?? 0) : 1;
  if (limit !== null && usedOf(vote, category, draft) + price > limit) return false;
  return rule.method === 'dots' ? has < (rule.perOption ?? Infinity) : has === 0;
}

export const withDots = (draft: BallotDraft, optionId: string, count: number): BallotDraft => ({ ...draft, dots: { ...draft.dots, [optionId]: Math.max(0, count) } });

/** Puts an option at a place of its category from 1 on; the others keep their order. */
export function rankAt(draft: BallotDraft, category: VoteCategory, optionId: string, place: number): BallotDraft {
  const mine = rankedIn(draft, category).filter((id) => id !== optionId);
  const at = Math.min(Math.max(place, 1), mine.length + 1) - 1;
  const others = draft.ranking.filter((id) => !category.options.some((option) => option.id === id));
  return { ...draft, ranking: [...others, ...mine.slice(0, at), optionId, ...mine.slice(at)] };
}
export const unrank = (draft: BallotDraft, optionId: string): BallotDraft => ({ ...draft, ranking: draft.ranking.filter((id) => id !== optionId) });
export const rankedIn = ({ ranking }: BallotDraft, { options }: VoteCategory) => ranking.filter((id) => options.some((option) => option.id === id));

/** What is sent. */
export function ballotOf({ rule, categories }: Vote, draft: BallotDraft): PublicBallot {
  const kind = ballotKindOf(rule);
  const chosen = categories.flatMap(({ options }) => options).filter(({ id }) => (draft.dots[id] ?? 0) > 0);
  if (kind === 'dots') return { kind, dots: chosen.map(({ id }) => ({ optionId: id, count: draft.dots[id] ?? 0 })) };
  return { kind, optionIds: kind === 'ranking' ? [...draft.ranking] : chosen.map(({ id }) => id) };
}
export const isEmpty = (ballot: PublicBallot) => (ballot.kind === 'dots' ? ballot.dots : ballot.optionIds).length === 0;
