import type { KindWords } from '../answers/answer-text.ts';

export const consentWords: KindWords<'consent'> = {
  sentences: ({ outcome, counts }, _, t) => {
    if (outcome === null) return [t('answers.nobody')];
    const objections = counts.find(({ stance }) => stance === 'objection')?.count ?? 0;
    return [outcome === 'consent' ? t('answers.consent.agreed') : t('answers.consent.objected', { count: objections })];
  },
  figures: ({ counts }, _, t) =>
    counts.map(({ stance, count }) => ({
      id: stance, label: t(`answers.consent.${stance}`), text: t('answers.people', { count }), count, marked: stance === 'objection' && count > 0,
    })),
};
