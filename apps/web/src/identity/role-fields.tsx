import type { BodyView, OrganisationView } from '@spolu/contracts/identity';
import type { ProcessRow } from '@spolu/contracts/participation';
import { ROLES, type RoleName, type RoleScope } from '@spolu/contracts/roles';
import { DateField } from '@spolu/ui/date-field';
import { Select } from '@spolu/ui/select';
import { useWholeList } from '../http/use-list.ts';
import { holds, useMe } from '../http/use-me.ts';
import { useText } from '../i18n/use-text.ts';
import { fieldIdOf } from '../shell/use-form.ts';

export interface RoleChoice {
  scope: RoleScope;
  scopeId: string | null;
  role: RoleName | null;
  fromOn: string | null;
  untilOn: string | null;
}
export type Place = Pick<RoleChoice, 'scope' | 'scopeId'>;
export const noRole: RoleChoice = { scope: 'organisation', scopeId: null, role: null, fromOn: null, untilOn: null };

/** Roles in one session are given where the session is prepared: here stand the lasting ones. */
const SCOPES = ['installation', 'organisation', 'body', 'process'] as const satisfies RoleScope[];

interface RoleFieldsProps {
  value: RoleChoice;
  onChange: (value: RoleChoice) => void;
  errorOf: (path: string) => string | null;
  /** The place is given already (the people of one process). */
  fixedPlace?: boolean;
}

/** Where, which role there, and from when until when. */
export function RoleFields({ value, onChange, errorOf, fixedPlace }: RoleFieldsProps) {
  const t = useText('identity');
  const change = (part: Partial<RoleChoice>) => onChange({ ...value, ...part });
  return (
    <>
      {!fixedPlace && <PlaceFields value={value} onChange={onChange} errorOf={errorOf} />}
      <Select
        id={fieldIdOf('role')}
        label={t('roles.role')}
        options={ROLES[value.scope].map((id: RoleName) => ({ id, label: t(`role.${id}`) }))}
        value={value.role}
        onChange={(role) => change({ role })}
        error={errorOf('role')}
        width="medium"
      />
      <div className="row identity-days">
        <DateField id={fieldIdOf('fromOn')} label={t('roles.fromOn')} optional value={value.fromOn} onChange={(fromOn) => change({ fromOn })} error={errorOf('fromOn')} />
        <DateField id={fieldIdOf('untilOn')} label={t('roles.untilOn')} optional value={value.untilOn} onChange={(untilOn) => change({ untilOn })} error={errorOf('untilOn')} />
      </div>
    </>
  );
}

/** The scope, and which organisation, body or process of it. */
export function PlaceFields({ value, onChange, errorOf }: RoleFieldsProps) {
  const t = useText('identity');
  const administrator = holds(useMe(), 'administrator');
  const places = usePlaces(value.scope);
  const scope = SCOPES.find((one) => one === value.scope) ?? 'organisation';
  return (
    <>
      <Select
        id={fieldIdOf('scope')}
        label={t('roles.scope')}
        options={SCOPES.filter((one) => administrator || one !== 'installation').map((id) => ({ id, label: t(`scope.${id}`) }))}
        value={scope}
        onChange={(next) => onChange({ ...value, scope: next, scopeId: null, role: onlyRole(next) })}
        error={errorOf('scope')}
        width="medium"
      />
      {scope !== 'installation' && (
        <Select
          id={fieldIdOf('scopeId')}
          label={t(`place.${scope}`)}
          options={places}
          value={value.scopeId}
          onChange={(scopeId) => onChange({ ...value, scopeId })}
          error={errorOf('scopeId')}
          hint={places.length === 0 ? t('roles.noPlaces') : undefined}
        />
      )}
    </>
  );
}

const onlyRole = (scope: RoleScope): RoleName | null => (ROLES[scope].length === 1 ? (ROLES[scope][0] ?? null) : null);

function usePlaces(scope: RoleScope): { id: string; label: string }[] {
  const organisations = useWholeList<OrganisationView>(scope === 'organisation' ? '/organisations' : null);
  const bodies = useWholeList<BodyView>(scope === 'body' ? '/bodies' : null);
  const processes = useWholeList<ProcessRow>(scope === 'process' ? '/processes' : null);
  if (scope === 'organisation') return (organisations.data ?? []).map(({ id, name }) => ({ id, label: name }));
  if (scope === 'body') return (bodies.data ?? []).map(({ id, name }) => ({ id, label: name }));
  return (processes.data ?? []).map(({ id, title }) => ({ id, label: title }));
}
