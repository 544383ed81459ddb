import type { Page as PageOf } from '@spolu/contracts/common';
import type { WaitingAssessment } from '@spolu/contracts/assessment';
import { Card } from '@spolu/ui/card';
import { EmptyState } from '@spolu/ui/empty-state';
import { useList } from '../http/use-list.ts';
import { useMe } from '../http/use-me.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';
import { Page } from '../shell/page.tsx';
import { SignInNeededPage } from '../shell/sign-in-needed-page.tsx';
import { DueDay } from '../shell/due-day.tsx';
import { StateTag } from './parts.tsx';

/** What waits for the viewer's departments, the most urgent first. */
export function WaitingPage() {
  const { person, known } = useMe();
  if (!known) return null;
  return person ? <Waiting /> : <SignInNeededPage />;
}

function Waiting() {
  const t = useText('assessment');
  const list = useList<PageOf<WaitingAssessment>>('/assessments');
  return (
    <Loaded query={list} as="page">
      {({ items }) => (
        <Page title={t('waiting.title')} summary={items.length > 0 && !list.hasNextPage ? t('waiting.summary', { count: items.length }) : undefined}>
          {items.length === 0 && <EmptyState title={t('waiting.emptyTitle')}>{t('waiting.emptyText')}</EmptyState>}
          <ul role="list" className="grid">
            {items.map((row) => (
              <Card as="li" look="link" key={row.id}>
                <p className="row">
                  <StateTag state={row.state} />
                  <DueDay dueOn={row.dueOn} />
                </p>
                <h2 className="h3">
                  <a href={`/assessments/${row.id}`}>{row.ideaTitle}</a>
                </h2>
                <p className="soft small">
                  {row.organisationName} · {row.processTitle}
                </p>
              </Card>
            ))}
          </ul>
          <MoreOf list={list} label={t('waiting.title')} />
          <p>
            <a href="/desk">{t('waiting.desk')}</a>
          </p>
        </Page>
      )}
    </Loaded>
  );
}
