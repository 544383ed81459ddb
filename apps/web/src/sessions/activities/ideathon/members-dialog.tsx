import type { RoomIdeathon, StaffTeams } from '@spolu/contracts/activities/ideathon';
import type { StaffState } from '@spolu/contracts/sessions';
import { Dialog } from '@spolu/ui/dialog';
import { PlainTextField } from '@spolu/ui/plain';
import { useState } from 'react';
import { useText } from '../../../i18n/use-text.ts';
import '../breakout/run-breakout.css';
import { ChoosePlace } from '../choose-place.tsx';
import { teamTitle } from './team-title.ts';
import type { IdeathonCommands } from './use-ideathon-commands.ts';

interface MembersDialogProps {
  open: boolean;
  onClose: () => void;
  activityId: string;
  part: RoomIdeathon;
  view: StaffTeams;
  staff: StaffState;
  commands: IdeathonCommands;
  running: boolean;
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Who is in which team, in the order in which they came; who is in none can be shown alone. */
export function MembersDialog({ open, onClose, activityId, part, view, staff, commands, running }: MembersDialogProps) {
  const t = useText('sessions/activities/ideathon');
  const s = useText('sessions');
  const [search, setSearch] = useState('');
  const teamOf = new Map(view.teams.flatMap(({ id, memberIds }) => memberIds.map((memberId) => [memberId, id] as const)));
  const titles = new Map(part.teams.map((team) => [team.id, teamTitle(t, team)]));
  const nowhere = t('inNone');
  const people = staff.participants
    .map(({ id, nickname, removed, sector }, i) => ({ id, removed, sector, name: nickname ?? s('history.participant', { number: i + 1 }), team: titles.get(teamOf.get(id) ?? '') ?? nowhere }))
    .filter(({ removed, name, team }) => !removed && plain(`${name} ${team}`).includes(plain(search.trim())));
  return (
    <Dialog open={open} onClose={onClose} title={t('whoIsWhere')} size="large">
      <PlainTextField type="search" label={t('searchPeople')} hint={t('searchPeopleHint', { nowhere })} value={search} onChange={setSearch} />
      <ul role="list" className="seating">
        {people.map(({ id, name, team, sector }) => (
          <li key={id}>
            <span>
              {name} {sector && <span className="soft small">{s(`sector.${sector}`)}</span>}
            </span>
            {view.may.run && running ? (
              <ChoosePlace
                label={t('teamOf', { name })}
                value={teamOf.get(id) ?? ''}
                nowhere={nowhere}
                places={part.teams.map((one) => ({ id: one.id, title: teamTitle(t, one) }))}
                press={t('move')}
                pressLabel={(title) => t('moveThere', { name, team: title })}
                pending={commands.pending}
                onChoose={(teamId) => commands.run('post', `/activities/${activityId}/members`, { participantId: id, teamId: teamId || null })}
              />
            ) : (
              <span className="soft">{team}</span>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
