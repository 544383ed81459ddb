import type { ContributionWay } from '@spolu/contracts/provenance';
import { Card } from '@spolu/ui/card';
import { Tag } from '@spolu/ui/tag';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { OutcomeTag } from './outcome.tsx';
import './provenance.css';
import { bySession, farthest, stillAhead } from './how-far.ts';
import { WayMap } from './way-map.tsx';

/** Everything somebody said, by session, each with how far it is and its whole way. */
export function SaidList({ contributions }: { contributions: readonly ContributionWay[] }) {
  const t = useText('provenance');
  return (
    <div className="stack stack-l">
      {bySession(contributions).map(({ title, contributions: said }) => (
        <section key={title ?? ''} className="stack">
          <h2>{title ?? t('elsewhere')}</h2>
          <ul role="list" className="stack">
            {said.map((contribution) => (
              <Card as="li" key={contribution.id}>
                <Said contribution={contribution} open={contributions.length === 1} />
              </Card>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Said({ contribution: { kind, text, language, createdAt, onPaper, visibility, about, way }, open }: { contribution: ContributionWay; open: boolean }) {
  const t = useText('provenance');
  const format = useFormat();
  // A comment is part of the talk about something; nothing further comes of it.
  const isComment = kind === 'comment';
  // What somebody wrote as an idea needs no cluster on its way.
  const ahead = isComment ? [] : stillAhead(way).filter((stop) => kind !== 'idea' || stop !== 'cluster');
  return (
    <article className="provenance-said">
      <p className="row small soft">
        <span>{format.dateTime(createdAt)}</span>
        {onPaper && <Tag>{t('onPaper')}</Tag>}
        {isComment && <Tag>{t('comment')}</Tag>}
        {visibility !== 'public' && <Tag>{t(`visibility.${visibility}`)}</Tag>}
      </p>
      <p className="ui-note" lang={language}>
        {text}
      </p>
      {about && (
        <p className="small">
          {about.title !== null && `${t('commentAbout')} `}
          <a href={about.url} lang={about.title === null ? undefined : (about.language ?? undefined)}>{about.title ?? t('commentOpen')}</a>
        </p>
      )}
      {!isComment && (
        <ul role="list" className="stack stack-s">
          {farthest(way).map((station) => (
            <li key={station.recordId} className="provenance-now">
              <span className="strong">{t(`kind.${station.kind === 'contribution' && kind === 'idea' ? kind : station.kind}`)}</span>
              {station.kind === 'contribution' ? <span>{t('waiting')}</span> : <span lang={station.language ?? undefined}>{station.title}</span>}
              {station.outcome && <OutcomeTag outcome={station.outcome} />}
            </li>
          ))}
        </ul>
      )}
      {way.stations.length > 1 && (
        <details className="provenance-details" open={open}>
          <summary>{t('wholeWay')}</summary>
          <WayMap way={way} label={t('wayOf', { title: text.slice(0, 80) })} />
        </details>
      )}
      {ahead.length > 0 && <p className="soft small">{t('ahead', { stops: format.list(ahead.map((kind) => t(`kind.${kind}`).toLocaleLowerCase())) })}</p>}
    </article>
  );
}
