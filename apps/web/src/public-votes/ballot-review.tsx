import type { PublicVoteView, VoteCategory } from '@spolu/contracts/public-votes';
import { Button } from '@spolu/ui/button';
import { Notice } from '@spolu/ui/notice';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import { limitOf, rankedIn, usedOf, type BallotDraft } from './ballot-draft.ts';
import { useMoney } from './vote-words.ts';

interface BallotReviewProps {
  vote: PublicVoteView;
  draft: BallotDraft;
  failure: Error | null;
  pending: boolean;
  onBack: () => void;
  onSend: () => void;
}

/** What is about to be sent, for good. */
export function BallotReview({ vote, draft, failure, pending, onBack, onSend }: BallotReviewProps) {
  const t = useText('public-votes');
  const problemText = useProblemText();
  return (
    <>
      {vote.categories.map((category) => (
        <section key={category.id} className="stack stack-s">
          {category.title && <h2>{category.title}</h2>}
          <Chosen vote={vote} category={category} draft={draft} />
        </section>
      ))}
      <Notice tone="warn" title={t('review.finalTitle')}><p>{t('secret.final')}</p></Notice>
      {failure !== null && <Notice tone="bad" role="alert">{problemText(failure)}</Notice>}
      <div className="row">
        <Button size="thumb" isPending={pending} onPress={onSend}>{t('review.send')}</Button>
        <Button size="thumb" look="secondary" isDisabled={pending} onPress={onBack}>{t('review.back')}</Button>
      </div>
    </>
  );
}

function Chosen({ vote, category, draft }: { vote: PublicVoteView; category: VoteCategory; draft: BallotDraft }) {
  const t = useText('public-votes');
  const money = useMoney(vote.rule);
  const { method } = vote.rule;
  const ranked = rankedIn(draft, category);
  const chosen = method === 'ranking' ? ranked.flatMap((id) => category.options.filter((option) => option.id === id)) : category.options.filter(({ id }) => (draft.dots[id] ?? 0) > 0);
  if (chosen.length === 0) return <p className="soft">{t('review.nothing')}</p>;
  const List = method === 'ranking' ? 'ol' : 'ul';
  return (
    <>
      <List className="public-votes-chosen">
        {chosen.map(({ id, title, cost }) => (
          <li key={id}>
            {title}
            {method === 'dots' && <strong> – {t('dots.given', { count: draft.dots[id] ?? 0 })}</strong>}
            {method === 'budget' && cost !== null && <strong> – {money(cost)}</strong>}
          </li>
        ))}
      </List>
      {method === 'budget' && <p>{t('budget.used', { used: money(usedOf(vote, category, draft)), budget: money(limitOf(vote, category) ?? 0) })}</p>}
    </>
  );
}
