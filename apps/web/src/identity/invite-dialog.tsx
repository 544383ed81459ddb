import { Invite, type InvitationLink, type PersonView } from '@spolu/contracts/identity';
import { Button } from '@spolu/ui/button';
import { Dialog } from '@spolu/ui/dialog';
import { Notice } from '@spolu/ui/notice';
import { TextField } from '@spolu/ui/text-field';
import { useRef, useState } from 'react';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { currentLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { useForm } from '../shell/use-form.ts';
import { LanguageField } from './language-field.tsx';
import { noRole, RoleFields, type Place, type RoleChoice } from './role-fields.tsx';

interface InviteDialogProps {
  /** The place is given: only the role there is asked for. */
  place?: Place;
  /** Somebody known who needs a new link, because her password was forgotten. */
  again?: PersonView;
  onClose: () => void;
}

/** Invites a person into a role. The link is made by the server and shown here once: nobody can look it up again. */
export function InviteDialog({ place, again, onClose }: InviteDialogProps) {
  const t = useText('identity');
  const refresh = useRefresh();
  const [link, setLink] = useState<InvitationLink | null>(null);
  const form = useForm({
    schema: Invite,
    initial: { email: again?.email ?? '', name: again?.name ?? '', language: again?.language ?? currentLanguage(), ...noRole, ...place, ...lastingRoleOf(again) },
    labels: {
      email: t('email'),
      name: t('name'),
      language: t('language'),
      scope: t('roles.scope'),
      scopeId: t('roles.where'),
      role: t('roles.role'),
      fromOn: t('roles.fromOn'),
      untilOn: t('roles.untilOn'),
    },
    about: { 'identity/email-taken': 'email', 'identity/role-over': 'untilOn' },
    submit: (input) => api.post<InvitationLink>('/invitations', input),
    onDone: async (answer) => {
      setLink(answer as InvitationLink);
      await refresh('/people', '/invitations', '/roles');
    },
  });
  if (link) return <LinkDialog link={link} name={form.values.name} onClose={onClose} />;
  return (
    <FormDialog form={form} title={t('invite.title')} submit={t('invite.make')} onClose={onClose}>
      <TextField {...form.text('name')} autoComplete="off" />
      <TextField {...form.text('email')} type="email" autoComplete="off" />
      <LanguageField id="field-language" label={t('language')} value={form.values.language} onChange={(v) => form.set('language', v)} />
      <RoleFields value={form.values} onChange={form.change} errorOf={form.errorOf} fixedPlace={place !== undefined} />
    </FormDialog>
  );
}

/** The new link leads into a role she has already: nothing changes but her password. */
function lastingRoleOf(person: PersonView | undefined): Partial<RoleChoice> {
  const held = person?.roles.find(({ scope }) => scope !== 'session');
  return held ? { scope: held.scope, scopeId: held.scopeId, role: held.role, fromOn: held.fromOn, untilOn: held.untilOn } : {};
}

function LinkDialog({ link, name, onClose }: { link: InvitationLink; name: string; onClose: () => void }) {
  const t = useText('identity');
  const format = useFormat();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  async function handleCopy() {
    field.current?.select();
    // Without https browsers offer no clipboard: the link is selected, ready for Ctrl+C.
    if (!navigator.clipboard) return;
    await navigator.clipboard.writeText(link.url);
    setCopied(true);
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('invite.linkTitle')}
      keep
      actions={
        <>
          <Button onPress={() => void handleCopy()}>{copied ? t('invite.copied') : t('invite.copy')}</Button>
          <Button look="secondary" onPress={onClose}>
            {t('invite.done')}
          </Button>
        </>
      }
    >
      <p>{t('invite.linkText', { name, until: format.dateTime(link.expiresAt) })}</p>
      <label className="ui-field">
        <span className="ui-label">{t('invite.link')}</span>
        <input className="ui-input identity-link" ref={field} readOnly value={link.url} onFocus={(event) => event.target.select()} />
      </label>
      <Notice tone="warn">{t('invite.once')}</Notice>
    </Dialog>
  );
}
