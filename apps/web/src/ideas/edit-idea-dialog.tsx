import { TEXT_MAX_LENGTH } from '@spolu/contracts/common';
import { EditIdea, type IdeaView } from '@spolu/contracts/ideas';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useText } from '../i18n/use-text.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { useForm } from '../shell/use-form.ts';
import { useSeenRevision } from '../shell/use-seen-revision.ts';

/** Other words for an idea, by the people of its process. */
export function EditIdeaDialog({ idea: { id, title, summary, revision }, onClose }: { idea: IdeaView; onClose: () => void }) {
  const t = useText('ideas');
  const refresh = useRefresh();
  const standing = useSeenRevision(revision, '/ideas');
  const form = useForm({
    schema: EditIdea.omit({ revision: true }),
    initial: { title, summary },
    labels: { title: t('field.title'), summary: t('field.summary') },
    submit: (input) => standing((seen) => api.put(`/ideas/${id}`, { ...input, revision: seen } satisfies EditIdea)),
    onDone: async () => {
      await refresh('/ideas', '/processes');
      toast(t('saved'));
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={t('edit')} submit={t('save')} onClose={onClose}>
      <TextField {...form.text('title')} />
      <TextArea {...form.text('summary')} optional maxLength={TEXT_MAX_LENGTH} rows={6} />
    </FormDialog>
  );
}
