import type { Made } from '@spolu/contracts/common';
import { PURPOSE_MAX_LENGTH, SaveTemplate } from '@spolu/contracts/run-sheet';
import type { ActivityView, SessionView } from '@spolu/contracts/sessions';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { api } from '../../http/api.ts';
import { useRefresh } from '../../http/queries.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../shell/form-dialog.tsx';
import { useForm } from '../../shell/use-form.ts';

/** Keeps the whole sheet, or one block as a method, for other sessions of the organisation. */
export function SaveTemplateDialog({ session, activity, onClose }: { session: SessionView; activity: ActivityView | null; onClose: () => void }) {
  const t = useText('sessions/run-sheet');
  const refresh = useRefresh();
  const form = useForm<{ title: string; purpose: string }, typeof SaveTemplate>({
    schema: SaveTemplate,
    initial: { title: activity?.title ?? session.title, purpose: activity?.plan.purpose ?? '' },
    toInput: (values) => (activity ? { kind: 'method', activityId: activity.id, ...values } : { kind: 'sheet', ...values }),
    labels: { title: t('save.name'), purpose: t('save.purpose') },
    submit: (input) => api.post<Made>(`/sessions/${session.id}/sheet-templates`, input),
    onDone: () => {
      void refresh(`/processes/${session.processId}/sheet-templates`);
      toast(activity ? t('save.methodSaved') : t('save.saved'));
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={activity ? t('save.methodTitle') : t('save.title')} submit={t('save.go')} onClose={onClose}>
      <p className="soft">{activity ? t('save.methodMeans') : t('save.means')}</p>
      <TextField {...form.text('title')} />
      <TextArea {...form.text('purpose')} hint={t('save.purposeHint')} optional rows={2} maxLength={PURPOSE_MAX_LENGTH} />
    </FormDialog>
  );
}
