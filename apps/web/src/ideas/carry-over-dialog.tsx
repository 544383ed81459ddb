import { CarryOver } from '@spolu/contracts/idea-changes';
import type { IdeaView } from '@spolu/contracts/ideas';
import type { ProcessRow } from '@spolu/contracts/participation';
import { RadioGroup } from '@spolu/ui/radio-group';
import { Select } from '@spolu/ui/select';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useWholeList } from '../http/use-list.ts';
import { useText } from '../i18n/use-text.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';

interface Values {
  kind: 'process' | 'document';
  processId: string | null;
  title: string;
  reason: string;
}
const REASON_MAX_LENGTH = 2_000;
const initial: Values = { kind: 'process', processId: null, title: '', reason: '' };

/** An idea that is not taken here goes on elsewhere, and says why. */
export function CarryOverDialog({ idea, onClose }: { idea: IdeaView; onClose: () => void }) {
  const t = useText('ideas');
  const refresh = useRefresh();
  const processes = useWholeList<ProcessRow>('/processes');
  const form = useForm({
    schema: CarryOver,
    initial,
    toInput: ({ kind, processId, title, reason }) => ({ to: kind === 'process' ? { kind, processId } : { kind, title }, reason }),
    labels: { 'to.processId': t('carryOver.process'), 'to.title': t('carryOver.document'), reason: t('carryOver.reason') },
    submit: (input) => api.post(`/ideas/${idea.id}/carry-overs`, input),
    onDone: async () => {
      await refresh('/ideas', '/processes');
      toast(t('carryOver.done'));
      onClose();
    },
  });
  const { kind, processId, title } = form.values;
  return (
    <FormDialog form={form} title={t('carryOver.title')} submit={t('carryOver.send')} onClose={onClose}>
      <p>{t('carryOver.text')}</p>
      <RadioGroup
        label={t('carryOver.where')}
        options={[{ id: 'process', label: t('carryOver.toProcess') }, { id: 'document', label: t('carryOver.toDocument'), hint: t('carryOver.toDocumentHint') }]}
        value={kind}
        onChange={(value) => form.set('kind', value)}
      />
      {kind === 'process' ? (
        <Select
          id={fieldIdOf('to.processId')}
          label={t('carryOver.process')}
          options={(processes.data ?? []).filter(({ id }) => id !== idea.processId).map((process) => ({ id: process.id, label: process.title }))}
          value={processId}
          onChange={(value) => form.set('processId', value)}
          error={form.errorOf('to.processId')}
        />
      ) : (
        <TextField id={fieldIdOf('to.title')} label={t('carryOver.document')} value={title} onChange={(value) => form.set('title', value)} error={form.errorOf('to.title')} />
      )}
      <TextArea {...form.text('reason')} hint={t('carryOver.reasonHint')} maxLength={REASON_MAX_LENGTH} rows={4} />
    </FormDialog>
  );
}
