import type { ReportCluster } from '@spolu/contracts/activities/cluster';
import { partOf } from '@spolu/contracts/activities/part-of';
import type { Report, ReportActivity } from '@spolu/contracts/sessions';
import { BarChart } from '@spolu/ui/bar-chart';
import { Button } from '@spolu/ui/button';
import { EmptyState } from '@spolu/ui/empty-state';
import { LinkButton } from '@spolu/ui/link-button';
import { Notice } from '@spolu/ui/notice';
import { Table } from '@spolu/ui/table';
import { toast } from '@spolu/ui/toast';
import { Lightbulb, Printer } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useRefresh, useResource } from '../http/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { ReportClusters } from './activities/cluster/report-cluster.tsx';
import { reportActivityOf } from './activities/report-by-kind.tsx';
import { ConfirmIdeaDialog } from './confirm-idea-dialog.tsx';
import './report.css';

/** What happened in a session, for those who were there and those who were not; on paper too. */
export function ReportPage() {
  const { id = '' } = useParams();
  const report = useResource<Report>(`/sessions/${id}/report`);
  return (
    <Loaded query={report} as="page">
      {(view) => <ReportView report={view} />}
    </Loaded>
  );
}

function ReportView({ report }: { report: Report }) {
  const t = useText('sessions');
  const format = useFormat();
  const refresh = useRefresh();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [confirming, setConfirming] = useState(false);
  const [madeIdea, setMadeIdea] = useState<string | null>(null);
  const held = report.activities.filter((activity) => activity.startedAt);
  const skipped = report.activities.filter((activity) => !activity.startedAt);
  const clusters = report.activities.flatMap((activity) => activity.clusters?.clusters ?? []);
  const chosenClusters = chosen.flatMap((clusterId) => clusters.filter((cluster) => cluster.id === clusterId));
  const mayChoose = report.may.confirmIdeas && report.closedAt !== null;

  function handleChoose(cluster: ReportCluster, take: boolean) {
    setMadeIdea(null);
    setChosen(take ? [...chosen, cluster.id] : chosen.filter((one) => one !== cluster.id));
  }

  return (
    <Page
      title={report.title}
      windowTitle={`${t('report.kind')}: ${report.title}`}
      kind={t('report.kind')}
      breadcrumbs={[{ label: report.processTitle, href: `/processes/${report.processId}` }]}
      meta={
        <>
          <span>{t(`kind.${report.kind}`)}</span>
          {report.openedAt && (
            <span>
              {format.day(report.openedAt)}, {format.time(report.openedAt)}
              {report.closedAt && ` – ${format.time(report.closedAt)}`}
            </span>
          )}
          {report.place && <span>{report.place}</span>}
        </>
      }
      actions={
        <Button look="secondary" icon={<Printer aria-hidden size={20} />} onPress={() => window.print()}>
          {t('report.print')}
        </Button>
      }
    >
      {!report.closedAt && <Notice tone="warn" title={t('report.soFar')}>{t('report.soFarMeans')}</Notice>}
      <AtAGlance report={report} />
      {held.length > 2 && (
        <nav aria-label={t('report.contents')} className="no-print">
          <ol className="report-contents">
            {held.map((activity) => (
              <li key={activity.id}>
                <a href={`#activity-${activity.id}`}>{activity.title}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <Participation participation={report.participation} />
      {held.length === 0 && (
        <EmptyState title={t('report.nothing')} level={2}>
          {t('report.nothingMeans')}
        </EmptyState>
      )}
      {held.map((activity, i) => (
        <Activity key={activity.id} activity={activity} number={i + 1} chosen={mayChoose ? chosen : null} onChoose={handleChoose} />
      ))}
      {skipped.length > 0 && (
        <section className="page-section">
          <h2>{t('report.skipped')}</h2>
          <ul>
            {skipped.map((activity) => (
              <li key={activity.id}>{activity.title}</li>
            ))}
          </ul>
        </section>
      )}
      {madeIdea && (
        <Notice tone="good" role="status" title={t('idea.made')}>
          <div className="row">
            <a href={`/ideas/${madeIdea}`}>{t('idea.show')}</a>
            <a href={`/processes/${report.processId}#dossiers`}>{t('idea.dossier')}</a>
          </div>
        </Notice>
      )}
      {report.may.confirmIdeas && clusters.some((cluster) => cluster.ideaId) && (
        <section className="page-section no-print">
          <h2>{t('idea.nextTitle')}</h2>
          <p>{t('idea.nextMeans')}</p>
          <div>
            <LinkButton href={`/processes/${report.processId}#dossiers`}>{t('idea.dossier')}</LinkButton>
          </div>
        </section>
      )}
      {chosenClusters.length > 0 && (
        <div className="report-chosen no-print" role="region" aria-label={t('idea.chosenLabel')}>
          <p role="status">{t('idea.chosen', { count: chosenClusters.length })}</p>
          <div className="row">
            <Button icon={<Lightbulb aria-hidden size={20} />} onPress={() => setConfirming(true)}>
              {t('idea.confirm')}
            </Button>
            <Button look="secondary" onPress={() => setChosen([])}>
              {t('idea.clear')}
            </Button>
          </div>
        </div>
      )}
      {confirming && (
        <ConfirmIdeaDialog
          clusters={chosenClusters}
          onClose={() => setConfirming(false)}
          onDone={(ideaId) => {
            setConfirming(false);
            setChosen([]);
            setMadeIdea(ideaId);
            toast(t('idea.made'));
            void refresh(`/sessions/${report.sessionId}/report`, `/processes/${report.processId}/ideas`);
          }}
        />
      )}
    </Page>
  );
}

/** The four figures somebody asks for first. */
function AtAGlance({ report: { participation, activities } }: { report: Report }) {
  const t = useText('sessions');
  const format = useFormat();
  const notes = activities.reduce((sum, activity) => sum + (partOf(activity, 'brainstorm')?.noteCount ?? 0), 0);
  const clusters = activities.reduce((sum, { clusters: closed }) => sum + (closed?.clusters.length ?? 0), 0);
  const votes = activities.filter(({ isCounted, part }) => isCounted && part).length;
  const figures: [string, number][] = [
    [t('report.people', { count: participation.total }), participation.total],
    [t('report.notesWord', { count: notes }), notes],
    [t('report.clustersWord', { count: clusters }), clusters],
    [t('report.votesWord', { count: votes }), votes],
  ];
  return (
    <ul className="report-figures" role="list">
      {figures.map(([word, count]) => (
        <li key={word}>
          <strong>{format.number(count)}</strong> <span>{word}</span>
        </li>
      ))}
    </ul>
  );
}

function Participation({ participation: { total, wroteCount, sectors } }: { participation: Report['participation'] }) {
  const t = useText('sessions');
  const format = useFormat();
  const rows = [...sectors].sort((a, b) => Number(a.sector === null) - Number(b.sector === null) || b.count - a.count);
  const word = (sector: (typeof rows)[number]['sector']) => (sector ? t(`sector.${sector}`) : t('sector.unknown'));
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

interface ActivityProps {
  activity: ReportActivity;
  number: number;
  chosen: readonly string[] | null;
  onChoose: (cluster: ReportCluster, chosen: boolean) => void;
}

function Activity({ activity, number, chosen, onChoose }: ActivityProps) {
  const t = useText('sessions');
  const format = useFormat();
  const OfKind = reportActivityOf(activity);
  return (
    <section className="page-section report-activity" aria-labelledby={`activity-${activity.id}`}>
      <h2 id={`activity-${activity.id}`}>
        {number}. {activity.title}
      </h2>
      <p className="soft">
        {t(`activityKind.${activity.kind}`)}
        {activity.methodTitle && ` · ${t('report.method', { method: activity.methodTitle })}`}
        {activity.startedAt && ` · ${format.time(activity.startedAt)}${activity.endedAt ? ` – ${format.time(activity.endedAt)}` : ''}`}
        {` · ${t('report.planned', { count: activity.plannedMinutes })}`}
      </p>
      {activity.instruction && <blockquote className="keep-lines">{activity.instruction}</blockquote>}
      {activity.isCounted && !activity.part && activity.endedAt && <p>{t('report.voteWaits')}</p>}
      {OfKind && activity.part && <OfKind activity={activity} />}
      {activity.clusters && <ReportClusters cluster={activity.clusters} chosen={chosen} onChoose={onChoose} />}
    </section>
  );
}
