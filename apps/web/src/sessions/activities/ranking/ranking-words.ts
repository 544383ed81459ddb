import type { KindWords } from '../answers/answer-text.ts';

export const rankingWords: KindWords<'ranking'> = {
  sentences: ({ agreedWinner, ballotCount, abstentionCount }, options, t) => {
    if (ballotCount === abstentionCount) return [t('answers.nobody')];
    const winner = options.find(({ id }) => id === agreedWinner);
    return [winner ? t('answers.ranking.agreed', { title: winner.title }) : t('answers.ranking.differ'), t('answers.ranking.means')];
  },
  figures: ({ borda, schulze, agreedWinner }, options, t) =>
    borda.map(({ optionId, rank }) => ({
      id: optionId,
      label: options.find(({ id }) => id === optionId)?.title ?? '',
      text: t('answers.ranking.both', { borda: rank, schulze: schulze.find((one) => one.optionId === optionId)?.rank ?? 0 }),
      count: null,
      marked: optionId === agreedWinner,
    })),
};
