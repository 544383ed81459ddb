import { useText } from '../i18n/use-text.ts';

const STATIONS = ['note', 'cluster', 'idea', 'recommendation', 'opinion', 'decision', 'milestone'] as const;

/** What this is, in one picture: the line on which a note travels, there and the answer back. */
export function WayOfANote() {
  const t = useText('home');
  return (
    <figure className="home-way">
      <figcaption className="strong">{t('way.title')}</figcaption>
      <ol role="list">
        {STATIONS.map((station) => (
          <li key={station} data-station={station}>
            <span className="strong">{t(`way.${station}`)}</span>
            <span className="soft small">{t(`way.${station}-text`)}</span>
          </li>
        ))}
      </ol>
      <p className="home-answer">{t('way.back')}</p>
    </figure>
  );
}
