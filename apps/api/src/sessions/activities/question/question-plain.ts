import type { AnswerOption, ResultOf } from '@spolu/contracts/activities/answers';
import type { AnswerWords } from '../answers/answers-words.ts';
import type { Lines } from '../answers/answers-plain.ts';

/** The figures of a question in lines: what could be answered, how many did, and what part of those who answered that is. */
export function questionLines({ figures, ballotCount, abstentionCount }: ResultOf<'question'>, options: readonly AnswerOption[], words: AnswerWords): Lines {
  const among = ballotCount - abstentionCount;
  if ('said' in figures) {
    return {
      titles: [words.count],
      lines: figures.said.map(({ text, count, author }) => ({ id: null, label: author ? `${text} (${author})` : text, cells: [String(count)], measures: [[words.count, count]] })),
    };
  }
  const counts = (lines: { id: string | null; label: string; count: number }[]): Lines => ({
    titles: [words.count, words.question.share],
    lines: lines.map(({ id, label, count }) => ({
      id, label, cells: [String(count), among === 0 ? '–' : `${words.number(Math.round((count / among) * 100))} %`], measures: [[words.count, count]],
    })),
  });
  switch (figures.type) {
    case 'choice':
      return counts(figures.counts.map(({ optionId, count }) => ({ id: optionId, label: options.find(({ id }) => id === optionId)?.title ?? '', count })));
    case 'scale':
      return counts(figures.counts.map(({ step, count }) => ({ id: null, label: stepLabel(step, figures, words), count })));
    case 'number':
      return counts(
        figures.bins.map(({ from, to, count }) => ({
          id: null, label: `${from === to ? words.number(from) : words.question.range(words.number(from), words.number(to))} ${figures.unit}`.trim(), count,
        })),
      );
  }
}

/** What the figures mean, in sentences. */
export function questionMeaning({ figures }: ResultOf<'question'>, words: AnswerWords): string[] {
  if (figures.type === 'choice') return figures.most > 1 ? [words.question.several(figures.most)] : [];
  if ('said' in figures) return figures.hiddenCount > 0 ? [words.question.hidden(figures.hiddenCount)] : [];
  if (!figures.spread) return [words.nobody];
  const unit = figures.type === 'number' ? figures.unit : '';
  const told = (value: number) => `${words.number(value)} ${unit}`.trim();
  const { median, lowerQuartile, upperQuartile } = figures.spread;
  return [
    words.question.spread(told(median), told(lowerQuartile), told(upperQuartile)),
    ...(figures.type === 'number' && figures.mean !== null ? [words.question.mean(told(figures.mean))] : []),
  ];
}

function stepLabel(step: number, { low, high, counts }: { low: string; high: string; counts: readonly { step: number }[] }, words: AnswerWords): string {
  const meaning = step === 1 ? low : step === counts.length ? high : '';
  return meaning ? words.question.end(String(step), meaning) : String(step);
}
