import type { IdeaIntakeView } from '@spolu/contracts/idea-intake';
import type { Receipt } from '@spolu/contracts/provenance';
import { LinkButton } from '@spolu/ui/link-button';
import { Notice } from '@spolu/ui/notice';
import { useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { useRefresh, useResource } from '../http/queries.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { ContributeForm, type Contributed } from './contribute-form.tsx';
import { IdeaReceipt } from './idea-receipt.tsx';

/** A resident adds an idea of her own to a process, with an account or without. */
export function ContributePage() {
  const { processId = '' } = useParams();
  const t = useText('ideas');
  const refresh = useRefresh();
  const [done, setDone] = useState<Contributed | null>(null);
  // shown once by the server; what fails after it must not lose it
  const receipt = useRef<Receipt | null>(null);
  const intake = useResource<IdeaIntakeView>(`/processes/${processId}/idea-intake`);
  return (
    <Loaded query={intake} as="page">
      {(view) => (
        <Page
          key={done?.ideaId}
          title={t(done ? 'done.title' : 'contribute.title')}
          kind={view.processTitle}
          breadcrumbs={[{ label: view.processTitle, href: `/processes/${processId}` }]}
          summary={done ? undefined : t('contribute.summary')}
          width="narrow"
        >
          {done ? (
            <Done contributed={done} processId={processId} onMore={() => setDone(null)} />
          ) : view.open ? (
            <section className="page-section">
              <ContributeForm
                processId={processId}
                intake={view}
                receipt={receipt}
                onDone={(contributed) => {
                  setDone(contributed);
                  void refresh(`/processes/${processId}`, '/contributions', '/me');
                }}
              />
            </section>
          ) : (
            <section className="page-section">
              <Notice title={t('contribute.closedTitle')}>
                <p>
                  {t('contribute.closedText')} <a href={`/processes/${processId}`}>{view.processTitle}</a>
                </p>
              </Notice>
            </section>
          )}
        </Page>
      )}
    </Loaded>
  );
}

function Done({ contributed: { ideaId, waits, participantId, receipt }, processId, onMore }: { contributed: Contributed; processId: string; onMore: () => void }) {
  const t = useText('ideas');
  const status = useRef<HTMLParagraphElement>(null);
  useEffect(() => status.current?.focus(), []);
  return (
    <section className="page-section stack stack-l">
      <p ref={status} tabIndex={-1}>
        {t(waits ? 'done.waits' : 'done.published')}
      </p>
      <div className="row">
        <LinkButton href={`/ideas/${ideaId}`}>{t('done.see')}</LinkButton>
        <LinkButton look="secondary" href={`/processes/${processId}/ideas/new`} onClick={onMore}>
          {t('done.more')}
        </LinkButton>
      </div>
      {participantId === null ? (
        <p className="soft">
          {t('done.account')} <a href="/my">{t('done.mine')}</a>
        </p>
      ) : (
        <IdeaReceipt participantId={participantId} given={receipt} />
      )}
    </section>
  );
}
