import type { PublicVoteView, VoteCategory, VoteRule } from '@spolu/contracts/public-votes';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';

/** Amounts in the money of the vote, without cents. */
export function useMoney(rule: VoteRule): (amount: number) => string {
  const format = useFormat();
  return (amount) => format.money(amount, rule.method === 'budget' ? rule.currency : 'EUR');
}

/** How people vote and how it is counted, in plain words. */
export function useRuleWords({ rule }: Pick<PublicVoteView, 'rule'>) {
  const t = useText('public-votes');
  const money = useMoney(rule);
  return {
    /** What one does, without the limits of a category. */
    how: rule.method === 'dots' && rule.perOption !== null ? `${t('rule.dots.how')} ${t('rule.perOption', { count: rule.perOption })}` : t(`rule.${rule.method}.how`),
    /** The limit of one category; null where there is none. */
    limit: ({ limit, budget }: Pick<VoteCategory, 'limit' | 'budget'>): string | null => {
      if (rule.method === 'budget') return budget === null ? null : t('rule.budget.limit', { budget: money(budget) });
      if (rule.method === 'fixed-number') return limit === null ? null : t('rule.fixed-number.limit', { count: limit });
      return rule.method === 'dots' && limit !== null ? t('rule.dots.limit', { count: limit }) : null;
    },
    counted: rule.method === 'budget' ? t(`counted.${rule.count}`) : rule.method === 'ranking' ? t('counted.ranking') : t('counted.points'),
    /** What succeeds in one category; null where only the order is told. */
    winners: ({ winners }: Pick<VoteCategory, 'winners'>): string | null =>
      rule.method === 'budget' ? null : winners === null ? t('counted.orderOnly') : `${t('counted.winners', { count: winners })} ${t('counted.ties')}`,
  };
}

/** A vote as it is shown: an option whose idea was hidden since is called by its place on the ballot. */
export function useNamedOptions(): (vote: PublicVoteView) => PublicVoteView {
  const t = useText('public-votes');
  return (vote) => {
    const order = vote.categories.flatMap(({ options }) => options.map(({ id }) => id));
    return {
      ...vote,
      categories: vote.categories.map((category) => ({
        ...category, options: category.options.map((option) => (option.hidden ? { ...option, title: t('hiddenOption', { number: order.indexOf(option.id) + 1 }) } : option)),
      })),
    };
  };
}
