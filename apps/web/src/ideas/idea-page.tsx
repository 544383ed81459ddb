import type { IdeaView } from '@spolu/contracts/ideas';
import type { IdeaTalk } from '@spolu/contracts/idea-talk';
import { Button } from '@spolu/ui/button';
import { LinkButton } from '@spolu/ui/link-button';
import { Notice } from '@spolu/ui/notice';
import { toast } from '@spolu/ui/toast';
import { Printer } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { api } from '../http/api.ts';
import { useCommand, useResource } from '../http/queries.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { WaitingClock } from '../provenance/waiting-clock.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { Evidence } from './evidence.tsx';
import { IdeaAnswers } from './idea-answers.tsx';
import { Show } from './talk/show.tsx';
import { IdeaActions } from './idea-actions.tsx';
import { IdeaPictures } from './places/idea-pictures.tsx';
import { PlacePart } from './places/place-part.tsx';
import { PrintedHead } from './printed-head.tsx';
import { IdeaOrigins, IdeaStateNotice } from './idea-steps.tsx';

/** Read first, then spoken about: what is above it stands there meanwhile. */
const TalkPart = lazy(async () => ({ default: (await import('./talk/talk-part.tsx')).TalkPart }));
const EditIdeaDialog = lazy(async () => ({ default: (await import('./edit-idea-dialog.tsx')).EditIdeaDialog }));
const ReasonDialog = lazy(async () => ({ default: (await import('./talk/reason-dialog.tsx')).ReasonDialog }));

/** An idea: what it proposes, and everything it stands on. */
export function IdeaPage() {
  const { id = '' } = useParams();
  const t = useText('ideas');
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const idea = useResource<IdeaView>(`/ideas/${id}`);
  return (
    <Loaded query={idea} as="page">
      {(view) => (
        <Page
          title={view.title}
          kind={view.category ? `${t('idea')}: ${view.category}` : t('idea')}
          breadcrumbs={[{ label: view.processTitle, href: `/processes/${view.processId}` }, { label: t('list.title'), href: `/processes/${view.processId}/ideas` }]}
          meta={
            <>
              <span>{t('since', { date: format.day(view.createdAt) })}</span>
              {view.noteCount > 0 && <span>{t('noteCount', { count: view.noteCount })}</span>}
              {view.dots !== null && <span>{t('dotCount', { count: view.dots })}</span>}
            </>
          }
          actions={
            <>
              {!view.waiting && <LinkButton look={view.may.edit ? 'secondary' : 'primary'} href={`/ways/${view.id}`}>{t('way')}</LinkButton>}
              {view.may.edit && <Button look="secondary" onPress={() => setEditing(true)}>{t('edit')}</Button>}
              <IdeaActions idea={view} />
              <Button look="quiet" icon={<Printer aria-hidden size={20} />} onPress={() => window.print()}>{t('print')}</Button>
            </>
          }
        >
          <PrintedHead process={view.processTitle} facts={[window.location.href.split('#')[0]!]} />
          <IdeaStateNotice idea={view} />
          {view.waiting && <WaitingNotice idea={view} />}
          {view.summary && (
            <p className="keep-lines" lang={view.language ?? undefined}>
              {view.summary}
            </p>
          )}
          {view.pictures.length > 0 && <IdeaPictures ideaId={view.id} pictures={view.pictures} language={view.language} />}
          {view.place && <PlacePart processId={view.processId} place={view.place} />}
          {view.contribution && !isAsWritten(view) && (
            <section className="page-section">
              <h2>{t('asWritten')}</h2>
              <blockquote className="keep-lines" lang={view.contribution.language}>
                {view.contribution.text}
              </blockquote>
            </section>
          )}
          {view.writtenDown && (
            <p className="soft small">
              {t(view.writtenDown.onPaper ? 'written.paper' : 'written.desk')} {view.writtenDown.by !== null && t('written.by', { name: view.writtenDown.by })} {view.writtenDown.name !== null && t('written.for', { name: view.writtenDown.name })}
            </p>
          )}
          <IdeaOrigins idea={view} />
          {/* Their texts come with what they show: the page stays while they are fetched. */}
          <Suspense>
            <WaitingClock recordId={view.id} />
            <IdeaAnswers ideaId={view.id} />
          </Suspense>
          {view.clusters.length > 0 && (
            <section className="page-section">
              <h2>{t('evidence')}</h2>
              <p className="soft">{t('evidenceText')}</p>
              <Evidence clusters={view.clusters} />
            </section>
          )}
          <Suspense>{!view.waiting && <TalkPart idea={view} />}</Suspense>
          <Suspense>{editing && <EditIdeaDialog idea={view} onClose={() => setEditing(false)} />}</Suspense>
        </Page>
      )}
    </Loaded>
  );
}

/** Whether the idea still says what its author wrote. */
const isAsWritten = ({ title, summary, contribution }: IdeaView) => contribution?.text === [title, summary].filter(Boolean).join('\n');

/** Seen by its author and the people of the process alone, who publish it, or hide it with a reason that its author is told. */
function WaitingNotice({ idea: { id, processId, contribution, may } }: { idea: IdeaView }) {
  const t = useText('ideas');
  const problemText = useProblemText();
  const publish = useCommand(() => api.post(`/ideas/${id}/publication`), ['/ideas', '/processes']);
  const { data: talk } = useResource<IdeaTalk>(`/ideas/${id}/talk`);
  const [hiding, setHiding] = useState(false);
  if (talk?.hidden) {
    return (
      <Notice tone="warn" title={t('talk.hiddenIdea')}>
        <div className="stack stack-s">
          <p>{t('talk.reason', { reason: talk.hidden.reason })}</p>
          {talk.may.moderate && <div className="row"><Show path={`/ideas/${id}/hiding`} label={t('talk.show')} /></div>}
        </div>
      </Notice>
    );
  }
  return (
    <Notice title={t('waiting.noticeTitle')}>
      <div className="stack stack-s">
        <p>{t(contribution?.mine ? 'waiting.mine' : 'waiting.others')}</p>
        {may.publish && (
          <div className="row">
            <Button isPending={publish.isPending} onPress={() => publish.mutate(undefined, { onSuccess: () => toast(t('waiting.published')) })}>
              {t('waiting.publish')}
            </Button>
            <Button look="secondary" onPress={() => setHiding(true)}>{t('talk.hide')}</Button>
            <LinkButton look="secondary" href={`/processes/${processId}/idea-intake`}>
              {t('waiting.all')}
            </LinkButton>
          </div>
        )}
        {publish.error && <p role="alert">{problemText(publish.error)}</p>}
        <Suspense>{hiding && <ReasonDialog what="hide" path={`/ideas/${id}/hiding`} processId={processId} onClose={() => setHiding(false)} />}</Suspense>
      </div>
    </Notice>
  );
}
