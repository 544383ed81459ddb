import type { AnswerOption } from '@spolu/contracts/activities/answers';
import type { QuestionAnswer, QuestionFigures } from '@spolu/contracts/activities/question';
import type { AnswerText, Figure, KindWords } from '../answers/answer-text.ts';

export const questionWords: KindWords<'question'> = {
  sentences: ({ figures, ballotCount, abstentionCount }, options, t) => {
    if (ballotCount === abstentionCount) return [t('answers.nobody')];
    if (figures.type === 'choice') return [leading(figures, options, t), ...(figures.most > 1 ? [t('answers.ask.several', { count: figures.most })] : [])];
    if ('said' in figures) return [t('answers.ask.different', { count: figures.differentCount }), ...(figures.hiddenCount > 0 ? [t('answers.ask.hidden', { count: figures.hiddenCount })] : [])];
    if (!figures.spread) return [];
    const unit = figures.type === 'number' ? figures.unit : '';
    const { median, lowerQuartile, upperQuartile } = figures.spread;
    return [
      t('answers.ask.median', { median: valueText(median, unit, t) }),
      t('answers.ask.half', { from: lowerQuartile, to: valueText(upperQuartile, unit, t) }),
    ];
  },
  figures: ({ figures, ballotCount, abstentionCount }, options, t) => {
    const among = ballotCount - abstentionCount;
    const figure = (id: string, label: string, count: number, marked = false): Figure => ({
      id, label, count, marked, text: t('answers.ask.share', { people: t('answers.people', { count }), percent: among === 0 ? 0 : Math.round((count / among) * 100) }),
    });
    switch (figures.type) {
      case 'text':
      case 'words':
        return figures.said.map(({ id, text, count, author }) => ({ id, label: author ? `${text} (${author})` : text, count, marked: false, text: t('answers.people', { count }) }));
      case 'choice': {
        const most = Math.max(1, ...figures.counts.map(({ count }) => count));
        return figures.counts.map(({ optionId, count }) => figure(optionId, titleOf(options, optionId), count, count === most));
      }
      case 'scale':
        return figures.counts.map(({ step, count }) => figure(String(step), stepText(step, figures, t), count));
      case 'number':
        return figures.bins.map(({ from, to, count }) =>
          figure(String(from), from === to ? valueText(from, figures.unit, t) : t('answers.ask.range', { from, to, unit: figures.unit }).trim(), count));
    }
  },
};

const valueText = (value: number, unit: string, t: AnswerText) => t('answers.ask.value', { value, unit }).trim();
const titleOf = (options: readonly AnswerOption[], optionId: string) => options.find(({ id }) => id === optionId)?.title ?? '';

function leading({ counts }: Extract<QuestionFigures, { type: 'choice' }>, options: readonly AnswerOption[], t: AnswerText): string {
  const most = Math.max(...counts.map(({ count }) => count));
  const first = counts.filter(({ count }) => count === most).map(({ optionId }) => titleOf(options, optionId));
  return first.length === 1 ? t('answers.ask.first', { title: first[0] ?? '' }) : t('answers.ask.tied', { titles: first.join(', ') });
}

function stepText(step: number, { low, high, counts }: { low: string; high: string; counts: readonly { step: number }[] }, t: AnswerText): string {
  const meaning = step === 1 ? low : step === counts.length ? high : '';
  return meaning ? t('answers.ask.end', { step, meaning }) : String(step);
}

/** One person's answer, where names are told. */
export function questionAnswerText(answer: QuestionAnswer, options: readonly AnswerOption[], t: AnswerText): string {
  switch (answer.type) {
    case 'choice':
      return answer.chosen.map((optionId) => titleOf(options, optionId)).join(', ') || t('answers.consent.stand-aside');
    case 'text':
      return answer.text || t('answers.consent.stand-aside');
    case 'words':
      return answer.words.join(', ') || t('answers.consent.stand-aside');
    case 'scale':
      return answer.step === null ? t('answers.consent.stand-aside') : String(answer.step);
    case 'number':
      return answer.number === null ? t('answers.consent.stand-aside') : valueText(answer.number, '', t);
  }
}
