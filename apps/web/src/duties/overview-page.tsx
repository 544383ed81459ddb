import type { HolderOverview, ProcessOverview, WaitingCount } from '@spolu/contracts/duties';
import type { Page as PageOf } from '@spolu/contracts/common';
import { EmptyState } from '@spolu/ui/empty-state';
import { Table, type Column } from '@spolu/ui/table';
import { Tag } from '@spolu/ui/tag';
import { useList } from '../http/use-list.ts';
import { useMe } from '../http/use-me.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';
import { Page } from '../shell/page.tsx';
import { SignInNeededPage } from '../shell/sign-in-needed-page.tsx';
import { LadderPart } from './ladder-part.tsx';
import { OverviewFiles } from './overview-files.tsx';
import './duties.css';

/** How the office stands with its answers: what waits for whom, what is late, how much of what people said has an answer. */
export function OverviewPage() {
  const { person, known } = useMe();
  if (!known) return null;
  return person ? <Overview /> : <SignInNeededPage />;
}

function Overview() {
  const t = useText('duties');
  const processes = useList<PageOf<ProcessOverview>>('/overview/processes');
  const holders = useList<PageOf<HolderOverview>>('/overview/holders');
  return (
    <Loaded query={processes} as="page">
      {({ items }) => (
        <Page title={t('title')} summary={t('summary')} actions={items.length > 0 && <OverviewFiles />}>
          <section className="page-section">
            <h2>{t('processes')}</h2>
            {items.length === 0 ? <EmptyState title={t('noneTitle')} level={3}>{t('noneText')}</EmptyState> : <Processes rows={items} />}
            <MoreOf list={processes} label={t('processes')} />
          </section>
          <section className="page-section">
            <h2>{t('holders')}</h2>
            <Loaded query={holders}>{(read) => (read.items.length === 0 ? <p className="soft">{t('noHolders')}</p> : <Holders rows={read.items} />)}</Loaded>
            <MoreOf list={holders} label={t('holders')} />
          </section>
          <section className="page-section">
            <h2>{t('meaning.title')}</h2>
            <dl className="duties-meaning">
              {(['contributions', 'answered', 'decided', 'days', 'waiting', 'late'] as const).map((what) => (
                <div key={what}>
                  <dt>{t(`column.${what}`)}</dt>
                  <dd>{t(`meaning.${what}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
          <LadderPart />
        </Page>
      )}
    </Loaded>
  );
}

function Processes({ rows }: { rows: readonly ProcessOverview[] }) {
  const t = useText('duties');
  const format = useFormat();
  const counted = ({ processId, contributionCount }: ProcessOverview, show: 'all' | 'answered' | 'decided', count: number) => (
    <a href={`/overview/contributions?processId=${processId}&show=${show}`}>
      {format.number(count)}
      {show !== 'all' && contributionCount > 0 && ` (${format.percent(count / contributionCount)})`}
    </a>
  );
  const columns: Column<ProcessOverview>[] = [
    { id: 'title', title: t('column.process'), heading: true, cell: ({ processId, title }) => <a href={`/processes/${processId}`}>{title}</a> },
    { id: 'contributions', title: t('column.contributions'), numeric: true, cell: (row) => counted(row, 'all', row.contributionCount) },
    { id: 'answered', title: t('column.answered'), numeric: true, cell: (row) => counted(row, 'answered', row.answeredCount) },
    { id: 'decided', title: t('column.decided'), numeric: true, cell: (row) => counted(row, 'decided', row.decidedCount) },
    { id: 'days', title: t('column.days'), numeric: true, cell: (row) => <Days of={row} /> },
    { id: 'waiting', title: t('column.waiting'), cell: ({ processId, waiting }) => <Waiting counts={waiting} query={`processId=${processId}`} /> },
  ];
  return <Table caption={t('processes')} captionHidden columns={columns} rows={rows} rowKey={({ processId }) => processId} />;
}

function Holders({ rows }: { rows: readonly HolderOverview[] }) {
  const t = useText('duties');
  const format = useFormat();
  const columns: Column<HolderOverview>[] = [
    { id: 'name', title: t('column.holder'), heading: true, cell: ({ scope, id, name }) => (scope === 'body' ? <a href={`/bodies/${id}`}>{name}</a> : name) },
    { id: 'waiting', title: t('column.waiting'), cell: ({ id, waiting }) => <Waiting counts={waiting} query={`holderId=${id}`} /> },
    { id: 'oldest', title: t('column.oldest'), cell: ({ oldestOn }) => oldestOn && format.dayShort(oldestOn) },
    { id: 'done', title: t('column.done'), numeric: true, cell: ({ doneCount }) => format.number(doneCount) },
    { id: 'days', title: t('column.daysToDo'), numeric: true, cell: (row) => <Days of={row} /> },
  ];
  return <Table caption={t('holders')} captionHidden columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

function Days({ of: { medianDays, slowDays } }: { of: Pick<ProcessOverview, 'medianDays' | 'slowDays'> }) {
  const t = useText('duties');
  const format = useFormat();
  if (medianDays === null || slowDays === null) return <span className="soft">–</span>;
  return <>{t('days', { median: format.number(medianDays), slow: format.number(slowDays) })}</>;
}

/** Each kind with how many wait and how many of them are late, leading to the list of just those. */
function Waiting({ counts, query }: { counts: readonly WaitingCount[]; query: string }) {
  const t = useText('duties');
  if (counts.length === 0) return <span className="soft">{t('nothing')}</span>;
  return (
    <ul role="list" className="duties-counts">
      {counts.map(({ kind, open, late }) => (
        <li key={kind} className="row">
          <a href={`/overview/waiting?${query}&kind=${kind}`}>{t('kindCount', { kind: t(`kind.${kind}`), count: open })}</a>
          {late > 0 && (
            <a className="duties-late" href={`/overview/waiting?${query}&kind=${kind}&show=late`}>
              <Tag tone="bad">{t('lateCount', { count: late })}</Tag>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
