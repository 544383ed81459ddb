import type { Page as PageOf } from '@spolu/contracts/common';
import type { DecisionRow } from '@spolu/contracts/review';
import { Card } from '@spolu/ui/card';
import { EmptyState } from '@spolu/ui/empty-state';
import { useList } from '../http/use-list.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';
import { Page } from '../shell/page.tsx';
import './review.css';

/** What was decided, for everybody, the newest first. */
export function DecisionsPage() {
  const t = useText('review');
  const format = useFormat();
  const decisions = useList<PageOf<DecisionRow>>('/decisions');
  return (
    <Page title={t('decisions.title')} summary={t('decisions.summary')}>
      <Loaded query={decisions}>
        {({ items: rows }) =>
          rows.length === 0 ? (
            <EmptyState title={t('decisions.emptyTitle')}>{t('decisions.emptyText')}</EmptyState>
          ) : (
            <ul role="list" className="stack">
              {rows.map((row) => (
                <Card as="li" look="link" key={row.id}>
                  <p className="soft small">
                    {format.day(row.decidedOn)} · {row.bodyName}
                  </p>
                  <h2 className="review-row-title">
                    <a href={`/decisions/${row.id}`}>{t('decisions.named', { number: row.number, title: row.dossierTitle })}</a>
                  </h2>
                  <p>{t('decisions.accepted', { accepted: row.acceptedCount, count: row.itemCount })}</p>
                  <p className="soft small">{row.processTitle}</p>
                </Card>
              ))}
            </ul>
          )
        }
      </Loaded>
      <MoreOf list={decisions} label={t('decisions.title')} />
    </Page>
  );
}
