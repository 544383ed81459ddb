import type { InvitationView, PersonView, RoleView } from '@spolu/contracts/identity';
import { Button } from '@spolu/ui/button';
import { EmptyState } from '@spolu/ui/empty-state';
import { Table } from '@spolu/ui/table';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { useCommand, useResource } from '../http/queries.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { EndRoleDialog } from './end-role-dialog.tsx';
import { GiveRoleDialog } from './give-role-dialog.tsx';
import { noRole, PlaceFields, type RoleChoice } from './role-fields.tsx';

/** Who holds which role where; roles are given and ended here, with dates. */
export function RolesPart() {
  const t = useText('identity');
  const format = useFormat();
  const people = useResource<PersonView[]>('/people');
  const [giving, setGiving] = useState(false);
  const [ending, setEnding] = useState<RoleView | null>(null);
  return (
    <section className="page-section">
      <div className="row row-apart">
        <h2>{t('admin.roles')}</h2>
        <Button onPress={() => setGiving(true)}>{t('roles.give')}</Button>
      </div>
      <Loaded query={people}>
        {(rows) => {
          const roles = rows.flatMap((person) => person.roles);
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
      <OpenInvitations />
      {giving && <GiveRoleDialog onClose={() => setGiving(false)} />}
      {ending && <EndRoleDialog role={ending} onClose={() => setEnding(null)} />}
    </section>
  );
}

/** Invitations are asked for place by place, as they are given: what waits is shown for the scope chosen here. */
function OpenInvitations() {
  const t = useText('identity');
  const format = useFormat();
  const problemText = useProblemText();
  const [place, setPlace] = useState<RoleChoice>({ ...noRole, scope: 'installation' });
  const path = place.scope === 'installation' ? '/invitations?scope=installation' : place.scopeId && `/invitations?scope=${place.scope}&scopeId=${place.scopeId}`;
  const invitations = useResource<InvitationView[]>(path || null);
  const withdraw = useCommand((id: string) => api.delete(`/invitations/${id}`), ['/invitations']);
  return (
    <section className="page-section">
      <h3>{t('invitations.title')}</h3>
      <div className="form">
        <PlaceFields value={place} onChange={setPlace} errorOf={() => null} />
      </div>
      {path && (
        <Loaded query={invitations}>
          {(rows) => {
            const open = rows.filter(({ state }) => state === 'open');
            return open.length === 0 ? (
              <p className="soft">{t('invitations.none')}</p>
            ) : (
              <Table
                caption={t('invitations.title')}
                captionHidden
                rows={open}
                rowKey={(row) => row.id}
                columns={[
                  { id: 'name', title: t('name'), heading: true, cell: (row) => row.name },
                  { id: 'email', title: t('email'), cell: (row) => row.email },
                  { id: 'role', title: t('roles.role'), cell: (row) => t(`role.${row.role}`) },
                  { id: 'until', title: t('invitations.until'), cell: (row) => format.dateTime(row.expiresAt) },
                  {
                    id: 'withdraw',
                    title: t('invitations.withdraw'),
                    titleHidden: true,
                    cell: (row) => (
                      <Button
                        look="secondary"
                        size="small"
                        aria-label={t('invitations.withdrawOf', { name: row.name })}
                        onPress={() => withdraw.mutate(row.id, { onError: (error) => toast(problemText(error), 'bad') })}
                      >
                        {t('invitations.withdraw')}
                      </Button>
                    ),
                  },
                ]}
              />
            );
          }}
        </Loaded>
      )}
    </section>
  );
}
