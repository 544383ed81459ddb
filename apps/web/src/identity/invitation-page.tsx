import { AcceptInvitation, type InvitationOffer, type Me } from '@spolu/contracts/identity';
import { Button } from '@spolu/ui/button';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { Notice } from '@spolu/ui/notice';
import { TextField } from '@spolu/ui/text-field';
import { useQuery } from '@tanstack/react-query';
import { api } from '../http/api.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { useForm } from '../shell/use-form.ts';
import { NewPasswordField } from './password-field.tsx';
import { useEnter } from './sign-in-page.tsx';
import { useSecret } from './use-secret.ts';

export function InvitationPage() {
  const t = useText('identity');
  const secret = useSecret();
  // Looked up by POST: a secret belongs in no address that a server writes to its log.
  const offer = useQuery({
    queryKey: ['invitation', secret],
    queryFn: () => api.post<InvitationOffer>('/invitation-lookups', { secret }),
    enabled: secret !== null,
    retry: false,
    staleTime: Infinity,
  });
  return (
    <Page title={t('invitation.title')} width="narrow">
      {secret ? <Loaded query={offer}>{(found) => <AcceptForm offer={found} secret={secret} />}</Loaded> : <Notice tone="bad">{t('invitation.incomplete')}</Notice>}
    </Page>
  );
}

function AcceptForm({ offer, secret }: { offer: InvitationOffer; secret: string }) {
  const t = useText('identity');
  const enter = useEnter();
  const form = useForm({
    schema: AcceptInvitation,
    initial: { name: offer.name, password: '' },
    toInput: (values) => ({ ...values, secret }),
    labels: { name: t('yourName'), password: t('password') },
    about: { 'identity/weak-password': 'password', 'wrong-credentials': 'password' },
    submit: (input) => api.post<Me>('/invitation-acceptances', input),
    onDone: (me) => enter(me as Me),
  });
  const role = t(`role.${offer.role}`);
  return (
    <>
      <p>
        {offer.invitedBy === null
          ? t('invitation.lostPassword', { role })
          : offer.scopeTitle
            ? t('invitation.offerIn', { by: offer.invitedBy, role, place: offer.scopeTitle })
            : t('invitation.offer', { by: offer.invitedBy, role })}
      </p>
      <form className="form" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
        <ErrorSummary errors={form.summary} attempt={form.attempt} />
        <TextField label={t('email')} value={offer.email} onChange={() => undefined} type="email" autoComplete="username" width="medium" disabled />
        {offer.hasAccount ? (
          <TextField {...form.text('password')} type="password" autoComplete="current-password" hint={t('invitation.knownPassword')} width="medium" />
        ) : (
          <>
            <TextField {...form.text('name')} autoComplete="name" width="medium" />
            <NewPasswordField {...form.text('password')} label={t('newPassword')} />
          </>
        )}
        <div className="form-actions">
          <Button type="submit" isPending={form.pending}>
            {t(offer.invitedBy === null ? 'invitation.setPassword' : 'invitation.accept')}
          </Button>
        </div>
      </form>
    </>
  );
}
