import type { Page } from '@spolu/contracts/common';
import type { CommentThread, IdeaComment, IdeaTalk } from '@spolu/contracts/idea-talk';
import type { IdeaView } from '@spolu/contracts/ideas';
import { Button } from '@spolu/ui/button';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { Tag } from '@spolu/ui/tag';
import { toast } from '@spolu/ui/toast';
import { lazy, Suspense, useState } from 'react';
import { api } from '../../http/api.ts';
import { useCommand } from '../../http/queries.ts';
import { useList } from '../../http/use-list.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { MoreOf } from '../../shell/more-of.tsx';
import { CommentForm } from './comment-form.tsx';
import { Show } from './talk-part.tsx';

const ReasonDialog = lazy(async () => ({ default: (await import('./reason-dialog.tsx')).ReasonDialog }));

/** What people say about an idea, the earliest first, with the answers below each. */
export function Comments({ idea, talk }: { idea: IdeaView; talk: IdeaTalk }) {
  const t = useText('ideas');
  const list = useList<Page<CommentThread>>(`/ideas/${idea.id}/comments`);
  const speaks = talk.may.speak || talk.may.asGuest;
  const [answering, setAnswering] = useState<string | null>(null);
  return (
    <div className="stack" id="comments">
      <h3>{t('talk.comments', { count: talk.commentCount })}</h3>
      <Loaded query={list}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="soft">{t(speaks ? 'talk.noneYet' : 'talk.none')}</p>}
            <ul role="list" className="stack">
              {items.map((thread) => (
                <li key={thread.id} className="ideas-thread stack">
                  <Comment comment={thread} idea={idea} talk={talk} onAnswer={speaks && thread.state === 'shown' ? () => setAnswering(thread.id) : null} />
                  {thread.replies.length > 0 && (
                    <ul role="list" className="ideas-replies stack" aria-label={t('talk.replies')}>
                      {thread.replies.map((reply) => (
                        <li key={reply.id}>
                          <Comment comment={reply} idea={idea} talk={talk} onAnswer={null} />
                        </li>
                      ))}
                    </ul>
                  )}
                  {answering === thread.id && (
                    <div className="ideas-replies">
                      <CommentForm idea={idea} talk={talk} replyTo={thread.id} onDone={() => setAnswering(null)} />
                    </div>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <MoreOf list={list} label={t('talk.title')} />
      {speaks && <CommentForm idea={idea} talk={talk} replyTo={null} />}
    </div>
  );
}

function Comment({ comment, idea, talk, onAnswer }: { comment: IdeaComment; idea: IdeaView; talk: IdeaTalk; onAnswer: (() => void) | null }) {
  const t = useText('ideas');
  const format = useFormat();
  const problemText = useProblemText();
  const [doing, setDoing] = useState<'edit' | 'remove' | 'report' | 'hide' | null>(null);
  const { id, state, text, language, at, editedAt, byStaff, mine, reason, may } = comment;
  const path = `/idea-comments/${id}`;
  const remove = useCommand(() => api.delete(path), [`/ideas/${idea.id}`]);
  const close = () => setDoing(null);
  return (
    <article className="stack stack-s">
      <p className="row small soft">
        <span>{format.dateTime(at)}</span>
        {mine && <Tag tone="accent">{t('talk.mine')}</Tag>}
        {byStaff && <Tag>{t('talk.byStaff')}</Tag>}
        {editedAt && state === 'shown' && <span>{t('talk.edited')}</span>}
      </p>
      {state !== 'shown' && <p className="soft">{t(`talk.${state}`)}</p>}
      {reason !== null && <p className="soft">{t('talk.reason', { reason })}</p>}
      {doing === 'edit' ? (
        <CommentForm idea={idea} talk={talk} replyTo={null} edited={comment} onDone={close} />
      ) : (
        text !== null && <p className="keep-lines" lang={language}>{text}</p>
      )}
      {doing !== 'edit' && (
        <div className="row no-print">
          {onAnswer && <Button look="quiet" size="small" onPress={onAnswer}>{t('talk.answer')}</Button>}
          {may.edit && <Button look="quiet" size="small" onPress={() => setDoing('edit')}>{t('talk.edit')}</Button>}
          {may.remove && <Button look="quiet" size="small" onPress={() => setDoing('remove')}>{t('talk.remove')}</Button>}
          {!mine && state === 'shown' && (talk.may.speak || talk.may.asGuest) && <Button look="quiet" size="small" onPress={() => setDoing('report')}>{t('talk.report')}</Button>}
          {talk.may.moderate && state === 'shown' && <Button look="quiet" size="small" onPress={() => setDoing('hide')}>{t('talk.hide')}</Button>}
          {talk.may.moderate && state === 'hidden' && <Show path={`${path}/hiding`} />}
        </div>
      )}
      <Suspense>
        {(doing === 'report' || doing === 'hide') && (
          <ReasonDialog what={doing} path={`${path}/${doing === 'hide' ? 'hiding' : 'reports'}`} processId={idea.processId} may={talk.may} onClose={close} />
        )}
      </Suspense>
      <ConfirmDialog
        open={doing === 'remove'}
        onClose={close}
        title={t('talk.removeTitle')}
        confirm={t('talk.remove')}
        danger
        onConfirm={() => remove.mutateAsync().catch((error: unknown) => toast(problemText(error), 'bad'))}
      >
        {t('talk.removeText')}
      </ConfirmDialog>
    </article>
  );
}
