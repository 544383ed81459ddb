import type { PublicVoteView } from '@spolu/contracts/public-votes';
import { Notice } from '@spolu/ui/notice';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { SignInWays } from '../shell/sign-in-ways.tsx';

/** Whether a ballot is offered: to everybody, unless only those vote who took part. */
export const mayCast = ({ standing }: Pick<PublicVoteView, 'standing'>) => standing === null || standing === 'may-vote';

/** Why the reader may vote or may not, where those vote who took part; nothing elsewhere and once it is over. */
export function MyStanding({ vote }: { vote: Pick<PublicVoteView, 'id' | 'standing' | 'state' | 'opensAt'> }) {
  const t = useText('public-votes');
  const format = useFormat();
  const { standing, state, opensAt } = vote;
  if (standing === null || (state !== 'published' && state !== 'open')) return null;
  const inTime = state === 'published' && standing === 'did-not-take-part';
  return (
    <Notice tone={standing === 'may-vote' ? 'good' : 'warn'}>
      <div className="stack stack-s">
        <p>{t(inTime ? 'standing.inTime' : `standing.${standing}`, { at: format.dateTime(opensAt) })}</p>
        {(standing === 'did-not-take-part' || standing === 'joined-later') && <p>{t('standing.elsewhere')} <a href="/my">{t('standing.claim')}</a></p>}
        {standing === 'sign-in' && <SignInWays to={`/public-votes/${vote.id}`} />}
      </div>
    </Notice>
  );
}
