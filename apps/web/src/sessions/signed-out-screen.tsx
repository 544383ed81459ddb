import { useText } from '../i18n/use-text.ts';
import { BarePage } from '../shell/bare-page.tsx';
import { SignInWays } from '../shell/sign-in-ways.tsx';

/** Canvas and projector are not for a device that is nobody. */
export function SignedOutScreen() {
  const t = useText('shell');
  return (
    <BarePage title={t('signInNeeded.title')} summary={t('signInNeeded.text')}>
      <SignInWays to={location.pathname} />
    </BarePage>
  );
}
