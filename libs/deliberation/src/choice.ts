import { Problem } from '@spolu/contracts/problems';
import { turnoutOf, type Turnout } from './turnout.ts';

export interface ChoiceRules {
  /** In the order in which people see them. */
  optionIds: readonly string[];
  /** How many one may choose. */
  most: number;
}
/** What one person chose, each once; nothing is an abstention. */
export type ChoiceBallot = readonly string[];

export interface ChoiceResult extends Turnout {
  /** How many chose each, in the order in which people saw them: a bar stays where it stood on the phone. */
  counts: { optionId: string; count: number }[];
}

/** @throws Problem `vote/unknown-option`, `vote/option-twice`, `vote/over-limit` if she chose more than she may */
export function checkChoice(ballot: ChoiceBallot, { optionIds, most }: ChoiceRules): ChoiceBallot {
  for (const [i, optionId] of ballot.entries()) {
    if (!optionIds.includes(optionId)) throw new Problem('vote/unknown-option', { optionId });
    if (ballot.indexOf(optionId) !== i) throw new Problem('vote/option-twice', { optionId });
  }
  if (ballot.length > most) throw new Problem('vote/over-limit', { limit: most });
  return ballot;
}

/** @param eligibleCount everybody who could have answered; at least as many as there are ballots */
export function tallyChoices(ballots: readonly ChoiceBallot[], { optionIds }: Pick<ChoiceRules, 'optionIds'>, eligibleCount: number): ChoiceResult {
  return {
    ...turnoutOf(ballots.length, ballots.filter((ballot) => ballot.length === 0).length, eligibleCount),
    counts: optionIds.map((optionId) => ({ optionId, count: ballots.filter((ballot) => ballot.includes(optionId)).length })),
  };
}
