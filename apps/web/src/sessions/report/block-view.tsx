import type { ReportCluster } from '@spolu/contracts/activities/cluster';
import type { ReadReport, ReportBlock } from '@spolu/contracts/report-blocks';
import type { ReportActivity } from '@spolu/contracts/sessions';
import { writtenParts } from '@spolu/contracts/written-parts';
import { BarChart } from '@spolu/ui/bar-chart';
import { Table } from '@spolu/ui/table';
import { useState, type ReactNode } from 'react';
import { TranslationLines } from '../../boards/note-translations.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { useText } from '../../i18n/use-text.ts';
import { ReportClusters } from '../activities/cluster/report-cluster.tsx';
import { ReportSurveyView } from '../feedback/report-survey.tsx';
import { reportActivityOf } from '../activities/report-by-kind.tsx';
import { InBoth, InTwoLanguages } from '../in-both.tsx';
import { ReportNotes } from '../report-notes.tsx';
import { ReportPictureView } from './report-picture.tsx';
import './report.css';

type Sector = ReadReport['participation']['sectors'][number]['sector'];

export interface BlockViewProps {
  block: ReportBlock;
  report: ReadReport;
  /** Of a chapter. */
  number: number | null;
  /** Clusters chosen for an idea; null where nobody chooses. */
  chosen?: readonly string[] | null;
  onChoose?: (cluster: ReportCluster, chosen: boolean) => void;
}

/** One block of a report as it is read, with the facilitator's comment below. */
export function BlockView({ block, report, number, chosen = null, onChoose = () => undefined }: BlockViewProps) {
  const t = useText('sessions/report');
  const words = useText('sessions');
  const language = useLanguage();
  const { content, note } = block;
  const view = viewOf();
  return (
    <>
      {view}
      {note && (
        <div className="report-comment">
          <strong>{t('comment')}</strong>
          <Written text={note} />
        </div>
      )}
    </>
  );

  function viewOf(): ReactNode {
    switch (content.kind) {
      case 'figures': return <Figures figures={report.figures} />;
      case 'participation': return <Participation participation={report.participation} />;
      case 'balance': return <BalanceView balance={report.balance} />;
      case 'activity': {
        const activity = report.activities.find(({ id }) => id === content.activityId);
        return (
          activity && (
            <InTwoLanguages room={{ language: report.language, secondLanguage: activity.second?.language ?? null }} activity={{ second: activity.second?.pairs }}>
              <Chapter activity={activity} number={number} chosen={chosen} onChoose={onChoose} />
            </InTwoLanguages>
          )
        );
      }
      case 'meaning': return <Meanings meanings={report.meanings} />;
      case 'survey': return report.survey && <ReportSurveyView survey={report.survey} />;
      case 'board': return <BoardPicture report={report} boardId={content.boardId} />;
      case 'skipped': return <Skipped activities={report.activities} />;
      case 'heading': return <h2 lang={report.language}>{content.text}</h2>;
      case 'text': return <div lang={report.language}><Written text={content.text} /></div>;
      case 'quote': {
        const quote = report.quoted.find(({ contributionId }) => contributionId === content.contributionId);
        if (!quote) return <p className="soft">{t('quoteGone')}</p>;
        return (
          <figure className="report-quote">
            <blockquote lang={quote.language} className="keep-lines">
              {quote.text}
              {quote.translations && <TranslationLines translations={quote.translations} sign={words('translated')} signLanguage={language} />}
            </blockquote>
            {quote.author !== null && <figcaption>{quote.author}</figcaption>}
          </figure>
        );
      }
      case 'picture': return <ReportPictureView report={report} picture={content} />;
      case 'decision': return (
        <div className="report-decision" lang={report.language}>
          <h3>{t('decision')}</h3>
          <Written text={content.text} />
        </div>
      );
      case 'actions': return <Actions items={content.items} />;
    }
  }
}

/** Paragraphs and lists as they were typed. */
function Written({ text }: { text: string }) {
  return (
    <div className="stack stack-s report-written">
      {writtenParts(text).map((part, i) => (part.kind === 'list' ? <ul key={i}>{part.items.map((item, at) => <li key={at}>{item}</li>)}</ul> : <p key={i}>{part.text}</p>))}
    </div>
  );
}

