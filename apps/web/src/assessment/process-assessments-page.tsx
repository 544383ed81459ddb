import { AssessedQuery, type AssessedIdea, type CriteriaView } from '@spolu/contracts/assessment';
import type { Page as PageOf } from '@spolu/contracts/common';
import { Button } from '@spolu/ui/button';
import { EmptyState } from '@spolu/ui/empty-state';
import { LinkButton } from '@spolu/ui/link-button';
import { Select } from '@spolu/ui/select';
import { Table, type Column } from '@spolu/ui/table';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useResource } from '../http/queries.ts';
import { useList } from '../http/use-list.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { OutcomeTag } from '../provenance/outcome.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';
import { Page } from '../shell/page.tsx';
import { AskDialog } from './ask-dialog.tsx';
import { DueDay } from '../shell/due-day.tsx';
import { StateTag } from './parts.tsx';
import { SheetDialog, SheetExport } from './sheet-parts.tsx';
import './assessment.css';

type Show = AssessedQuery['show'];
const SHOWS = AssessedQuery.shape.show.unwrap().options;

/** Every idea of the process that departments were asked about, and what they say, side by side. */
export function ProcessAssessmentsPage() {
  const { id = '' } = useParams();
  const t = useText('assessment');
  const [params, setParams] = useSearchParams();
  const [open, setOpen] = useState<'ask' | 'sheet' | null>(null);
  const show = SHOWS.find((one) => one === params.get('show')) ?? 'all';
  const criteria = useResource<CriteriaView>(`/processes/${id}/criteria`);
  const ideas = useList<PageOf<AssessedIdea>>(`/processes/${id}/assessments?show=${show}`, { keep: true });
  const handleShow = (next: Show) => setParams(next === 'all' ? {} : { show: next }, { replace: true, preventScrollReset: true });
  return (
    <Loaded query={criteria} as="page">
      {(view) => (
        <Page
          title={t('title')}
          summary={t('list.summary')}
          breadcrumbs={[{ label: view.processTitle, href: `/processes/${id}` }]}
          actions={
            <>
              {view.may.ask && <Button onPress={() => setOpen('ask')}>{t('list.ask')}</Button>}
              <LinkButton look="secondary" href={`/processes/${id}/criteria`}>{t('list.criteria')}</LinkButton>
              <SheetExport processId={id} />
              <Button look="secondary" onPress={() => setOpen('sheet')}>{t('sheet.bring')}</Button>
            </>
          }
        >
          <div className="no-print">
            <Select label={t('list.show')} width="medium" options={SHOWS.map((one) => ({ id: one, label: t(`list.shows.${one}`) }))} value={show} onChange={handleShow} />
          </div>
          <Loaded query={ideas}>
            {({ items }) =>
              items.length > 0 ? (
                <Assessed items={items} criteria={view} />
              ) : show === 'all' ? (
                <EmptyState title={t('list.emptyTitle')}>{t('list.emptyText')}</EmptyState>
              ) : (
                <p className="soft" role="status">{t('list.emptyShown')}</p>
              )
            }
          </Loaded>
          <MoreOf list={ideas} label={t('title')} />
          {open === 'ask' && <AskDialog processId={id} onClose={() => setOpen(null)} />}
          {open === 'sheet' && <SheetDialog processId={id} onClose={() => setOpen(null)} />}
        </Page>
      )}
    </Loaded>
  );
}

function Assessed({ items, criteria: { criteria } }: { items: readonly AssessedIdea[]; criteria: CriteriaView }) {
  const t = useText('assessment');
  const format = useFormat();
  const namesOf = (ids: readonly string[]) => format.list(criteria.filter(({ id }) => ids.includes(id)).map(({ title }) => title));
  const round = (points: number) => format.number(Math.round(points));
  const columns: Column<AssessedIdea>[] = [
    { id: 'idea', title: t('list.idea'), heading: true, cell: ({ ideaId, title }) => <a href={`/ideas/${ideaId}`}>{title}</a> },
    {
      id: 'points', title: t('list.points'), numeric: true,
      cell: ({ points, range, givenCount }) => points === null ? <span className="soft">{t('list.none')}</span> : (
        <>
          <strong>{t('list.pointsOf', { points: round(points) })}</strong>
          {range && givenCount > 1 && <div className="soft small">{t('list.range', { low: round(range.low), high: round(range.high) })}</div>}
        </>
      ),
    },
    {
      id: 'departments', title: t('list.departments'),
      cell: ({ assessments }) => (
        <ul role="list" className="assessment-departments">
          {assessments.map((row) => (
            <li key={row.id} className="row">
              <a href={`/assessments/${row.id}`}>{row.organisationName}</a>
              <StateTag state={row.state} />
              {(row.state === 'asked' || row.state === 'begun') && <DueDay dueOn={row.dueOn} />}
            </li>
          ))}
        </ul>
      ),
    },
    {
      id: 'said', title: t('list.said'),
      cell: ({ feasibility, failedIds, contestedIds, givenCount }) => givenCount === 0 ? <span className="soft">{t('list.none')}</span> : (
        <div className="stack stack-s">
          <div className="row">{feasibility.map((one) => <OutcomeTag key={one} outcome={one} />)}</div>
          {failedIds.length > 0 && <div className="small">{t('list.failed', { criteria: namesOf(failedIds) })}</div>}
          {contestedIds.length > 0 && <div className="small">{t('list.contested', { criteria: namesOf(contestedIds) })}</div>}
        </div>
      ),
    },
    {
      id: 'cost', title: t('list.cost'), numeric: true,
      cell: ({ cost }) => cost === null ? <span className="soft">{t('list.none')}</span>
        : cost.low === cost.high ? format.money(cost.low) : t('list.costRange', { low: format.money(cost.low), high: format.money(cost.high) }),
    },
  ];
  return <Table caption={t('title')} captionHidden columns={columns} rows={items} rowKey={({ ideaId }) => ideaId} />;
}
