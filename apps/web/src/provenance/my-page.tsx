import type { ContributionWay } from '@spolu/contracts/provenance';
import { EmptyState } from '@spolu/ui/empty-state';
import { useResource } from '../http/queries.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { SaidList } from './said.tsx';

/** What I said under my account or on this device, and what became of it. */
export function MyPage() {
  const t = useText('provenance');
  const mine = useResource<ContributionWay[]>('/contributions/mine');
  return (
    <Loaded query={mine} as="page">
      {(contributions) => (
        <Page title={t('my.title')} summary={t('my.summary')} width="narrow">
          <section className="page-section stack stack-l">
            {contributions.length === 0 ? <EmptyState title={t('my.emptyTitle')}>{t('my.emptyText')}</EmptyState> : <SaidList contributions={contributions} />}
            <p className="soft small">{t('anonymousNotes')}</p>
          </section>
        </Page>
      )}
    </Loaded>
  );
}
