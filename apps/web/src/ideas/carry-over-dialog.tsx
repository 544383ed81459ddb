import { CarryOver } from '@spolu/contracts/idea-changes';
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

interface CarryOverDialogProps {
  /** Of the process that it leaves. */
  processId: string;
  /** Where the command goes. */
  to: string;
  refreshes: readonly string[];
  title: string;
  text: string;
  done: string;
  onClose: () => void;
}

/** What is not taken here goes on elsewhere, and says why. */
export function CarryOverDialog({ processId: ownProcessId, to, refreshes, title: heading, text, done, onClose }: CarryOverDialogProps) {
  const t = useText('ideas');
  const refresh = useRefresh();
  const processes = useWholeList<ProcessRow>('/processes');
  const form = useForm({
    schema: CarryOver,
    initial,
    toInput: ({ kind, processId, title, reason }) => ({ to: kind === 'process' ? { kind, processId } : { kind, title }, reason }),
    labels: { 'to.processId': t('carryOver.process'), 'to.title': t('carryOver.document'), reason: t('carryOver.reason') },
    submit: (input) => api.post(to, input),
    onDone: async () => {
      await refresh(...refreshes);
      toast(done);
      onClose();
    },
  });
  const { kind, processId, title } = form.values;
  return (
    <FormDialog form={form} title={heading} submit={t('carryOver.send')} onClose={onClose}>
      <p>{text}</p>
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
          options={(processes.data ?? []).filter(({ id }) => id !== ownProcessId).map((process) => ({ id: process.id, label: process.title }))}
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
