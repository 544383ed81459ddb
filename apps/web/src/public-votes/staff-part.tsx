import type { PublicVoteView } from '@spolu/contracts/public-votes';
import { Button } from '@spolu/ui/button';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { LinkButton } from '@spolu/ui/link-button';
import { Notice } from '@spolu/ui/notice';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { useCommand } from '../http/queries.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import { CodesPart } from './codes-part.tsx';

/** What its staff do next: change it, publish it, print codes, count it. */
export function StaffPart({ vote }: { vote: PublicVoteView }) {
  const t = useText('public-votes');
  const problemText = useProblemText();
  const [asked, setAsked] = useState<'publish' | 'count' | null>(null);
  const path = `/public-votes/${vote.id}`;
  const refreshes = [path, `/processes/${vote.processId}/public-votes`, '/records'];
  const publish = useCommand(() => api.post(`${path}/publication`), refreshes);
  const count = useCommand(() => api.post(`${path}/result`), refreshes);
  const failure = publish.error ?? count.error;
  const onPaper = vote.voters === 'codes' && (vote.state === 'open' || vote.state === 'closed');
  if ((vote.state === 'open' && !onPaper) || vote.state === 'counted') return null;
  return (
    <section className="page-section stack" aria-labelledby="staff-part">
      <h2 id="staff-part">{t('staff.title')}</h2>
      {vote.state !== 'open' && <p>{t(`staff.next.${vote.state}`)}</p>}
      {failure !== null && <Notice tone="bad" role="alert">{problemText(failure)}</Notice>}
      {vote.voters === 'codes' && !onPaper && <CodesPart vote={vote} />}
      <div className="row">
        {vote.state === 'draft' && (
          <>
            <Button onPress={() => setAsked('publish')} isPending={publish.isPending}>{t('staff.publish')}</Button>
            <LinkButton look="secondary" href={`${path}/edit`}>{t('staff.edit')}</LinkButton>
          </>
        )}
        {vote.state === 'closed' && <Button onPress={() => setAsked('count')} isPending={count.isPending}>{t('staff.count')}</Button>}
        {onPaper && <LinkButton look="secondary" href={`${path}/paper`}>{t('paper.title')}</LinkButton>}
      </div>
      <ConfirmDialog
        open={asked === 'publish'} onClose={() => setAsked(null)} title={t('staff.publishTitle')} confirm={t('staff.publish')}
        onConfirm={() => publish.mutate()}
      >
        {t('staff.publishMeans')}
      </ConfirmDialog>
      <ConfirmDialog open={asked === 'count'} onClose={() => setAsked(null)} title={t('staff.countTitle')} confirm={t('staff.count')} onConfirm={() => count.mutate()}>
        {t('staff.countMeans')}
      </ConfirmDialog>
    </section>
  );
}
