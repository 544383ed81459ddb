import type { RoomState } from '@spolu/contracts/sessions';
import { nextStep } from '../agenda.ts';
import { InBoth, InTwoLanguages } from '../in-both.tsx';
import { SurveyCard } from './survey-card.tsx';
import { ReceiptCard } from './receipt-card.tsx';
import { usePhoneText } from './phone-text.tsx';
import { ScreenTitle } from './screen.tsx';
import { dayTimeOf } from './time-of.ts';

interface WaitingScreenProps {
  room: RoomState;
  participantId: string;
  hasCards: boolean;
}

/** Between activities: nothing is asked, and what comes next is said. */
export function WaitingScreen({ room, participantId, hasCards }: WaitingScreenProps) {
  const { t, language } = usePhoneText();
  const next = nextStep(room.agenda);
  const begun = room.agenda.some((step) => step.state !== 'planned');
  if (room.state === 'closed') {
    return (
      <div className="phone-screen">
        <ScreenTitle>{t('closed.title')}</ScreenTitle>
        <p className="phone-instruction">{hasCards ? t('closed.thanksForNotes') : t('closed.thanks')}</p>
        <SurveyCard sessionId={room.sessionId} />
        <ReceiptCard sessionId={room.sessionId} title={room.title} participantId={participantId} />
        <a className="ui-button" data-look="secondary" href={`/sessions/${room.sessionId}/report`}>
          {t('closed.report')}
        </a>
      </div>
    );
  }
  return (
    <div className="phone-screen">
      <ScreenTitle>{begun ? t('waiting.between') : t('waiting.before')}</ScreenTitle>
      <p className="phone-instruction">{t('waiting.stay')}</p>
      {next && (
        <section className="ui-card" aria-labelledby="next-step">
          <h2 id="next-step" className="phone-kicker">
            {t('waiting.next')}
          </h2>
          <p className="strong">{next.title}</p>
          {next.secondTitle && <p lang={room.secondLanguage ?? undefined}>{next.secondTitle}</p>}
          <p className="soft">
            {t(`kind.${next.kind}`)} · {next.openUntil ? t('waiting.openUntil', { when: dayTimeOf(next.openUntil, language) }) : t('waiting.minutes', { count: next.minutes })}
          </p>
        </section>
      )}
      {!begun && room.welcome && (
        <p className="keep-lines" lang={room.language}>
          <InTwoLanguages room={room} activity={room} own={language}><InBoth of={room.welcome} /></InTwoLanguages>
        </p>
      )}
      <ReceiptCard sessionId={room.sessionId} title={room.title} participantId={participantId} />
    </div>
  );
}
