import { OfficeKind, type DutyView } from '@spolu/contracts/duties';
import type { Page as PageOf } from '@spolu/contracts/common';
import { EmptyState } from '@spolu/ui/empty-state';
import { Select } from '@spolu/ui/select';
import { useSearchParams } from 'react-router';
import { useList } from '../http/use-list.ts';
import { useMe } from '../http/use-me.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';
import { Page } from '../shell/page.tsx';
import { SignInNeededPage } from '../shell/sign-in-needed-page.tsx';
import { DutyList } from './duty-list.tsx';
import './duties.css';

const ALL = 'all';

/** All that waits in what the viewer answers for, or just what a number of the overview counted: the address says what is shown. */
export function WaitingPage() {
  const { person, known } = useMe();
  if (!known) return null;
  return person ? <Waiting /> : <SignInNeededPage />;
}

function Waiting() {
  const t = useText('duties');
  const [params, setParams] = useSearchParams();
  const wanted = new URLSearchParams({ of: 'office' });
  for (const name of ['processId', 'holderId', 'kind', 'show']) {
    const value = params.get(name);
    if (value) wanted.set(name, value);
  }
  const list = useList<PageOf<DutyView>>(`/duties?${wanted.toString()}`, { keep: true });
  const choose = (name: string, value: string) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (value === ALL) next.delete(name);
      else next.set(name, value);
      return next;
    }, { replace: true });
  return (
    <Page title={t('waiting.title')} breadcrumbs={[{ label: t('title'), href: '/overview' }]}>
      <div className="duties-filters">
        <Select
          id="duties-kind"
          label={t('waiting.kind')}
          options={[{ id: ALL, label: t('waiting.allKinds') }, ...OfficeKind.options.map((id) => ({ id, label: t(`kind.${id}`) }))]}
          value={params.get('kind') ?? ALL}
          onChange={(kind) => choose('kind', kind)}
          width="medium"
        />
        <Select
          id="duties-show"
          label={t('waiting.show')}
          options={[{ id: ALL, label: t('waiting.all') }, { id: 'late', label: t('waiting.late') }]}
          value={params.get('show') ?? ALL}
          onChange={(show) => choose('show', show)}
          width="medium"
        />
      </div>
      <Loaded query={list}>
        {({ items }) => (items.length === 0 ? <EmptyState title={t('waiting.emptyTitle')}>{t('waiting.emptyText')}</EmptyState> : <DutyList rows={items} level={2} />)}
      </Loaded>
      <MoreOf list={list} label={t('waiting.title')} />
    </Page>
  );
}
