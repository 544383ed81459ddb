import type { AnswerOption, ResultOf } from '@spolu/contracts/activities/answers';
import { Table } from '@spolu/ui/table';
import { InBoth } from '../../in-both.tsx';
import type { AnswerText } from '../answers/answer-text.ts';

/** Both counts side by side, in the order of Borda. */
export function RankingTable({ result: { borda, schulze }, options, t }: { result: ResultOf<'ranking'>; options: readonly AnswerOption[]; t: AnswerText }) {
  return (
    <Table
      short
      caption={t('answers.result')}
      captionHidden
      rows={borda}
      rowKey={({ optionId }) => optionId}
      columns={[
        { id: 'option', title: t('answers.option'), heading: true, cell: ({ optionId }) => <InBoth of={options.find(({ id }) => id === optionId)?.title ?? ''} /> },
        { id: 'borda', title: t('answers.ranking.borda'), cell: ({ rank, points }) => t('answers.ranking.points', { rank, points }), numeric: true },
        { id: 'schulze', title: t('answers.ranking.schulze'), cell: ({ optionId }) => `${schulze.find((one) => one.optionId === optionId)?.rank ?? ''}.`, numeric: true },
      ]}
    />
  );
}
