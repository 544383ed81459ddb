import { checkConsent, tallyConsent } from '@spolu/deliberation/consent';
import type { AnswerRules } from '../answers/answer-rules.ts';

export const consentRules: AnswerRules<'consent'> = {
  check: ({ kind, ...ballot }) => ({ kind, ...checkConsent(ballot) }),
  tally: (values, _, eligibleCount) => ({ kind: 'consent', ...tallyConsent(values, eligibleCount) }),
};
