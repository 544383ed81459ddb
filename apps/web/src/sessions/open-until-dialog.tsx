import { OpenUntil, type RoomActivity } from '@spolu/contracts/sessions';
import { api } from '../http/api.ts';
import { wallInTown } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { useForm } from '../shell/use-form.ts';
import { EVENING, OpenUntilFields, type TypedTime, wallTimeOf } from './open-until-fields.tsx';

/** Until when what runs is open, for people who come when they like. */
export default function OpenUntilDialog({ activity: { id, title, endsAt, endsItself }, onClose }: { activity: RoomActivity; onClose: () => void }) {
  const t = useText('sessions');
  const form = useForm<{ openUntil: TypedTime }, typeof OpenUntil>({
    schema: OpenUntil,
    initial: { openUntil: endsItself && endsAt ? wallInTown(endsAt) : EVENING },
    toInput: ({ openUntil }) => ({ openUntil: wallTimeOf(openUntil), endsAt }),
    labels: { openUntil: t('activity.openUntilOn'), 'openUntil.time': t('activity.openUntilTime') },
    submit: (input) => api.put(`/activities/${id}/open-until`, input),
    onDone: onClose,
  });
  return (
    <FormDialog form={form} title={t('run.leaveOpenTitle', { title })} submit={t('run.leaveOpenSave')} onClose={onClose}>
      <p>{t('run.leaveOpenMeans')}</p>
      <OpenUntilFields value={form.values.openUntil} onChange={(openUntil) => form.set('openUntil', openUntil)} errorOf={form.errorOf} />
    </FormDialog>
  );
}
