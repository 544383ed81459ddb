import type { KindWords } from '../answers/answer-text.ts';

export const gradientsWords: KindWords<'gradients'> = {
  sentences: ({ supportCount, againstCount, ballotCount }, _, t) =>
    ballotCount === 0 ? [t('answers.nobody')] : [t('answers.gradients.sum', { support: supportCount, against: againstCount, all: ballotCount })],
  figures: ({ counts }, _, t) =>
    counts.map(({ gradient, count }) => ({
      id: gradient, label: t(`answers.gradients.${gradient}`), text: t('answers.people', { count }), count, marked: gradient === 'veto' && count > 0,
    })),
};
