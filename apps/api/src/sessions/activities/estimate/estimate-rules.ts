import type { AnswerOf } from '@spolu/contracts/activities/answers';
import { Problem } from '@spolu/contracts/problems';
import { checkEstimate, tallyEstimates, type EstimateBallot } from '@spolu/deliberation/estimate';
import type { AnswerRules } from '../answers/answer-rules.ts';

/** @throws Problem `vote/option-twice` */
function ballotOf({ estimates }: AnswerOf<'estimate'>): EstimateBallot {
  const ballot = new Map(estimates.map(({ optionId, x, y }) => [optionId, { x, y }]));
  const twice = estimates.find(({ optionId }, i) => estimates.findIndex((other) => other.optionId === optionId) !== i);
  if (twice) throw new Problem('vote/option-twice', { optionId: twice.optionId });
  return Object.fromEntries(ballot);
}

export const estimateRules: AnswerRules<'estimate'> = {
  check: (value, optionIds) => {
    checkEstimate(ballotOf(value), { optionIds });
    return value;
  },
  tally: (values, optionIds, eligibleCount) => ({ kind: 'estimate', ...tallyEstimates(values.map(ballotOf), { optionIds }, eligibleCount) }),
};
