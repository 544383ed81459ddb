import { LinkButton } from '@spolu/ui/link-button';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keyOf } from '../http/queries.ts';
import { useMe } from '../http/use-me.ts';
import { useText } from '../i18n/use-text.ts';
import { BarePage } from './bare-page.tsx';
import { SignInWays } from './sign-in-ways.tsx';

/** An address of a room's screen that shows nothing. A visitor may not see it, or it is not there: signing in is what she can try. */
export function NoSuchScreen() {
  const t = useText('shell');
  const me = useMe();
  const client = useQueryClient();
  // What was known of her may be of before: signed out in another window, she meets this page where her board was.
  useEffect(() => void client.invalidateQueries({ queryKey: keyOf('/me') }), [client]);
  return (
    <BarePage title={t('notFound.title')} summary={t('notFound.text')}>
      {me.known && me.person === null ? (
        <SignInWays to={location.pathname} />
      ) : (
        <div className="row">
          <LinkButton href="/">{t('notFound.home')}</LinkButton>
        </div>
      )}
    </BarePage>
  );
}
