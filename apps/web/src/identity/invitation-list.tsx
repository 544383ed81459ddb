import type { InvitationView } from '@spolu/contracts/identity';
import { Button } from '@spolu/ui/button';
import { Table } from '@spolu/ui/table';
import { toast } from '@spolu/ui/toast';
import { api } from '../http/api.ts';
import { useCommand } from '../http/queries.ts';
import { useWholeList } from '../http/use-list.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import type { Place } from './role-fields.tsx';

/** The invitations to one place that nobody has accepted yet. Without `empty` it says nothing when there are none. */
export function InvitationList({ place, empty }: { place: Place; empty?: string }) {
  const t = useText('identity');
  const format = useFormat();
  const problemText = useProblemText();
  const path = place.scope === 'installation' ? '/invitations?scope=installation' : place.scopeId && `/invitations?scope=${place.scope}&scopeId=${place.scopeId}`;
  const invitations = useWholeList<InvitationView>(path || null);
  const withdraw = useCommand((id: string) => api.delete(`/invitations/${id}`), ['/invitations']);
  if (!path) return null;
  return (
    <Loaded query={invitations}>
      {(rows) => {
        const open = rows.filter(({ state }) => state === 'open');
        if (open.length === 0) return empty && <p className="soft">{empty}</p>;
        return (
          <Table
            caption={t('invitations.title')}
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
  );
}
