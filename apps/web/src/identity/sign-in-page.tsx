import { DEMO_ROLES, SignIn, type DemoRole, type Me } from '@spolu/contracts/identity';
import { Button } from '@spolu/ui/button';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { Notice } from '@spolu/ui/notice';
import { TextField } from '@spolu/ui/text-field';
import { useNavigate, useSearchParams } from 'react-router';
import { api } from '../http/api.ts';
import { useCommand } from '../http/queries.ts';
import { holds, useInstallation, useMe, useViewerChange } from '../http/use-me.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import { isOtherEntry } from '../room-address.ts';
import { Page } from '../shell/page.tsx';
import { useForm } from '../shell/use-form.ts';
import './identity.css';

export function SignInPage() {
  const t = useText('identity');
  const { data: installation } = useInstallation();
  const { person } = useMe();
  const enter = useEnter();
  const form = useForm({
    schema: SignIn,
    initial: { email: '', password: '' },
    labels: { email: t('email'), password: t('password') },
    submit: (input) => api.post<Me>('/sign-ins', input),
    onDone: (me) => enter(me as Me),
  });
  return (
    <Page title={t('signIn.title')} width="narrow">
      {person && <Notice>{t('signIn.already', { name: person.name })}</Notice>}
      {installation && !installation.setUp && (
        <Notice tone="warn" title={t('signIn.notSetUp')}>
          {t('signIn.notSetUpText')}
        </Notice>
      )}
      {installation?.demo && <DemoRoles />}
      <form className="form" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
        {installation?.demo && <h2>{t('signIn.withAccount')}</h2>}
        <ErrorSummary errors={form.summary} attempt={form.attempt} />
        <TextField {...form.text('email')} type="email" autoComplete="username" width="medium" />
        <TextField {...form.text('password')} type="password" autoComplete="current-password" width="medium" />
        <div className="form-actions">
          <Button type="submit" isPending={form.pending}>
            {t('signIn.submit')}
          </Button>
        </div>
        <p className="soft">{t('signIn.noAccount')}</p>
      </form>
    </Page>
  );
}

/** Only in a demonstration: each role with one click, in the order in which the story goes through them. */
function DemoRoles() {
  const t = useText('identity');
  const problemText = useProblemText();
  const enter = useEnter();
  const demo = useCommand((role: DemoRole) => api.post<Me>('/demo-sign-ins', { role }));
  return (
    <section className="page-section">
      <h2>{t('demo.title')}</h2>
      <p>{t('demo.text')}</p>
      {demo.error && (
        <Notice tone="bad" role="alert">
          {problemText(demo.error)}
        </Notice>
      )}
      <ul role="list" className="identity-demo">
        {DEMO_ROLES.map((role) => (
          <li key={role}>
            <Button look="secondary" onPress={() => demo.mutate(role, { onSuccess: enter })} isPending={demo.isPending && demo.variables === role}>
              <span className="strong">{t(`demo.${role}`)}</span>
              <span className="small soft">{t(`demo.${role}-does`)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** After a sign-in: where she wanted to go, else where her work waits. */
export function useEnter() {
  const viewerChange = useViewerChange();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  return async (me: Me) => {
    const to = ownAddress(params.get('to')) ?? deskOf(me);
    if (isOtherEntry(to)) location.replace(to);
    else await navigate(to, { replace: true });
    await viewerChange(me);
  };
}

/** An address of this site or nothing: a link to the sign-in must not lead on to somebody else's page. */
export function ownAddress(to: string | null): string | null {
  if (!to?.startsWith('/')) return null;
  const url = new URL(to, location.origin);
  return url.origin === location.origin && !to.startsWith('//') ? url.pathname + url.search + url.hash : null;
}

function deskOf(me: Me): string {
  if (holds(me, 'chair', 'secretary', 'member')) return '/desk';
  if (holds(me, 'officer', 'lead', 'facilitator', 'lead-facilitator', 'co-facilitator')) return '/processes';
  return holds(me, 'administrator') ? '/admin' : '/';
}
