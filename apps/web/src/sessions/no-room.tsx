import type { Problem } from '@spolu/contracts/problems';
import { LinkButton } from '@spolu/ui/link-button';
import { namesNothing } from '../http/names-nothing.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import { BarePage } from '../shell/bare-page.tsx';
import { NoSuchScreen } from '../shell/no-such-screen.tsx';
import { SignInWays } from '../shell/sign-in-ways.tsx';

/** What canvas and projector say instead of a room that this device may not see: why, and where to go from here. */
export function NoRoom({ ended }: { ended: Problem }) {
  const t = useText('sessions');
  const shell = useText('shell');
  const problemText = useProblemText();
  if (ended.code === 'signed-out') {
    return (
      <BarePage title={shell('signInNeeded.title')} summary={shell('signInNeeded.text')}>
        <SignInWays to={location.pathname} />
      </BarePage>
    );
  }
  if (namesNothing(ended)) return <NoSuchScreen isScreen={ended.code === 'not-found'} />;
  return (
    <BarePage title={t('canvas.noRoom')} summary={problemText(ended)}>
      <div className="row">
        <LinkButton href="/">{shell('notFound.home')}</LinkButton>
      </div>
    </BarePage>
  );
}