/** The figures somebody asks for first. */
function Figures({ figures }: { figures: ReadReport['figures'] }) {
  const t = useText('sessions');
  const format = useFormat();
  if (!figures) return null;
  const rows: [string, number][] = [
    [t('report.people', { count: figures.people }), figures.people],
    [t('report.notesWord', { count: figures.notes }), figures.notes],
    [t('report.clustersWord', { count: figures.clusters }), figures.clusters],
    [t('report.votesWord', { count: figures.votes }), figures.votes],
  ];
  return (
    <ul className="report-figures" role="list">
      {rows.map(([word, count]) => (
        <li key={word}>
          <strong>{format.number(count)}</strong> <span>{word}</span>
        </li>
      ))}
    </ul>
  );
}

function Participation({ participation: { total, wroteCount, sectors } }: { participation: ReadReport['participation'] }) {
  const t = useText('sessions');
  const format = useFormat();
  const rows = [...sectors].sort((a, b) => Number(a.sector === null) - Number(b.sector === null) || b.count - a.count);
  const word = (sector: Sector) => (sector ? t(`sector.${sector}`) : t('sector.unknown'));
  return (
    <section className="page-section" aria-labelledby="participation">
      <h2 id="participation">{t('report.participation')}</h2>
      <p>
        {t('report.took', { count: total })} {t('report.wrote', { count: wroteCount })}
      </p>
      {total > 0 && (
        <>
          <div className="report-chart">
            <BarChart label={t('report.sectors')} bars={rows.map(({ sector, count }) => ({ id: sector ?? 'unknown', label: word(sector), count, text: format.number(count) }))} />
          </div>
          <Table
            short
            caption={t('report.sectors')}
            rows={rows}
            rowKey={(row) => row.sector ?? 'unknown'}
            columns={[
              { id: 'sector', title: t('report.sector'), heading: true, cell: (row) => word(row.sector) },
              { id: 'count', title: t('report.peopleColumn'), cell: (row) => format.number(row.count), numeric: true },
              { id: 'share', title: t('report.share'), cell: (row) => format.percent(row.count / total), numeric: true },
            ]}
          />
        </>
      )}
    </section>
  );
}

function BalanceView({ balance }: { balance: ReadReport['balance'] }) {
  const t = useText('sessions/report');
  const sectorText = useText('sessions');
  const format = useFormat();
  if (!balance) return null;
  const word = (sectors: readonly Sector[]) => sectors.map((sector) => (sector ? sectorText(`sector.${sector}`) : sectorText('sector.unknown'))).join(', ');
  type Counts = { people: number; wrote: number; notes: number };
  const counts = [
    { id: 'people', title: sectorText('report.peopleColumn'), cell: ({ people }: Counts) => format.number(people), numeric: true },
    { id: 'wrote', title: t('balance.wrote'), cell: ({ wrote }: Counts) => format.number(wrote), numeric: true },
    { id: 'notes', title: t('balance.notes'), cell: ({ notes }: Counts) => format.number(notes), numeric: true },
    { id: 'each', title: t('balance.each'), cell: ({ notes, people }: Counts) => format.number(Math.round((notes / people) * 10) / 10), numeric: true },
  ];
  return (
    <section className="page-section" aria-labelledby="balance">
      <h2 id="balance">{t('balance.title')}</h2>
      {balance.groups.length > 0 && (
        <Table
          caption={t('balance.title')}
          captionHidden
          rows={balance.groups}
          rowKey={({ sectors }) => sectors.join()}
          columns={[{ id: 'sector', title: sectorText('report.sector'), heading: true, cell: ({ sectors }) => word(sectors) }, ...counts]}
        />
      )}
      {balance.tables?.map(({ activityId, title, groups }) => (
        <section key={activityId} className="stack stack-s">
          <h3>{t('balance.byTable', { title })}</h3>
          <Table
            caption={t('balance.byTable', { title })}
            captionHidden
            rows={groups}
            rowKey={({ tables }) => tables.join()}
            columns={[{ id: 'table', title: t('balance.table'), heading: true, cell: ({ tables }) => tables.join(', ') }, ...counts]}
          />
        </section>
      ))}
      <p className="soft small">
        {balance.anonymousNotes > 0 && `${t('balance.anonymous', { count: balance.anonymousNotes })} `}
        {t('balance.means')}
      </p>
    </section>
  );
}

interface ChapterProps {
  activity: ReportActivity;
  number: number | null;
  chosen: readonly string[] | null;
  onChoose: (cluster: ReportCluster, chosen: boolean) => void;
}

