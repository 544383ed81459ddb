import { useFormat } from '../../../i18n/format.ts';
import { useText } from '../../../i18n/use-text.ts';
import { nextStep } from '../../agenda.ts';
import { HallText } from '../../hall-text.tsx';
import { clockText, useSecondsLeft } from '../../seconds-left.ts';
import type { ProjectorActivityProps } from '../projector-by-kind.tsx';
import { useRingAtEnd } from '../timer/bell.ts';
import { BellSwitch } from '../timer/bell-switch.tsx';
import '../timer/projector-clock.css';

/** When we go on, read from the door of the buffet; how long that still is, and what comes then. */
export function ProjectorBreak({ activity: { state, endsAt, pausedAt, instruction }, agenda, clock }: ProjectorActivityProps<'break'>) {
  const t = useText('sessions');
  const format = useFormat();
  const runs = state === 'running';
  const left = useSecondsLeft(runs ? endsAt : null, clock, pausedAt);
  useRingAtEnd(left, endsAt);
  const next = nextStep(agenda);
  const isOver = !runs || (left !== null && left <= 0 && pausedAt === null);
  const isKnown = endsAt !== null && left !== null && pausedAt === null;
  return (
    <>
      <div className="hall-clock" role="timer" data-tone={runs && isOver ? 'over' : undefined}>
        {isOver ? (
          <p className="hall-clock-words" data-large>{t('clock.breakOver')}</p>
        ) : isKnown ? (
          <>
            <p className="hall-clock-words">{t('clock.backAt')}</p>
            <p className="hall-clock-time">{format.time(endsAt)}</p>
            <p className="hall-clock-words">{clockText(left)}</p>
          </>
        ) : (
          <p className="hall-clock-words">{t('clock.backSoon')}</p>
        )}
      </div>
      {instruction && <HallText look="instruction" text={instruction} />}
      {next && <p className="hall-clock-then">{t('clock.then', { title: next.title })}</p>}
      {runs && <BellSwitch className="hall-bell" />}
    </>
  );
}
