import type { ReportActivityOf } from '@spolu/contracts/sessions';
import { BarChart } from '@spolu/ui/bar-chart';
import { Table } from '@spolu/ui/table';
import { useText } from '../../../i18n/use-text.ts';
import { useFormat } from '../../../i18n/format.ts';
import { LateToldLine } from '../late-told.tsx';
import { NamedBallots } from './named-ballots.tsx';
import { VoteRounds } from './vote-rounds.tsx';

/** A vote with its rules, so that somebody who was not there can judge what the result says. */
export function ReportDotVote({ activity: { id, title, part } }: { activity: ReportActivityOf<'dot-vote'> }) {
  const t = useText('sessions');
  const format = useFormat();
  if (!part) return null;
  const { result, dots, perOption, secrecy, round, sectors } = part;
  const dotsText = (count: number) => t('report.dots', { count });
  const options = [...result.options].sort((a, b) => a.rank - b.rank);
  return (
    <>
      <p>
        {t('report.voteRule', { count: dots })} {perOption === null ? t('report.voteNoLimit') : t('report.votePerOption', { count: perOption })} {round > 1 && `${t('answers.round', { number: round })}. `}
        {t('answers.heldAs', { secrecy: t(`answers.secrecyIs.${secrecy}`) })}
      </p>
      <p>
        {t('report.turnout', { voted: result.votedCount, eligible: result.eligibleCount })}
        {result.eligibleCount > 0 && ` (${format.percent(result.votedCount / result.eligibleCount)})`}. {t('report.abstained', { count: result.abstainedCount })}
      </p>
      <LateToldLine late={part.late} />
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
      <VoteRounds vote={part} t={t} dots={dotsText} />
      {sectors.length > 0 && (
        <>
          <Table
            caption={t('answers.bySector')}
            rows={options}
            rowKey={({ optionId }) => optionId}
            columns={[
              { id: 'option', title: t('answers.option'), heading: true, cell: (option) => option.title },
              ...sectors.map(({ sector, result: ofSector }) => ({
                id: sector ?? 'unknown',
                title: sector ? t(`sector.${sector}`) : t('sector.unknown'),
                cell: ({ optionId }: { optionId: string }) => dotsText(ofSector.options.find((option) => option.optionId === optionId)?.dots ?? 0),
              })),
            ]}
          />
          <p className="small soft">{t('answers.bySectorMeans')}</p>
        </>
      )}
      {secrecy === 'open' && <NamedBallots activityId={id} options={options} texts={{ names: t('answers.names'), nameless: t('answers.nameless'), dots: dotsText }} />}
    </>
  );
}
