import type { EarlierQuestion } from '@spolu/contracts/outputs';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';

/** What bodies asked departments about the recommendation in earlier versions, and what these answered. */
export function EarlierQuestions({ questions }: { questions: readonly EarlierQuestion[] }) {
  const t = useText('outputs');
  const format = useFormat();
  if (questions.length === 0) return null;
  return (
    <div className="stack">
      <h3>{t('asked.title')}</h3>
      <ul role="list" className="stack">
        {questions.map(({ id, bodyName, organisationName, version, text, askedAt, answer, answeredAt }) => (
          <li key={id} className="ui-card stack stack-s">
            <h4>{bodyName}</h4>
            <p className="soft small">{t('asked.when', { version, date: format.day(askedAt) })}</p>
            <p className="keep-lines">{text}</p>
            <h4>{organisationName}</h4>
            {answeredAt === null ? (
              <p className="soft">{t('asked.none')}</p>
            ) : (
              <>
                <p className="soft small">{t('asked.answered', { date: format.day(answeredAt) })}</p>
                <p className="keep-lines">{answer}</p>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
