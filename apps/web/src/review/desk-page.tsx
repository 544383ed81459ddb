import type { ReferralRow } from '@spolu/contracts/review';
import { Card } from '@spolu/ui/card';
import { EmptyState } from '@spolu/ui/empty-state';
import { Progress } from '@spolu/ui/progress';
import { Tag } from '@spolu/ui/tag';
import { useWholeList } from '../http/use-list.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { MeetingsPart } from './meetings/meetings-part.tsx';
import './review.css';
import { ReferralStateTag } from './referral-state-tag.tsx';
import { todayInTown } from './today.ts';

/** The desk of somebody who sits in a commission or works on a process: what waits for her, and until when, first. */
export function DeskPage() {
  const t = useText('review');
  const referrals = useWholeList<ReferralRow>('/referrals');
  return (
    <Loaded query={referrals} as="page">
      {(rows) => {
        const waiting = rows.filter((row) => row.waitsFor !== null);
        const others = rows.filter((row) => row.waitsFor === null);
        return (
          <Page title={t('desk.title')} summary={rows.length > 0 ? t('desk.summary', { count: waiting.length }) : undefined}>
            {rows.length === 0 && <EmptyState title={t('desk.emptyTitle')}>{t('desk.emptyText')}</EmptyState>}
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
        <Due dueOn={row.dueOn} />
      </p>
      <h3>
        <a href={`/referrals/${row.id}`}>{row.dossierTitle}</a>
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
        <ReferralStateTag state={row.state} />
        {row.state === 'open' && <Due dueOn={row.dueOn} />}
      </div>
      <p className="soft small">
        {row.bodyName} · {t('recommendationCount', { count: row.recommendationCount })}
      </p>
    </li>
  );
}

/** Until when; said in words when it has passed. */
export function Due({ dueOn }: { dueOn: string }) {
  const t = useText('review');
  const format = useFormat();
  if (dueOn < todayInTown()) return <Tag tone="bad">{t('overdue', { date: format.dayShort(dueOn) })}</Tag>;
  return <span className="small">{t('dueOn', { date: format.day(dueOn) })}</span>;
}
