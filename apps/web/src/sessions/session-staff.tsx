import type { InvitationLink, InvitationView, RoleView } from '@spolu/contracts/identity';
import { GiveRole, HandOver, Invite } from '@spolu/contracts/identity';
import type { RoleName, SessionRole } from '@spolu/contracts/roles';
import { Button } from '@spolu/ui/button';
import { ConfirmDialog, Dialog } from '@spolu/ui/dialog';
import { Notice } from '@spolu/ui/notice';
import { Select } from '@spolu/ui/select';
import { Table } from '@spolu/ui/table';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { useCommand, useRefresh } from '../http/queries.ts';
import { useWholeList } from '../http/use-list.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useFormat } from '../i18n/format.ts';
import { currentLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';
import { LanguageField } from '../identity/language-field.tsx';
import { PersonField } from '../identity/person-field.tsx';
import { FormDialog } from '../shell/form-dialog.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';

/** A colleague to run it with; by whoever may not ask for one, somebody to host a table. */
const mostAsked = (roles: readonly SessionRole[]): RoleName => (roles.includes('co-facilitator') ? 'co-facilitator' : 'table-host');

interface SessionStaffProps {
  sessionId: string;
  /** Those that whoever looks may give and end. */
  roles: readonly SessionRole[];
}

/** Who runs the session, and how somebody is asked to help: a colleague by name, anybody else by a link. */
export function SessionStaff({ sessionId, roles: given }: SessionStaffProps) {
  const t = useText('sessions');
  const roleText = useText('identity');
  const format = useFormat();
  const problemText = useProblemText();
  const mayGive = given.length > 0;
  const mayEnd = (role: RoleName) => (given as readonly RoleName[]).includes(role);
  const where = `scope=session&scopeId=${sessionId}`;
  const roles = useWholeList<RoleView>(mayGive ? `/roles?${where}` : null);
  const invitations = useWholeList<InvitationView>(mayGive ? `/invitations?${where}` : null);
  const [open, setOpen] = useState<'give' | 'invite' | null>(null);
  const [ending, setEnding] = useState<RoleView | null>(null);
  const [handing, setHanding] = useState<RoleView | null>(null);
  const end = useCommand((id: string) => api.delete(`/roles/${id}`), ['/roles']);
  const withdraw = useCommand((id: string) => api.delete(`/invitations/${id}`), ['/invitations']);
  if (!mayGive) return null;
  const waiting = (invitations.data ?? []).filter(({ state }) => state === 'open');
  return (
    <section className="page-section" aria-labelledby="staff">
      <div className="row row-apart">
        <h2 id="staff">{t('staff.title')}</h2>
        <div className="row">
          <Button look="secondary" onPress={() => setOpen('give')}>
            {t('staff.give')}
          </Button>
          <Button look="secondary" onPress={() => setOpen('invite')}>
            {t('staff.invite')}
          </Button>
        </div>
      </div>
      <Loaded query={roles}>
        {(rows) => (
          <Table
            caption={t('staff.title')}
            captionHidden
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              { id: 'name', title: t('staff.name'), heading: true, cell: (row) => row.personName },
              { id: 'role', title: t('staff.role'), cell: (row) => roleText(`role.${row.role}`) },
              {
                id: 'end',
                title: t('staff.end'),
                titleHidden: true,
                cell: (row) => (
                  <div className="row">
                    {row.role === 'lead-facilitator' && mayEnd(row.role) && rows.some(({ personId }) => personId !== row.personId) && (
                      <Button look="quiet" size="small" aria-label={t('staff.handOverOf', { name: row.personName })} onPress={() => setHanding(row)}>
                        {t('staff.handOver')}
                      </Button>
                    )}
                    {mayEnd(row.role) && (
                      <Button look="quiet" size="small" aria-label={t('staff.endOf', { name: row.personName })} onPress={() => setEnding(row)}>
                        {t('staff.end')}
                      </Button>
                    )}
                  </div>
                ),
              },
            ]}
          />
        )}
      </Loaded>
      {waiting.length > 0 && (
        <Table
          caption={t('staff.waiting')}
          rows={waiting}
          rowKey={(row) => row.id}
          columns={[
            { id: 'name', title: t('staff.name'), heading: true, cell: (row) => row.name },
            { id: 'role', title: t('staff.role'), cell: (row) => roleText(`role.${row.role}`) },
            { id: 'until', title: t('staff.until'), cell: (row) => format.dateTime(row.expiresAt) },
            {
              id: 'withdraw',
              title: t('staff.withdraw'),
              titleHidden: true,
              cell: (row) => (
                <Button
                  look="quiet"
                  size="small"
                  aria-label={t('staff.withdrawOf', { name: row.name })}
                  onPress={() => withdraw.mutate(row.id, { onError: (error) => toast(problemText(error), 'bad') })}
                >
                  {t('staff.withdraw')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {open === 'give' && <GiveDialog sessionId={sessionId} roles={given} onClose={() => setOpen(null)} />}
      {open === 'invite' && <InviteDialog sessionId={sessionId} roles={given} onClose={() => setOpen(null)} />}
      {handing && <HandOverDialog role={handing} staff={roles.data ?? []} onClose={() => setHanding(null)} />}
      {ending && (
        <ConfirmDialog
          open
          danger
          onClose={() => setEnding(null)}
          title={t('staff.endTitle')}
          confirm={t('staff.end')}
          onConfirm={() => end.mutateAsync(ending.id).catch((error: unknown) => toast(problemText(error), 'bad'))}
        >
          {t('staff.endText', { name: ending.personName })}
        </ConfirmDialog>
      )}
    </section>
  );
}

function RoleField({ roles, value, onChange, error }: { roles: readonly SessionRole[]; value: RoleName | null; onChange: (role: RoleName) => void; error: string | null }) {
  const t = useText('sessions');
  const roleText = useText('identity');
  return (
    <Select
      id={fieldIdOf('role')}
      label={t('staff.role')}
      options={roles.map((id) => ({ id, label: roleText(`role.${id}`), hint: t(`staff.means.${id}`) }))}
      value={value as SessionRole | null}
      onChange={onChange}
      error={error}
    />
  );
}

interface GiveProps {
  sessionId: string;
  roles: readonly SessionRole[];
  onClose: () => void;
}

function GiveDialog({ sessionId, roles, onClose }: GiveProps) {
  const t = useText('sessions');
  const refresh = useRefresh();
  const form = useForm({
    schema: GiveRole,
    initial: { personId: null as string | null, scope: 'session', scopeId: sessionId, role: mostAsked(roles), fromOn: null, untilOn: null },
    labels: { personId: t('staff.person'), role: t('staff.role') },
    submit: (input) => api.post('/roles', input),
    onDone: () => {
      void refresh('/roles');
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={t('staff.give')} submit={t('staff.giveGo')} onClose={onClose}>
      <PersonField id={fieldIdOf('personId')} label={t('staff.person')} onChange={(personId) => form.set('personId', personId)} error={form.errorOf('personId')} />
      <RoleField roles={roles} value={form.values.role} onChange={(role) => form.set('role', role)} error={form.errorOf('role')} />
    </FormDialog>
  );
}

function HandOverDialog({ role, staff, onClose }: { role: RoleView; staff: readonly RoleView[]; onClose: () => void }) {
  const t = useText('sessions');
  const refresh = useRefresh();
  const others = [...new Map(staff.filter(({ personId }) => personId !== role.personId).map(({ personId, personName }) => [personId, personName]))];
  const form = useForm({
    schema: HandOver,
    initial: { personId: others[0]?.[0] ?? '' },
    labels: { personId: t('staff.person') },
    submit: (input) => api.post(`/roles/${role.id}/hand-over`, input),
    onDone: () => {
      // with the lead, what this page may do is the other's
      void refresh('/roles', '/sessions', '/me');
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={t('staff.handOverTitle')} submit={t('staff.handOver')} onClose={onClose}>
      <p>{t('staff.handOverMeans', { name: role.personName })}</p>
      <Select
        id={fieldIdOf('personId')}
        label={t('staff.person')}
        options={others.map(([id, label]) => ({ id, label }))}
        value={form.values.personId}
        onChange={(personId) => form.set('personId', personId)}
        error={form.errorOf('personId')}
      />
    </FormDialog>
  );
}

function InviteDialog({ sessionId, roles, onClose }: GiveProps) {
  const t = useText('sessions');
  const format = useFormat();
  const refresh = useRefresh();
  const [link, setLink] = useState<InvitationLink | null>(null);
  const form = useForm({
    schema: Invite,
    initial: {
      email: '', name: '', language: currentLanguage(), scope: 'session', scopeId: sessionId, role: mostAsked(roles), fromOn: null, untilOn: null,
    },
    labels: { email: t('staff.email'), name: t('staff.name'), language: t('form.language'), role: t('staff.role') },
    submit: (input) => api.post<InvitationLink>('/invitations', input),
    onDone: (answer) => {
      setLink(answer as InvitationLink);
      void refresh('/invitations', '/people');
    },
  });
  if (link) {
    return (
      <Dialog open keep onClose={onClose} title={t('staff.linkTitle')} actions={<Button onPress={onClose}>{t('staff.linkDone')}</Button>}>
        <p>{t('staff.linkText', { name: form.values.name, until: format.dateTime(link.expiresAt) })}</p>
        <label className="ui-field">
          <span className="ui-label">{t('staff.link')}</span>
          <input className="ui-input" readOnly value={link.url} onFocus={(event) => event.target.select()} />
        </label>
        <Notice tone="warn">{t('staff.linkOnce')}</Notice>
      </Dialog>
    );
  }
  return (
    <FormDialog form={form} title={t('staff.invite')} submit={t('staff.inviteGo')} onClose={onClose}>
      <TextField {...form.text('name')} autoComplete="off" />
      <TextField {...form.text('email')} type="email" autoComplete="off" />
      <RoleField roles={roles} value={form.values.role} onChange={(role) => form.set('role', role)} error={form.errorOf('role')} />
      <LanguageField label={t('form.language')} value={form.values.language} onChange={(language) => form.set('language', language)} />
    </FormDialog>
  );
}
