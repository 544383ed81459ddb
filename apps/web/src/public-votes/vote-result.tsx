import type { PublicVoteOption, PublicVoteResult, PublicVoteView, VoteCategory, VoteCategoryResult, VoteOptionResult } from '@spolu/contracts/public-votes';
import { BarChart } from '@spolu/ui/bar-chart';
import { Table } from '@spolu/ui/table';
import { Tag } from '@spolu/ui/tag';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { OpenBallots } from './open-ballots.tsx';
import { useMoney } from './vote-words.ts';

const TONES = { chosen: 'good', 'not-chosen': 'neutral', tied: 'warn' } as const;

/** What came of the vote: how many took part, what each option got and why it did or did not succeed. */
export function VoteResult({ vote, result }: { vote: PublicVoteView; result: PublicVoteResult }) {
  const t = useText('public-votes');
  const format = useFormat();
  return (
    <section className="page-section stack" aria-labelledby="vote-result">
      <h2 id="vote-result">{t('result.title')}</h2>
      <p>
        {t('result.turnout', { count: result.ballotCount, eligible: result.eligible })}
        {result.abstentionCount > 0 && ` ${t('result.abstentions', { count: result.abstentionCount })}`}
        {result.paperCount > 0 && ` ${t('result.paper', { count: result.paperCount })}`}
      </p>
      {result.invalidPaper && (
        <p>{t('result.invalidPaper', { count: result.invalidPaperCount, why: format.list(result.invalidPaper.map(({ reason, count }) => `${t(`paper.reason.${reason}`)} (${count})`)) })}</p>
      )}
      {result.categories.map((counted) => {
        const category = vote.categories.find(({ id }) => id === counted.categoryId);
        return category && <CategoryResult key={category.id} vote={vote} category={category} counted={counted} />;
      })}
      <OpenBallots vote={vote} />
      <p className="soft small">{t('result.countedAt', { at: format.dateTime(result.countedAt) })}</p>
    </section>
  );
}

function OptionName({ option }: { option: PublicVoteOption | undefined }) {
  return option && !option.hidden ? <a href={`/ideas/${option.ideaId}`}>{option.title}</a> : option?.title;
}

function CategoryResult({ vote, category, counted }: { vote: PublicVoteView; category: VoteCategory; counted: VoteCategoryResult }) {
  const t = useText('public-votes');
  const format = useFormat();
  const money = useMoney(vote.rule);
  const optionOf = (id: string) => category.options.find((option) => option.id === id);
  const points = (count: number) => t(vote.rule.method === 'dots' ? 'dots.given' : vote.rule.method === 'ranking' ? 'result.points' : 'result.votes', { count });
  const chart = category.title || t('result.title');
  const pairWinner = counted.pairWinnerId === null ? undefined : optionOf(counted.pairWinnerId);
  return (
    <div className="stack">
      {category.title && <h3>{category.title}</h3>}
      <BarChart
        label={chart}
        bars={counted.options.map((option) => ({
          id: option.optionId, count: option.points, text: points(option.points), marked: option.outcome === 'chosen',
          label: (
            <>
              <OptionName option={optionOf(option.optionId)} />{' '}
              {option.outcome !== null && <Tag tone={TONES[option.outcome]}>{t(`outcome.${option.outcome}`)}</Tag>}
            </>
          ),
        }))}
      />
      <details>
        <summary>{t('result.asTable')}</summary>
        <Table
          caption={chart} captionHidden rowKey={({ optionId }) => optionId} rows={counted.options}
          columns={[
            { id: 'rank', title: t('result.rank'), numeric: true, cell: ({ rank }) => rank },
            { id: 'title', title: t('result.proposal'), heading: true, cell: ({ optionId }) => optionOf(optionId)?.title },
            { id: 'points', title: t('result.got'), numeric: true, cell: (option) => points(option.points) },
            { id: 'voters', title: t('result.voters'), numeric: true, cell: ({ voterCount }) => format.number(voterCount) },
            ...(vote.rule.method === 'budget' ? [{ id: 'cost', title: t('form.cost'), numeric: true, cell: ({ optionId }: VoteOptionResult) => money(optionOf(optionId)?.cost ?? 0) }] : []),
            { id: 'outcome', title: t('result.outcome'), cell: ({ outcome }) => (outcome === null ? '–' : t(`outcome.${outcome}`)) },
          ]}
        />
      </details>
      {vote.rule.method === 'budget' && counted.spent !== null && <p>{t('budget.spent', { spent: money(counted.spent), budget: money(category.budget ?? 0) })}</p>}
      {counted.share !== null && <p>{t('result.share', { share: money(counted.share) })}</p>}
      {pairWinner && <p>{t('result.pairWinner', { title: pairWinner.title })}</p>}
      {counted.options.some(({ outcome }) => outcome === 'tied') && <p>{t('result.tied')}</p>}
      {counted.options.some(({ missing }) => missing !== null) && (
        <details>
          <summary>{t('why.title')}</summary>
          <ul className="stack stack-s public-votes-why">
            {counted.options.filter(({ missing }) => missing !== null).map((option) => <li key={option.optionId}>{why(option)}</li>)}
          </ul>
        </details>
      )}
    </div>
  );

  /** Why it was not paid, in figures that anybody can add up. */
  function why({ optionId, points: got, missing, paidFor }: VoteOptionResult): string {
    const { title = '', cost = null } = optionOf(optionId) ?? {};
    if (got === 0) return t('why.nobody', { title });
    if (counted.share === null) return t('why.greedy', { title, cost: money(cost ?? 0), missing: money(missing ?? 0) });
    const elsewhere = format.list(paidFor.slice(0, 3).map((paid) => t('why.paid', { amount: money(paid.amount), title: optionOf(paid.optionId)?.title ?? '' })));
    const worse = counted.options.filter((other) => other.outcome === 'chosen' && other.points < got).map((other) => optionOf(other.optionId)?.title ?? '');
    return [
      t('why.shares', { title, votes: points(got), cost: money(cost ?? 0), missing: money(missing ?? 0) }),
      elsewhere && t('why.elsewhere', { list: elsewhere }),
      worse.length > 0 && t('why.fewer', { list: format.list(worse.slice(0, 3)) }),
    ].filter(Boolean).join(' ');
  }
}
