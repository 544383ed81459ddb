import { tallyFistToFive } from '@spolu/deliberation/fist-to-five';
import type { AnswerRules } from '../answers/answer-rules.ts';

export const fistToFiveRules: AnswerRules<'fist-to-five'> = {
  check: (value) => value,
  tally: (values, _, eligibleCount) => ({ kind: 'fist-to-five', ...tallyFistToFive(values.map(({ fingers }) => fingers), eligibleCount) }),
};
