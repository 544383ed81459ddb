import type { Page as PageOf } from '@spolu/contracts/common';
import type { ContributionWay } from '@spolu/contracts/provenance';
import { EmptyState } from '@spolu/ui/empty-state';
import { lazy, Suspense } from 'react';
import { useList } from '../http/use-list.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';
import { Page } from '../shell/page.tsx';
import { ClaimPart } from './claim-part.tsx';
import { SaidList } from './said.tsx';

/** Few are asked, so what one answers with comes by itself. */
const OwnAuthorQuestions = lazy(async () => ({ default: (await import('./author-questions-part.tsx')).OwnAuthorQuestions }));

/** What I said under my account or on this device, and what became of it. */
export function MyPage() {
  const t = useText('provenance');
  const mine = useList<PageOf<ContributionWay>>('/contributions/mine');
  return (
    <Loaded query={mine} as="page">
      {({ items }) => (
        <Page title={t('my.title')} summary={t('my.summary')} width="narrow">
          <Suspense fallback={null}>
            <OwnAuthorQuestions />
          </Suspense>
          <section className="page-section stack stack-l">
            {items.length === 0 ? <EmptyState title={t('my.emptyTitle')}>{t('my.emptyText')}</EmptyState> : <SaidList contributions={items} />}
            <MoreOf list={mine} label={t('my.title')} />
            <p className="soft small">{t('anonymousNotes')}</p>
          </section>
          <ClaimPart />
        </Page>
      )}
    </Loaded>
  );
}
