import type { Page } from '@spolu/contracts/common';
import type { PersonView, RoleView } from '@spolu/contracts/identity';
import { Button } from '@spolu/ui/button';
import { EmptyState } from '@spolu/ui/empty-state';
import { Table } from '@spolu/ui/table';
import { useState } from 'react';
import { useList } from '../http/use-list.ts';
import { holds, useMe } from '../http/use-me.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';
import { EndRoleDialog } from './end-role-dialog.tsx';
import { GiveRoleDialog } from './give-role-dialog.tsx';
import { InvitationList } from './invitation-list.tsx';
import { PeopleOfPlace } from './people-of-place.tsx';
import { noRole, PlaceFields, type RoleChoice } from './role-fields.tsx';

/** Who holds which role where; roles are given and ended here, with dates. */
export function RolesPart() {
  const administrator = holds(useMe(), 'administrator');
  return <section className="page-section">{administrator ? <AllRoles /> : <RolesOfOnePlace />}</section>;
}

/** An officer sees the roles of the places she may give them in, one place at a time. */
function RolesOfOnePlace() {
  const t = useText('identity');
  const me = useMe();
  const own = me.roles.find(({ scope }) => scope === 'organisation');
  const [place, setPlace] = useState<RoleChoice>({ ...noRole, scopeId: own?.scopeId ?? null });
  return (
    <>
      <h2>{t('admin.roles')}</h2>
      <div className="form">
        <PlaceFields value={place} onChange={(part) => setPlace((before) => ({ ...before, ...part }))} errorOf={() => null} />
      </div>
      {place.scope !== 'installation' && place.scopeId && <PeopleOfPlace key={place.scopeId} scope={place.scope} scopeId={place.scopeId} title={t('roles.title')} level={3} />}
    </>
  );
}

function AllRoles() {
  const t = useText('identity');
  const format = useFormat();
  const people = useList<Page<PersonView>>('/people?roles=yes');
  const [giving, setGiving] = useState(false);
  const [ending, setEnding] = useState<RoleView | null>(null);
  return (
    <>
      <div className="row row-apart">
        <h2>{t('admin.roles')}</h2>
        <Button onPress={() => setGiving(true)}>{t('roles.give')}</Button>
      </div>
      <Loaded query={people}>
        {({ items }) => {
          const roles = items.flatMap((person) => person.roles);
          return roles.length === 0 ? (
            <EmptyState title={t('roles.none')} level={3}>
              {t('roles.noneText')}
            </EmptyState>
          ) : (
            <Table
              caption={t('admin.roles')}
              captionHidden
              rows={roles}
              rowKey={(row) => row.id}
              columns={[
                { id: 'person', title: t('name'), heading: true, cell: (row) => row.personName },
                { id: 'role', title: t('roles.role'), cell: (row) => t(`role.${row.role}`) },
                { id: 'where', title: t('roles.where'), cell: (row) => row.scopeTitle ?? t(`scope.${row.scope}`) },
                { id: 'days', title: t('roles.days'), cell: (row) => (row.fromOn || row.untilOn ? format.days(row.fromOn, row.untilOn) : t('roles.always')) },
                {
                  id: 'end',
                  title: t('roles.end'),
                  titleHidden: true,
                  cell: (row) => (
                    <Button look="secondary" size="small" onPress={() => setEnding(row)} aria-label={t('roles.endOf', { name: row.personName, role: t(`role.${row.role}`) })}>
                      {t('roles.end')}
                    </Button>
                  ),
                },
              ]}
            />
          );
        }}
      </Loaded>
      <MoreOf list={people} label={t('admin.people')} />
      <OpenInvitations />
      {giving && <GiveRoleDialog onClose={() => setGiving(false)} />}
      {ending && <EndRoleDialog role={ending} onClose={() => setEnding(null)} />}
    </>
  );
}

/** Invitations are asked for place by place, as they are given: what waits is shown for the place chosen here. */
function OpenInvitations() {
  const t = useText('identity');
  const [place, setPlace] = useState<RoleChoice>({ ...noRole, scope: 'installation' });
  return (
    <section className="page-section">
      <h3>{t('invitations.title')}</h3>
      <div className="form">
        <PlaceFields value={place} onChange={(part) => setPlace((before) => ({ ...before, ...part }))} errorOf={() => null} />
      </div>
      <InvitationList place={place} empty={t('invitations.none')} />
    </section>
  );
}
