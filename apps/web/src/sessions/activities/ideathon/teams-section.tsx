import type { RoomIdeathon, StaffTeam, StaffTeams } from '@spolu/contracts/activities/ideathon';
import type { StaffState } from '@spolu/contracts/sessions';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { PlainButton } from '@spolu/ui/plain';
import { Shuffle } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../../i18n/use-text.ts';
import '../breakout/run-breakout.css';
import { MembersDialog } from './members-dialog.tsx';
import { TeamDialog } from './team-dialog.tsx';
import { teamTitle } from './team-title.ts';
import type { IdeathonCommands } from './use-ideathon-commands.ts';

interface TeamsSectionProps {
  activityId: string;
  part: RoomIdeathon;
  view: StaffTeams;
  staff: StaffState;
  running: boolean;
  commands: IdeathonCommands;
}

/** All teams at a glance: how many are in each and from where, which are too small, who is in none. */
export function TeamsSection({ activityId, part, view, staff, running, commands }: TeamsSectionProps) {
  const t = useText('sessions/activities/ideathon');
  const [members, setMembers] = useState(false);
  const [dealing, setDealing] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const team = part.teams.find(({ id }) => id === opened);
  const mayChange = view.may.run && running;
  const lone = view.loneIds.length;
  return (
    <>
      <p>
        <strong>{t('teams', { count: part.teams.length })}</strong> <span className="soft">{t('peopleIn', { count: part.teams.reduce((sum, { memberCount }) => sum + memberCount, 0) })}</span>
      </p>
      {lone > 0 && <p className="run-unseated">{t('lone', { count: lone })}</p>}
      <div className="run-actions">
        <PlainButton look="secondary" size="small" onClick={() => setMembers(true)}>
          {t('whoIsWhere')}
        </PlainButton>
        {mayChange && lone > 0 && (
          <PlainButton look="secondary" size="small" icon={<Shuffle aria-hidden size={18} />} onClick={() => setDealing(true)}>
            {t('deal')}
          </PlainButton>
        )}
      </div>
      <details className="run-people" open={part.stage === 'teams' || undefined}>
        <summary>{t('allTeams')}</summary>
        <ul role="list" className="run-tables">
          {part.teams.map((one) => (
            <li key={one.id}>
              <span className="row row-apart">
                <strong>{teamTitle(t, one)}</strong>
                <PlainButton look="quiet" size="small" aria-label={t('openOf', { team: teamTitle(t, one) })} onClick={() => setOpened(one.id)}>
                  {t('open')}
                </PlainButton>
              </span>
              <span className="small soft">
                {t('placesOf', { count: one.memberCount, of: part.settings.teamMax })}
                {one.memberCount < part.settings.teamMin && ` · ${t('tooSmall')}`}
                {part.stage !== 'teams' && ` · ${t('filledOf', { count: one.filled.length, of: part.settings.fields.length })}`}
                <Sectors team={view.teams.find(({ id }) => id === one.id)} />
              </span>
            </li>
          ))}
        </ul>
      </details>
      <MembersDialog open={members} onClose={() => setMembers(false)} activityId={activityId} part={part} view={view} staff={staff} commands={commands} running={running} />
      {team && <TeamDialog key={team.id} team={team} part={part} commands={commands} running={running} mayChange={mayChange} onClose={() => setOpened(null)} />}
      <ConfirmDialog open={dealing} onClose={() => setDealing(false)} title={t('dealTitle', { count: lone })} confirm={t('deal')} onConfirm={() => commands.run('post', `/activities/${activityId}/deal`)}>
        {t('dealMeans')}
      </ConfirmDialog>
    </>
  );
}

function Sectors({ team }: { team: StaffTeam | undefined }) {
  const s = useText('sessions');
  if (!team || team.sectors.length === 0) return null;
  return <> · {team.sectors.map(({ sector, count }) => `${sector ? s(`sector.${sector}`) : s('sector.unknown')} ${String(count)}`).join(', ')}</>;
}
