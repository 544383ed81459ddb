import type { CommentThread, CommentView } from '@spolu/contracts/comments';
import type { Page } from '@spolu/contracts/common';
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
import { Show } from './show.tsx';
import type { TalkedAbout } from './talked-about.ts';
import '../ideas.css';

const ReasonDialog = lazy(async () => ({ default: (await import('./reason-dialog.tsx')).ReasonDialog }));

/** What people say, the earliest first, with the answers below each. */
export function Comments({ about }: { about: TalkedAbout }) {
  const t = useText('ideas');
  const list = useList<Page<CommentThread>>(`${about.path}/comments${about.part ? `?block=${about.part.block}` : ''}`);
  const speaks = about.may.speak || about.may.asGuest;
  const [answering, setAnswering] = useState<string | null>(null);
  return (
    <>
      <Loaded query={list}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="soft">{t(speaks ? 'talk.noneYet' : 'talk.none')}</p>}
            <ul role="list" className="stack">
              {items.map((thread) => (
                <li key={thread.id} className="ideas-thread stack">
                  <Comment comment={thread} about={about} onAnswer={speaks && thread.state === 'shown' ? () => setAnswering(thread.id) : null} />
                  {thread.replies.length > 0 && (
                    <ul role="list" className="ideas-replies stack" aria-label={t('talk.replies')}>
                      {thread.replies.map((reply) => (
                        <li key={reply.id}>
                          <Comment comment={reply} about={about} onAnswer={null} />
                        </li>
                      ))}
                    </ul>
                  )}
                  {answering === thread.id && (
                    <div className="ideas-replies">
                      <CommentForm about={about} replyTo={thread.id} onDone={() => setAnswering(null)} />
                    </div>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <MoreOf list={list} label={t('talk.title')} />
      {speaks && <CommentForm about={about} replyTo={null} />}
    </>
  );
}

function Comment({ comment, about, onAnswer }: { comment: CommentView; about: TalkedAbout; onAnswer: (() => void) | null }) {
  const t = useText('ideas');
  const format = useFormat();
  const problemText = useProblemText();
  const [doing, setDoing] = useState<'edit' | 'remove' | 'report' | 'hide' | null>(null);
  const { id, state, text, language, at, editedAt, byStaff, mine, reason, version, reports, may } = comment;
  const path = `${about.comments}/${id}`;
  const remove = useCommand(() => api.delete(path), [about.path]);
  const close = () => setDoing(null);
  return (
    <article className="stack stack-s">
      <p className="row small soft">
        <span>{format.dateTime(at)}</span>
        {mine && <Tag tone="accent">{t('talk.mine')}</Tag>}
        {byStaff && <Tag>{about.staff}</Tag>}
        {editedAt && state === 'shown' && <span>{t('talk.edited')}</span>}
        {version !== null && state === 'shown' && <span>{t(version === about.part?.version ? 'talk.onVersion' : 'talk.onEarlier', { number: version })}</span>}
      </p>
      {state !== 'shown' && <p className="soft">{t(`talk.${state}`)}</p>}
      {reason !== null && <p className="soft">{t('talk.reason', { reason })}</p>}
      {reports.length > 0 && <p className="small">{t('talk.reportedFor', { reasons: reports.join(' · ') })}</p>}
      {doing === 'edit' ? (
        <CommentForm about={about} replyTo={null} edited={comment} onDone={close} />
      ) : (
        text !== null && <p className="keep-lines" lang={language}>{text}</p>
      )}
      {doing !== 'edit' && (
        <div className="row no-print">
          {onAnswer && <Button look="quiet" size="small" onPress={onAnswer}>{t('talk.answer')}</Button>}
          {may.edit && <Button look="quiet" size="small" onPress={() => setDoing('edit')}>{t('talk.edit')}</Button>}
          {may.remove && <Button look="quiet" size="small" onPress={() => setDoing('remove')}>{t('talk.remove')}</Button>}
          {!mine && state === 'shown' && (about.may.speak || about.may.asGuest) && <Button look="quiet" size="small" onPress={() => setDoing('report')}>{t('talk.report')}</Button>}
          {about.may.moderate && state === 'shown' && <Button look="quiet" size="small" onPress={() => setDoing('hide')}>{t('talk.hide')}</Button>}
          {about.may.moderate && state === 'shown' && reports.length > 0 && <Show path={`${path}/hiding`} label={t('reports.keep')} />}
          {about.may.moderate && state === 'hidden' && <Show path={`${path}/hiding`} label={t('talk.show')} />}
        </div>
      )}
      <Suspense>
        {(doing === 'report' || doing === 'hide') && (
          <ReasonDialog what={doing} path={`${path}/${doing === 'hide' ? 'hiding' : 'reports'}`} processId={about.processId} staff={about.staff} may={about.may} onClose={close} />
        )}
      </Suspense>
      {/* Not one for each of a hundred comments. */}
      {doing === 'remove' && <ConfirmDialog
        open
        onClose={close}
        title={t('talk.removeTitle')}
        confirm={t('talk.remove')}
        danger
        onConfirm={() => remove.mutateAsync().catch((error: unknown) => toast(problemText(error), 'bad'))}
      >
        {t('talk.removeText')}
      </ConfirmDialog>}
    </article>
  );
}
