import { SURVEY_DAYS, SURVEY_DAYS_MAX, type FeedbackView, type SurveyResults } from '@spolu/contracts/feedback';
import { Button } from '@spolu/ui/button';
import { Notice } from '@spolu/ui/notice';
import { api } from '../../http/api.ts';
import { useCommand, useResource } from '../../http/queries.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { SurveyChoice, SurveyChoiceSection } from './survey-choice.tsx';
import { SurveyGroupsView } from './survey-groups.tsx';
import { SurveyResult } from './survey-result.tsx';

const DAY_MS = 86_400_000;

/** The survey after the session, for those who run it: how many answered, what they said from five on, and until when it is open. */
export function SurveyPanel({ sessionId, closedAt }: { sessionId: string; closedAt: string | null }) {
  const path = `/sessions/${sessionId}/feedback`;
  const { data } = useResource<FeedbackView>(path);
  if (!data || closedAt === null) return null;
  return data.survey ? <Panel sessionId={sessionId} closedAt={closedAt} survey={data.survey} /> : data.choice.mayChange && <SurveyChoiceSection sessionId={sessionId} />;
}

function Panel({ sessionId, closedAt, survey: { questionnaires, results, groups, closesAt, isOpen, graceUntil, eligible, given, told } }: { sessionId: string; closedAt: string; survey: SurveyResults }) {
  const t = useText('sessions/feedback');
  const format = useFormat();
  const problemText = useProblemText();
  const set = useCommand((days: number) => api.put(`/sessions/${sessionId}/survey`, { days }), [`/sessions/${sessionId}/feedback`, `/sessions/${sessionId}/report`, `/sessions/${sessionId}/report-draft`]);
  const daysUntil = (instant: number) => Math.min(SURVEY_DAYS_MAX, Math.ceil((instant - Date.parse(closedAt)) / DAY_MS) + SURVEY_DAYS);
  return (
    <section className="page-section stack" aria-labelledby="survey">
      <h2 id="survey">{t('survey.title')}</h2>
      <p>
        <strong>{t('survey.turnout', { given, eligible })}</strong> {isOpen ? t('survey.openUntil', { when: format.dateTime(closesAt) }) : t('survey.over', { when: format.dateTime(closesAt) })}
        {graceUntil && <> {t('survey.grace', { until: format.time(graceUntil) })}</>}
      </p>
      {set.error !== null && <Notice tone="bad" role="alert">{problemText(set.error)}</Notice>}
      <div className="row">
        <Button look="secondary" size="small" isPending={set.isPending} onPress={() => set.mutate(daysUntil(isOpen ? Date.parse(closesAt) : Date.now()))}>{t('survey.longer')}</Button>
        {isOpen && <Button look="quiet" size="small" isPending={set.isPending} onPress={() => set.mutate(0)}>{t('survey.endNow')}</Button>}
      </div>
      <SurveyChoice sessionId={sessionId} />
      {told === 0 ? (
        <p className="soft">{t('survey.waits')}</p>
      ) : (
        <details>
          <summary>{t('survey.results', { told })}</summary>
          <p className="soft small">{t('survey.byFive')}</p>
          <SurveyResult questionnaires={questionnaires} results={results} />
          <SurveyGroupsView groups={groups} questionnaires={questionnaires} />
        </details>
      )}
    </section>
  );
}
