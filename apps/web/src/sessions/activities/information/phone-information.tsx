import type { RoomActivity } from '@spolu/contracts/sessions';
import { usePhoneText } from '../../phone/phone-text.tsx';
import { ScreenTitle } from '../../phone/screen.tsx';

/** Something to read or to listen to: nothing is asked. */
export function PhoneInformation({ activity }: { activity: RoomActivity }) {
  const { t } = usePhoneText();
  return (
    <div className="phone-screen">
      <p className="phone-kicker">{t('information.kicker')}</p>
      <ScreenTitle>{activity.title}</ScreenTitle>
      {activity.instruction && <p className="keep-lines phone-instruction">{activity.instruction}</p>}
    </div>
  );
}
