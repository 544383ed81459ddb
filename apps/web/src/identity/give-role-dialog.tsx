import { GiveRole } from '@spolu/contracts/identity';
import { toast } from '@spolu/ui/toast';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useText } from '../i18n/use-text.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';
import { PersonField } from './person-field.tsx';
import { noRole, RoleFields, type Place, type RoleChoice } from './role-fields.tsx';

/** Gives a role to somebody who has an account here already; others are invited. */
export function GiveRoleDialog({ place, onClose }: { place?: Place; onClose: () => void }) {
  const t = useText('identity');
  const refresh = useRefresh();
  const initial: RoleChoice & { personId: string | null } = { personId: null, ...noRole, ...place };
  const form = useForm({
    schema: GiveRole,
    initial,
    labels: {
      personId: t('roles.person'),
      scope: t('roles.scope'),
      scopeId: t('roles.where'),
      role: t('roles.role'),
      fromOn: t('roles.fromOn'),
      untilOn: t('roles.untilOn'),
    },
    about: { 'identity/role-over': 'untilOn' },
    submit: (input) => api.post('/roles', input),
    onDone: async () => {
      await refresh('/people', '/bodies', '/roles', '/me');
      toast(t('roles.given'));
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={t('roles.give')} submit={t('roles.give')} onClose={onClose}>
      <PersonField id={fieldIdOf('personId')} label={t('roles.person')} onChange={(personId) => form.set('personId', personId)} error={form.errorOf('personId')} />
      <RoleFields value={form.values} onChange={form.change} errorOf={form.errorOf} fixedPlace={place !== undefined} />
    </FormDialog>
  );
}
