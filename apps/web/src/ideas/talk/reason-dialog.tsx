import { REASON_MAX_LENGTH, ReportWords, type MayTalk } from '@spolu/contracts/comments';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { api } from '../../http/api.ts';
import { useRefresh } from '../../http/queries.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../shell/form-dialog.tsx';
import { useForm } from '../../shell/use-form.ts';
import { useVoice } from './use-voice.ts';

interface ReasonDialogProps {
  what: 'report' | 'hide';
  path: string;
  processId: string | null;
  /** Who reads what is reported; the people of the process unless told otherwise. */
  staff?: string;
  may?: MayTalk;
  onClose: () => void;
}

/** Why something should not stand there: told to those who answer for it, or by them to its author. */
export function ReasonDialog({ what, path, processId, staff, may, onClose }: ReasonDialogProps) {
  const t = useText('ideas');
  const refresh = useRefresh();
  const reader = staff ?? t('talk.byStaff');
  const speak = useVoice(processId, what === 'report' ? may : undefined);
  const form = useForm({
    schema: ReportWords,
    initial: { reason: '' },
    labels: { reason: t('talk.reasonLabel') },
    submit: async ({ reason }) => {
      await speak();
      return what === 'hide' ? api.put(path, { hidden: true, reason }) : api.post(path, { reason });
    },
    onDone: async () => {
      await refresh('/ideas', '/processes', '/commitments', '/action-plans');
      toast(what === 'hide' ? t('talk.hiddenNow') : t('talk.reported', { staff: reader }));
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={t(what === 'hide' ? 'talk.hide' : 'talk.report')} submit={t(what === 'hide' ? 'talk.hide' : 'talk.sendReport')} onClose={onClose}>
      <p>{what === 'hide' ? t('talk.hideText') : t('talk.reportText', { staff: reader })}</p>
      <TextField {...form.text('reason')} hint={t('talk.reasonHint', { max: REASON_MAX_LENGTH })} />
    </FormDialog>
  );
}
