import { isAbstention } from '@spolu/deliberation/public-vote';
import type { OpenBallots, PublicBallot, PublicVoteResult, VoteCategory, VoteOptionResult } from '@spolu/contracts/public-votes';
import { safeCell } from '../sheets/cells.ts';
import type { Sheet } from '../sheets/sheet-files.ts';
import type { PublicVote } from './public-vote.entity.ts';

/** A counted vote with its ballots in a random order that stays the same. */
export interface CountedBallots {
  vote: Pick<PublicVote, 'title' | 'rule' | 'voters' | 'opensAt' | 'closesAt'>;
  result: Omit<PublicVoteResult, 'countedAt'>;
  categories: readonly VoteCategory[];
  ballots: readonly PublicBallot[];
  town: { name: string; language: string; timeZone: string; dayOf: (at: Date) => string };
}

/** What it means, in the file itself; the page of the vote says the same of the table. */
const ABOUT = {
  what: 'All ballots of a public vote, without names, times or codes. They stand in a random order that says nothing of when or by whom they were cast.',
  'vote.eligible': 'how many accounts there were, how many codes were printed, or how many people had taken part',
  'vote.ballotCount': 'ballots that were counted, on paper and online',
  'vote.blankCount': 'of them with nothing chosen',
  'categories.limit': 'how many proposals a ballot could choose, or how many dots it had; null: no limit',
  'categories.winners': 'how many proposals could succeed; null: only their order was asked, or the budget decides',
  'categories.budget': 'in the currency of vote.rule, null where nothing was paid',
  'proposals.number': 'of the proposal in this file and in the table',
  'proposals.title': 'empty where the proposal was hidden with a reason after the vote was published',
  'proposals.points': 'votes, dots, or points of a ranking (one for each proposal that it was put before)',
  'proposals.voterCount': 'ballots that chose it',
  'proposals.outcome': 'chosen, not-chosen, tied (equals of whom only some had room), or null where only the order was asked',
  'ballots.number': 'of the ballot in this file and in the table, and nowhere else',
  'ballots.chosen': 'proposals by their number, of a ranking the best first; dots: how many it gave',
};

type Numbered = VoteCategory['options'][number] & { number: number };

/** Proposals are numbered as people see them, through all categories. */
function numbered(categories: readonly VoteCategory[]): { category: VoteCategory; options: Numbered[] }[] {
  let last = 0;
  return categories.map((category) => ({ category, options: category.options.map((option) => ({ ...option, number: (last += 1) })) }));
}

/** What a ballot gave, in its own order. */
const givenBy = (ballot: PublicBallot) => (ballot.kind === 'dots' ? ballot.dots : ballot.optionIds.map((optionId) => ({ optionId, count: 1 })));
const resultsIn = ({ result }: CountedBallots) => new Map<string, VoteOptionResult>(result.categories.flatMap(({ options }) => options.map((option) => [option.optionId, option])));

export function ballotsAsJson(counted: CountedBallots): OpenBallots {
  const { vote, result, categories, ballots, town } = counted;
  const results = resultsIn(counted);
  const parts = numbered(categories);
  const numbers = new Map(parts.flatMap(({ options }) => options.map(({ id, number }) => [id, number])));
  return {
    about: ABOUT,
    vote: {
      title: vote.title, municipality: town.name, opensAt: vote.opensAt.toISOString(), closesAt: vote.closesAt.toISOString(), rule: vote.rule, voters: vote.voters,
      eligible: result.eligible, ballotCount: ballots.length, blankCount: ballots.filter(isAbstention).length,
    },
    categories: parts.map(({ category: { title, limit, winners, budget }, options }, i) => ({
      number: i + 1, title, limit, winners, budget,
      proposals: options.map(({ id, number, title, cost }) => {
        const { points, voterCount, outcome } = results.get(id)!;
        return { number, title, cost, points, voterCount, outcome };
      }),
    })),
    ballots: ballots.map((ballot, i) => ({
      number: i + 1, chosen: givenBy(ballot).map(({ optionId, count }) => ({ proposal: numbers.get(optionId)!, ...(ballot.kind === 'dots' && { dots: count }) })),
    })),
  };
}

