import { Problem } from '@spolu/contracts/problems';
import { ballotKindOf, type PublicBallot, type VoteCategoryResult, type VoteOptionResult, type VoteRule } from '@spolu/contracts/public-votes';
import { fundByEqualShares, fundGreedily, type BudgetRules, type EqualSharesResult } from './budget.ts';
import { checkChoice } from './choice.ts';
import { checkBallot, type DotBallot } from './dot-vote.ts';
import { checkRanking, tallyRanking } from './ranking.ts';
import { standings } from './standings.ts';

/** One part of a public vote, counted by itself. */
export interface Contest {
  id: string;
  limit: number | null;
  winners: number | null;
  budget: number | null;
  options: readonly { id: string; cost: number | null }[];
}

/**
 * Checks a ballot and puts it into one form, in the order of the options, so that two who chose the same sent the same.
 * @throws Problem `invalid-input` for a ballot of another kind of vote, `vote/unknown-option`, `vote/option-twice`, `vote/over-limit`, `vote/over-budget` for
 *   dots, `vote/over-costs` where what was chosen costs more than there is
 */
export function checkPublicBallot(ballot: PublicBallot, rule: VoteRule, contests: readonly Contest[]): PublicBallot {
  if (ballot.kind !== ballotKindOf(rule)) throw new Problem('invalid-input', {}, [{ path: 'ballot.kind', code: 'not-allowed' }]);
  const known = contests.flatMap(({ options }) => options.map(({ id }) => id));
  if (ballot.kind === 'ranking') {
    checkRanking(ballot.optionIds.map((id) => [id]), { optionIds: known });
    return { kind: 'ranking', optionIds: contests.flatMap(({ options }) => ballot.optionIds.filter((id) => options.some((option) => option.id === id))) };
  }
  const named = ballot.kind === 'dots' ? ballot.dots.map(({ optionId }) => optionId) : ballot.optionIds;
  checkChoice(named, { optionIds: known, most: known.length });
  for (const { limit, budget, options } of contests) {
    const mine = options.filter(({ id }) => named.includes(id));
    if (ballot.kind === 'dots') {
      const dots = Object.fromEntries(ballot.dots.filter(({ optionId }) => mine.some(({ id }) => id === optionId)).map(({ optionId, count }) => [optionId, count]));
      checkBallot(dots, { budget: limit ?? 0, limitPerOption: rule.method === 'dots' ? rule.perOption : null, optionIds: mine.map(({ id }) => id) });
      continue;
    }
    if (rule.method === 'fixed-number' && mine.length > (limit ?? 0)) throw new Problem('vote/over-limit', { limit: limit ?? 0 });
    const costs = mine.reduce((sum, { cost }) => sum + (cost ?? 0), 0);
    if (rule.method === 'budget' && costs > (budget ?? 0)) throw new Problem('vote/over-costs', { costs, budget: budget ?? 0 });
  }
  if (ballot.kind === 'dots') {
    return { kind: 'dots', dots: known.flatMap((id) => ballot.dots.filter(({ optionId }) => optionId === id).map(({ count }) => ({ optionId: id, count }))) };
  }
  return { kind: 'choice', optionIds: known.filter((id) => named.includes(id)) };
}

/** Whether somebody handed in a ballot and chose nothing. */
export const isAbstention = (ballot: PublicBallot) => (ballot.kind === 'dots' ? ballot.dots : ballot.optionIds).length === 0;

/** Counts ballots that were checked when they were given, each part of the vote by itself. */
export function tallyPublicVote(ballots: readonly PublicBallot[], rule: VoteRule, contests: readonly Contest[]): VoteCategoryResult[] {
  return contests.map((contest) => {
    switch (rule.method) {
      case 'ranking':
        return countRanking(ballots, contest);
      case 'budget':
        return rule.count === 'greedy' ? countGreedily(ballots, contest) : countByEqualShares(ballots, contest);
      default:
        return { ...nothingElse(contest), options: withOutcomes(pointsOf(ballots, contest), contest.winners) };
    }
  });
}

const nothingElse = ({ id }: Contest) => ({ categoryId: id, spent: null, share: null, pairWinnerId: null });

/** What a ballot gives to the options of one part: one each, or its dots. */
function dotsIn(ballot: PublicBallot, { options }: Contest): DotBallot {
  const given = ballot.kind === 'dots' ? ballot.dots : ballot.optionIds.map((optionId) => ({ optionId, count: 1 }));
  return Object.fromEntries(given.filter(({ optionId }) => options.some(({ id }) => id === optionId)).map(({ optionId, count }) => [optionId, count]));
}

type Scored = Pick<VoteOptionResult, 'optionId' | 'points' | 'voterCount'>;

