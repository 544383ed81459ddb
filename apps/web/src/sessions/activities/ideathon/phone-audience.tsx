import type { OwnTeam } from '@spolu/contracts/activities/ideathon';
import { usePhoneText } from '../../phone/phone-text.tsx';
import { BallotPaper, PhoneDotVoteResult } from '../dot-vote/phone-dot-vote.tsx';
import type { PhoneActivityProps } from '../phone-by-kind.tsx';
import { asVote } from './as-vote.ts';

interface PhoneAudienceProps extends Pick<PhoneActivityProps<'ideathon'>, 'activity'> {
  team: OwnTeam | null;
}

/** The audience's dots: while it votes the ballot, without her own team where that is left out; then what came of it. */
export function PhoneAudience({ activity, team }: PhoneAudienceProps) {
  const { t } = usePhoneText();
  const { stage, settings, vote } = activity.part;
  if (!vote) return null;
  if (vote.result) return <PhoneDotVoteResult activity={asVote(activity, vote)} title={t('ideathon.stage.audience-vote')} />;
  if (stage !== 'audience-vote') return null;
  const leavesOut = team !== null && settings.audience?.ownTeam === false;
  return (
    <>
      {leavesOut && <p>{t('ideathon.ownLeftOut')}</p>}
      <BallotPaper activity={asVote(activity, leavesOut ? { ...vote, options: vote.options.filter(({ id }) => id !== team.id) } : vote)} />
    </>
  );
}
