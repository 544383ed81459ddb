import type { ReportCluster as Cluster, ReportClusters as Closed } from '@spolu/contracts/activities/cluster';
import { Tag } from '@spolu/ui/tag';
import { useId } from 'react';
import { useText } from '../../../i18n/use-text.ts';
import { ReportNotes } from '../../report-notes.tsx';

interface ReportClusterProps {
  cluster: Closed;
  /** Chosen for an idea; null where the viewer may not confirm. */
  chosen: readonly string[] | null;
  onChoose: (cluster: Cluster, chosen: boolean) => void;
}

/** Articles and no landmarks: a cluster stands under each activity that closed it. */
export function ReportClusters({ cluster: { clusters, unclustered }, chosen, onChoose }: ReportClusterProps) {
  const t = useText('sessions');
  const id = useId();
  return (
    <>
      <p>{t('report.clusters', { count: clusters.length })}</p>
      {clusters.map((cluster) => {
        const title = cluster.title || t('report.unnamed');
        return (
          <article key={cluster.id} className="report-cluster" data-chosen={chosen?.includes(cluster.id) || undefined} aria-labelledby={`${id}${cluster.id}`}>
            <div className="row row-apart">
              <h3 id={`${id}${cluster.id}`}>{title}</h3>
              <span className="row">
                {cluster.dots !== null && <Tag tone="accent">{t('report.dots', { count: cluster.dots })}</Tag>}
                <Tag>{t('report.notes', { count: cluster.notes.length })}</Tag>
              </span>
            </div>
            {cluster.ideaId && (
              <p>
                <a href={`/ideas/${cluster.ideaId}`}>{t('report.isIdea')}</a>
              </p>
            )}
            <ReportNotes notes={cluster.notes} />
            {chosen && !cluster.ideaId && (
              <label className="ui-choice no-print">
                <input type="checkbox" checked={chosen.includes(cluster.id)} onChange={(event) => onChoose(cluster, event.target.checked)} />
                <span>
                  {t('report.choose')} <span className="visually-hidden">{title}</span>
                </span>
              </label>
            )}
          </article>
        );
      })}
      {unclustered.length > 0 && (
        <article className="report-cluster" aria-labelledby={`${id}unclustered`}>
          <h3 id={`${id}unclustered`}>
            {t('report.unclustered')} <span className="soft small">{t('report.notes', { count: unclustered.length })}</span>
          </h3>
          <ReportNotes notes={unclustered} />
        </article>
      )}
    </>
  );
}
