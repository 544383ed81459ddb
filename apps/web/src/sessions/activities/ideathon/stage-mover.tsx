import type { IdeathonStage, RoomIdeathon } from '@spolu/contracts/activities/ideathon';
import { PlainButton } from '@spolu/ui/plain';
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
export function StageMover({ activityId, part: { stage, stages }, running, commands }: StageMoverProps) {
  const t = useText('sessions/activities/ideathon');
  const place = stages.indexOf(stage);
  const back = stages[place - 1];
  const on = stages[place + 1];
  const move = (to: IdeathonStage) => void commands.run('post', `/activities/${activityId}/stage`, { from: stage, to });
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
            <PlainButton size="small" pending={commands.pending} onClick={() => move(on)}>
              {t('on', { stage: t(`stage.${on}`) })}
            </PlainButton>
          )}
          {back && (
            <PlainButton look="quiet" size="small" pending={commands.pending} onClick={() => move(back)}>
              {t('back', { stage: t(`stage.${back}`) })}
            </PlainButton>
          )}
        </div>
      )}
    </>
  );
}
