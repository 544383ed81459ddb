import { useText } from '../i18n/use-text.ts';
import { clockText, useSecondsLeft } from './seconds-left.ts';
import type { ServerClock } from './server-clock.ts';

/** How long the running activity still has, by the server's clock; nothing where it has no time limit. */
export function RoomTimer({ endsAt, clock }: { endsAt: string | null; clock: ServerClock }) {
  const t = useText('sessions');
  const left = useSecondsLeft(endsAt, clock);
  if (left === null) return null;
  return (
    <p className="run-timer" role="timer" data-tone={left <= 0 ? 'over' : left <= 60 ? 'soon' : undefined}>
      <span>{clockText(left)}</span>
      {left <= 0 && <span className="small">{t('projector.timeOver')}</span>}
    </p>
  );
}
