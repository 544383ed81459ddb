import type { RoleView } from '@spolu/contracts/identity';
import type { RoleScope } from '@spolu/contracts/roles';
import { Button } from '@spolu/ui/button';
import { useState } from 'react';
import { useWholeList } from '../http/use-list.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { EndRoleDialog } from './end-role-dialog.tsx';
import { GiveRoleDialog } from './give-role-dialog.tsx';
import { InvitationList } from './invitation-list.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import './identity.css';

interface PeopleOfPlaceProps {
  scope: Exclude<RoleScope, 'installation'>;
  scopeId: string;
  title: string;
  level?: 2 | 3;
}

/** Who holds which role in one organisation, process or body, for whoever may give roles there. */
export function PeopleOfPlace({ scope, scopeId, title, level = 2 }: PeopleOfPlaceProps) {
  const t = useText('identity');
  const format = useFormat();
  const roles = useWholeList<RoleView>(`/roles?scope=${scope}&scopeId=${scopeId}`);
  const [open, setOpen] = useState<'give' | 'invite' | RoleView | null>(null);
  const Heading = level === 2 ? 'h2' : 'h3';
  const place = { scope, scopeId };
  const close = () => setOpen(null);
  return (
    <section className="page-section">
      <div className="row row-apart">
        <Heading>{title}</Heading>
        <div className="row">
          <Button look="secondary" size="small" onPress={() => setOpen('give')}>
            {t('roles.give')}
          </Button>
          <Button look="secondary" size="small" onPress={() => setOpen('invite')}>
            {t('invite.open')}
          </Button>
        </div>
      </div>
      <Loaded query={roles}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="soft">{t('roles.none')}</p>
          ) : (
            <ul role="list" className="identity-people">
              {rows.map((role) => (
                <li key={role.id} className="row row-apart">
                  <span>
                    <span className="strong">{role.personName}</span> <span className="soft">– {t(`role.${role.role}`)}</span>
                    {(role.fromOn ?? role.untilOn) && <span className="soft small"> ({format.days(role.fromOn, role.untilOn)})</span>}
                  </span>
                  <Button look="quiet" size="small" onPress={() => setOpen(role)} aria-label={t('roles.endOf', { name: role.personName, role: t(`role.${role.role}`) })}>
                    {t('roles.end')}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <InvitationList place={place} />
      {open === 'give' && <GiveRoleDialog place={place} onClose={close} />}
      {open === 'invite' && <InviteDialog place={place} onClose={close} />}
      {open !== null && typeof open === 'object' && <EndRoleDialog role={open} onClose={close} />}
    </section>
  );
}
