import type { RunActivityProps } from '../run-by-kind.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { RunJury } from './jury/run-jury.tsx';
import { PitchesSection } from './pitches-section.tsx';
import { StageMover } from './stage-mover.tsx';
import { TeamsSection } from './teams-section.tsx';
import { useIdeathonCommands } from './use-ideathon-commands.ts';
import { useStaffTeams } from './use-staff-teams.ts';

/** How far the ideathon is, and what she does with it. */
export function RunIdeathon({ activity, staff }: RunActivityProps<'ideathon'>) {
  const s = useText('sessions');
  const commands = useIdeathonCommands();
  const { id, part, state } = activity;
  const view = useStaffTeams(id, staff.version);
  const running = state === 'running';
  return (
    <>
      <StageMover activityId={id} part={part} running={running && (view?.may.run ?? false)} commands={commands} />
      {view && (part.stage === 'canvas' || part.stage === 'pitches') && <PitchesSection activityId={id} part={part} mayChange={view.may.run && running} commands={commands} />}
      {part.vote && <p>{s('projector.votedOf', { voted: part.vote.votedCount, eligible: part.vote.eligibleCount })}</p>}
      {view && part.stage !== 'brief' && <TeamsSection activityId={id} part={part} view={view} staff={staff} running={running} commands={commands} />}
      {part.jury && <RunJury activityId={id} jury={part.jury} stage={part.stage} running={running} staff={staff} commands={commands} />}
    </>
  );
}
