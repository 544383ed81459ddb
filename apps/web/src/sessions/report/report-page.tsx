import type { ReportCluster } from '@spolu/contracts/activities/cluster';
import type { ReadReport } from '@spolu/contracts/report-blocks';
import { Button } from '@spolu/ui/button';
import { EmptyState } from '@spolu/ui/empty-state';
import { LinkButton } from '@spolu/ui/link-button';
import { Notice } from '@spolu/ui/notice';
import { toast } from '@spolu/ui/toast';
import { Lightbulb, Pencil, Printer } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useRefresh, useResource } from '../../http/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { Page } from '../../shell/page.tsx';
import { BlockView } from './block-view.tsx';
import { chapterNumbers } from './chapter-numbers.ts';
import { ConfirmIdeaDialog } from './confirm-idea-dialog.tsx';
import { DownloadReport } from './download-report.tsx';
import './report.css';

/** What happened in a session, for those who were there and those who were not; on paper too. */
export function ReportPage() {
  const { id = '' } = useParams();
  const report = useResource<ReadReport>(`/sessions/${id}/report`);
  return (
    <Loaded query={report} as="page">
      {(view) => <ReportView report={view} />}
    </Loaded>
  );
}

function ReportView({ report }: { report: ReadReport }) {
  const t = useText('sessions');
  const reportText = useText('sessions/report');
  const format = useFormat();
  const refresh = useRefresh();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [confirming, setConfirming] = useState(false);
  const [madeIdea, setMadeIdea] = useState<string | null>(null);
  const held = report.blocks.flatMap(({ content }) => (content.kind === 'activity' ? report.activities.filter(({ id }) => id === content.activityId) : []));
  const numbers = chapterNumbers(report.blocks);
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
      summary={report.second?.pairs.map(({ is }) => <span key={is} lang={report.second?.language}>{is}</span>)}
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
          {report.version && <span>{reportText('version', { number: report.version.number, day: format.day(report.version.publishedAt) })}</span>}
        </>
      }
      actions={
        <>
          {report.may.edit && (
            <LinkButton look="secondary" href={`/sessions/${report.sessionId}/report/edit`} icon={<Pencil aria-hidden size={20} />}>
              {reportText('edit.open')}
            </LinkButton>
          )}
          <Button look="secondary" icon={<Printer aria-hidden size={20} />} onPress={() => window.print()}>
            {t('report.print')}
          </Button>
          <DownloadReport sessionId={report.sessionId} of="readers" everything={report.may.edit} />
        </>
      }
    >
      {!report.closedAt && <Notice tone="warn" title={t('report.soFar')}>{t('report.soFarMeans')}</Notice>}
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
      {held.length === 0 && (
        <EmptyState title={t('report.nothing')} level={2}>
          {t('report.nothingMeans')}
        </EmptyState>
      )}
      {report.blocks.map((block) => (
        <BlockView key={block.key} block={block} report={report} number={numbers.get(block.key) ?? null} chosen={mayChoose ? chosen : null} onChoose={handleChoose} />
      ))}
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
          processId={report.processId}
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
