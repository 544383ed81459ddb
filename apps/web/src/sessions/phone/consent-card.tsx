import type { ConsentKind, ConsentView } from '@spolu/contracts/consents';
import { Checkbox } from '@spolu/ui/checkbox';
import { Notice } from '@spolu/ui/notice';
import { PlainButton } from '@spolu/ui/plain';
import { useEffect, useState } from 'react';
import { api } from '../../http/api.ts';
import { usePhoneText } from './phone-text.tsx';
import { useFailureText } from './use-failure-text.ts';

/** Whether her name may stand beside her words, and her face on a picture: asked when she opens it, decided with one tick, taken back with another. */
export function ConsentCard({ participantId }: { participantId: string }) {
  const { t } = usePhoneText();
  const [opened, setOpened] = useState(false);
  return (
    <details className="ui-card phone-more" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{t('consents.title')}</summary>
      {opened && <Consents participantId={participantId} />}
    </details>
  );
}

function Consents({ participantId }: { participantId: string }) {
  const { t, language } = usePhoneText();
  const failureText = useFailureText();
  const [consents, setConsents] = useState<readonly ConsentView[] | null>(null);
  const [saved, setSaved] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let left = false;
    api.get<ConsentView[]>(`/participants/${participantId}/consents`, { query: { lang: language } }).then(
      (read) => {
        if (left) return;
        setFailure(null);
        setConsents(read);
      },
      (error: unknown) => !left && setFailure(error),
    );
    return () => {
      left = true;
    };
  }, [participantId, language, attempt]);

  const tick = (kind: ConsentKind, given: boolean) => setConsents((all) => all && all.map((consent) => (consent.kind === kind ? { ...consent, given } : consent)));
  async function handleChange({ kind, version, given: before }: ConsentView, given: boolean) {
    tick(kind, given);
    setSaved(false);
    setFailure(null);
    try {
      await api.put(`/participants/${participantId}/consents`, { kind, given, version, language });
      setSaved(true);
    } catch (error) {
      tick(kind, before);
      setFailure(error);
    }
  }
  return (
    <div className="stack stack-s">
      <p>{t('consents.means')}</p>
      {consents?.map((consent) => (
        <Checkbox key={consent.kind} label={<span lang={consent.language}>{consent.text}</span>} checked={consent.given} onChange={(given) => void handleChange(consent, given)} />
      ))}
      {failure !== null && (
        <Notice tone="bad" role="alert">
          {failureText(failure)}
        </Notice>
      )}
      {consents === null && failure !== null && (
        <PlainButton look="secondary" onClick={() => setAttempt((before) => before + 1)}>
          {t('consents.again')}
        </PlainButton>
      )}
      <p role="status">{saved && t('consents.saved')}</p>
    </div>
  );
}
