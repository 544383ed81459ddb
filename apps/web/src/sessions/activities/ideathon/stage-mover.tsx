import type { IdeathonStage, RoomIdeathon } from '@spolu/contracts/activities/ideathon';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { PlainButton } from '@spolu/ui/plain';
import { useState } from 'react';
import { useText } from '../../../i18n/use-text.ts';
import './run-ideathon.css';
import type { IdeathonCommands } from './use-ideathon-commands.ts';

interface StageMoverProps {
  activityId: string;
  part: RoomIdeathon;
  running: boolean;
  commands: IdeathonCommands;
}

/** All stages in their order, the present one marked; on and back by one press each. */
export function StageMover({ activityId, part: { stage, stages, vote, jury }, running, commands }: StageMoverProps) {
  const t = useText('sessions/activities/ideathon');
  // an audience that knows how it voted does not vote again
  const ways = stages.filter((one) => one === stage || one !== 'audience-vote' || !vote?.result);
  const place = ways.indexOf(stage);
  const back = ways[place - 1];
  const on = ways[place + 1];
  const [telling, setTelling] = useState(false);
  const move = (to: IdeathonStage) => commands.run('post', `/activities/${activityId}/stage`, { from: stage, to });
  // what is told once can't be taken back
  const tells = on === 'results' && ((vote !== null && vote.result === null) || jury !== null);
  return (
    <>
      <ol className="run-stages" aria-label={t('stages')}>
        {stages.map((one) => (
          <li key={one} aria-current={one === stage ? 'step' : undefined}>
            {t(`stage.${one}`)}
          </li>
        ))}
      </ol>
      {running && (
        <div className="run-actions">
          {on && (
            <PlainButton size="small" pending={commands.pending} onClick={() => (tells ? setTelling(true) : void move(on))}>
              {t('on', { stage: t(`stage.${on}`) })}
            </PlainButton>
          )}
          {back && (
            <PlainButton look="quiet" size="small" pending={commands.pending} onClick={() => void move(back)}>
              {t('back', { stage: t(`stage.${back}`) })}
            </PlainButton>
          )}
        </div>
      )}
      <ConfirmDialog open={telling} onClose={() => setTelling(false)} title={t('tellTitle')} confirm={t('on', { stage: t('stage.results') })} onConfirm={() => move('results')}>
        {t('tellMeans')}
      </ConfirmDialog>
    </>
  );
}
