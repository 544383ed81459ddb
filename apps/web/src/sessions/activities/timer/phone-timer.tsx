import { InBoth } from '../../in-both.tsx';
import { clockText, useSecondsLeft } from '../../seconds-left.ts';
import { useDevice } from '../../phone/device.tsx';
import { usePhoneText } from '../../phone/phone-text.tsx';
import { ScreenTitle } from '../../phone/screen.tsx';
import type { PhoneActivityProps } from '../phone-by-kind.tsx';
import './phone-clock.css';

/** Work away from the screens: what it is, and how long it still takes. The small clock above is the one that is read aloud. */
export function PhoneWork({ activity }: PhoneActivityProps<'timer'>) {
  const { t } = usePhoneText();
  const { clock } = useDevice();
  const left = useSecondsLeft(activity.state === 'running' ? activity.endsAt : null, clock, activity.pausedAt);
  const isOver = left !== null && left <= 0 && activity.pausedAt === null;
  return (
    <div className="phone-screen">
      <p className="phone-kicker">{t('work.kicker')}</p>
      <ScreenTitle>{activity.title}</ScreenTitle>
      {left !== null && !isOver && <p className="phone-clock" aria-hidden>{clockText(left)}</p>}
      {isOver && <p className="phone-clock-over">{t('work.over')}</p>}
      {activity.state === 'ended' && <p className="phone-instruction">{t('work.ended')}</p>}
      {activity.instruction && <p className="keep-lines phone-instruction"><InBoth of={activity.instruction} /></p>}
    </div>
  );
}
