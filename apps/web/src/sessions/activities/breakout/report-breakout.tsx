import type { ReportActivityOf } from '@spolu/contracts/sessions';
import { Tag } from '@spolu/ui/tag';
import { useText } from '../../../i18n/use-text.ts';
import { ReportNotes } from '../../report-notes.tsx';

/** Table by table: what it was asked, how many sat there, what they wrote in the clusters they made. */
export function ReportBreakout({ activity: { part } }: { activity: ReportActivityOf<'breakout'> }) {
  const t = useText('sessions');
  if (!part) return null;
  const { tables, roundCount, noteCount, carriedOver } = part;
  return (
    <>
      <p>
        {[t('breakout.tables', { count: tables.length }), t('breakout.rounds', { count: roundCount }), t('report.notes', { count: noteCount }), carriedOver && t('breakout.reportCarried')].filter(Boolean).join(' · ')}
      </p>
      {tables.map(({ number, place, question, memberCount, sectors, clusters, noteCount: notes }) => (
        <section key={number} className="report-cluster" aria-labelledby={`table-${number}`}>
          <div className="row row-apart">
            <h3 id={`table-${number}`}>{[t('breakout.table', { number }), question].filter(Boolean).join(' · ')}</h3>
            <span className="row">
              <Tag>{t('breakout.people', { count: memberCount })}</Tag>
              <Tag>{t('report.notes', { count: notes })}</Tag>
            </span>
          </div>
          {(place || sectors.some(({ sector }) => sector !== null)) && (
            <p className="soft small">
              {[place, ...sectors.map(({ sector, count }) => `${sector ? t(`sector.${sector}`) : t('sector.unknown')}: ${count}`)].filter(Boolean).join(' · ')}
            </p>
          )}
          {clusters.length === 0 && <p className="soft">{t('report.noNotes')}</p>}
          {clusters.map((cluster, i) => (
            <div key={i} className="stack stack-s">
              {(clusters.length > 1 || cluster.title) && <h4>{cluster.title || t('report.unclustered')}</h4>}
              <ReportNotes notes={cluster.notes} />
            </div>
          ))}
        </section>
      ))}
    </>
  );
}
