import type { BodyView } from '@spolu/contracts/identity';
import { Refer } from '@spolu/contracts/review';
import { DateField } from '@spolu/ui/date-field';
import { Select } from '@spolu/ui/select';
import { toast } from '@spolu/ui/toast';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useWholeList } from '../http/use-list.ts';
import { useText } from '../i18n/use-text.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';

/** Refers one version to a body, with the day by which it is asked to speak. */
export function ReferDialog({ dossierId, version, onClose }: { dossierId: string; version: number; onClose: () => void }) {
  const t = useText('outputs');
  const refresh = useRefresh();
  const hintOf = useBodyHint();
  const bodies = useWholeList<BodyView>('/bodies');
  const form = useForm({
    schema: Refer,
    initial: { bodyId: null as string | null, dueOn: null as string | null },
    labels: { bodyId: t('refer.body'), dueOn: t('refer.dueOn') },
    submit: (input) => api.post(`/dossiers/${dossierId}/versions/${version}/referrals`, input),
    onDone: async () => {
      await refresh('/dossiers', '/referrals');
      toast(t('refer.done'));
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={t('refer.title', { version })} submit={t('refer.submit')} onClose={onClose}>
      <p>{t('refer.text')}</p>
      <Loaded query={bodies}>
        {(all) => (
          <Select
            id={fieldIdOf('bodyId')}
            label={t('refer.body')}
            hint={hintOf(all.find(({ id }) => id === form.values.bodyId))}
            options={all.map(({ id, name }) => ({ id, label: name }))}
            value={form.values.bodyId}
            onChange={(bodyId) => form.set('bodyId', bodyId)}
            error={form.errorOf('bodyId')}
          />
        )}
      </Loaded>
      <DateField
        id={fieldIdOf('dueOn')}
        label={t('refer.dueOn')}
        hint={t('refer.dueOnHint')}
        value={form.values.dueOn}
        onChange={(dueOn) => form.set('dueOn', dueOn)}
        error={form.errorOf('dueOn')}
      />
    </FormDialog>
  );
}

/** What whoever is about to refer something to a body should know: one that advises speaks through its chair or secretary, and one without either never would. */
export function useBodyHint(): (body: Pick<BodyView, 'deciding' | 'members'> | undefined) => string | undefined {
  const t = useText('outputs');
  return (body) => (body && !body.deciding && !body.members.some(({ role }) => role === 'chair' || role === 'secretary') ? t('refer.nobodyRecords') : undefined);
}
