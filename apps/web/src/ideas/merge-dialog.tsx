import type { Made } from '@spolu/contracts/common';
import { TEXT_MAX_LENGTH } from '@spolu/contracts/common';
import { MergeIdeas } from '@spolu/contracts/idea-changes';
import type { IdeaRow } from '@spolu/contracts/ideas';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { useNavigate } from 'react-router';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useText } from '../i18n/use-text.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { useForm } from '../shell/use-form.ts';

/** Several ideas become one more, with words of its own. */
export function MergeDialog({ ideas, onClose }: { ideas: readonly IdeaRow[]; onClose: () => void }) {
  const t = useText('ideas');
  const refresh = useRefresh();
  const navigate = useNavigate();
  const form = useForm({
    schema: MergeIdeas.omit({ ideaIds: true }),
    initial: { title: ideas[0]?.title ?? '', summary: ideas.map(({ summary }) => summary).filter(Boolean).join('\n\n').slice(0, TEXT_MAX_LENGTH) },
    labels: { title: t('field.title'), summary: t('field.summary') },
    submit: (input) => api.post<Made>('/idea-merges', { ...input, ideaIds: ideas.map(({ id }) => id) } satisfies MergeIdeas),
    onDone: async (answer) => {
      const { id } = answer as Made;
      await refresh('/ideas', '/processes');
      toast(t('merge.done'));
      await navigate(`/ideas/${id}`);
    },
  });
  return (
    <FormDialog form={form} title={t('merge.title', { count: ideas.length })} submit={t('merge.open')} onClose={onClose}>
      <p>{t('merge.text')}</p>
      <ul className="ideas-merged">
        {ideas.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
      <TextField {...form.text('title')} />
      <TextArea {...form.text('summary')} optional maxLength={TEXT_MAX_LENGTH} rows={5} />
    </FormDialog>
  );
}
