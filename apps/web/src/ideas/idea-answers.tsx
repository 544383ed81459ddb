import type { PublishedAssessment } from '@spolu/contracts/assessment';
import { useResource } from '../http/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { useNamedPlace } from '../shell/page.tsx';
import { OutcomeTag } from '../provenance/outcome.tsx';

/** What departments said of the idea and the people of the process published. Nothing, where they have not. */
export function IdeaAnswers({ ideaId }: { ideaId: string }) {
  const t = useText('ideas');
  const format = useFormat();
  const { data } = useResource<PublishedAssessment[]>(`/ideas/${ideaId}/assessments`);
  useNamedPlace(data !== undefined);
  if (!data?.length) return null;
  return (
    <section className="page-section">
      <h2>{t('answers.title')}</h2>
      <ul role="list" className="stack">
        {data.map((answer) => (
          <li key={answer.id} id={answer.id} className="ui-card stack stack-s">
            <h3 className="row">
              {answer.organisationName} <OutcomeTag outcome={answer.feasibility} />
            </h3>
            <p className="soft small">{format.day(answer.publishedAt)}</p>
            {answer.publicAnswer && <p className="keep-lines" lang={answer.language}>{answer.publicAnswer}</p>}
            {answer.cost !== null && (
              <p>
                {t('answers.cost')}: <strong>{format.euros(answer.cost)}</strong>
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
    </section>
  );
}
