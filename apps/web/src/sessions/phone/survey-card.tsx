import type { SurveyLink, SurveyOffer } from '@spolu/contracts/feedback';
import { Notice } from '@spolu/ui/notice';
import { PlainButton } from '@spolu/ui/plain';
import { useEffect, useState } from 'react';
import { api } from '../../http/api.ts';
import { usePhoneText } from './phone-text.tsx';
import { timeOf } from './time-of.ts';
import { useFailureText } from './use-failure-text.ts';

/** After the session: a few questions on another page, which is told nothing but a key. */
export function SurveyCard({ sessionId }: { sessionId: string }) {
  const { t, language } = usePhoneText();
  const failureText = useFailureText();
  const [offer, setOffer] = useState<SurveyOffer | null>(null);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    const leave = new AbortController();
    // Without a network there is nothing to offer now; the receipt leads there later.
    api.get<SurveyOffer | null>(`/sessions/${sessionId}/survey`, { signal: leave.signal }).then(setOffer, () => undefined);
    return () => leave.abort();
  }, [sessionId]);

  async function handleOpen() {
    setPending(true);
    setFailure(null);
    try {
      const { secret } = await api.post<SurveyLink>(`/sessions/${sessionId}/survey-links`, {});
      location.assign(`/survey#${secret}`);
    } catch (error) {
      setFailure(error);
      setPending(false);
    }
  }

  if (!offer?.isOpen && !offer?.graceUntil) return null;
  return (
    <section className="ui-card" aria-labelledby="survey-offer">
      <h2 id="survey-offer">{t('survey.title')}</h2>
      {offer.given ? <p>{t('survey.given')}</p> : (
        <>
          <p>{offer.graceUntil ? t('survey.grace', { until: timeOf(offer.graceUntil, language) }) : t('survey.means')}</p>
          <PlainButton pending={pending} onClick={() => void handleOpen()}>{t('survey.open')}</PlainButton>
        </>
      )}
      {failure !== null && <Notice tone="bad" role="alert">{failureText(failure)}</Notice>}
    </section>
  );
}
