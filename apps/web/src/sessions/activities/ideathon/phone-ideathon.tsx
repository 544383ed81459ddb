import { Notice } from '@spolu/ui/notice';
import { Suspense } from 'react';
import { InBoth } from '../../in-both.tsx';
import { usePhoneText } from '../../phone/phone-text.tsx';
import { ScreenTitle } from '../../phone/screen.tsx';
import type { PhoneActivityProps } from '../phone-by-kind.tsx';
import { juryOnPhone } from './jury/jury-on-phone.ts';
import { PhoneAudience } from './phone-audience.tsx';
import { PhoneBrief } from './phone-brief.tsx';
import './phone-ideathon.css';
import { PhoneCanvas } from './phone-canvas.tsx';
import { PhoneNotes } from './phone-notes.tsx';
import { PhonePitches } from './phone-pitches.tsx';
import { PhoneTeams } from './phone-teams.tsx';
import { useOwnTeam } from './use-own-team.ts';

/** How far it is, what is asked of her now, and the challenge at any time. */
export function PhoneIdeathon({ activity }: PhoneActivityProps<'ideathon'>) {
  const { t } = usePhoneText();
  const { id, title, instruction, part, state, locked } = activity;
  const { stage, stages, settings } = part;
  const { team, take, reload } = useOwnTeam(id, part);
  const running = state === 'running';
  // What the jury found comes first once it is told, as on the wall.
  const told = part.jury?.result != null;
  const judged = part.jury && (
    <Suspense fallback={null}>
      <juryOnPhone.View activity={activity} />
    </Suspense>
  );
  return (
    <div className="phone-screen">
      <ScreenTitle>{title}</ScreenTitle>
      <p className="phone-kicker" role="status">
        {t('ideathon.stageOf', { number: stages.indexOf(stage) + 1, of: stages.length, stage: t(`ideathon.stage.${stage}`) })}
      </p>
      {instruction && <p className="keep-lines phone-instruction"><InBoth of={instruction} /></p>}
      {!running && <Notice title={t('ideathon.over')}>{t('ideathon.overMeans')}</Notice>}
      {running && (stage === 'teams' || stage === 'canvas') && (team === undefined ? <p className="soft">{t('loading')}</p> : <PhoneTeams activity={activity} team={team} onChange={take} />)}
      {running && stage === 'pitches' && <PhonePitches part={part} team={team} />}
      {told && judged}
      {team !== undefined && (running || part.vote?.result) && <PhoneAudience activity={activity} team={team} />}
      {team && <PhoneNotes team={team} />}
      {team && stage === 'canvas' && <PhoneCanvas team={team} settings={settings} open={running && !locked} onChange={take} onStale={reload} />}
      {team && stage !== 'brief' && stage !== 'teams' && stage !== 'canvas' && (
        <details className="phone-more">
          <summary>{t('ideathon.ownCanvas')}</summary>
          <PhoneCanvas team={team} settings={settings} open={false} onChange={take} onStale={reload} />
        </details>
      )}
      {!told && judged}
      {stage === 'brief' ? (
        <PhoneBrief settings={settings} />
      ) : (
        <details className="phone-more">
          <summary>{t('ideathon.challenge')}</summary>
          <PhoneBrief settings={settings} />
        </details>
      )}
    </div>
  );
}
