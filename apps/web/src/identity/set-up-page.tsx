import { SetUp, type Me } from '@spolu/contracts/identity';
import { Button } from '@spolu/ui/button';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { LinkButton } from '@spolu/ui/link-button';
import { Notice } from '@spolu/ui/notice';
import { TextField } from '@spolu/ui/text-field';
import { useNavigate } from 'react-router';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useInstallation, useViewerChange } from '../http/use-me.ts';
import { currentLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';
import { Page } from '../shell/page.tsx';
import { useForm } from '../shell/use-form.ts';
import { LanguageField } from './language-field.tsx';
import { NewPasswordField } from './password-field.tsx';
import { useSecret } from './use-secret.ts';

/** The one-time link of a new installation leads here: the town, its first organisation and its first administrator. */
export function SetUpPage() {
  const t = useText('identity');
  const secret = useSecret();
  const { data: installation } = useInstallation();
  if (installation?.setUp) {
    return (
      <Page title={t('setUp.done')} summary={t('setUp.doneText')} width="narrow">
        <div className="row">
          <LinkButton href="/sign-in">{t('signIn.submit')}</LinkButton>
        </div>
      </Page>
    );
  }
  return (
    <Page title={t('setUp.title')} summary={t('setUp.text')} width="narrow">
      {secret ? <SetUpForm secret={secret} /> : <Notice tone="bad">{t('setUp.noSecret')}</Notice>}
    </Page>
  );
}

function SetUpForm({ secret }: { secret: string }) {
  const t = useText('identity');
  const viewerChange = useViewerChange();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const form = useForm({
    schema: SetUp,
    initial: {
      installationName: '',
      organisationName: '',
      defaultLanguage: currentLanguage(),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      name: '',
      email: '',
      password: '',
    },
    toInput: (values) => ({ ...values, secret }),
    labels: {
      installationName: t('setUp.installationName'),
      organisationName: t('setUp.organisationName'),
      defaultLanguage: t('setUp.defaultLanguage'),
      timeZone: t('setUp.timeZone'),
      name: t('yourName'),
      email: t('email'),
      password: t('password'),
    },
    about: { 'identity/weak-password': 'password', 'identity/email-taken': 'email' },
    submit: (input) => api.post<Me>('/set-up', input),
    onDone: async (me) => {
      await viewerChange(me as Me);
      await refresh('/installation');
      await navigate('/admin');
    },
  });
  return (
    <form className="form" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <h2>{t('setUp.town')}</h2>
      <TextField {...form.text('installationName')} hint={t('setUp.installationNameHint')} autoComplete="off" />
      <TextField {...form.text('organisationName')} hint={t('setUp.organisationNameHint')} autoComplete="organization" />
      <LanguageField id="field-defaultLanguage" label={t('setUp.defaultLanguage')} value={form.values.defaultLanguage} onChange={(v) => form.set('defaultLanguage', v)} />
      <TextField {...form.text('timeZone')} hint={t('setUp.timeZoneHint')} autoComplete="off" width="medium" />
      <h2>{t('setUp.administrator')}</h2>
      <TextField {...form.text('name')} autoComplete="name" width="medium" />
      <TextField {...form.text('email')} type="email" autoComplete="username" width="medium" />
      <NewPasswordField {...form.text('password')} />
      <div className="form-actions">
        <Button type="submit" isPending={form.pending}>
          {t('setUp.submit')}
        </Button>
      </div>
    </form>
  );
}
