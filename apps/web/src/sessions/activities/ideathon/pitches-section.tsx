import type { RoomIdeathon } from '@spolu/contracts/activities/ideathon';
import { PlainButton } from '@spolu/ui/plain';
import { Tag } from '@spolu/ui/tag';
import { ArrowDown, ArrowUp, Shuffle } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../../i18n/use-text.ts';
import '../breakout/run-breakout.css';
import { pitchTurns } from './pitch-turns.ts';
import { teamTitle } from './team-title.ts';
import type { IdeathonCommands } from './use-ideathon-commands.ts';

interface PitchesSectionProps {
  activityId: string;
  part: RoomIdeathon;
  mayChange: boolean;
  commands: IdeathonCommands;
}

/** The order of the pitches, by buttons, by dragging or by lot; the next team is called by one press. */
export function PitchesSection({ activityId, part, mayChange, commands }: PitchesSectionProps) {
  const t = useText('sessions/activities/ideathon');
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const { now, next, order, isDone } = pitchTurns(part);
  const { teamId: seen, order: before } = part.pitches;
  const call = (teamId: string | null) => void commands.run('post', `/activities/${activityId}/pitch`, { teamId, seen });
  async function put(id: string, place: number) {
    const teamIds = before.filter((other) => other !== id);
    teamIds.splice(place, 0, id);
    const team = order.find((one) => one.id === id);
    if (team && (await commands.run('put', `/activities/${activityId}/pitch-order`, { teamIds, before }))) setSaid(t('movedTo', { team: teamTitle(t, team), place: place + 1 }));
  }
  return (
    <>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {now && (
        <p>
          {t('nowOn')} <strong>{teamTitle(t, now)}</strong>
        </p>
      )}
      {mayChange && part.stage === 'pitches' && (
        <div className="run-actions">
          {next && (
            <PlainButton size="small" pending={commands.pending} onClick={() => call(next.id)}>
              {t('call', { team: teamTitle(t, next) })}
            </PlainButton>
          )}
          {now && (
            <PlainButton look="secondary" size="small" pending={commands.pending} onClick={() => call(null)}>
              {t('pitchOver')}
            </PlainButton>
          )}
          <PlainButton look="quiet" size="small" icon={<Shuffle aria-hidden size={18} />} pending={commands.pending} onClick={() => void commands.run('post', `/activities/${activityId}/pitch-draw`)}>
            {t('drawOrder')}
          </PlainButton>
        </div>
      )}
      <ol role="list" className="run-tables" aria-label={t('pitchOrder')}>
        {order.map((team, i) => {
          const title = teamTitle(t, team);
          return (
            <li
              key={team.id}
              draggable={mayChange}
              data-dragged={dragged === team.id || undefined}
              onDragStart={() => setDragged(team.id)}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => dragged !== null && event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged !== null && dragged !== team.id) void put(dragged, i);
                setDragged(null);
              }}
            >
              <span className="row row-apart">
                <span>
                  {i + 1}. <strong>{title}</strong> {team.id === seen ? <Tag tone="accent">{t('isOn')}</Tag> : isDone(team.id) && <Tag tone="good">{t('pitched')}</Tag>}
                </span>
                {mayChange && (
                  <span className="row">
                    {team.id !== seen && part.stage === 'pitches' && (
                      <PlainButton look="quiet" size="small" pending={commands.pending} aria-label={t('callOf', { team: title })} onClick={() => call(team.id)}>
                        {t('callThis')}
                      </PlainButton>
                    )}
                    <PlainButton look="quiet" size="small" iconOnly icon={<ArrowUp aria-hidden size={18} />} aria-label={t('up', { team: title })} aria-disabled={i === 0} onClick={() => i > 0 && void put(team.id, i - 1)} />
                    <PlainButton look="quiet" size="small" iconOnly icon={<ArrowDown aria-hidden size={18} />} aria-label={t('down', { team: title })} aria-disabled={i === order.length - 1} onClick={() => i < order.length - 1 && void put(team.id, i + 1)} />
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}
