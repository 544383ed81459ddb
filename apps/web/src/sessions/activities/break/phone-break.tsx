import { nextStep } from '../../agenda.ts';
import { InBoth } from '../../in-both.tsx';
import { BoardLink } from '../../phone/board-link.tsx';
import { useDevice } from '../../phone/device.tsx';
import { usePhoneText } from '../../phone/phone-text.tsx';
import { ScreenTitle } from '../../phone/screen.tsx';
import { timeOf } from '../../phone/time-of.ts';
import { useSecondsLeft } from '../../seconds-left.ts';
import type { PhoneActivityProps } from '../phone-by-kind.tsx';
import '../timer/phone-clock.css';

/** When we go on and with what; the board may be read meanwhile. */
export function PhoneBreak({ room, activity: { title, instruction, state, endsAt, pausedAt } }: PhoneActivityProps<'break'>) {
  const { t, language } = usePhoneText();
  const { clock } = useDevice();
  const runs = state === 'running';
  const left = useSecondsLeft(runs ? endsAt : null, clock, pausedAt);
  const isOver = left !== null && left <= 0 && pausedAt === null;
  const next = nextStep(room.agenda);
  return (
    <div className="phone-screen">
      <p className="phone-kicker">{t('break.kicker')}</p>
      <ScreenTitle>{title}</ScreenTitle>
      {!runs ? (
        <p className="phone-instruction">{t('break.ended')}</p>
      ) : isOver ? (
        <p className="phone-clock-over">{t('break.over')}</p>
      ) : endsAt !== null && pausedAt === null ? (
        <p className="phone-instruction">
          {t('break.backAt')} <strong className="phone-clock">{timeOf(endsAt, language)}</strong>
        </p>
      ) : (
        <p className="phone-instruction">{t('break.waits')}</p>
      )}
      {instruction && <p className="keep-lines phone-instruction"><InBoth of={instruction} /></p>}
      {next && (
        <section className="ui-card" aria-labelledby="after-break">
          <h2 id="after-break" className="phone-kicker">{t('break.then')}</h2>
          <p className="strong">{next.title}</p>
        </section>
      )}
      <BoardLink sessionId={room.sessionId} />
    </div>
  );
}
