import { LinkButton } from '@spolu/ui/link-button';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keyOf } from '../http/queries.ts';
import { useMe } from '../http/use-me.ts';
import { useText } from '../i18n/use-text.ts';
import { BarePage } from './bare-page.tsx';
import { SignInWays } from './sign-in-ways.tsx';

/**
 * An address of a room's screen that shows nothing. A visitor may not see it, or it is not there: signing in is what she can try.
 * @param isScreen the address is one of a screen: to a visitor it is said first that she should sign in, whether there is one or not
 */
export function NoSuchScreen({ isScreen = false }: { isScreen?: boolean }) {
  const t = useText('shell');
  const me = useMe();
  const client = useQueryClient();
  // What was known of her may be of before: signed out in another window, she meets this page where her board was.
  useEffect(() => void client.invalidateQueries({ queryKey: keyOf('/me') }), [client]);
  const isVisitor = me.known && me.person === null;
  const what = isScreen && isVisitor ? 'signInNeeded' : 'notFound';
  return (
    <BarePage title={t(`${what}.title`)} summary={t(`${what}.text`)}>
      {isVisitor ? (
        <SignInWays to={location.pathname} />
      ) : (
        <div className="row">
          <LinkButton href="/">{t('notFound.home')}</LinkButton>
        </div>
      )}
    </BarePage>
  );
}
