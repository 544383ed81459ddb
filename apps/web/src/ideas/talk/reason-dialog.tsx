import { REASON_MAX_LENGTH, ReportWords, type MayTalk } from '@spolu/contracts/comments';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { api } from '../../http/api.ts';
import { useRefresh } from '../../http/queries.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../shell/form-dialog.tsx';
import { useForm } from '../../shell/use-form.ts';
import { useVoice } from './use-voice.ts';

/** Why something should not stand there: told to those who answer for it, or by them to its author. */
export function ReasonDialog({ what, path, processId, may, onClose }: { what: 'report' | 'hide'; path: string; processId: string | null; may?: MayTalk; onClose: () => void }) {
  const t = useText('ideas');
  const refresh = useRefresh();
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
      toast(t(what === 'hide' ? 'talk.hiddenNow' : 'talk.reported'));
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={t(what === 'hide' ? 'talk.hide' : 'talk.report')} submit={t(what === 'hide' ? 'talk.hide' : 'talk.sendReport')} onClose={onClose}>
      <p>{t(what === 'hide' ? 'talk.hideText' : 'talk.reportText')}</p>
      <TextField {...form.text('reason')} hint={t('talk.reasonHint', { max: REASON_MAX_LENGTH })} />
    </FormDialog>
  );
}
