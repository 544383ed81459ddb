import type { BodyView, OrganisationView } from '@spolu/contracts/identity';
import type { ProcessRow } from '@spolu/contracts/participation';
import { ROLES, type RoleName, type RoleScope } from '@spolu/contracts/roles';
import { DateField } from '@spolu/ui/date-field';
import { Select } from '@spolu/ui/select';
import { useWholeList } from '../http/use-list.ts';
import { holds, useMe } from '../http/use-me.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
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
  onChange: (part: Partial<RoleChoice>) => void;
  errorOf: (path: string) => string | null;
  /** The place is given already (the people of one process). */
  fixedPlace?: boolean;
}

/** Where, which role there, and from when until when. */
export function RoleFields({ value, onChange, errorOf, fixedPlace }: RoleFieldsProps) {
  const t = useText('identity');
  return (
    <>
      {!fixedPlace && <PlaceFields value={value} onChange={onChange} errorOf={errorOf} />}
      <Select
        id={fieldIdOf('role')}
        label={t('roles.role')}
        options={ROLES[value.scope].map((id: RoleName) => ({ id, label: t(`role.${id}`) }))}
        value={value.role}
        onChange={(role) => onChange({ role })}
        error={errorOf('role')}
        width="medium"
      />
      <div className="row identity-days">
        <DateField id={fieldIdOf('fromOn')} label={t('roles.fromOn')} optional value={value.fromOn} onChange={(fromOn) => onChange({ fromOn })} error={errorOf('fromOn')} />
        <DateField id={fieldIdOf('untilOn')} label={t('roles.untilOn')} optional value={value.untilOn} onChange={(untilOn) => onChange({ untilOn })} error={errorOf('untilOn')} />
      </div>
    </>
  );
}

/** The scope, and which organisation, body or process of it. */
export function PlaceFields({ value, onChange, errorOf }: RoleFieldsProps) {
  const t = useText('identity');
  const administrator = holds(useMe(), 'administrator');
  const scope = SCOPES.find((one) => one === value.scope) ?? 'organisation';
  return (
    <>
      <Select
        id={fieldIdOf('scope')}
        label={t('roles.scope')}
        options={SCOPES.filter((one) => administrator || one !== 'installation').map((id) => ({ id, label: t(`scope.${id}`) }))}
        value={scope}
        onChange={(next) => onChange({ scope: next, scopeId: null, role: onlyRole(next) })}
        error={errorOf('scope')}
        width="medium"
      />
      {scope !== 'installation' && <PlaceField key={scope} scope={scope} value={value} onChange={onChange} errorOf={errorOf} />}
    </>
  );
}

type PlaceScope = Exclude<(typeof SCOPES)[number], 'installation'>;

const PLACES_AT = { organisation: '/organisations', body: '/bodies', process: '/processes' } as const;

function PlaceField({ scope, value, onChange, errorOf }: RoleFieldsProps & { scope: PlaceScope }) {
  const t = useText('identity');
  const places = useWholeList<OrganisationView | BodyView | ProcessRow>(PLACES_AT[scope]);
  return (
    <Loaded query={places}>
      {(rows) => (
        <Select
          id={fieldIdOf('scopeId')}
          label={t(`place.${scope}`)}
          options={rows.map((row) => ({ id: row.id, label: 'title' in row ? row.title : row.name }))}
          value={value.scopeId}
          onChange={(scopeId) => onChange({ scopeId })}
          error={errorOf('scopeId')}
          hint={rows.length === 0 ? t('roles.noPlaces') : undefined}
        />
      )}
    </Loaded>
  );
}

const onlyRole = (scope: RoleScope): RoleName | null => (ROLES[scope].length === 1 ? (ROLES[scope][0] ?? null) : null);
