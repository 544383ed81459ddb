import { ballotsArePublished, type PublicVoteView } from '@spolu/contracts/public-votes';
import { useText } from '../i18n/use-text.ts';

/** Files of the single ballots, where people were told before that they are published, and what stands in them. */
export function OpenBallots({ vote }: { vote: PublicVoteView }) {
  const t = useText('public-votes');
  if (!vote.openBallots) return null;
  const file = (format: 'csv' | 'json' | 'pb', category = 1) => `/api/public-votes/${vote.id}/open-ballots?format=${format}${category > 1 ? `&category=${category}` : ''}`;
  const named = vote.categories.length > 1;
  return (
    <div className="stack stack-s">
      <h3>{t('open.title')}</h3>
      {!ballotsArePublished(vote) ? (
        <p>{t('open.tooFew')}</p>
      ) : (
        <>
          <p>{t('open.means')}</p>
          <ul className="stack stack-s">
            <li><a href={file('csv')} download>{t('open.csv')}</a></li>
            <li><a href={file('json')} download>{t('open.json')}</a></li>
            {vote.rule.method === 'budget' &&
              vote.categories.map(({ id, title }, i) => (
                <li key={id}><a href={file('pb', i + 1)} download>{named ? t('open.pbOf', { title }) : t('open.pb')}</a></li>
              ))}
          </ul>
          <details>
            <summary>{t('open.what')}</summary>
            <dl className="public-votes-how public-votes-why">
              <dt><code>ballot</code></dt>
              <dd>{t('open.ballot')}</dd>
              <dt>{t('open.columns')}</dt>
              <dd>{t(`open.value.${vote.rule.method}`)}</dd>
              <dt>JSON</dt>
              <dd>{t('open.inJson')}</dd>
              {vote.rule.method === 'budget' && (
                <>
                  <dt>Pabulib</dt>
                  <dd>{t('open.inPb')}</dd>
                </>
              )}
            </dl>
          </details>
        </>
      )}
    </div>
  );
}
