import { checkRanking, tallyRanking, type RankingBallot } from '@spolu/deliberation/ranking';
import type { AnswerRules } from '../answers/answer-rules.ts';

/** A phone gives each option a place of its own; what it leaves out is tied last. */
const ballotOf = (ranking: readonly string[]): RankingBallot => ranking.map((optionId) => [optionId]);

export const rankingRules: AnswerRules<'ranking'> = {
  check: ({ kind, ranking }, optionIds) => ({ kind, ranking: checkRanking(ballotOf(ranking), { optionIds }).flat() }),
  tally: (values, optionIds, eligibleCount) => {
    const { pairs: _, ...result } = tallyRanking(values.map(({ ranking }) => ballotOf(ranking)), { optionIds }, eligibleCount);
    return { kind: 'ranking', ...result };
  },
};
