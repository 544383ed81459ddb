import { ConfirmIdea } from '@spolu/contracts/ideas';
import { TEXT_MAX_LENGTH, type Made } from '@spolu/contracts/common';
import type { ReportCluster } from '@spolu/contracts/activities/cluster';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { api } from '../../http/api.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../shell/form-dialog.tsx';
import { useForm } from '../../shell/use-form.ts';
import { SimilarIdeas } from './similar-ideas.tsx';

interface ConfirmIdeaDialogProps {
  processId: string;
  clusters: readonly ReportCluster[];
  onClose: () => void;
  onDone: (ideaId: string) => void;
}

/** Clusters become an idea of the process: from here on it can be recommended, opined on, decided. */
export function ConfirmIdeaDialog({ processId, clusters, onClose, onDone }: ConfirmIdeaDialogProps) {
  const t = useText('sessions');
  // who writes in another language than she reads in says so where the idea is edited
  const language = useLanguage();
  const clusterIds = clusters.map(({ id }) => id);
  const form = useForm({
    schema: ConfirmIdea,
    initial: { clusterIds, title: clusters[0]?.title ?? '', summary: '', language },
    labels: { title: t('idea.title'), summary: t('idea.summary'), clusterIds: t('idea.clusters') },
    submit: (input) => api.post<Made>('/ideas', { ...input, clusterIds }),
    onDone: (made) => onDone((made as Made).id),
  });
  return (
    <FormDialog form={form} title={t('idea.confirmTitle', { count: clusters.length })} submit={t('idea.confirm')} onClose={onClose}>
      <div>
        <p>{t('idea.from')}</p>
        <ul>
          {clusters.map((cluster) => (
            <li key={cluster.id}>
              {cluster.title || t('report.unnamed')} <span className="soft">({t('report.notes', { count: cluster.notes.length })})</span>
            </li>
          ))}
        </ul>
      </div>
      <TextField {...form.text('title')} />
      <SimilarIdeas processId={processId} text={`${form.values.title} ${form.values.summary}`} />
      <TextArea {...form.text('summary')} hint={t('idea.summaryHint')} optional rows={5} maxLength={TEXT_MAX_LENGTH} />
    </FormDialog>
  );
}
