import type { AnswerOption, AnswerValue } from '@spolu/contracts/activities/answers';
import { questionAnswerText } from '../question/question-figures.ts';
import type { AnswerText } from './answer-text.ts';

/** One person's answer in words, where the vote is open. */
export function valueText(value: AnswerValue, options: readonly AnswerOption[], t: AnswerText): string {
  const titleOf = (optionId: string) => options.find(({ id }) => id === optionId)?.title ?? '';
  switch (value.kind) {
    case 'consent':
      return value.reason ? `${t(`answers.consent.${value.stance}`)}: ${value.reason}` : t(`answers.consent.${value.stance}`);
    case 'fist-to-five':
      return value.fingers === null ? t('answers.consent.stand-aside') : t(`answers.fist.${value.fingers}`);
    case 'gradients':
      return t(`answers.gradients.${value.gradient}`);
    case 'pulse':
      return value.scores.map(({ optionId, score }) => `${titleOf(optionId)}: ${String(score)}`).join(', ');
    case 'ranking':
      return value.ranking.map((optionId, i) => `${String(i + 1)}. ${titleOf(optionId)}`).join(', ') || t('answers.consent.stand-aside');
    case 'question':
      return questionAnswerText(value.answer, options, t);
    case 'estimate':
      return value.estimates.map(({ optionId, x, y }) => `${titleOf(optionId)}: ${String(x)} / ${String(y)}`).join(', ') || t('answers.consent.stand-aside');
  }
}
