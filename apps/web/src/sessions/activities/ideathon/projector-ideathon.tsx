import type { RoomIdeathon } from '@spolu/contracts/activities/ideathon';
import { useText } from '../../../i18n/use-text.ts';
import { FittedList } from '../../fitted-list.tsx';
import { HallText } from '../../hall-text.tsx';
import { InBoth } from '../../in-both.tsx';
import type { ProjectorActivityProps } from '../projector-by-kind.tsx';
import { HallJury } from './jury/hall-jury.tsx';
import { ProjectorDotVote } from '../dot-vote/projector-dot-vote.tsx';
import { asVote } from './as-vote.ts';
import { HallPitches } from './hall-pitches.tsx';
import { HallTeams, MANY_TEAMS } from './hall-teams.tsx';

/** What the hall needs at each stage. */
export function ProjectorIdeathon(props: ProjectorActivityProps<'ideathon'>) {
  const t = useText('sessions/activities/ideathon');
  const { activity } = props;
  const { part } = activity;
  const { stage, stages, settings, vote } = part;
  const votes = vote !== null && (stage === 'audience-vote' || (stage === 'results' && vote.result !== null));
  return (
    <>
      <p className="hall-line hall-soft">{t('stageOf', { number: stages.indexOf(stage) + 1, of: stages.length, stage: t(`stage.${stage}`) })}</p>
      {(stage === 'brief' || part.teams.length <= MANY_TEAMS) && (
        <p className="hall-line">
          <strong><InBoth of={settings.challenge} /></strong>
        </p>
      )}
      {stage === 'brief' ? <Brief settings={settings} /> : stage === 'pitches' ? <HallPitches part={part} /> : stage !== 'jury' && !votes && !part.jury?.result && <HallTeams part={part} />}
      <HallJury part={part} />
      {votes && stage === 'results' && <p className="hall-line">{t('stage.audience-vote')}</p>}
      {votes && <ProjectorDotVote {...props} activity={{ ...asVote(activity, vote), instruction: '' }} />}
    </>
  );
}

function Brief({ settings: { brief, goodProposal } }: Pick<RoomIdeathon, 'settings'>) {
  const t = useText('sessions/activities/ideathon');
  return (
    <>
      {brief && <HallText look="information" text={brief} />}
      {goodProposal.length > 0 && (
        <>
          <p className="hall-line">{t('goodProposal')}</p>
          <FittedList of={goodProposal.join('\n')} more={(count) => t('moreOnPhone', { count })}>
            <ul className="hall-options">
              {goodProposal.map((has) => (
                <li key={has}>{has}</li>
              ))}
            </ul>
          </FittedList>
        </>
      )}
    </>
  );
}