function Chapter({ activity, number, chosen, onChoose }: ChapterProps) {
  const t = useText('sessions');
  const format = useFormat();
  const OfKind = reportActivityOf(activity);
  // what was open for days
  const moment = activity.plannedMinutes === null ? format.dateTime : format.time;
  return (
    <section className="page-section report-activity" aria-labelledby={`activity-${activity.id}`}>
      <h2 id={`activity-${activity.id}`}>
        {number !== null && `${number}. `}
        <InBoth of={activity.title} />
      </h2>
      <p className="soft">
        {t(`activityKind.${activity.kind}`)}
        {activity.methodTitle && ` · ${t('report.method', { method: activity.methodTitle })}`}
        {activity.startedAt && ` · ${moment(activity.startedAt)}${activity.endedAt ? ` – ${moment(activity.endedAt)}` : ''}`}
        {activity.plannedMinutes !== null && ` · ${t('report.planned', { count: activity.plannedMinutes })}`}
      </p>
      {activity.instruction && <blockquote className="keep-lines"><InBoth of={activity.instruction} /></blockquote>}
      {activity.isCounted && !activity.part && activity.endedAt && <p>{t('report.voteWaits')}</p>}
      {OfKind && activity.part && <OfKind activity={activity} />}
      {activity.clusters && <ReportClusters cluster={activity.clusters} chosen={chosen} onChoose={onChoose} />}
    </section>
  );
}

/** What the hall said to the summary before it left. */
function Meanings({ meanings }: { meanings: ReadReport['meanings'] }) {
  const t = useText('sessions/report');
  return (
    <section className="page-section" aria-labelledby="meaning">
      <h2 id="meaning">{t('meaning.title')}</h2>
      {meanings.map(({ summary, language, askedAt, eligible, yes, notQuite, words }) => (
        <div key={askedAt} className="stack stack-s">
          <div className="report-quote" lang={language}>
            <Written text={summary} />
          </div>
          <p>{t('meaning.result', { yes, notQuite, silent: eligible - yes - notQuite })}</p>
          {words.length > 0 && (
            <>
              <h3>{t('meaning.words')}</h3>
              <ReportNotes notes={words.map((said, i) => ({ ...said, contributionId: String(i), author: null }))} />
            </>
          )}
        </div>
      ))}
    </section>
  );
}

/** The board as it looked; everything on it stands in the chapters in words too. */
function BoardPicture({ report, boardId }: { report: ReadReport; boardId: string }) {
  const t = useText('sessions/report');
  const [gone, setGone] = useState(false);
  const board = report.boards.find((one) => one.boardId === boardId);
  if (!board) return null;
  const address = `/api/sessions/${report.sessionId}/report/boards/${boardId}${report.version && !('revision' in report) ? `?version=${report.version.number}` : ''}`;
  return (
    <section className="page-section" aria-labelledby={`board-${boardId}`}>
      <h2 id={`board-${boardId}`}>{t('board.title', { title: board.title })}</h2>
      {gone ? (
        <p className="soft">{t('board.gone')}</p>
      ) : (
        <a href={address} target="_blank" rel="noreferrer" className="report-board">
          <img src={address} loading="lazy" onError={() => setGone(true)} alt={t('board.alt', { notes: board.notes, clusters: board.clusters })} />
        </a>
      )}
    </section>
  );
}

function Skipped({ activities }: { activities: ReadReport['activities'] }) {
  const t = useText('sessions');
  const skipped = activities.filter(({ startedAt }) => startedAt === null);
  if (skipped.length === 0) return null;
  return (
    <section className="page-section">
      <h2>{t('report.skipped')}</h2>
      <ul>
        {skipped.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
    </section>
  );
}

function Actions({ items }: { items: readonly { id: string; text: string; owner: string; dueOn: string | null }[] }) {
  const t = useText('sessions/report');
  const format = useFormat();
  return (
    <section className="page-section" aria-label={t('kind.actions')}>
      <h2>{t('kind.actions')}</h2>
      <Table
        caption={t('kind.actions')}
        captionHidden
        rows={items}
        rowKey={({ id }) => id}
        columns={[
          { id: 'text', title: t('actions.text'), heading: true, cell: ({ text }) => text },
          { id: 'owner', title: t('actions.owner'), cell: ({ owner }) => owner || '–' },
          { id: 'dueOn', title: t('actions.dueOn'), cell: ({ dueOn }) => (dueOn ? format.day(dueOn) : '–') },
        ]}
      />
    </section>
  );
}
