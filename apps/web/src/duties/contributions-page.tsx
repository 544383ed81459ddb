import { AnswerShow, type AnsweredContribution } from '@spolu/contracts/duties';
import type { Page as PageOf } from '@spolu/contracts/common';
import type { ProcessView } from '@spolu/contracts/participation';
import { EmptyState } from '@spolu/ui/empty-state';
import { Select } from '@spolu/ui/select';
import { Table } from '@spolu/ui/table';
import { useSearchParams } from 'react-router';
import { useResource } from '../http/queries.ts';
import { useList } from '../http/use-list.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';
import { Page } from '../shell/page.tsx';

const SHOWN = 160;

/** What people said in one process, with since when it has an answer and a decision: the list behind the counts. */
export function ContributionsPage() {
  const t = useText('duties');
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const processId = params.get('processId') ?? '';
  const show = AnswerShow.safeParse(params.get('show')).data ?? 'all';
  const process = useResource<ProcessView>(`/processes/${processId}`);
  const list = useList<PageOf<AnsweredContribution>>(`/overview/contributions?processId=${processId}&show=${show}`, { keep: true });
  const day = (at: string | null) => (at === null ? <span className="soft">{t('contributions.notYet')}</span> : format.dayShort(at));
  return (
    <Loaded query={list} as="page">
      {({ items }) => (
        <Page title={t('contributions.title')} summary={process.data?.title} breadcrumbs={[{ label: t('title'), href: '/overview' }]}>
          <Select
            id="duties-contributions"
            label={t('waiting.show')}
            options={AnswerShow.options.map((id) => ({ id, label: t(`contributions.${id}`) }))}
            value={show}
            onChange={(id) => setParams({ processId, show: id }, { replace: true })}
            width="medium"
          />
          {items.length === 0 ? (
            <EmptyState title={t('contributions.none')} />
          ) : (
            <Table
              caption={t('contributions.title')}
              captionHidden
              columns={[
                {
                  id: 'text', title: t('contributions.text'), heading: true,
                  cell: ({ id, text, language }) => <a href={`/ways/${id}`} lang={language ?? undefined}>{text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}</a>,
                },
                { id: 'at', title: t('contributions.at'), cell: ({ at }) => format.dayShort(at) },
                { id: 'answered', title: t('column.answered'), cell: ({ answeredAt }) => day(answeredAt) },
                { id: 'decided', title: t('column.decided'), cell: ({ decidedAt }) => day(decidedAt) },
              ]}
              rows={items}
              rowKey={({ id }) => id}
            />
          )}
          <MoreOf list={list} label={t('contributions.title')} />
        </Page>
      )}
    </Loaded>
  );
}
