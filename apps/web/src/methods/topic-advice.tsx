import type { MethodAim } from '@spolu/contracts/methods';
import { TOPIC_QUESTION_NAMES, type TopicAdvice, type TopicAnswers, type TopicQuestion } from '@spolu/contracts/topic-guide';
import { adviseOn } from '@spolu/methods/topic-guide';
import { LinkButton } from '@spolu/ui/link-button';
import type { TextKey } from '../i18n/texts.ts';
import { useText } from '../i18n/use-text.ts';
import './methods.css';

/** An answer in words. */
export const wordsOf = (question: TopicQuestion, answer: string) => `topic.q.${question}.${answer}` as TextKey<'methods'>;

/** Where the library has methods for what is advised; to inform needs none. */
const AIMS: Record<TopicAdvice, MethodAim | null> = { 'inform': null, 'consult': 'choose', 'dialogue': 'listen', 'co-create': 'ideas', 'not-yet': null };

/** What is advised and why, in sentences; also as it is read from paper. */
export function Advice({ answers, level = 2 }: { answers: TopicAnswers; level?: 2 | 3 }) {
  const t = useText('methods');
  const { advice, reasons, cautions, inTheWay } = adviseOn(answers);
  const aim = AIMS[advice];
  const [Heading, Part] = level === 2 ? (['h2', 'h3'] as const) : (['h3', 'h4'] as const);
  return (
    <section className="ui-card stack topic-advice" data-advice={advice} aria-labelledby="advice">
      <Heading id="advice">{t(`topic.advice.${advice}`)}</Heading>
      <p>{t(`topic.means.${advice}`)}</p>
      <Part>{t('topic.why')}</Part>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{t(`topic.reason.${reason}`)}</li>
        ))}
      </ul>
      {inTheWay.length > 0 && (
        <>
          <Part>{t('topic.way')}</Part>
          <ul>
            {inTheWay.map((question) => (
              <li key={question}>
                {t(`topic.q.${question}.label`)} {t(wordsOf(question, answers[question]))}
              </li>
            ))}
          </ul>
        </>
      )}
      {cautions.length > 0 && (
        <>
          <Part>{t('topic.care')}</Part>
          <ul>
            {cautions.map((caution) => (
              <li key={caution}>{t(`topic.caution.${caution}`)}</li>
            ))}
          </ul>
        </>
      )}
      {aim && (
        <div className="no-print">
          <LinkButton look="secondary" href={`/methods?aim=${aim}`}>
            {t('topic.methods')}
          </LinkButton>
        </div>
      )}
      <details>
        <summary>{t('topic.answers')}</summary>
        <dl className="topic-answers">
          {TOPIC_QUESTION_NAMES.map((question) => (
            <div key={question}>
              <dt>{t(`topic.q.${question}.label`)}</dt>
              <dd>{t(wordsOf(question, answers[question]))}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
