import { NAME_MAX_LENGTH, type Page as PageOf } from '@spolu/contracts/common';
import { EditPerson, type PersonView } from '@spolu/contracts/identity';
import { Button } from '@spolu/ui/button';
import { Checkbox } from '@spolu/ui/checkbox';
import { ConfirmDialog, Dialog } from '@spolu/ui/dialog';
import { EmptyState } from '@spolu/ui/empty-state';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { Table } from '@spolu/ui/table';
import { Tag } from '@spolu/ui/tag';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { useCommand, useRefresh } from '../http/queries.ts';
import { useList } from '../http/use-list.ts';
import { holds, useMe } from '../http/use-me.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';
import { useSettled } from '../shell/use-settled.ts';
import { useForm } from '../shell/use-form.ts';
import { ErasePersonDialog } from './erase-person-dialog.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { LanguageField } from './language-field.tsx';

export function PeoplePart() {
  const t = useText('identity');
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim().slice(0, NAME_MAX_LENGTH));
  const people = useList<PageOf<PersonView>>(`/people${search && `?${new URLSearchParams({ search }).toString()}`}`, { keep: true });
  const administrator = holds(useMe(), 'administrator');
  const [inviting, setInviting] = useState<PersonView | 'new' | null>(null);
  const [edited, setEdited] = useState<PersonView | null>(null);
  return (
    <section className="page-section">
      <div className="row row-apart">
        <h2>{t('admin.people')}</h2>
        <Button onPress={() => setInviting('new')}>{t('invite.open')}</Button>
      </div>
      <div role="search" aria-label={t('people.search')}>
        <TextField type="search" optional label={t('people.search')} value={typed} onChange={setTyped} width="medium" autoComplete="off" />
      </div>
      <Loaded query={people}>
        {({ items: rows }) =>
          rows.length === 0 && search !== '' ? (
            <p role="status" className="soft">{t('choose.nobody')}</p>
          ) : rows.length === 0 ? (
            <EmptyState title={t('people.none')}>{t('people.noneText')}</EmptyState>
          ) : (
            <Table
              caption={t('admin.people')}
              captionHidden
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                { id: 'name', title: t('name'), heading: true, cell: (row) => row.name },
                ...(administrator
                  ? [
                      { id: 'email', title: t('email'), cell: (row: PersonView) => row.email },
                      { id: 'roles', title: t('roles.title'), cell: (row: PersonView) => <RoleTags person={row} /> },
                    ]
                  : []),
                {
                  id: 'state',
                  title: t('state'),
                  cell: (row) => (
                    <span className="identity-state">
                      <PersonState person={row} />
                    </span>
                  ),
                },
                ...(administrator
                  ? [
                      {
                        id: 'edit',
                        title: t('edit'),
                        titleHidden: true,
                        cell: (row: PersonView) => (
                          <Button look="secondary" size="small" onPress={() => setEdited(row)} aria-label={t('editOf', { name: row.name })}>
                            {t('edit')}
                          </Button>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          )
        }
      </Loaded>
      <MoreOf list={people} label={t('admin.people')} />
      {inviting && <InviteDialog again={inviting === 'new' ? undefined : inviting} onClose={() => setInviting(null)} />}
      {edited && <PersonDialog person={edited} onClose={() => setEdited(null)} onForgotten={setInviting} />}
    </section>
  );
}

function RoleTags({ person }: { person: PersonView }) {
  const t = useText('identity');
  if (person.roles.length === 0) return null;
  return (
    <div className="identity-roles">
      {person.roles.map((role) => (
        <Tag key={role.id}>
          {t(`role.${role.role}`)}
          {role.scopeTitle && ` · ${role.scopeTitle}`}
        </Tag>
      ))}
    </div>
  );
}

function PersonState({ person }: { person: PersonView }) {
  const t = useText('identity');
  if (!person.active) return <Tag tone="warn">{t('people.inactive')}</Tag>;
  return person.canSignIn ? <Tag tone="good">{t('people.active')}</Tag> : <Tag>{t('people.invited')}</Tag>;
}

interface PersonDialogProps {
  person: PersonView;
  onClose: () => void;
  /** Her password is gone: she needs a new link. */
  onForgotten: (person: PersonView) => void;
}

function PersonDialog({ person, onClose, onForgotten }: PersonDialogProps) {
  const t = useText('identity');
  const refresh = useRefresh();
  const problemText = useProblemText();
  const { person: me } = useMe();
  const [asked, setAsked] = useState<'end-sign-ins' | 'forget-password' | 'erase' | null>(null);
  const endSignIns = useCommand(() => api.delete(`/people/${person.id}/sign-ins`));
  const forgetPassword = useCommand(() => api.delete(`/people/${person.id}/password`), ['/people']);
  const form = useForm({
    schema: EditPerson,
    initial: { name: person.name, language: person.language, active: person.active },
    labels: { name: t('name'), language: t('language') },
    submit: (input) => api.put(`/people/${person.id}`, input),
    onDone: async () => {
      await refresh('/people', '/me');
      toast(t('saved'));
      onClose();
    },
  });
  const sayWhy = (error: unknown) => toast(problemText(error), 'bad');
  return (
    <>
      <Dialog
        open={asked === null}
        onClose={onClose}
        title={person.name}
        keep
        actions={
          <Button type="submit" form="person-form" isPending={form.pending}>
            {t('save')}
          </Button>
        }
      >
        <form className="form" id="person-form" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
          <ErrorSummary errors={form.summary} attempt={form.attempt} />
          <TextField {...form.text('name')} />
          <LanguageField id="field-language" label={t('language')} value={form.values.language} onChange={(v) => form.set('language', v)} />
          <Checkbox label={t('people.mayUse')} hint={t('people.mayUseHint')} checked={form.values.active} onChange={(v) => form.set('active', v)} />
        </form>
        <div className="row">
          <Button look="secondary" size="small" onPress={() => setAsked('end-sign-ins')}>
            {t('people.endSignIns')}
          </Button>
          {person.canSignIn && person.id !== me?.id && (
            <Button look="secondary" size="small" onPress={() => setAsked('forget-password')}>
              {t('people.forgot')}
            </Button>
          )}
          <Button look="secondary" size="small" onPress={() => setAsked('erase')}>
            {t('erasure.openFor')}
          </Button>
        </div>
      </Dialog>
      {asked === 'erase' && <ErasePersonDialog person={person} onClose={onClose} />}
      <ConfirmDialog
        open={asked === 'end-sign-ins'}
        onClose={() => setAsked(null)}
        title={t('people.endSignInsTitle', { name: person.name })}
        confirm={t('people.endSignIns')}
        danger
        onConfirm={() => endSignIns.mutateAsync().then(() => toast(t('people.signInsEnded')), sayWhy)}
      >
        {t('people.endSignInsText')}
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'forget-password'}
        onClose={() => setAsked(null)}
        title={t('people.forgotTitle', { name: person.name })}
        confirm={t('people.forgotConfirm')}
        danger
        onConfirm={() =>
          forgetPassword.mutateAsync().then(() => {
            onClose();
            onForgotten(person);
          }, sayWhy)
        }
      >
        {t('people.forgotText')}
      </ConfirmDialog>
    </>
  );
}
