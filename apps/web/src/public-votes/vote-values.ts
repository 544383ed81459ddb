import { VOTE_METHODS, type EditPublicVote, type PublicVoteView, type VoteMethod, type VoteRule, type Voters } from '@spolu/contracts/public-votes';
import { v4 as uuid } from 'uuid';
import { wallInTown } from '../i18n/format.ts';
import { clockTime } from '../sessions/clock-time.ts';

/** A category as the form holds it; its options are said with the ideas. */
export interface CategoryValues {
  key: string;
  title: string;
  limit: number | null;
  winners: number | null;
  budget: number | null;
}
/** An idea to be voted on, in the category with this key. */
export interface ChosenIdea {
  ideaId: string;
  category: string;
  cost: number | null;
}
/** What the form holds: the limits of every rule, so that trying another one loses nothing. */
export interface VoteValues {
  title: string;
  intro: string;
  method: VoteMethod;
  perOption: number | null;
  count: 'greedy' | 'equal-shares';
  currency: 'EUR' | 'CZK';
  voters: Voters;
  opens: { on: string | null; time: string };
  closes: { on: string | null; time: string };
  categories: CategoryValues[];
  /** In the order in which people are to read them. */
  chosen: ChosenIdea[];
  openBallots: boolean;
  revision: number;
}

export const newCategory = (): CategoryValues => ({ key: uuid(), title: '', limit: 3, winners: 1, budget: null });
export const newVote = (): VoteValues => ({
  title: '', intro: '', method: VOTE_METHODS[1], perOption: null, count: 'equal-shares', currency: 'EUR', voters: 'accounts',
  opens: { on: null, time: '08:00' }, closes: { on: null, time: '20:00' }, categories: [newCategory()], chosen: [], openBallots: false, revision: 0,
});

export function valuesOf({ title, intro, rule, voters, opensAt, closesAt, categories, openBallots, revision }: PublicVoteView): VoteValues {
  const initial = newVote();
  return {
    title, intro, voters, openBallots, revision,
    method: rule.method,
    perOption: rule.method === 'dots' ? rule.perOption : null,
    count: rule.method === 'budget' ? rule.count : initial.count,
    currency: rule.method === 'budget' ? rule.currency : initial.currency,
    opens: wallInTown(opensAt), closes: wallInTown(closesAt),
    categories: categories.map(({ id, title, limit, winners, budget }) => ({ key: id, title, limit, winners, budget })),
    chosen: categories.flatMap(({ id, options }) => options.map(({ ideaId, cost }) => ({ ideaId, category: id, cost }))),
  };
}

export function ruleOf({ method, perOption, count, currency }: Pick<VoteValues, 'method' | 'perOption' | 'count' | 'currency'>): VoteRule {
  if (method === 'dots') return { method, perOption };
  return method === 'budget' ? { method, count, currency } : { method };
}

/** What is voted on in a category; one that went away leaves its ideas to the first. */
export function chosenIn({ categories, chosen }: Pick<VoteValues, 'categories' | 'chosen'>, key: string): ChosenIdea[] {
  const keyOf = ({ category }: ChosenIdea) => (categories.some((one) => one.key === category) ? category : categories[0]?.key);
  return chosen.filter((one) => keyOf(one) === key);
}

/** What the schema sees. */
export function inputOf(values: VoteValues): unknown {
  const { title, intro, voters, opens, closes, categories, openBallots, revision, method } = values;
  return {
    title, intro, rule: ruleOf(values), voters, openBallots, revision,
    opens: { on: opens.on, time: clockTime(opens.time) }, closes: { on: closes.on, time: clockTime(closes.time) },
    categories: categories.map(({ key, title, limit, winners, budget }) => ({
      title,
      limit: method === 'fixed-number' || method === 'dots' ? limit : null,
      winners: method === 'budget' ? null : winners,
      budget: method === 'budget' ? budget : null,
      options: chosenIn(values, key).map(({ ideaId, cost }) => ({ ideaId, cost: method === 'budget' ? cost : null })),
    })),
  } satisfies { [Key in keyof EditPublicVote]: unknown };
}
