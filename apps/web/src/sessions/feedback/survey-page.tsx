import type { AnswerSurvey, SurveyPaper } from '@spolu/contracts/feedback';
import { OWN_WORDS_MAX_LENGTH, textIn, type ScaleValue, type Texts } from '@spolu/contracts/question-texts';
import { SCALES } from '@spolu/methods/questionnaires/scales';
import { Button } from '@spolu/ui/button';
import { EmptyState } from '@spolu/ui/empty-state';
import { Notice } from '@spolu/ui/notice';
import { Spinner } from '@spolu/ui/progress';
import { TextArea } from '@spolu/ui/text-area';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { v4 as uuid } from 'uuid';
import { api } from '../../http/api.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSecret } from '../../identity/use-secret.ts';
import { Page } from '../../shell/page.tsx';
import { ScaleField } from '../questionnaire/scale-field.tsx';
import { Demographics } from './demographics.tsx';

/** The survey after a session. Its key stands after `#` and is taken out of the address; nothing else says who answers. */
export function SurveyPage() {
  const t = useText('sessions/feedback');
  const problemText = useProblemText();
  const secret = useSecret();
  const paper = useQuery<SurveyPaper>({
    queryKey: ['survey'], queryFn: () => api.post<SurveyPaper>('/survey-lookups', { secret }), enabled: secret !== null, gcTime: 0, staleTime: Infinity, retry: false,
  });
  const title = t('survey.title');
  if (secret === null) {
    return (
      <Page title={title} width="narrow">
        <section className="page-section"><EmptyState title={t('paper.incomplete')}>{t('paper.incompleteMeans')}</EmptyState></section>
      </Page>
    );
  }
  if (paper.isPending) return <Page title={title} width="narrow"><Spinner /></Page>;
  if (paper.isError) {
    return (
      <Page title={title} width="narrow">
        <section className="page-section"><Notice tone="bad" role="alert">{problemText(paper.error)}</Notice></section>
      </Page>
    );
  }
  return <Paper paper={paper.data} secret={secret} />;
}

function Paper({ paper: { questionnaires, demographics, sessionTitle, isOpen, given, closesAt }, secret }: { paper: SurveyPaper; secret: string }) {
  const t = useText('sessions/feedback');
  const format = useFormat();
  const problemText = useProblemText();
  const language = currentLanguage();
  const [answers, setAnswers] = useState<Record<string, ScaleValue>>({});
  const [state, setState] = useState<'filling' | 'sending' | 'sent'>(given ? 'sent' : 'filling');
  const [failure, setFailure] = useState<unknown>(null);
  // One key for all tries: what arrived though its answer did not is not refused as given twice.
  const [key] = useState(() => uuid());
  const text = (texts: Texts) => textIn(texts, language).text;
  const langOf = (texts: Texts) => textIn(texts, language).lang;
  const filled = Object.values(answers).some((value) => value !== '');
  const answer = (id: string, value: ScaleValue) => setAnswers((before) => ({ ...before, [id]: value }));

  async function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (!filled || state !== 'filling') return;
    setState('sending');
    setFailure(null);
    try {
      const given = Object.entries(answers).flatMap(([questionId, value]) => (value === '' ? [] : [{ questionId, value }]));
      await api.post('/survey-answers', { secret, answers: given } satisfies AnswerSurvey, { key });
      setState('sent');
    } catch (error) {
      setFailure(error);
      setState('filling');
    }
  }

  // One questionnaire gives the page its name; of several each is a part of it.
  const [only, ...others] = questionnaires;
  const alone = others.length === 0 ? only : undefined;
  const title = alone ? text(alone.title) : t('survey.title');
  if (state === 'sent' || !isOpen) {
    return (
      <Page title={title} kind={sessionTitle} width="narrow">
        <section className="page-section">
          <Notice tone={state === 'sent' ? 'good' : 'warn'} role="status" title={state === 'sent' ? t('paper.thanks') : t('paper.over')}>
            <p>{state === 'sent' ? t('paper.thanksMeans') : t('paper.overMeans')}</p>
          </Notice>
        </section>
      </Page>
    );
  }
  const words = (id: string, texts: Texts) => (
    <TextArea
      key={id} id={`survey-${id}`} label={text(texts)} optional rows={3} maxLength={OWN_WORDS_MAX_LENGTH} hint={t('paper.wordsHint')}
      value={String(answers[id] ?? '')} onChange={(value) => answer(id, value)}
    />
  );
  return (
    <Page title={title} kind={sessionTitle} summary={alone && text(alone.intro)} width="narrow">
      <form className="page-section stack stack-l" onSubmit={(event) => void handleSubmit(event)} noValidate>
        <p className="soft">{t('paper.howAnonymous', { until: format.dateTime(closesAt) })}</p>
        {questionnaires.map((questionnaire) => (
          <section key={questionnaire.id} className="stack stack-l" aria-labelledby={alone ? undefined : `survey-${questionnaire.id}`}>
            {!alone && (
              <div className="stack stack-s">
                <h2 id={`survey-${questionnaire.id}`} lang={langOf(questionnaire.title)}>{text(questionnaire.title)}</h2>
                <p lang={langOf(questionnaire.intro)}>{text(questionnaire.intro)}</p>
              </div>
            )}
            {questionnaire.questions.map(({ id, type, texts, followUp }) => {
              const value = answers[id];
              return type === 'text' ? words(id, texts) : (
                <div key={id} className="stack">
                  <ScaleField label={text(texts)} lang={langOf(texts)} scale={SCALES[type]} language={language} value={value ?? null} onChange={(next) => answer(id, next)} withOptOut />
                  {followUp && value !== undefined && followUp.whenIn.includes(value) && words(followUp.id, followUp.texts)}
                </div>
              );
            })}
          </section>
        ))}
        {demographics.length > 0 && <Demographics demographics={demographics} answers={answers} onAnswer={answer} />}
        {failure !== null && <Notice tone="bad" role="alert">{problemText(failure)}</Notice>}
        <div className="row">
          <Button type="submit" isDisabled={!filled} isPending={state === 'sending'}>{t('paper.send')}</Button>
        </div>
      </form>
    </Page>
  );
}
