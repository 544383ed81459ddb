import { AddComment, type BoardComment, type OwnTalk, type Thread } from '@spolu/contracts/board-talk';
import type { BoardPerson } from '@spolu/contracts/boards';
import { COMMENT_MAX_LENGTH, REACTIONS } from '@spolu/contracts/plain';
import { ITEM_KINDS } from '@spolu/board/shape';
import { Button } from '@spolu/ui/button';
import { ConfirmDialog, Dialog } from '@spolu/ui/dialog';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { Notice } from '@spolu/ui/notice';
import { TextArea } from '@spolu/ui/text-area';
import { toast } from '@spolu/ui/toast';
import { Trash2 } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { v4 as uuid } from 'uuid';
import { api } from '../../http/api.ts';
import { useRefresh, useResource } from '../../http/queries.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { useForm } from '../../shell/use-form.ts';
import { wordsOf } from '../outline-rows.ts';
import type { BoardCommands } from '../use-board-commands.ts';
import { useBoardVersion } from '../use-board.ts';
import type { BoardCopy } from '../work-copy.ts';
import { REACTION_ICONS } from './reaction-icons.tsx';
import './talk.css';
import { useTalkVersion } from './use-talk.ts';

export interface TalkDialogProps {
  boardId: string;
  copy: BoardCopy;
  objectId: string;
  /** Nobody is written beside what she says now. */
  anonymous: boolean;
  nameOf: (person: BoardPerson) => string;
  commands: BoardCommands;
  onClose: () => void;
}

/** What is said about one thing: reactions, the thread of comments, and the field for one more. */
export function TalkDialog({ boardId, copy, objectId, onClose, ...rest }: TalkDialogProps) {
  const t = useText('boards');
  const refresh = useRefresh();
  useBoardVersion(copy);
  useTalkVersion(copy.talk);
  const { index, talk } = copy;
  const path = `/boards/${boardId}/comments?objectId=${objectId}`;
  const thread = useResource<Thread>(path, { staleTime: 0 });
  const told = talk.of(objectId);
  // Told of something newer than what is shown: read again, once for it.
  const asked = useRef(0);
  const shown = thread.data?.talk.revision;
  useEffect(() => {
    if (shown === undefined || told.revision <= Math.max(shown, asked.current)) return;
    asked.current = told.revision;
    void refresh(path);
  }, [told.revision, shown, path, refresh]);
  const item = ITEM_KINDS.map((kind) => index.item(kind, objectId)).find((one) => one !== undefined);
  return (
    <Dialog open keep onClose={onClose} title={t('talk.title', { number: told.commentCount })}>
      {item === undefined ? (
        <Notice tone="warn" role="status">
          <p>{t('talk.gone')}</p>
        </Notice>
      ) : (
        <>
          {wordsOf(item).trim() !== '' && <p className="ui-note" data-color={'colour' in item ? item.colour : undefined}>{wordsOf(item)}</p>}
          <Reactions copy={copy} commands={rest.commands} talk={told} />
          <Loaded query={thread}>
            {(read) => <ThreadView {...rest} boardId={boardId} copy={copy} thread={read} talk={told} onChanged={() => void refresh(path)} />}
          </Loaded>
        </>
      )}
    </Dialog>
  );
}

/** Each a switch of one's own, with how many gave it. */
function Reactions({ copy, commands, talk }: { copy: BoardCopy; commands: BoardCommands; talk: OwnTalk }) {
  const t = useText('boards');
  const may = copy.actions.persona.rights.react;
  return (
    <div role="group" aria-label={t('talk.reactions')} className="talk-reactions">
      {REACTIONS.map((kind) => {
        const Icon = REACTION_ICONS[kind];
        const count = talk.reactions[kind] ?? 0;
        return (
          <button
            key={kind}
            type="button"
            className="talk-reaction"
            aria-pressed={talk.mine.includes(kind)}
            aria-disabled={!may || undefined}
            aria-label={t('talk.reactionCount', { name: t(`reaction.${kind}`), number: count })}
            title={t(`reaction.${kind}`)}
            onClick={() => may && commands.react(talk.objectId, kind)}
          >
            <Icon aria-hidden size={20} />
            {count > 0 && <span>{count}</span>}
          </button>
        );
      })}
    </div>
  );
}

interface ThreadViewProps extends Omit<TalkDialogProps, 'objectId' | 'onClose'> {
  thread: Thread;
  talk: OwnTalk;
  onChanged: () => void;
}

