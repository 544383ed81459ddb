import type { RoomIdeathon } from '@spolu/contracts/activities/ideathon';
import { useText } from '../../../i18n/use-text.ts';
import { HallText } from '../../hall-text.tsx';
import { HallTeams } from './hall-teams.tsx';
import { pitchTurns } from './pitch-turns.ts';
import { teamTitle } from './team-title.ts';

/** Who is on, large, and who comes next; before the first and after the last, all teams. */
export function HallPitches({ part }: { part: RoomIdeathon }) {
  const t = useText('sessions/activities/ideathon');
  const { now, next } = pitchTurns(part);
  if (!now) {
    return (
      <>
        {next && <p className="hall-line">{t('nextIs', { team: teamTitle(t, next) })}</p>}
        <HallTeams part={part} />
      </>
    );
  }
  return (
    <>
      <p className="hall-line">{t('nowOn')}</p>
      <HallText look="information" text={[teamTitle(t, now), now.idea].filter(Boolean).join('\n')} />
      <p className="hall-line hall-soft">{next ? t('nextIs', { team: teamTitle(t, next) }) : t('lastOne')}</p>
    </>
  );
}
