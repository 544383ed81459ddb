import { AddComment, COMMENT_MAX_LENGTH, type CommentView } from '@spolu/contracts/comments';
import type { Language } from '@spolu/contracts/common';
import { Button } from '@spolu/ui/button';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { TextArea } from '@spolu/ui/text-area';
import { useRef } from 'react';
import { v4 as uuid } from 'uuid';
import { api } from '../../http/api.ts';
import { useRefresh } from '../../http/queries.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { useText } from '../../i18n/use-text.ts';
import { useForm } from '../../shell/use-form.ts';
import type { TalkedAbout } from './talked-about.ts';
import { useVoice } from './use-voice.ts';

/** Writes a comment or an answer, or changes one's own. What is typed is kept in this tab until it is stored; the same words are sent under the same key, so that they stand there once. */
export function CommentForm({ about, replyTo, edited, onDone }: { about: TalkedAbout; replyTo: string | null; edited?: CommentView; onDone?: () => void }) {
  const t = useText('ideas');
  const language: Language = useLanguage();
  const refresh = useRefresh();
  const speak = useVoice(about.processId, about.may);
  const last = useRef({ text: '', key: '' });
  const form = useForm({
    schema: AddComment.pick({ text: true }),
    initial: { text: edited?.text ?? '' },
    labels: { text: t('talk.text') },
    draft: edited ? undefined : `comment ${replyTo ?? about.id}`,
    submit: async ({ text }) => {
      if (edited) return api.put(`${about.comments}/${edited.id}`, { text });
      await speak();
      if (last.current.text !== text) last.current = { text, key: uuid() };
      return api.post(`${about.path}/comments`, { ...about.part, text, language, replyTo }, { key: last.current.key });
    },
    onDone: async () => {
      last.current = { text: '', key: '' };
      form.set('text', '');
      await refresh(about.path);
      onDone?.();
    },
  });
  return (
    <form className="form" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <TextArea
        label={t(edited ? 'talk.edit' : replyTo ? 'talk.answer' : 'talk.text')}
        value={form.values.text}
        onChange={(text) => form.set('text', text)}
        error={form.errorOf('text')}
        maxLength={COMMENT_MAX_LENGTH}
        rows={3}
      />
      {about.may.asGuest && <p className="soft small">{t('talk.asGuest')}</p>}
      <div className="row">
        <Button type="submit" isPending={form.pending}>{t(edited ? 'save' : 'talk.send')}</Button>
        {onDone && <Button look="quiet" onPress={onDone}>{t('talk.cancel')}</Button>}
      </div>
    </form>
  );
}
