import { PlainButton } from '@spolu/ui/plain';
import { Bell, BellOff } from 'lucide-react';
import { useText } from '../../../i18n/use-text.ts';
import { useBell } from './bell.ts';

/** Whether this computer sounds when the time is up. */
export function BellSwitch({ className }: { className?: string }) {
  const t = useText('sessions');
  const { isOn, turn } = useBell();
  return (
    <PlainButton look="quiet" className={className} title={t('clock.bellMeans')} icon={isOn ? <Bell aria-hidden size={20} /> : <BellOff aria-hidden size={20} />} onClick={turn}>
      {isOn ? t('clock.bellOn') : t('clock.bellOff')}
    </PlainButton>
  );
}
