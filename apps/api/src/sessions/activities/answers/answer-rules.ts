import type { AnswerKind, AnswerOf, AnswerSettingsOf, ResultOf } from '@spolu/contracts/activities/answers';
import { consentRules } from '../consent/consent-rules.ts';
import { estimateRules } from '../estimate/estimate-rules.ts';
import { fistToFiveRules } from '../fist-to-five/fist-to-five-rules.ts';
import { gradientsRules } from '../gradients/gradients-rules.ts';
import { questionRules } from '../question/question-rules.ts';
import { pulseRules } from '../pulse/pulse-rules.ts';
import { rankingRules } from '../ranking/ranking-rules.ts';

/** What one kind of answer means: its folder says it, with the rules of `@spolu/deliberation`. */
export interface AnswerRules<Kind extends AnswerKind> {
  /** Gives the answer as it is stored. @throws Problem where it breaks a rule of its kind */
  check: (value: AnswerOf<Kind>, optionIds: readonly string[], settings: AnswerSettingsOf<Kind>) => AnswerOf<Kind>;
  /** Counts checked answers, each person's last one. */
  tally: (values: readonly AnswerOf<Kind>[], optionIds: readonly string[], eligibleCount: number, settings: AnswerSettingsOf<Kind>) => ResultOf<Kind>;
}

const RULES: { [Kind in AnswerKind]: AnswerRules<Kind> } = {
  consent: consentRules,
  'fist-to-five': fistToFiveRules,
  gradients: gradientsRules,
  ranking: rankingRules,
  estimate: estimateRules,
  question: questionRules,
  pulse: pulseRules,
};
export const answerRulesOf = <Kind extends AnswerKind>(kind: Kind): AnswerRules<Kind> => RULES[kind];
