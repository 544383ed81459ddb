import type { RoomIdeathon } from '@spolu/contracts/activities/ideathon';
import { useText } from '../../../i18n/use-text.ts';
import { FittedList } from '../../fitted-list.tsx';
import { HallText } from '../../hall-text.tsx';
import type { ProjectorActivityProps } from '../projector-by-kind.tsx';
import { HallJury } from './jury/hall-jury.tsx';
import { HallTeams } from './hall-teams.tsx';

/** What the hall needs at each stage. */
export function ProjectorIdeathon({ activity: { part } }: ProjectorActivityProps<'ideathon'>) {
  const t = useText('sessions/activities/ideathon');
  const { stage, stages, settings } = part;
  return (
    <>
      <p className="hall-line hall-soft">{t('stageOf', { number: stages.indexOf(stage) + 1, of: stages.length, stage: t(`stage.${stage}`) })}</p>
      <p className="hall-line">
        <strong>{settings.challenge}</strong>
      </p>
      {stage === 'brief' ? <Brief settings={settings} /> : stage !== 'jury' && !part.jury?.result && <HallTeams part={part} />}
      <HallJury part={part} />
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
