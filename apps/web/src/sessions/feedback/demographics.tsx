import type { Demographic, ScaleValue } from '@spolu/contracts/question-texts';
import { textIn } from '@spolu/contracts/question-texts';
import { RadioGroup } from '@spolu/ui/radio-group';
import { currentLanguage } from '../../i18n/i18n.ts';
import { useText } from '../../i18n/use-text.ts';

/** Chosen in place of nothing: what was pressed by mistake can be taken back. */
const UNSAID = 'unsaid';

interface DemographicsProps {
  demographics: readonly Demographic[];
  answers: Readonly<Record<string, ScaleValue>>;
  /** An empty value: she says nothing of it. */
  onAnswer: (id: string, value: ScaleValue) => void;
}

/** What somebody may say of herself, at the end of the paper and apart from what she says of the session. */
export function Demographics({ demographics, answers, onAnswer }: DemographicsProps) {
  const t = useText('sessions/feedback');
  const language = currentLanguage();
  return (
    <section className="stack" aria-labelledby="survey-demographics">
      <div className="stack stack-s">
        <h2 id="survey-demographics">{t('demographics.title')}</h2>
        <p>{t('demographics.means')}</p>
      </div>
      {demographics.map(({ id, texts, options }) => {
        const unsaid = options.some(({ value }) => value === 'na') ? [] : [{ id: UNSAID, label: t('demographics.unsaid') }];
        return (
          <div key={id} lang={textIn(texts, language).lang}>
            <RadioGroup
              label={textIn(texts, language).text}
              optional={t('demographics.optional')}
              options={[...options.map(({ value, label }) => ({ id: value, label: textIn(label, language).text })), ...unsaid]}
              value={answers[id] === '' ? UNSAID : answers[id] === undefined ? null : String(answers[id])}
              onChange={(value) => onAnswer(id, value === UNSAID ? '' : value)}
            />
          </div>
        );
      })}
    </section>
  );
}
