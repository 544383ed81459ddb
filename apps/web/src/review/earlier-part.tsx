import type { ReferralView } from '@spolu/contracts/review';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { OutcomeTag } from '../provenance/outcome.tsx';

/** What bodies before this one said, with those who dissented: it travels along with the dossier. */
export function EarlierPart({ earlier }: Pick<ReferralView, 'earlier'>) {
  const t = useText('review');
  const format = useFormat();
  if (earlier.length === 0) return null;
  return (
    <section className="page-section">
      <h2>{t('earlier.title')}</h2>
      {earlier.map(({ referralId, bodyName, version, dueOn, unanswered, items }) => (
        <details key={referralId} className="review-others">
          <summary>{t('earlier.of', { body: bodyName, version })}</summary>
          {unanswered && <p>{t('earlier.unanswered', { date: format.day(dueOn) })}</p>}
          <ul role="list" className="stack">
            {items.map(({ number, title, opinion }) => (
              <li key={number} className="stack stack-s">
                <p className="row">
                  <span className="strong">
                    {number}. {title}
                  </span>
                  {opinion ? <OutcomeTag outcome={opinion.verdict} /> : <span className="soft">{t('earlier.none')}</span>}
                </p>
                {opinion && (
                  <>
                    <p className="keep-lines">{opinion.reasoning}</p>
                    {opinion.dissent && (
                      <p className="keep-lines">
                        <span className="strong">{t('opinion.dissent')}:</span> {opinion.dissent}
                      </p>
                    )}
                    <p className="soft small">{t('vote.counts', opinion.vote)}</p>
                  </>
                )}
              </li>
            ))}
          </ul>
          {items.some(({ opinion }) => opinion) && (
            <p>
              <a href={`/api/referrals/${referralId}/opinion.docx`} download>
                {t('opinion.word')}
              </a>
            </p>
          )}
        </details>
      ))}
    </section>
  );
}
