import { useLocation } from 'react-router';
import { useText } from '../i18n/use-text.ts';
import { Page } from './page.tsx';
import { SignInWays } from './sign-in-ways.tsx';

/** For a visitor before a page of staff. */
export function SignInNeededPage() {
  const t = useText('shell');
  const { pathname, search } = useLocation();
  return (
    <Page title={t('signInNeeded.title')} summary={t('signInNeeded.text')} width="narrow">
      <SignInWays to={pathname + search} />
    </Page>
  );
}
