import { InBoth } from '../../in-both.tsx';
import { usePhoneText } from '../../phone/phone-text.tsx';
import { ScreenTitle } from '../../phone/screen.tsx';
import type { PhoneActivityProps } from '../phone-by-kind.tsx';

/** Something to read or to listen to: nothing is asked. */
export function PhoneInformation({ activity }: PhoneActivityProps<'information'>) {
  const { t } = usePhoneText();
  return (
    <div className="phone-screen">
      <p className="phone-kicker">{t('information.kicker')}</p>
      <ScreenTitle>{activity.title}</ScreenTitle>
      {activity.instruction && <p className="keep-lines phone-instruction"><InBoth of={activity.instruction} /></p>}
    </div>
  );
}