function pointsOf(ballots: readonly PublicBallot[], contest: Contest): Scored[] {
  const scored = new Map(contest.options.map(({ id }) => [id, { points: 0, voterCount: 0 }]));
  for (const ballot of ballots) {
    for (const [optionId, count] of Object.entries(dotsIn(ballot, contest))) {
      const score = scored.get(optionId)!;
      score.points += count;
      score.voterCount += 1;
    }
  }
  return [...scored].map(([optionId, score]) => ({ optionId, ...score }));
}

/** Nothing is decided by lot: equals of whom only some would have room are `tied`. What nobody chose does not succeed. */
function withOutcomes(scored: readonly Scored[], winners: number | null): VoteOptionResult[] {
  return standings(scored).map(({ optionId, points, voterCount, rank }) => {
    const upTo = scored.filter((other) => other.points >= points).length;
    const outcome = winners === null ? null : voterCount === 0 || rank > winners ? 'not-chosen' : upTo <= winners ? 'chosen' : 'tied';
    return { optionId, points, voterCount, rank, outcome, missing: null, paidFor: [] };
  });
}

function countRanking(ballots: readonly PublicBallot[], contest: Contest): VoteCategoryResult {
  const optionIds = contest.options.map(({ id }) => id);
  const rankings = ballots.map((ballot) => (ballot.kind === 'ranking' ? ballot.optionIds.filter((id) => optionIds.includes(id)) : []));
  const { borda, condorcetWinner } = tallyRanking(rankings.map((ranking) => ranking.map((id) => [id])), { optionIds }, ballots.length);
  const named = (optionId: string) => rankings.filter((ranking) => ranking.includes(optionId)).length;
  const scored = borda.map(({ optionId, points }) => ({ optionId, points, voterCount: named(optionId) }));
  return { ...nothingElse(contest), options: withOutcomes(scored, contest.winners), pairWinnerId: condorcetWinner };
}

const budgetOf = ({ options, budget }: Contest): BudgetRules => ({ projects: options.map(({ id, cost }) => ({ id, cost: cost ?? 0 })), budget: budget ?? 0 });

function countGreedily(ballots: readonly PublicBallot[], contest: Contest): VoteCategoryResult {
  const { funded, notFunded, spent } = fundGreedily(ballots.map((ballot) => dotsIn(ballot, contest)), budgetOf(contest));
  const missing = new Map(notFunded.map((project) => [project.projectId, project.missing]));
  const chosen = new Set(funded.map(({ projectId }) => projectId));
  return { ...nothingElse(contest), spent, options: paidOrNot(pointsOf(ballots, contest), chosen, missing, new Map()) };
}

function countByEqualShares(ballots: readonly PublicBallot[], contest: Contest): VoteCategoryResult {
  const given = ballots.map((ballot) => dotsIn(ballot, contest));
  const result = fundByEqualShares(given, budgetOf(contest));
  const missing = new Map(result.notFunded.map((project) => [project.projectId, Math.ceil(project.missing)]));
  const chosen = new Set(result.funded.map(({ projectId }) => projectId));
  return {
    ...nothingElse(contest), spent: result.spent, share: Math.round(result.endowment * 100) / 100,
    options: paidOrNot(pointsOf(ballots, contest), chosen, missing, whatSharesPaid(given, result)),
  };
}

function paidOrNot(scored: readonly Scored[], chosen: ReadonlySet<string>, missing: ReadonlyMap<string, number>, paidFor: ReadonlyMap<string, VoteOptionResult['paidFor']>): VoteOptionResult[] {
  return standings(scored).map(({ optionId, points, voterCount, rank }) => ({
    optionId, points, voterCount, rank, outcome: chosen.has(optionId) ? 'chosen' : 'not-chosen', missing: missing.get(optionId) ?? null, paidFor: paidFor.get(optionId) ?? [],
  }));
}

/** For each project that was not bought: what the shares of those who wanted it went to, bought project by bought project, in whole units. */
function whatSharesPaid(ballots: readonly DotBallot[], { funded, notFunded, endowment }: EqualSharesResult): Map<string, VoteOptionResult['paidFor']> {
  const wanted = new Set(notFunded.map(({ projectId }) => projectId));
  const paid = new Map<string, Map<string, number>>([...wanted].map((id) => [id, new Map()]));
  for (const ballot of ballots) {
    const missed = Object.keys(ballot).filter((id) => wanted.has(id));
    if (missed.length === 0) continue;
    let purse = endowment;
    for (const { projectId, price } of funded) {
      if (!((ballot[projectId] ?? 0) > 0)) continue;
      const pays = Math.min(price, purse);
      purse -= pays;
      for (const id of missed) paid.get(id)!.set(projectId, (paid.get(id)!.get(projectId) ?? 0) + pays);
    }
  }
  return new Map([...paid].map(([id, amounts]) => [
    id,
    [...amounts].map(([optionId, amount]) => ({ optionId, amount: Math.round(amount) })).filter(({ amount }) => amount > 0).sort((a, b) => b.amount - a.amount),
  ]));
}
