import { LinkButton } from '@spolu/ui/link-button';
import { useLocation } from 'react-router';
import { useMe } from '../http/use-me.ts';
import { useText } from '../i18n/use-text.ts';
import { Page } from './page.tsx';
import { SignInWays } from './sign-in-ways.tsx';

/**
 * An address that shows nothing. A visitor may not see it, or it is not there: signing in is what she can try.
 * @param nobodys there is no such page for anybody
 */
export function NotFoundPage({ nobodys = false }: { nobodys?: boolean }) {
  const t = useText('shell');
  const me = useMe();
  const { pathname, search } = useLocation();
  return (
    <Page title={t('notFound.title')} summary={t('notFound.text')} width="narrow">
      {!nobodys && me.known && me.person === null ? (
        <SignInWays to={pathname + search} />
      ) : (
        <div className="row">
          <LinkButton href="/">{t('notFound.home')}</LinkButton>
        </div>
      )}
    </Page>
  );
}
