import { SURVEY_IDS, type FeedbackView, type SurveyId } from '@spolu/contracts/feedback';
import { textIn } from '@spolu/contracts/question-texts';
import { demographicsBeside, surveysOf } from '@spolu/methods/questionnaires/survey';
import { Checkbox } from '@spolu/ui/checkbox';
import { Notice } from '@spolu/ui/notice';
import { api } from '../../http/api.ts';
import { useCommand, useResource } from '../../http/queries.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { useText } from '../../i18n/use-text.ts';

/** What people are asked after the session: chosen while it is prepared, and until the first of them answers. */
export function SurveyChoice({ sessionId }: { sessionId: string }) {
  const t = useText('sessions/feedback');
  const problemText = useProblemText();
  const path = `/sessions/${sessionId}/feedback`;
  const { data } = useResource<FeedbackView>(path);
  const choose = useCommand((questionnaires: SurveyId[]) => api.put(`/sessions/${sessionId}/questionnaires`, { questionnaires }), [path]);
  if (!data?.choice.mayChange) return null;
  const chosen = data.choice.questionnaires;
  const minutes = surveysOf(chosen).reduce((sum, one) => sum + one.minutes, 0);
  const language = currentLanguage();
  return (
    <fieldset className="ui-field">
      <legend className="ui-label">{t('choice.title')}</legend>
      <div className="ui-choices">
        {surveysOf(SURVEY_IDS).map((questionnaire) => {
          const { id, title, questions, minutes: takes } = questionnaire;
          const { text, lang } = textIn(title, language);
          const hint = [t('choice.length', { count: questions.length, minutes: takes }), ...(demographicsBeside([questionnaire]).length > 0 ? [t('choice.demographics')] : [])].join(' ');
          const isChosen = chosen.some((one) => one === id);
          return (
            <Checkbox
              key={id}
              label={<span lang={lang}>{text}</span>}
              hint={hint}
              checked={isChosen}
              disabled={choose.isPending}
              onChange={(checked) => choose.mutate(SURVEY_IDS.filter((one) => (one === id ? checked : chosen.includes(one))))}
            />
          );
        })}
      </div>
      <p role="status" className="small soft">{chosen.length === 0 ? t('choice.nothing') : t('choice.together', { count: minutes })}</p>
      {choose.error !== null && <Notice tone="bad" role="alert">{problemText(choose.error)}</Notice>}
    </fieldset>
  );
}

/** The same beside what a session is, while it is prepared and runs. */
export function SurveyChoiceSection({ sessionId }: { sessionId: string }) {
  const t = useText('sessions/feedback');
  return (
    <section className="page-section stack" aria-labelledby="survey-choice">
      <h2 id="survey-choice">{t('survey.title')}</h2>
      <p>{t('choice.means')}</p>
      <SurveyChoice sessionId={sessionId} />
    </section>
  );
}
