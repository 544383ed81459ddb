import type { Spread } from '@spolu/contracts/activities/answers';
import { ESTIMATE_MAX } from '@spolu/contracts/plain';
import type { AnswerText, KindWords } from '../answers/answer-text.ts';

export const spreadText = (spread: Spread | null, t: AnswerText): string =>
  spread ? t('answers.estimate.cell', { median: spread.median, from: spread.lowerQuartile, to: spread.upperQuartile }) : t('answers.estimate.none');

const apart = ({ x, y }: { x: Spread | null; y: Spread | null }) => Math.max(...[x, y].map((spread) => (spread ? spread.upperQuartile - spread.lowerQuartile : 0)));

export const estimateWords: KindWords<'estimate'> = {
  sentences: ({ options: estimated }, options, t) => {
    if (estimated.every(({ x }) => x === null)) return [t('answers.nobody')];
    const [furthest] = [...estimated].sort((a, b) => apart(b) - apart(a));
    const title = options.find(({ id }) => id === furthest?.optionId)?.title;
    return [...(furthest && title && apart(furthest) > 0 ? [t('answers.estimate.apart', { title })] : []), t('answers.estimate.means', { max: ESTIMATE_MAX })];
  },
  figures: ({ options: estimated }, options, t) =>
    estimated.map(({ optionId, x, y }) => ({
      id: optionId,
      label: options.find(({ id }) => id === optionId)?.title ?? '',
      text: x && y ? t('answers.estimate.both', { x: spreadText(x, t), y: spreadText(y, t) }) : t('answers.estimate.none'),
      count: null,
      marked: false,
    })),
};
