import { Problem } from '@spolu/contracts/problems';
import { tallyScale } from '@spolu/deliberation/questionnaire';
import { turnoutOf } from '@spolu/deliberation/turnout';
import type { AnswerRules } from '../answers/answer-rules.ts';

export const pulseRules: AnswerRules<'pulse'> = {
  check: (value, optionIds) => {
    const answered = value.scores.map(({ optionId }) => optionId);
    if (!answered.every((id) => optionIds.includes(id))) throw new Problem('vote/unknown-option');
    if (new Set(answered).size !== answered.length) throw new Problem('vote/option-twice');
    return value;
  },
  tally: (values, optionIds, eligibleCount) => ({
    kind: 'pulse',
    ...turnoutOf(values.length, values.filter(({ scores }) => scores.length === 0).length, eligibleCount),
    statements: optionIds.map((optionId) => ({
      optionId, scale: tallyScale('agree5', values.flatMap(({ scores }) => scores.filter((one) => one.optionId === optionId).map(({ score }) => score))),
    })),
  }),
};
