import { LinkButton } from '@spolu/ui/link-button';
import { useText } from '../i18n/use-text.ts';

/** To the sign-in, or home. After the sign-in she is where she wanted to be: at `to`. */
export function SignInWays({ to }: { to: string }) {
  const t = useText('shell');
  return (
    <div className="row">
      <LinkButton href={`/sign-in?to=${encodeURIComponent(to)}`}>{t('signInNeeded.signIn')}</LinkButton>
      <LinkButton href="/" look="secondary">
        {t('notFound.home')}
      </LinkButton>
    </div>
  );
}
