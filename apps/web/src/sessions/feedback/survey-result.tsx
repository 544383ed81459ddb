import { textIn, type Question, type Questionnaire, type ScaleResult } from '@spolu/contracts/question-texts';
import { SCALES } from '@spolu/methods/questionnaires/scales';
import { currentLanguage } from '../../i18n/i18n.ts';
import { useText } from '../../i18n/use-text.ts';
import { markText, ScaleResultView, shareText } from '../questionnaire/scale-result.tsx';

interface SurveyResultProps {
  questionnaires: readonly Questionnaire[];
  results: readonly { questionId: string; scale: ScaleResult | null }[];
}

/** Each question with what people answered; several questionnaires one after another, each by its name. */
export function SurveyResult({ questionnaires, results }: SurveyResultProps) {
  const t = useText('sessions/feedback');
  const language = currentLanguage();
  return (
    <div className="stack">
      {questionnaires.flatMap(({ id: of, title, questions }) => [
        questionnaires.length > 1 && <h3 key={of} lang={textIn(title, language).lang}>{textIn(title, language).text}</h3>,
        ...questions.map((question) => {
          const { id, type, texts } = question;
          if (type === 'text') return null;
          const result = results.find(({ questionId }) => questionId === id)?.scale ?? null;
          return (
            <ScaleResultView
              key={id}
              label={textIn(texts, language).text}
              lang={textIn(texts, language).lang}
              summary={summaryOf(question, result)}
              stepText={(value, count) => t('result.step', { value: stepName(question, value), count })}
              result={result}
            />
          );
        }),
      ])}
    </div>
  );

  function summaryOf({ type }: Question, result: ScaleResult | null): string {
    if (!result) return t('result.tooFew');
    const answers = result.count;
    if (result.agreeShare !== null && result.mean !== null) {
      return t(type === 'satisfaction5' ? 'result.satisfied' : 'result.agree', { mean: markText(result.mean), share: shareText(result.agreeShare), answers });
    }
    return result.mean === null ? t('result.answers', { answers }) : t('result.mean', { mean: markText(result.mean), answers });
  }
  function stepName({ type }: Question, value: string | number): string {
    const label = type === 'text' ? undefined : SCALES[type].values.find((step) => step.value === value)?.label;
    return label && Object.keys(label).length > 0 ? textIn(label, language).text : String(value);
  }
}
