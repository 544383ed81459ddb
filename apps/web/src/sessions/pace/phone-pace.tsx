import type { OwnPace, Pace } from '@spolu/contracts/pace';
import { PlainButton } from '@spolu/ui/plain';
import { useEffect, useState } from 'react';
import { api } from '../../http/api.ts';
import { usePhoneText } from '../phone/phone-text.tsx';
import { useFailureText } from '../phone/use-failure-text.ts';

const PACES: readonly Pace[] = ['too-fast', 'lost', 'fine'];
const NOTHING: OwnPace = { pace: null, fadesInMs: null };

/** How it goes for her, said with one press and taken back with another. Shown anew for each activity. */
export function PhonePace({ sessionId }: { sessionId: string }) {
  const { t } = usePhoneText();
  const failureText = useFailureText();
  const [own, setOwn] = useState(NOTHING);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const path = `/sessions/${sessionId}/pace`;

  useEffect(() => {
    let gone = false;
    // Unheard, the choice shows as not made: pressing makes it again.
    api.get<OwnPace>(path).then((answer) => (gone ? undefined : setOwn(answer)), () => undefined);
    return () => {
      gone = true;
    };
  }, [path]);
  useEffect(() => {
    if (own.fadesInMs === null) return;
    const over = setTimeout(() => setOwn(NOTHING), own.fadesInMs);
    return () => clearTimeout(over);
  }, [own]);

  async function handlePress(pace: Pace) {
    setPending(true);
    setFailure(null);
    try {
      setOwn(await api.put<OwnPace>(path, { pace: own.pace === pace ? null : pace }));
    } catch (error) {
      setFailure(error);
    } finally {
      setPending(false);
    }
  }
  return (
    <details className="phone-more phone-pace">
      <summary>{own.pace ? t('pace.said', { pace: t(`pace.${own.pace}`) }) : t('pace.title')}</summary>
      <div className="stack stack-s">
        <div className="phone-pace-choices" role="group" aria-label={t('pace.title')}>
          {PACES.map((pace) => (
            <PlainButton key={pace} size="small" look={own.pace === pace ? 'primary' : 'secondary'} aria-pressed={own.pace === pace} pending={pending} onClick={() => void handlePress(pace)}>
              {t(`pace.${pace}`)}
            </PlainButton>
          ))}
        </div>
        <p className="small soft">{t('pace.means')}</p>
        {failure !== null && <p role="alert">{failureText(failure)}</p>}
      </div>
    </details>
  );
}
