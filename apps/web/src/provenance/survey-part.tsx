import type { SurveyLink } from '@spolu/contracts/feedback';
import { Button } from '@spolu/ui/button';
import { Notice } from '@spolu/ui/notice';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';

/** The way to the survey after the session, for who has her receipt and not the phone any more. */
export function SurveyPart({ secret }: { secret: string }) {
  const t = useText('provenance');
  const problemText = useProblemText();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  async function handleOpen() {
    setPending(true);
    setFailure(null);
    try {
      const link = await api.post<SurveyLink>('/receipt-survey-links', { secret });
      location.assign(`/survey#${link.secret}`);
    } catch (error) {
      setFailure(error);
      setPending(false);
    }
  }
  return (
    <section className="page-section stack stack-s" aria-labelledby="survey-part">
      <h2 id="survey-part">{t('survey.title')}</h2>
      <p>{t('survey.means')}</p>
      <div>
        <Button look="secondary" isPending={pending} onPress={() => void handleOpen()}>{t('survey.open')}</Button>
      </div>
      {failure !== null && <Notice tone="warn" role="alert">{problemText(failure)}</Notice>}
    </section>
  );
}
