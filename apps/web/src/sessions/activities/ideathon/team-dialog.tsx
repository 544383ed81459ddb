import type { RoomIdeathon, RoomTeam, TeamView } from '@spolu/contracts/activities/ideathon';
import { TEAM_IDEA_MAX_LENGTH, TEAM_NAME_MAX_LENGTH } from '@spolu/contracts/plain';
import { ConfirmDialog, Dialog } from '@spolu/ui/dialog';
import { PlainButton, PlainSelect, PlainTextField } from '@spolu/ui/plain';
import { useState, type FormEvent } from 'react';
import { useText } from '../../../i18n/use-text.ts';
import { useResource } from '../../../http/queries.ts';
import { TeamNotes } from './team-notes.tsx';
import { TeamCanvas } from './team-canvas.tsx';
import { teamTitle } from './team-title.ts';
import type { IdeathonCommands } from './use-ideathon-commands.ts';

interface TeamDialogProps {
  team: RoomTeam;
  part: RoomIdeathon;
  commands: IdeathonCommands;
  running: boolean;
  mayChange: boolean;
  onClose: () => void;
}

/** One team: what stands on its canvas; its words mended, merged with another, taken away. */
export function TeamDialog({ team, part, commands, running, mayChange, onClose }: TeamDialogProps) {
  const t = useText('sessions/activities/ideathon');
  const { data: view, refetch } = useResource<TeamView>(`/teams/${team.id}`);
  return (
    <Dialog open onClose={onClose} title={teamTitle(t, team)}>
      {team.idea && <p>{team.idea}</p>}
      {view && <TeamCanvas fields={part.settings.fields} view={view} />}
      {view && <TeamNotes teamId={team.id} notes={view.notes} running={running} commands={commands} onChanged={() => void refetch()} />}
      {mayChange && <ChangeTeam team={team} part={part} commands={commands} onClose={onClose} />}
    </Dialog>
  );
}

function ChangeTeam({ team, part, commands, onClose }: Omit<TeamDialogProps, 'mayChange' | 'running'>) {
  const t = useText('sessions/activities/ideathon');
  const [seen] = useState({ name: team.name, idea: team.idea });
  const [words, setWords] = useState(seen);
  const [into, setInto] = useState('');
  const [asking, setAsking] = useState<'merge' | 'remove' | null>(null);
  const others = part.teams.filter(({ id }) => id !== team.id);
  const target = others.find(({ id }) => id === into);
  async function handleSave(event: FormEvent) {
    event.preventDefault();
    if (!words.name.trim()) return;
    if (await commands.run('put', `/teams/${team.id}/words`, { name: words.name.trim(), idea: words.idea.trim(), before: seen })) onClose();
  }
  return (
    <>
      <form className="stack" onSubmit={(event) => void handleSave(event)}>
        <PlainTextField label={t('teamName')} required maxLength={TEAM_NAME_MAX_LENGTH} value={words.name} onChange={(name) => setWords({ ...words, name })} />
        <PlainTextField label={t('teamIdea')} maxLength={TEAM_IDEA_MAX_LENGTH} value={words.idea} onChange={(idea) => setWords({ ...words, idea })} />
        <div className="row">
          <PlainButton type="submit" pending={commands.pending}>
            {t('save')}
          </PlainButton>
        </div>
      </form>
      {others.length > 0 && (
        <div className="stack stack-s">
          <PlainSelect label={t('mergeInto')} value={into} onChange={setInto} options={[{ id: '', label: t('chooseTeam') }, ...others.map((other) => ({ id: other.id, label: teamTitle(t, other) }))]} />
          <div className="row">
            <PlainButton look="secondary" aria-disabled={!target} onClick={() => target && setAsking('merge')}>
              {t('merge')}
            </PlainButton>
          </div>
        </div>
      )}
      <div className="row">
        <PlainButton look="danger" onClick={() => setAsking('remove')}>
          {t('removeTeam')}
        </PlainButton>
      </div>
      {target && (
        <ConfirmDialog
          open={asking === 'merge'}
          onClose={() => setAsking(null)}
          title={t('mergeTitle', { team: teamTitle(t, team), into: teamTitle(t, target) })}
          confirm={t('merge')}
          onConfirm={async () => {
            if (await commands.run('post', `/teams/${team.id}/merge`, { into: target.id })) onClose();
          }}
        >
          {t('mergeMeans')}
        </ConfirmDialog>
      )}
      <ConfirmDialog
        open={asking === 'remove'}
        onClose={() => setAsking(null)}
        danger
        title={t('removeTitle', { team: teamTitle(t, team) })}
        confirm={t('removeTeam')}
        onConfirm={async () => {
          if (await commands.run('delete', `/teams/${team.id}`)) onClose();
        }}
      >
        {t('removeMeans')}
      </ConfirmDialog>
    </>
  );
}
