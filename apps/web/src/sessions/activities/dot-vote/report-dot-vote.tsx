import type { ReportActivityOf } from '@spolu/contracts/sessions';
import { BarChart } from '@spolu/ui/bar-chart';
import { Table } from '@spolu/ui/table';
import { useText } from '../../../i18n/use-text.ts';
import { useFormat } from '../../../i18n/format.ts';

/** A vote with its rules, so that somebody who was not there can judge what the result says. */
export function ReportDotVote({ activity: { title, part } }: { activity: ReportActivityOf<'dot-vote'> }) {
  const t = useText('sessions');
  const format = useFormat();
  if (!part) return null;
  const { result, dots, perOption } = part;
  const options = [...result.options].sort((a, b) => a.rank - b.rank);
  return (
    <>
      <p>
        {t('report.voteRule', { count: dots })} {perOption === null ? t('report.voteNoLimit') : t('report.votePerOption', { count: perOption })} {t('report.voteSecret')}
      </p>
      <p>
        {t('report.turnout', { voted: result.votedCount, eligible: result.eligibleCount })}
        {result.eligibleCount > 0 && ` (${format.percent(result.votedCount / result.eligibleCount)})`}. {t('report.abstained', { count: result.abstainedCount })}
      </p>
      <div className="report-chart">
        <BarChart
          label={title}
          bars={options.map((option) => ({ id: option.optionId, label: option.title, count: option.dots, text: t('report.dots', { count: option.dots }), marked: option.rank === 1 && option.dots > 0 }))}
        />
      </div>
      <Table
        caption={t('report.voteTable', { title })}
        rows={options}
        rowKey={(option) => option.optionId}
        columns={[
          { id: 'rank', title: t('report.rank'), cell: (option) => `${option.rank}.`, numeric: true },
          { id: 'option', title: t('report.option'), heading: true, cell: (option) => option.title },
          { id: 'dots', title: t('report.dotsColumn'), cell: (option) => format.number(option.dots), numeric: true },
          { id: 'voters', title: t('report.voters'), cell: (option) => format.number(option.voters), numeric: true },
        ]}
      />
    </>
  );
}
