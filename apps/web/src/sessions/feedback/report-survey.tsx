import type { ReportSurvey } from '@spolu/contracts/feedback';
import { textIn, type Texts } from '@spolu/contracts/question-texts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { useText } from '../../i18n/use-text.ts';
import { SurveyGroupsView } from './survey-groups.tsx';
import { SurveyResult } from './survey-result.tsx';

/** What people said of the session afterwards. */
export function ReportSurveyView({ survey }: { survey: ReportSurvey }) {
  const t = useText('sessions/feedback');
  const { questionnaires, results, groups, eligible, given, told, words } = survey;
  const asked = questionnaires.flatMap(({ questions }) => questions).flatMap(({ id, texts, followUp }): [string, Texts][] => [[id, texts], ...(followUp ? [[followUp.id, followUp.texts] as [string, Texts]] : [])]);
  return (
    <section className="page-section stack" aria-labelledby="survey-result">
      <h2 id="survey-result">{t('survey.title')}</h2>
      <p>{t('survey.turnout', { given, eligible })} {t('survey.ofTold', { told })}</p>
      <SurveyResult questionnaires={questionnaires} results={results} />
      <SurveyGroupsView groups={groups} questionnaires={questionnaires} />
      {asked.map(([id, texts]) => {
        const said = words.filter(({ questionId }) => questionId === id);
        return said.length > 0 && (
          <div key={id} className="stack stack-s">
            <h3 lang={textIn(texts, currentLanguage()).lang}>{textIn(texts, currentLanguage()).text}</h3>
            <ul>{said.map(({ text }, i) => <li key={i} className="keep-lines">{text}</li>)}</ul>
          </div>
        );
      })}
    </section>
  );
}
