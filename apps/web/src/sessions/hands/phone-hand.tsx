import type { OwnHand, RoomHands } from '@spolu/contracts/hands';
import { PlainButton } from '@spolu/ui/plain';
import { Hand } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../../http/api.ts';
import { usePhoneText } from '../phone/phone-text.tsx';
import { useFailureText } from '../phone/use-failure-text.ts';

/** Not all phones of those who wait ask for their place in the same moment. */
const SPREAD_MS_EACH = 20;
const SPREAD_MS_MAX = 2_000;

/** One press asks for the word, another takes it back; meanwhile the phone says how many are before her. */
export function PhoneHand({ sessionId, hands }: { sessionId: string; hands: RoomHands }) {
  const { t } = usePhoneText();
  const failureText = useFailureText();
  const [own, setOwn] = useState<OwnHand | null>(null);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const path = `/sessions/${sessionId}/hand`;
  const isUp = own !== null && own.state !== 'down';

  const look = useCallback(
    (isGone: () => boolean) => {
      // What is not heard now is heard with the next change; pressing asks anew in any case.
      api.get<OwnHand>(path).then((answer) => (isGone() ? undefined : setOwn(answer)), () => undefined);
    },
    [path],
  );
  // Whoever does not wait asks once, when the page comes; others at each change of the queue.
  const { mark, waitingCount } = hands;
  const asksAt = own === null || isUp ? mark : 'down';
  useEffect(() => {
    if (asksAt === 'down') return;
    let gone = false;
    const spread = Math.random() * Math.min(SPREAD_MS_MAX, waitingCount * SPREAD_MS_EACH);
    const timer = setTimeout(() => look(() => gone), spread);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [asksAt, look, waitingCount]);

  async function handlePress() {
    setPending(true);
    setFailure(null);
    try {
      setOwn(await api.put<OwnHand>(path, { raised: !isUp }));
    } catch (error) {
      setFailure(error);
    } finally {
      setPending(false);
    }
  }
  return (
    <>
      <PlainButton look={isUp ? 'primary' : 'secondary'} size="small" icon={<Hand aria-hidden size={18} />} aria-pressed={isUp} pending={pending} onClick={() => void handlePress()}>
        {t('hand.raise')}
      </PlainButton>
      <p className="phone-signals-word" role="status">
        {failure !== null ? failureText(failure) : own?.state === 'called' ? t('hand.called') : own?.place ? t('hand.place', { place: own.place }) : ''}
      </p>
    </>
  );
}
