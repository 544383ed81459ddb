import { useText } from '../../../i18n/use-text.ts';
import { HallText } from '../../hall-text.tsx';
import { clockText, useSecondsLeft } from '../../seconds-left.ts';
import type { ProjectorActivityProps } from '../projector-by-kind.tsx';
import { useRingAtEnd } from './bell.ts';
import { BellSwitch } from './bell-switch.tsx';
import './projector-clock.css';

/** As large as the wall: the hall works elsewhere and looks up. */
export function ProjectorTimer({ activity: { state, endsAt, pausedAt, instruction }, clock }: ProjectorActivityProps<'timer'>) {
  const t = useText('sessions');
  const runs = state === 'running';
  const left = useSecondsLeft(runs ? endsAt : null, clock, pausedAt);
  useRingAtEnd(left, endsAt);
  const isOver = left !== null && left <= 0 && pausedAt === null;
  return (
    <>
      <div className="hall-clock" role="timer" data-tone={isOver ? 'over' : undefined}>
        {pausedAt !== null && <p className="hall-clock-words">{t('timer.paused')}</p>}
        {left !== null && !isOver && <p className="hall-clock-time">{clockText(left)}</p>}
        {(left === null || isOver) && <p className="hall-clock-words" data-large>{isOver ? t('projector.timeOver') : runs ? t('clock.noEnd') : t('clock.ended')}</p>}
      </div>
      {instruction && <HallText look="instruction" text={instruction} />}
      {runs && <BellSwitch className="hall-bell" />}
    </>
  );
}
