import type { Page as PageOf } from '@spolu/contracts/common';
import type { DutyView } from '@spolu/contracts/duties';
import type { ReferralRow } from '@spolu/contracts/review';
import { Card } from '@spolu/ui/card';
import { EmptyState } from '@spolu/ui/empty-state';
import { Progress } from '@spolu/ui/progress';
import { Tag } from '@spolu/ui/tag';
import { Suspense, useEffect } from 'react';
import { useList } from '../http/use-list.ts';
import { useText } from '../i18n/use-text.ts';
import { DutyList } from '../duties/duty-list.tsx';
import { DueDay } from '../shell/due-day.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';
import { Page } from '../shell/page.tsx';
import { KeptPart, SendingPart } from './device/device-part.tsx';
import { isGone, useKeeping } from './device/kept-referrals.ts';
import { lookAgain, useAway } from './device/use-away.ts';
import { MeetingsPart } from './meetings/meetings-part.tsx';
import './review.css';
import { ReferralStateTag } from './referral-state-tag.tsx';

/** The desk of somebody who sits in a commission or works on a process: what waits for her, and until when, first. */
export function DeskPage() {
  const t = useText('review');
  const referrals = useList<PageOf<ReferralRow>>('/referrals', { again: lookAgain });
  // Commissions' referrals and what is her own of them stand on top; here assessments of her department, milestones, answers of her process.
  const duties = useList<PageOf<DutyView>>('/duties');
  const away = useAway(referrals);
  const { refresh } = useKeeping();
  const { data, dataUpdatedAt, error } = referrals;
  useEffect(() => {
    // What the server says of the list it says of its dossiers, too.
    if (data || isGone(error)) void refresh().catch(() => undefined);
  }, [data, error, refresh]);
  const owed = (duties.data?.items ?? []).filter(({ holderScope }) => holderScope !== 'body' && holderScope !== 'member');
  if (away) {
    return (
      <Page title={t('desk.title')}>
        <SendingPart away at={data ? dataUpdatedAt : null} />
        <KeptPart />
      </Page>
    );
  }
  return (
    <Loaded query={referrals} as="page">
      {({ items: rows }) => {
        const waiting = rows.filter((row) => row.waitsFor !== null);
        const others = rows.filter((row) => row.waitsFor === null);
        // what waits stands first: there are no more of those once something else was read
        const isCounted = others.length > 0 || !referrals.hasNextPage;
        return (
          <Page title={t(rows.length === 0 && owed.length > 0 ? 'desk.own' : 'desk.title')} summary={isCounted && (waiting.length > 0 || (rows.length > 0 && duties.data && owed.length === 0)) ? (waiting.length === 0 ? t('desk.nothingWaits') : t('desk.summary', { count: waiting.length })) : undefined}>
            <SendingPart away={false} at={null} />
            {rows.length === 0 && duties.data && owed.length === 0 && !duties.hasNextPage && <EmptyState title={t('desk.emptyTitle')}>{t('desk.emptyText')}</EmptyState>}
            {waiting.length > 0 && (
              <section className="page-section">
                <h2>{t('desk.waiting')}</h2>
                <ul role="list" className="grid">
                  {waiting.map((row) => (
                    <WaitingCard key={row.id} row={row} />
                  ))}
                </ul>
              </section>
            )}
            <MeetingsPart />
            {(owed.length > 0 || duties.hasNextPage || duties.isLoadingError) && (
              <section className="page-section">
                <h2>{t(rows.length > 0 ? 'desk.duties' : 'desk.waiting')}</h2>
                <Loaded query={duties}>
                  {() => (
                    <Suspense>
                      <DutyList rows={owed} level={3} />
                    </Suspense>
                  )}
                </Loaded>
                <MoreOf list={duties} label={t('desk.duties')} />
              </section>
            )}
            {others.length > 0 && (
              <section className="page-section">
                <h2>{waiting.length > 0 ? t('desk.others') : t('desk.all')}</h2>
                <ul role="list" className="review-rows">
                  {others.map((row) => (
                    <OtherRow key={row.id} row={row} />
                  ))}
                </ul>
              </section>
            )}
            <MoreOf list={referrals} label={t('desk.all')} />
            <KeptPart />
          </Page>
        );
      }}
    </Loaded>
  );
}

function WaitingCard({ row }: { row: ReferralRow }) {
  const t = useText('review');
  return (
    <Card as="li" look="link">
      <p className="row">
        <Tag tone="accent">{t(`waits.${row.waitsFor ?? 'position'}`)}</Tag>
        <DueDay dueOn={row.dueOn} />
      </p>
      <h3>
        <a href={row.waitsFor === 'new-version' ? `/dossiers/${row.dossierId}/route` : `/referrals/${row.id}`}>{row.dossierTitle}</a>
      </h3>
      <p className="soft small">
        {row.bodyName} · {row.processTitle}
      </p>
      {row.waitsFor === 'position' && (
        <Progress
          label={t('myPositions')}
          value={row.myPositionCount ?? 0}
          max={row.recommendationCount}
          valueText={t('givenOf', { given: row.myPositionCount ?? 0, count: row.recommendationCount })}
        />
      )}
    </Card>
  );
}

function OtherRow({ row }: { row: ReferralRow }) {
  const t = useText('review');
  return (
    <li>
      <div className="row">
        <a className="strong" href={`/referrals/${row.id}`}>
          {row.dossierTitle}
        </a>
        <ReferralStateTag of={row} />
        {row.state === 'open' && <DueDay dueOn={row.dueOn} />}
      </div>
      <p className="soft small">
        {row.bodyName} · {t('recommendationCount', { count: row.recommendationCount })}
      </p>
    </li>
  );
}
