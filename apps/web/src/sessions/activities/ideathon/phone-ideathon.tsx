import { Suspense } from 'react';
import { usePhoneText } from '../../phone/phone-text.tsx';
import { ScreenTitle } from '../../phone/screen.tsx';
import type { PhoneActivityProps } from '../phone-by-kind.tsx';
import { juryOnPhone } from './jury/jury-on-phone.ts';
import { PhoneBrief } from './phone-brief.tsx';
import './phone-ideathon.css';

/** How far it is, what is asked of her now, and the challenge at any time. */
export function PhoneIdeathon({ activity }: PhoneActivityProps<'ideathon'>) {
  const { t } = usePhoneText();
  const { title, instruction, part } = activity;
  const { stage, stages, settings } = part;
  return (
    <div className="phone-screen">
      <ScreenTitle>{title}</ScreenTitle>
      <p className="phone-kicker" role="status">
        {t('ideathon.stageOf', { number: stages.indexOf(stage) + 1, of: stages.length, stage: t(`ideathon.stage.${stage}`) })}
      </p>
      {instruction && <p className="keep-lines phone-instruction">{instruction}</p>}
      {part.jury && (
        <Suspense fallback={null}>
          <juryOnPhone.View activity={activity} />
        </Suspense>
      )}
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
