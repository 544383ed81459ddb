import type { PublishedAssessment } from '@spolu/contracts/assessment';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { OutcomeTag } from '../provenance/outcome.tsx';

/** What departments said of an idea. `level`: of the headings; `named`: each is a place that a link leads to, so once on a page. */
export function AnswerList({ answers, level = 3, named = false }: { answers: readonly PublishedAssessment[]; level?: 3 | 4 | 5; named?: boolean }) {
  const t = useText('ideas');
  const format = useFormat();
  const Heading = `h${level}` as const;
  return (
    <ul role="list" className="stack">
      {answers.map((answer) => (
        <li key={answer.id} id={named ? answer.id : undefined} className="ui-card stack stack-s">
          <Heading className="row">
            {answer.organisationName} <OutcomeTag outcome={answer.feasibility} />
          </Heading>
          <p className="soft small">{format.day(answer.publishedAt)}</p>
          {answer.publicAnswer && <p className="keep-lines" lang={answer.language}>{answer.publicAnswer}</p>}
          {answer.cost !== null && (
            <p>
              {t('answers.cost')}: <strong>{format.money(answer.cost)}</strong>
              {answer.costNote && <span className="soft"> ({answer.costNote})</span>}
            </p>
          )}
          {answer.scores.length > 0 && (
            <details>
              <summary>{t('answers.criteria')}</summary>
              <ul>
                {answer.scores.map(({ title, value, scaleMax, reason }) => (
                  <li key={title}>
                    {title}: <strong>{scaleMax === null ? t(value === 1 ? 'answers.met' : 'answers.notMet') : `${value} / ${scaleMax}`}</strong>
                    {reason && <span className="soft"> – {reason}</span>}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
