import { ChangePassword, EditMe, type Me, type SignInView } from '@spolu/contracts/identity';
import { Button } from '@spolu/ui/button';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { Table } from '@spolu/ui/table';
import { Tag } from '@spolu/ui/tag';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { api } from '../http/api.ts';
import { useCommand, useRefresh } from '../http/queries.ts';
import { useWholeList } from '../http/use-list.ts';
import { useMe } from '../http/use-me.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useFormat } from '../i18n/format.ts';
import { changeLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { SignInNeededPage } from '../shell/sign-in-needed-page.tsx';
import { useForm } from '../shell/use-form.ts';
import { EraseMePart } from './erase-me-part.tsx';
import { LanguageField } from './language-field.tsx';
import { NewPasswordField } from './password-field.tsx';

export function AccountPage() {
  const t = useText('identity');
  const { person, known } = useMe();
  if (!person) return known ? <SignInNeededPage /> : null;
  return (
    <Page title={t('account.title')} summary={person.email} width="narrow">
      <Details key={person.id} person={person} />
      <NewPassword />
      <SignIns />
      <EraseMePart />
    </Page>
  );
}

function Details({ person }: { person: NonNullable<Me['person']> }) {
  const t = useText('identity');
  const refresh = useRefresh();
  const form = useForm({
    schema: EditMe,
    initial: { name: person.name, language: person.language },
    labels: { name: t('yourName'), language: t('language') },
    submit: (input) => api.put('/me', input),
    onDone: async () => {
      await changeLanguage(form.values.language);
      await refresh('/me');
      toast(t('account.saved'));
    },
  });
  return (
    <form className="form" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <h2>{t('account.details')}</h2>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <TextField {...form.text('name')} autoComplete="name" width="medium" />
      <LanguageField id="field-language" label={t('language')} value={form.values.language} onChange={(v) => form.set('language', v)} />
      <div className="form-actions">
        <Button type="submit" isPending={form.pending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

function NewPassword() {
  const t = useText('identity');
  const refresh = useRefresh();
  const form = useForm({
    schema: ChangePassword,
    initial: { current: '', password: '' },
    labels: { current: t('account.currentPassword'), password: t('newPassword') },
    about: { 'identity/weak-password': 'password', 'wrong-credentials': 'current' },
    submit: (input) => api.put('/me/password', input),
    onDone: async () => {
      form.setValues({ current: '', password: '' });
      toast(t('account.passwordChanged'));
      await refresh('/sign-ins');
    },
  });
  return (
    <form className="form" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <h2>{t('account.password')}</h2>
      <p className="soft">{t('account.passwordText')}</p>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <TextField {...form.text('current')} type="password" autoComplete="current-password" width="medium" />
      <NewPasswordField {...form.text('password')} />
      <div className="form-actions">
        <Button type="submit" look="secondary" isPending={form.pending}>
          {t('account.changePassword')}
        </Button>
      </div>
    </form>
  );
}

/** Where she is signed in, and a way to end what she does not know. */
function SignIns() {
  const t = useText('identity');
  const format = useFormat();
  const problemText = useProblemText();
  const signIns = useWholeList<SignInView>('/sign-ins');
  const end = useCommand((id: string) => api.delete(`/sign-ins/${id}`), ['/sign-ins']);
  return (
    <section className="page-section">
      <h2>{t('account.signIns')}</h2>
      <p className="soft">{t('account.signInsText')}</p>
      <Loaded query={signIns}>
        {(rows) => (
          <Table
            caption={t('account.signIns')}
            captionHidden
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              { id: 'device', title: t('account.device'), heading: true, cell: (row) => row.device || t('account.unknownDevice') },
              { id: 'started', title: t('account.startedAt'), cell: (row) => format.dateTime(row.startedAt) },
              { id: 'seen', title: t('account.lastSeenAt'), cell: (row) => format.dateTime(row.lastSeenAt) },
              {
                id: 'end',
                title: t('account.endTitle'),
                titleHidden: true,
                cell: (row) =>
                  row.current ? (
                    <Tag tone="accent">{t('account.here')}</Tag>
                  ) : (
                    <Button
                      look="secondary"
                      size="small"
                      onPress={() => end.mutate(row.id, { onError: (error) => toast(problemText(error), 'bad') })}
                      isPending={end.isPending && end.variables === row.id}
                      aria-label={t('account.endOf', { device: row.device || t('account.unknownDevice') })}
                    >
                      {t('account.end')}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
    </section>
  );
}
