import type { OwnTeam, RoomIdeathon } from '@spolu/contracts/activities/ideathon';
import { Notice } from '@spolu/ui/notice';
import { usePhoneText } from '../../phone/phone-text.tsx';
import { TeamHeading } from './phone-teams.tsx';
import { pitchTurns } from './pitch-turns.ts';

/** Who is on and who comes next, and when it is her own team's turn. */
export function PhonePitches({ part, team }: { part: RoomIdeathon; team: OwnTeam | null | undefined }) {
  const { t } = usePhoneText();
  const { now, next, order, isDone } = pitchTurns(part);
  const before = order.filter(({ id }) => !isDone(id) && id !== now?.id).findIndex(({ id }) => id === team?.id);
  return (
    <>
      <div role="status">
        {team && team.id === now?.id && <Notice title={t('ideathon.yourTurn')} />}
        {team && before === 0 && <Notice title={t('ideathon.yourNext')} />}
        {team && before > 0 && <p>{t('ideathon.turnAfter', { count: before })}</p>}
      </div>
      {now && (
        <section className="ui-card stack stack-s phone-team" aria-label={t('ideathon.nowOn')}>
          <p className="phone-kicker">{t('ideathon.nowOn')}</p>
          <p>
            <TeamHeading team={now} />
          </p>
          {now.idea && <p>{now.idea}</p>}
        </section>
      )}
      {next && (
        <p>
          {t('ideathon.nextOn')} <TeamHeading team={next} />
        </p>
      )}
      {!now && !next && <p>{t('ideathon.allPitched')}</p>}
    </>
  );
}
