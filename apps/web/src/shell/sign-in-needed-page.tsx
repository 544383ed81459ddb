import { LinkButton } from '@spolu/ui/link-button';
import { useLocation } from 'react-router';
import { useText } from '../i18n/use-text.ts';
import { Page } from './page.tsx';

/** For a visitor before a page of staff. Afterwards she is where she wanted to be. */
export function SignInNeededPage() {
  const t = useText('shell');
  const { pathname, search } = useLocation();
  return (
    <Page title={t('signInNeeded.title')} summary={t('signInNeeded.text')} width="narrow">
      <div className="row">
        <LinkButton href={`/sign-in?to=${encodeURIComponent(pathname + search)}`}>{t('signInNeeded.signIn')}</LinkButton>
        <LinkButton href="/" look="secondary">
          {t('notFound.home')}
        </LinkButton>
      </div>
    </Page>
  );
}
