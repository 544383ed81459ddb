import type { FINGERS } from '@spolu/contracts/plain';
import type { KindWords } from '../answers/answer-text.ts';

type Fingers = (typeof FINGERS)[number];

export const fistWords: KindWords<'fist-to-five'> = {
  sentences: ({ outcome, spread }, _, t) =>
    outcome === null || !spread ? [t('answers.nobody')] : [t(`answers.fist.${outcome}`), t('answers.fist.median', { median: spread.median })],
  figures: ({ counts }, _, t) =>
    [...counts].reverse().map(({ step, count }) => ({
      id: String(step), label: t(`answers.fist.${step as Fingers}`), text: t('answers.people', { count }), count, marked: step === 0 && count > 0,
    })),
};
