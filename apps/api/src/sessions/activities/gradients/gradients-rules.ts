import { tallyGradients } from '@spolu/deliberation/gradients';
import type { AnswerRules } from '../answers/answer-rules.ts';

export const gradientsRules: AnswerRules<'gradients'> = {
  check: (value) => value,
  tally: (values, _, eligibleCount) => ({ kind: 'gradients', ...tallyGradients(values.map(({ gradient }) => gradient), eligibleCount) }),
};
