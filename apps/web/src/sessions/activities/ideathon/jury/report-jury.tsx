import { type ReportJury as Jury, scaleMaxOf } from '@spolu/contracts/activities/ideathon-jury';
import { Table } from '@spolu/ui/table';
import { useFormat } from '../../../../i18n/format.ts';
import { useText } from '../../../../i18n/use-text.ts';
import { percentOf, rounded, teamTitle, teamTitles } from './jury-words.ts';

/** Who judged, what came out, and what a reader must know to trust it. */
export function ReportJury({ jury }: { jury: Jury | null }) {
  const t = useText('sessions/activities/ideathon/jury');
  const format = useFormat();
  if (!jury) return null;
  const { result, reopened, swings, conflictCount, revisedCount, jurorCount, doneCount, askedCount } = jury;
  return (
    <section className="stack">
      <h3>{t('title')}</h3>
      <p>
        {t('report.jurors', { count: jurorCount })} {`${t('progress', { done: doneCount, asked: askedCount })}.`} {conflictCount > 0 && t('report.conflicts', { count: conflictCount })} {revisedCount > 0 && t('discussion.revised', { count: revisedCount })}
      </p>
      {reopened.map(({ reopenedAt, reason }) => (
        <p key={reopenedAt}>{t('report.setAside', { time: format.dateTime(reopenedAt), reason })}</p>
      ))}
      {!result && <p>{t('report.notFixed')}</p>}
      {result && (
        <>
          <Table
            caption={t('result')}
            rows={result.teams}
            rowKey={({ teamId }) => teamId}
            columns={[
              { id: 'rank', title: t('rank'), numeric: true, cell: ({ rank }) => rank ?? '–' },
              { id: 'team', title: t('team'), heading: true, cell: (team) => teamTitle(team, t) },
              { id: 'points', title: t('points'), numeric: true, cell: ({ points }) => (points === null ? t('notJudged') : format.number(rounded(points))) },
              ...result.criteria.map((criterion, i) => ({
                id: String(i),
                title: `${criterion.title} (${String(percentOf(result.criteria, criterion))} %, 0 – ${String(scaleMaxOf(criterion))})`,
                numeric: true,
                cell: ({ means }: (typeof result.teams)[number]) => (means[i] === undefined ? '–' : format.number(rounded(means[i]))),
              })),
              { id: 'judges', title: t('judges'), numeric: true, cell: ({ jurorCount: count }) => count },
            ]}
          />
          {swings.map((ids) => (
            <p key={ids.join()}>{t('discussion.swing', { teams: teamTitles(result.teams, ids, t) })}</p>
          ))}
        </>
      )}
    </section>
  );
}
