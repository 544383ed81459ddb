import type { PublicVoteView } from '@spolu/contracts/public-votes';
import { useText } from '../i18n/use-text.ts';
import { useRuleWords } from './vote-words.ts';

/** The rule in plain words, as voters read it; also the preview while the vote is prepared. */
export function HowItWorks({ vote }: { vote: Pick<PublicVoteView, 'rule' | 'voters' | 'openBallots'> & { categories: readonly Pick<PublicVoteView['categories'][number], 'title' | 'limit' | 'winners' | 'budget'>[] } }) {
  const t = useText('public-votes');
  const words = useRuleWords(vote);
  return (
    <section className="stack">
      <h2>{t('how.title')}</h2>
      <dl className="public-votes-how">
        <dt>{t('how.vote')}</dt>
        <dd className="stack stack-s">
          <p>{words.how}</p>
          {vote.categories.map((category, i) => {
            const limit = words.limit(category);
            return limit && <p key={i}>{category.title ? t('how.inCategory', { title: category.title, limit }) : limit}</p>;
          })}
        </dd>
        <dt>{t('how.counted')}</dt>
        <dd className="stack stack-s">
          <p>{words.counted}</p>
          {vote.categories.map((category, i) => {
            const winners = words.winners(category);
            return winners && <p key={i}>{category.title ? t('how.inCategory', { title: category.title, limit: winners }) : winners}</p>;
          })}
        </dd>
        <dt>{t('how.who')}</dt>
        <dd className="stack stack-s">
          <p>{t(`voters.${vote.voters}.who`)}</p>
          <p className="soft small">{t(`voters.${vote.voters}.limits`)}</p>
        </dd>
        <dt>{t('how.secret')}</dt>
        <dd className="stack stack-s">
          <p>{t('secret.means')}</p>
          <p>{t('secret.final')}</p>
          {vote.openBallots && <p>{t('secret.openBallots')}</p>}
        </dd>
      </dl>
    </section>
  );
}
