import type { RunActivityProps } from '../run-by-kind.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { RunJury } from './jury/run-jury.tsx';
import { StageMover } from './stage-mover.tsx';
import { useIdeathonCommands } from './use-ideathon-commands.ts';

/** How far the ideathon is, and what she does with it. */
export function RunIdeathon({ activity, staff }: RunActivityProps<'ideathon'>) {
  const t = useText('sessions/activities/ideathon');
  const commands = useIdeathonCommands();
  const { part } = activity;
  return (
    <>
      <StageMover activityId={activity.id} part={part} running={activity.state === 'running'} commands={commands} />
      <p className="soft small">{t('teams', { count: part.teams.length })}</p>
      {part.jury && <RunJury activityId={activity.id} jury={part.jury} stage={part.stage} running={activity.state === 'running'} staff={staff} commands={commands} />}
    </>
  );
}
