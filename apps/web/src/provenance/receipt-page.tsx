import type { ReceiptView } from '@spolu/contracts/provenance';
import { Button } from '@spolu/ui/button';
import { EmptyState } from '@spolu/ui/empty-state';
import { Notice } from '@spolu/ui/notice';
import { Spinner } from '@spolu/ui/progress';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { api } from '../http/api.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useFormat } from '../i18n/format.ts';
import { currentLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';
import { useSecret } from '../identity/use-secret.ts';
import { Page } from '../shell/page.tsx';
import { ClaimReceiptPart } from './claim-part.tsx';
import { ConsentsPart } from './consents-part.tsx';
import { EraseGuestPart } from './erase-guest-part.tsx';
import { AddressPart } from './notices/address-part.tsx';
import { SaidList } from './said.tsx';
import { SurveyPart } from './survey-part.tsx';

/** Few are asked, so what one answers with comes by itself. */
const ReceiptAuthorQuestions = lazy(async () => ({ default: (await import('./author-questions-part.tsx')).ReceiptAuthorQuestions }));

/** A guest opens her receipt: the secret stands after `#`, is taken out of the address, and is exchanged by POST for what she said. */
export function ReceiptPage() {
  const t = useText('provenance');
  const format = useFormat();
  const problemText = useProblemText();
  const secret = useSecret();
  // Asked once for this page's life: the secret is in no cache key.
  const receipt = useQuery<ReceiptView>({
    queryKey: ['receipt'],
    queryFn: () => api.post<ReceiptView>(`/receipt-lookups?lang=${currentLanguage()}`, { secret }),
    enabled: secret !== null,
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
  if (secret === null) {
    return (
      <Page title={t('receipt.title')} width="narrow">
        <section className="page-section">
          <EmptyState title={t('receipt.incompleteTitle')}>{t('receipt.incompleteText')}</EmptyState>
        </section>
      </Page>
    );
  }
  if (receipt.isPending) {
    return (
      <Page title={t('receipt.title')} width="narrow">
        <Spinner />
      </Page>
    );
  }
  if (receipt.isError) {
    return (
      <Page title={t('receipt.title')} width="narrow">
        <section className="page-section">
          <Notice tone="bad" title={t('receipt.failed')} role="alert">
            <div className="stack stack-s">
              <p>{problemText(receipt.error)}</p>
              <div>
                <Button look="secondary" onPress={() => void receipt.refetch()} isPending={receipt.isFetching}>
                  {t('receipt.again')}
                </Button>
              </div>
            </div>
          </Notice>
        </section>
      </Page>
    );
  }
  const { saidIn, inSession, saidOn, contributions, consents } = receipt.data;
  const commentCount = contributions.filter(({ kind }) => kind === 'comment').length;
  const noteCount = contributions.length - commentCount;
  // Nobody is told of a count of none.
  const summary = inSession
    ? [noteCount > 0 && t('receipt.summary', { count: noteCount }), commentCount > 0 && t('receipt.comments', { count: commentCount })].filter(Boolean).join(' ')
    : contributions.length > 0 && t('receipt.online', { count: contributions.length });
  return (
    <Page
      title={t(inSession ? 'receipt.title' : 'receipt.onlineTitle')}
      kind={saidOn ? `${saidIn}, ${format.day(saidOn)}` : saidIn}
      summary={summary || undefined}
      width="narrow"
    >
      <Suspense fallback={null}>
        <ReceiptAuthorQuestions secret={secret} />
      </Suspense>
      <section className="page-section stack stack-l">
        {contributions.length === 0 ? <EmptyState title={t('receipt.emptyTitle')}>{t('receipt.emptyText')}</EmptyState> : <SaidList contributions={contributions} />}
        {inSession && (
          <Notice title={t('anonymousTitle')}>
            <p>{t('anonymousNotes')}</p>
          </Notice>
        )}
        <p className="soft small">{t('receipt.keep')}</p>
      </section>
      {contributions.length > 0 && <ClaimReceiptPart secret={secret} />}
      <AddressPart secret={secret} />
      {inSession && <SurveyPart secret={secret} />}
      {consents.length > 0 && <ConsentsPart consents={consents} decide={(decision) => api.post('/receipt-consents', { secret, ...decision })} />}
      <Suspense fallback={null}>
        <EraseGuestPart secret={secret} />
      </Suspense>
    </Page>
  );
}