/** A row for each ballot, a column for each proposal: 1 or 0, its dots, or its place in the category (nothing where it has none). */
export function ballotsAsTable({ vote, categories, ballots }: CountedBallots): Sheet {
  const parts = numbered(categories);
  return {
    columns: ['ballot', ...parts.flatMap(({ options }) => options.map(({ number, title }) => `${number} ${title}`.trimEnd()))],
    rows: ballots.map((ballot, i) => {
      const given = givenBy(ballot);
      return [i + 1, ...parts.flatMap(({ options }) => {
        const here = given.filter(({ optionId }) => options.some(({ id }) => id === optionId));
        return options.map(({ id }) => {
          const at = here.findIndex(({ optionId }) => optionId === id);
          return vote.rule.method === 'ranking' ? (at < 0 ? null : at + 1) : (here[at]?.count ?? 0);
        });
      })];
    }),
  };
}

/** Pabulib names the country, which the town's clock tells. */
const COUNTRIES: Record<string, string> = { 'Europe/Bratislava': 'Slovakia', 'Europe/Prague': 'Czechia' };

/**
 * A category of a vote with a budget as http://pabulib.org/format has it: whoever reads it counts the same.
 * @param nth from one on @returns null where there is no such category or no budget
 */
export function ballotsAsPabulib(counted: CountedBallots, nth: number): string | null {
  const { vote: { title, rule, opensAt, closesAt }, categories, ballots, town } = counted;
  const part = numbered(categories)[nth - 1];
  if (!part || rule.method !== 'budget') return null;
  const { category, options } = part;
  const results = resultsIn(counted);
  const country = COUNTRIES[town.timeZone];
  const date = (at: Date) => town.dayOf(at).split('-').reverse().join('.');
  const meta: [string, string | number][] = [
    ['description', title], ...(country ? [['country', country] as [string, string]] : []), ['unit', town.name], ...(category.title ? [['subunit', category.title] as [string, string]] : []),
    ['instance', town.dayOf(closesAt).slice(0, 4)], ['num_projects', options.length], ['num_votes', ballots.length], ['budget', category.budget ?? 0], ['vote_type', 'approval'],
    ['rule', rule.count === 'greedy' ? 'greedy' : 'equalshares/add1'], ['date_begin', date(opensAt)], ['date_end', date(closesAt)], ['min_length', 0], ['max_length', options.length],
    ['max_sum_cost', category.budget ?? 0], ['language', town.language], ['currency', rule.currency],
    ['comment', '#1: voter_id is the place in a random order and leads to nobody. A blank ballot has no vote; it counts among those who share the budget.'],
  ];
  const votes = ballots.map((ballot, i) => {
    const given = givenBy(ballot);
    return [i + 1, options.filter(({ id }) => given.some(({ optionId }) => optionId === id)).map(({ number }) => number).join(',')];
  });
  return [
    'META', ...lines([['key', 'value'], ...meta]),
    'PROJECTS', ...lines([['project_id', 'cost', 'votes', 'name', 'selected'], ...options.map(({ id, number, cost, title }) => [
      number, cost ?? 0, results.get(id)!.voterCount, title, results.get(id)!.outcome === 'chosen' ? 1 : 0])]),
    'VOTES', ...lines([['voter_id', 'vote'], ...votes]),
  ].join('\n') + '\n';
}

const lines = (rows: readonly (readonly (string | number)[])[]) => rows.map((row) => row.map(pabulibCell).join(';'));
/** What residents wrote is read as words, by a spreadsheet too (SEC-53). */
function pabulibCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const words = safeCell(cell.replace(/\s+/g, ' '));
  return /[;"]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