function ThreadView({ boardId, copy, thread, talk, anonymous, nameOf, commands: { say }, onChanged }: ThreadViewProps) {
  const t = useText('boards');
  const problemText = useProblemText();
  const [asked, setAsked] = useState<BoardComment | null>(null);
  const [pending, setPending] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const field = useRef<HTMLDivElement>(null);
  const wrote = useRef(false);
  const { comments, may } = thread;
  // One's own comment has come above it: the field for the next one stays in sight.
  useEffect(() => {
    if (wrote.current) field.current?.scrollIntoView?.({ block: 'nearest' });
    wrote.current = false;
  }, [comments.length]);
  const { objectId } = talk;
  const mayComment = copy.actions.persona.rights.comment;
  const command = async (run: () => Promise<OwnTalk>) => {
    await copy.talk.command(objectId, run);
    onChanged();
  };
  async function resolve() {
    setPending(true);
    try {
      await command(() => api.put<OwnTalk>(`/boards/${boardId}/resolutions`, { objectId, resolved: !talk.resolved }));
      say(t(talk.resolved ? 'talk.reopened' : 'talk.resolvedNow'));
    } catch (error) {
      toast(problemText(error), 'bad');
    } finally {
      setPending(false);
    }
  }
  async function remove({ id }: BoardComment) {
    try {
      await command(() => api.delete<OwnTalk>(`/boards/${boardId}/comments/${id}`));
      say(t('talk.deleted'));
      // The button that asked is gone with its comment.
      list.current?.focus();
    } catch (error) {
      toast(problemText(error), 'bad');
    }
  }
  return (
    <>
      {talk.resolved && comments.length > 0 && (
        <Notice tone="good" role="status">
          <p>{t('talk.isResolved')}</p>
        </Notice>
      )}
      {comments.length === 0 ? (
        <p className="soft">{mayComment ? t('talk.none') : t('talk.noneYet')}</p>
      ) : (
        <ol ref={list} role="list" tabIndex={-1} aria-label={t('talk.list')} className="talk-comments">
          {comments.map((comment) => (
            <Comment key={comment.id} comment={comment} nameOf={nameOf} mayRemove={comment.mine || may.moderate} onRemove={() => setAsked(comment)} />
          ))}
        </ol>
      )}
      {may.moderate && mayComment && comments.length > 0 && (
        <div>
          <Button look="secondary" size="small" isPending={pending} onPress={() => void resolve()}>
            {talk.resolved ? t('talk.reopen') : t('talk.resolve')}
          </Button>
        </div>
      )}
      {mayComment ? (
        <div ref={field} className="talk-write">
          <Write
            name={`comment ${boardId} ${objectId}`}
            objectId={objectId}
            anonymous={anonymous}
            isFirst={comments.length === 0}
            onSend={(input, key) => {
              wrote.current = true;
              return command(() => api.post<OwnTalk>(`/boards/${boardId}/comments`, input, { key }));
            }}
            onSent={() => say(t('talk.sent'))}
          />
        </div>
      ) : (
        <p className="soft small">{t('talk.mayNot')}</p>
      )}
      <ConfirmDialog open={asked !== null} onClose={() => setAsked(null)} title={t('talk.deleteAsk')} confirm={t('delete')} danger onConfirm={() => (asked ? remove(asked) : undefined)}>
        <p>{t('talk.deleteHint')}</p>
        <p className="ui-note">{asked?.text}</p>
      </ConfirmDialog>
    </>
  );
}

function Comment({ comment, nameOf, mayRemove, onRemove }: { comment: BoardComment; nameOf: TalkDialogProps['nameOf']; mayRemove: boolean; onRemove: () => void }) {
  const t = useText('boards');
  const format = useFormat();
  const { text, at, participantId, name, mine } = comment;
  const unknown = participantId === null && name === null;
  const who = mine ? t('talk.you') : unknown ? t('talk.somebody') : nameOf({ slot: 0, participantId, name, staff: name !== null });
  return (
    <li className="talk-comment" data-mine={mine || undefined}>
      <div className="talk-comment-head">
        <strong>{who}</strong>
        <time className="soft small" dateTime={at}>
          {format.dateTime(at)}
        </time>
        {mayRemove && (
          <Button look="quiet" size="small" icon={<Trash2 aria-hidden size={16} />} aria-label={t('talk.deleteOf', { name: who, text })} onPress={onRemove}>
            {t('delete')}
          </Button>
        )}
      </div>
      <p className="talk-comment-words">{text}</p>
    </li>
  );
}

const hasKeys = () => window.matchMedia('(pointer: fine)').matches;

interface WriteProps {
  /** Under what the words are kept until they are sent. */
  name: string;
  objectId: string;
  anonymous: boolean;
  /** Who opens an empty thread wants to write. */
  isFirst: boolean;
  /** @param key the same for the same words until they are taken */
  onSend: (input: AddComment, key: string) => Promise<void>;
  onSent: () => void;
}

/** What was typed outlives a refusal, a lost network and a reload. */
function Write({ name, objectId, anonymous, isFirst, onSend, onSent }: WriteProps) {
  const t = useText('boards');
  const tried = useRef<{ text: string; key: string } | null>(null);
  const form: ReturnType<typeof useForm<{ text: string }, typeof AddComment>> = useForm({
    schema: AddComment,
    initial: { text: '' },
    toInput: ({ text }) => ({ objectId, text }),
    // An answer that was lost on its way back must not make a second comment of the next try.
    submit: (input) => {
      if (tried.current?.text !== input.text) tried.current = { text: input.text, key: uuid() };
      return onSend(input, tried.current.key);
    },
    onDone: () => {
      tried.current = null;
      form.setValues({ text: '' });
      form.forget();
      onSent();
    },
    labels: { text: t('talk.write') },
    draft: name,
  });
  function send(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void form.handleSubmit();
  }
  return (
    <form className="form" onSubmit={(event) => void form.handleSubmit(event)} onKeyDown={send} noValidate>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <TextArea {...form.text('text')} hint={anonymous ? t('talk.anonymousHint') : hasKeys() ? t('talk.writeHintKeys') : t('talk.writeHint')} rows={3} maxLength={COMMENT_MAX_LENGTH} autoFocus={isFirst} />
      <div>
        <Button type="submit" isPending={form.pending}>
          {t('talk.send')}
        </Button>
      </div>
    </form>
  );
}
