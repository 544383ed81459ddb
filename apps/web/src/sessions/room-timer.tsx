import type { RoomActivity } from '@spolu/contracts/sessions';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { clockText, useSecondsLeft } from './seconds-left.ts';
import type { ServerClock } from './server-clock.ts';
import { showsDay, shownEnd } from './shown-end.ts';

/** How long the running activity, or its round, still has, by the server's clock; nothing where it has no time limit. */
export function RoomTimer({ activity, clock }: { activity: RoomActivity; clock: ServerClock }) {
  const t = useText('sessions');
  const format = useFormat();
  const { pausedAt } = activity;
  const left = useSecondsLeft(shownEnd(activity), clock, pausedAt);
  if (left === null) return pausedAt === null ? null : <p className="run-timer">{t('timer.paused')}</p>;
  if (activity.endsAt && showsDay(activity, left)) return <p className="strong">{t('run.openUntil', { when: format.weekdayTime(activity.endsAt) })}</p>;
  const tone = pausedAt !== null ? 'paused' : left <= 0 ? 'over' : left <= 60 ? 'soon' : undefined;
  return (
    <p className="run-timer" role="timer" data-tone={tone}>
      <span>{clockText(left)}</span>
      {pausedAt !== null ? <span className="small">{t('timer.paused')}</span> : left <= 0 && <span className="small">{t('projector.timeOver')}</span>}
    </p>
  );
}
