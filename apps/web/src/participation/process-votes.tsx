import type { Page as PageOf } from '@spolu/contracts/common';
import type { ProcessView } from '@spolu/contracts/participation';
import type { PublicVoteRow } from '@spolu/contracts/public-votes';
import { LinkButton } from '@spolu/ui/link-button';
import { Tag } from '@spolu/ui/tag';
import { useList } from '../http/use-list.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';

const TONES = { draft: 'neutral', published: 'accent', open: 'good', closed: 'warn', counted: 'accent' } as const;

/** The public votes of a process; its staff prepare new ones. Nothing is said to others where there is none. */
export function ProcessVotes({ process }: { process: ProcessView }) {
  const t = useText('participation');
  const format = useFormat();
  const votes = useList<PageOf<PublicVoteRow>>(`/processes/${process.id}/public-votes`);
  if (!process.may.edit && votes.data?.items.length === 0) return null;
  return (
    <section className="page-section" id="public-votes">
      <div className="row row-apart">
        <h2>{t('votes.title')}</h2>
        {process.may.edit && (
          <LinkButton href={`/processes/${process.id}/public-votes/new`} look="secondary">
            {t('votes.add')}
          </LinkButton>
        )}
      </div>
      <Loaded query={votes}>
        {({ items: rows }) =>
          rows.length === 0 ? (
            <p className="soft">{t('votes.none')}</p>
          ) : (
            <ul role="list" className="participation-list">
              {rows.map((vote) => (
                <li key={vote.id}>
                  <div className="row row-apart">
                    <a className="strong" href={`/public-votes/${vote.id}`}>
                      {vote.title}
                    </a>
                    <Tag tone={TONES[vote.state]}>{t(`votes.state.${vote.state}`)}</Tag>
                  </div>
                  <p className="soft small">
                    {[t('votes.options', { count: vote.optionCount }), t('votes.fromTo', { from: format.dateTime(vote.opensAt), to: format.dateTime(vote.closesAt) })].join(' · ')}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <MoreOf list={votes} label={t('votes.title')} />
    </section>
  );
}
