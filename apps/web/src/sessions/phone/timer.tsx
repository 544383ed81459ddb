import type { RoomActivity } from '@spolu/contracts/sessions';
import { useSecondsLeft } from '../seconds-left.ts';
import { showsDay, shownEnd } from '../shown-end.ts';
import { useDevice } from './device.tsx';
import { usePhoneText } from './phone-text.tsx';
import { dayTimeOf } from './time-of.ts';

/** What is left of a running activity. Said aloud only at a minute and at the end: a voice every second would drown everything. */
export function PhoneTimer({ activity }: { activity: RoomActivity }) {
  const { t, language } = usePhoneText();
  const { clock } = useDevice();
  const left = useSecondsLeft(activity.state === 'running' ? shownEnd(activity) : null, clock, activity.pausedAt);
  const paused = activity.state === 'running' && activity.pausedAt !== null;
  if (left === null) return null;
  if (activity.endsAt && showsDay(activity, left)) return <span className="phone-timer phone-timer-day">{t('timer.openUntil', { when: dayTimeOf(activity.endsAt, language) })}</span>;
  const shown = Math.max(0, left);
  const minutes = Math.floor(shown / 60);
  return (
    <>
      <span className="phone-timer" data-tone={paused ? 'paused' : shown === 0 ? 'over' : shown <= 60 ? 'soon' : undefined} role="timer" aria-live="off">
        <span className="visually-hidden">{t('timer.left')} </span>
        {paused && `${t('timer.paused')} `}
        {shown === 0 && !paused ? t('timer.over') : `${minutes}:${String(shown % 60).padStart(2, '0')}`}
      </span>
      <span className="visually-hidden" role="status">
        {paused ? t('timer.pausedMeans') : shown === 0 ? t('timer.over') : shown <= 60 ? t('timer.lastMinute') : ''}
      </span>
    </>
  );
}
