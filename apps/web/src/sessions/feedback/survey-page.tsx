import type { AnswerSurvey, SurveyPaper } from '@spolu/contracts/feedback';
import { OWN_WORDS_MAX_LENGTH, textIn, type ScaleValue, type Texts } from '@spolu/contracts/question-texts';
import { SCALES } from '@spolu/methods/questionnaires/scales';
import { Button } from '@spolu/ui/button';
import { EmptyState } from '@spolu/ui/empty-state';
import { Notice } from '@spolu/ui/notice';
import { Spinner } from '@spolu/ui/progress';
import { TextArea } from '@spolu/ui/text-area';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { api, Unreachable } from '../../http/api.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { Page } from '../../shell/page.tsx';
import { ScaleField } from '../questionnaire/scale-field.tsx';
import { Demographics } from './demographics.tsx';
import { useSurveyDraft, type SurveyDraft } from './use-survey-draft.ts';

/** So often it asks whether the survey was ended meanwhile. */
const ASK_AGAIN_MS = 60_000;

/** The survey after a session. Its key stands after `#` and is taken out of the address; nothing else says who answers. */
export function SurveyPage() {
  const t = useText('sessions/feedback');
  const problemText = useProblemText();
  const { draft, answer, forget } = useSurveyDraft();
  const paper = useQuery<SurveyPaper>({
    queryKey: ['survey'], queryFn: () => api.post<SurveyPaper>('/survey-lookups', { secret: draft?.secret }), enabled: draft !== null, gcTime: 0, staleTime: Infinity, retry: false,
    refetchInterval: ({ state: { data } }) => (data && !data.given ? ASK_AGAIN_MS : false),
  });
  const title = t('survey.title');
  if (draft === null) {
    return (
      <Page title={title} width="narrow">
        <section className="page-section"><EmptyState title={t('paper.incomplete')}>{t('paper.incompleteMeans')}</EmptyState></section>
      </Page>
    );
  }
  // Once it is here it stays, also where asking again fails: somebody is writing on it.
  if (paper.data) return <Paper paper={paper.data} draft={draft} onAnswer={answer} forget={forget} askAgain={() => void paper.refetch()} />;
  if (paper.isPending) return <Page title={title} width="narrow"><Spinner /></Page>;
  return (
    <Page title={title} width="narrow">
      <section className="page-section stack">
        <Notice tone="bad" role="alert">{problemText(paper.error)}</Notice>
        {paper.error instanceof Unreachable && <div><Button look="secondary" isPending={paper.isFetching} onPress={() => void paper.refetch()}>{t('paper.again')}</Button></div>}
      </section>
    </Page>
  );
}

interface PaperProps {
  paper: SurveyPaper;
  draft: SurveyDraft;
  onAnswer: (id: string, value: ScaleValue) => void;
  forget: () => void;
  askAgain: () => void;
}

function Paper({ paper, draft: { secret, key, answers }, onAnswer, forget, askAgain }: PaperProps) {
  const t = useText('sessions/feedback');
  const format = useFormat();
  const problemText = useProblemText();
  const language = currentLanguage();
  // Questions that were added meanwhile do not push away the one she is at.
  const [{ questionnaires, demographics, sessionTitle }] = useState(paper);
  const { isOpen, graceUntil, closesAt } = paper;
  const [state, setState] = useState<'filling' | 'sending' | 'sent'>(paper.given ? 'sent' : 'filling');
  const [failure, setFailure] = useState<unknown>(null);
  const text = (texts: Texts) => textIn(texts, language).text;
  const langOf = (texts: Texts) => textIn(texts, language).lang;
  const filled = Object.values(answers).some((value) => value !== '');
  const takes = isOpen || graceUntil !== null;
  // Sent before the reload, though its answer never came.
  useEffect(() => {
    if (state === 'sent') forget();
  }, [state, forget]);

  async function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (!filled || !takes || state !== 'filling') return;
    setState('sending');
    setFailure(null);
    try {
      const given = Object.entries(answers).flatMap(([questionId, value]) => (value === '' ? [] : [{ questionId, value }]));
      await api.post('/survey-answers', { secret, answers: given } satisfies AnswerSurvey, { key });
      setState('sent');
    } catch (error) {
      setFailure(error);
      setState('filling');
      askAgain();
    }
  }

  // One questionnaire gives the page its name; of several each is a part of it.
  const [only, ...others] = questionnaires;
  const alone = others.length === 0 ? only : undefined;
  const title = alone ? text(alone.title) : t('survey.title');
  if (state === 'sent' || (!takes && !filled)) {
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
      value={String(answers[id] ?? '')} onChange={(value) => onAnswer(id, value)}
    />
  );
  return (
    <Page title={title} kind={sessionTitle} summary={alone && text(alone.intro)} width="narrow">
      <form className="page-section stack stack-l" onSubmit={(event) => void handleSubmit(event)} noValidate>
        <p className="soft">{t('paper.howAnonymous')} {isOpen && t('paper.openUntil', { until: format.dateTime(closesAt) })}</p>
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
                  <ScaleField label={text(texts)} lang={langOf(texts)} scale={SCALES[type]} language={language} value={value ?? null} onChange={(next) => onAnswer(id, next)} withOptOut />
                  {followUp && value !== undefined && followUp.whenIn.includes(value) && words(followUp.id, followUp.texts)}
                </div>
              );
            })}
          </section>
        ))}
        {demographics.length > 0 && <Demographics demographics={demographics} answers={answers} onAnswer={onAnswer} />}
        <div role="status">
          {!isOpen && (
            <Notice tone="warn" title={t('paper.over')}>
              <p>{graceUntil === null ? t('paper.notTaken') : t('paper.grace', { until: format.time(graceUntil) })}</p>
            </Notice>
          )}
        </div>
        {failure !== null && takes && <Notice tone="bad" role="alert">{problemText(failure)}</Notice>}
        {takes && (
          <div className="row">
            <Button type="submit" isDisabled={!filled} isPending={state === 'sending'}>{t('paper.send')}</Button>
          </div>
        )}
      </form>
    </Page>
  );
}
