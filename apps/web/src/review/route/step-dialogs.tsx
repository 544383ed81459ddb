import { ContinueStep, WithdrawStep, type RouteStep, type RouteView } from '@spolu/contracts/referral-route';
import { DateField } from '@spolu/ui/date-field';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { TextArea } from '@spolu/ui/text-area';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../../http/api.ts';
import { useRefresh } from '../../http/queries.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../shell/form-dialog.tsx';
import { fieldIdOf, useForm } from '../../shell/use-form.ts';
import { todayInTown } from '../today.ts';

interface StepDialogProps {
  view: RouteView;
  step: RouteStep;
  onClose: () => void;
}

/** Takes a referral back for good: the reason is written first, then it is asked for once more. */
export function WithdrawDialog({ view, step, onClose }: StepDialogProps) {
  const t = useText('review');
  const refresh = useRefresh();
  const [confirming, setConfirming] = useState(false);
  const form = useForm({
    schema: WithdrawStep,
    initial: { reason: '', revision: view.revision },
    labels: { reason: t('route.reason') },
    submit: (input) => api.post(`/dossiers/${view.dossierId}/route/steps/${step.id}/withdrawal`, input),
    onDone: async () => {
      await refresh('/dossiers', '/referrals', '/records');
      toast(t('route.withdrawn', { body: step.bodyName }));
      onClose();
    },
  });
  const ask = {
    ...form,
    handleSubmit: async (event?: Parameters<typeof form.handleSubmit>[0]) => {
      event?.preventDefault();
      // What is missing is said before anybody is asked to confirm.
      if (WithdrawStep.safeParse(form.values).success) setConfirming(true);
      else await form.handleSubmit();
    },
  };
  return (
    <>
      <FormDialog form={ask} title={t('route.withdrawNamed', { body: step.bodyName })} submit={t('route.withdraw')} onClose={onClose}>
        <p>{t('route.withdrawText')}</p>
        <TextArea {...form.text('reason')} hint={t('route.reasonHint')} rows={3} maxLength={2_000} />
      </FormDialog>
      <ConfirmDialog open={confirming} danger onClose={() => setConfirming(false)} title={t('route.withdrawTitle', { body: step.bodyName })} confirm={t('route.withdrawConfirm')} onConfirm={() => form.handleSubmit()}>
        {t('route.withdrawFinal')}
      </ConfirmDialog>
    </>
  );
}

/** After a return: the new version goes to the same body, until a new day. */
export function ContinueDialog({ view, step, onClose }: StepDialogProps) {
  const t = useText('review');
  const refresh = useRefresh();
  const form = useForm({
    schema: ContinueStep,
    initial: { dueOn: step.dueOn >= todayInTown() ? step.dueOn : (null as string | null), revision: view.revision },
    labels: { dueOn: t('route.dueOn') },
    about: { 'review/deadline-passed': 'dueOn' },
    submit: (input) => api.post(`/dossiers/${view.dossierId}/route/steps/${step.id}/continuation`, input),
    onDone: async () => {
      await refresh('/dossiers', '/referrals', '/records');
      toast(t('route.continued', { body: step.bodyName }));
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={t('route.sendVersion', { version: view.newestVersion, body: step.bodyName })} submit={t('route.send')} onClose={onClose}>
      <p>{t('route.continueText')}</p>
      <DateField id={fieldIdOf('dueOn')} label={t('route.dueOn')} min={todayInTown()} value={form.values.dueOn} onChange={(dueOn) => form.set('dueOn', dueOn)} error={form.errorOf('dueOn')} />
    </FormDialog>
  );
}
