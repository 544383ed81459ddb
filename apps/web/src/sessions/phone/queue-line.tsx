import { Check, CircleAlert, CloudOff, CloudUpload } from 'lucide-react';
import { useQueue } from './device.tsx';
import { usePhoneText } from './phone-text.tsx';

/** One line: is what I wrote safe? Silent as long as nothing was written. */
export function QueueLine({ anything }: { anything: boolean }) {
  const { t } = usePhoneText();
  const { entries, beingKept, unreachable } = useQueue();
  const refused = entries.filter((entry) => entry.state === 'not-taken').length;
  const underWay = entries.length - refused + beingKept;
  const line =
    underWay > 0 && unreachable
      ? { tone: 'warn', icon: <CloudOff aria-hidden size={20} />, text: t('queue.waiting', { count: underWay }) }
      : underWay > 0
        ? { tone: undefined, icon: <CloudUpload aria-hidden size={20} />, text: t('queue.sending', { count: underWay }) }
        : refused > 0 && anything
          ? { tone: 'warn', icon: <CircleAlert aria-hidden size={20} />, text: t('queue.refused', { count: refused }) }
          : anything
            ? { tone: 'good', icon: <Check aria-hidden size={20} />, text: t('queue.saved') }
            : null;
  return (
    <p className="phone-queue" role="status" data-tone={line?.tone}>
      {line?.icon}
      {line && <span>{line.text}</span>}
    </p>
  );
}
