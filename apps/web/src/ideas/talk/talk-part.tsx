import type { Guest } from '@spolu/contracts/guests';
import type { IdeaTalk } from '@spolu/contracts/idea-talk';
import type { IdeaView } from '@spolu/contracts/ideas';
import { Button } from '@spolu/ui/button';
import { Notice } from '@spolu/ui/notice';
import { toast } from '@spolu/ui/toast';
import { ThumbsUp } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { api } from '../../http/api.ts';
import { useCommand, useResource } from '../../http/queries.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { FollowButton } from '../../provenance/notices/follow-button.tsx';
import { useNamedPlace } from '../../shell/page.tsx';
import { Comments } from './comments.tsx';
import { Show } from './show.tsx';
import { OnGuest, useVoice } from './use-voice.ts';
import '../ideas.css';

const IdeaReceipt = lazy(async () => ({ default: (await import('../idea-receipt.tsx')).IdeaReceipt }));
const ReasonDialog = lazy(async () => ({ default: (await import('./reason-dialog.tsx')).ReasonDialog }));

/** How an idea is received: support, following, comments, and what to do where something should not stand there. */
export function TalkPart({ idea }: { idea: IdeaView }) {
  const t = useText('ideas');
  const { data: talk } = useResource<IdeaTalk>(`/ideas/${idea.id}/talk`);
  useNamedPlace(talk !== undefined);
  const [doing, setDoing] = useState<'report' | 'hide' | null>(null);
  const [guest, setGuest] = useState<Guest | null>(null);
  if (!talk) return null;
  return (
    <OnGuest value={setGuest}>
      <section className="page-section" aria-labelledby="idea-talk">
        <h2 id="idea-talk">{t('talk.title')}</h2>
        {talk.hidden && (
          <Notice tone="warn" title={t('talk.hiddenIdea')}>
            {t('talk.reason', { reason: talk.hidden.reason })}
          </Notice>
        )}
        <div className="row no-print">
          <Support idea={idea} talk={talk} />
          <FollowButton recordId={idea.id} />
          {(talk.may.speak || talk.may.asGuest) && (
            <Button look="quiet" onPress={() => setDoing('report')}>{t('talk.report')}</Button>
          )}
          {talk.may.moderate && (talk.hidden ? <Show path={`/ideas/${idea.id}/hiding`} label={t('talk.show')} /> : <Button look="quiet" onPress={() => setDoing('hide')}>{t('talk.hide')}</Button>)}
        </div>
        <p role="status" className="visually-hidden">{guest && t('receipt.title')}</p>
        <Suspense>{guest && <IdeaReceipt participantId={guest.participantId} given={guest.receipt} />}</Suspense>
        <div className="stack" id="comments">
          <h3>{t('talk.comments', { count: talk.commentCount })}</h3>
          <Comments about={{ id: idea.id, path: `/ideas/${idea.id}`, comments: '/idea-comments', processId: idea.processId, staff: t('talk.byStaff'), may: talk.may }} />
        </div>
        <Suspense>
          {doing && <ReasonDialog what={doing} path={`/ideas/${idea.id}/${doing === 'hide' ? 'hiding' : 'reports'}`} processId={idea.processId} may={talk.may} onClose={() => setDoing(null)} />}
        </Suspense>
      </section>
    </OnGuest>
  );
}

function Support({ idea, talk: { supportCount, supporting, may } }: { idea: IdeaView; talk: IdeaTalk }) {
  const t = useText('ideas');
  const problemText = useProblemText();
  const speak = useVoice(idea.processId, may);
  const change = useCommand(
    async (next: boolean) => {
      await speak();
      await api.put(`/ideas/${idea.id}/support`, { supporting: next });
    },
    [`/ideas/${idea.id}`, `/processes/${idea.processId}`],
  );
  const count = <span>{t('talk.supporters', { count: supportCount })}</span>;
  if (!may.speak && !may.asGuest && !supporting) return <p className="strong">{count}</p>;
  return (
    <>
      <Button
        look={supporting ? 'secondary' : 'primary'}
        icon={<ThumbsUp aria-hidden size={18} />}
        isPending={change.isPending}
        onPress={() => change.mutate(!supporting, { onError: (error) => toast(problemText(error), 'bad') })}
      >
        {t(supporting ? 'talk.unsupport' : 'talk.support')}
      </Button>
      <p role="status" className="strong">{count}</p>
    </>
  );
}
