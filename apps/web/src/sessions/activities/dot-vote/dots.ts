import type { CastSecretBallot, RoomVote } from '@spolu/contracts/activities/dot-vote';

/** Dots by option, as one person places them. */
export type Dots = Readonly<Record<string, number>>;
type Budget = Pick<RoomVote, 'dots' | 'perOption'>;

/** Those on options that may be chosen. */
export const dotsOf = (ballot: CastSecretBallot, options: readonly { id: string }[]): Dots =>
  Object.fromEntries(ballot.dots.flatMap(({ optionId, count }) => (options.some(({ id }) => id === optionId) ? [[optionId, count]] : [])));
export const ballotOf = (dots: Dots): CastSecretBallot => ({
  dots: Object.entries(dots).filter(([, count]) => count > 0).map(([optionId, count]) => ({ optionId, count })),
});
export const dotsLeft = (dots: Dots, budget: Budget) => budget.dots - Object.values(dots).reduce((sum, count) => sum + count, 0);

/** Whether one more dot on the option stays within the budget and within what one option may get. The database holds the same rule. */
export const mayAddDot = (dots: Dots, optionId: string, budget: Budget) =>
  dotsLeft(dots, budget) > 0 && (dots[optionId] ?? 0) < (budget.perOption ?? budget.dots);

export function addDot(dots: Dots, optionId: string, budget: Budget): Dots {
  return mayAddDot(dots, optionId, budget) ? { ...dots, [optionId]: (dots[optionId] ?? 0) + 1 } : dots;
}
export function removeDot(dots: Dots, optionId: string): Dots {
  const count = dots[optionId] ?? 0;
  return count > 0 ? { ...dots, [optionId]: count - 1 } : dots;
}
