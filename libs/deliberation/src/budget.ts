import type { DotBallot } from './dot-vote.ts';

/** What is paid from a budget, and what there is to spend; costs and budget in one unit, whole or with cents. */
export interface BudgetRules {
  /** In the order in which the voters saw them; it decides last of all between equals. */
  projects: readonly BudgetProject[];
  budget: number;
}
export interface BudgetProject {
  id: string;
  /** More than nothing. */
  cost: number;
}

export interface FundedProject {
  projectId: string;
  cost: number;
  /** Points of all ballots together. */
  points: number;
}
export interface GreedyResult {
  /** In the order in which they were taken. */
  funded: FundedProject[];
  /** In the same order; what each would have needed more than what was left when its turn came. */
  notFunded: (FundedProject & { missing: number })[];
  spent: number;
}

export interface SharedProject extends FundedProject {
  supporterCount: number;
  /** What each supporter pays; one who has less left pays what she has. */
  price: number;
}
export interface EqualSharesResult {
  /** In the order in which they were bought. */
  funded: SharedProject[];
  /** By points, the most first; what their supporters' shares fall short of the cost. */
  notFunded: (FundedProject & { supporterCount: number; missing: number })[];
  spent: number;
  /** What each of them had to spend in the end, in the unit of the budget. */
  endowment: number;
}

/** Of two amounts that differ by less than this part of the larger nobody can tell which is larger: they were added up in different orders. */
const SAME = 1e-9;
const less = (a: number, b: number) => a < b - SAME * Math.max(Math.abs(a), Math.abs(b));

interface Candidate extends BudgetProject {
  order: number;
  points: number;
  /** Voters by index who gave it a point or more. */
  supporters: readonly number[];
}

function candidatesOf(ballots: readonly DotBallot[], { projects }: BudgetRules): Candidate[] {
  const byId = new Map(projects.map(({ id, cost }, order) => {
    if (!(cost > 0)) throw new Error(`a project without a cost: ${id}`);
    return [id, { id, cost, order, points: 0, supporters: [] as number[] }];
  }));
  ballots.forEach((ballot, voter) => {
    for (const [id, points] of Object.entries(ballot)) {
      const project = byId.get(id);
      if (!project) throw new Error(`a counted ballot names a project outside its vote: ${id}`);
      if (points === 0) continue;
      project.points += points;
      project.supporters.push(voter);
    }
  });
  return [...byId.values()];
}

/** The most points first, of equals the cheaper, of those the one that stands first on the ballot. */
const byPoints = (a: Candidate, b: Candidate) => b.points - a.points || a.cost - b.cost || a.order - b.order;
const sumOfCosts = (projects: readonly BudgetProject[]) => projects.reduce((sum, { cost }) => sum + cost, 0);

/**
 * Takes the projects by their points as long as the money lasts; a project without a point is never taken. Ballots were checked when they were given.
 * @param onlyInOrder the first project that does not fit ends it; otherwise it is passed over and a later, cheaper one may fit
 */
export function fundGreedily(ballots: readonly DotBallot[], rules: BudgetRules, { onlyInOrder = false } = {}): GreedyResult {
  const funded: FundedProject[] = [];
  const notFunded: GreedyResult['notFunded'] = [];
  let left = rules.budget;
  let ended = false;
  for (const { id, cost, points } of candidatesOf(ballots, rules).sort(byPoints)) {
    const fits = !less(left, cost);
    if (fits && !ended && points > 0) {
      funded.push({ projectId: id, cost, points });
      left -= cost;
    } else {
      notFunded.push({ projectId: id, cost, points, missing: fits ? 0 : cost - left });
      ended ||= onlyInOrder;
    }
  }
  return { funded, notFunded, spent: rules.budget - left };
}

/**
 * What each supporter has to pay so that together they pay the cost: everybody the same, or all she has left.
 * @returns null where they have too little
 */
function priceOf({ cost, supporters }: Candidate, purse: readonly number[]): number | null {
  const poorestFirst = supporters.map((voter) => purse[voter] ?? 0).sort((a, b) => a - b);
  if (less(poorestFirst.reduce((sum, has) => sum + has, 0), cost)) return null;
  let due = cost;
  let paying = poorestFirst.length;
  for (const has of poorestFirst) {
    if (has * paying >= due) return due / paying;
    due -= has;
    paying -= 1;
  }
  // By a rounding error too little: they all give everything.
  return poorestFirst.at(-1) ?? null;
}

/** One run with a given share each: the project whose supporters pay the smallest part of its cost each is bought next. */
function buyWithShares(candidates: readonly Candidate[], voterCount: number, endowment: number): { bought: { project: Candidate; price: number }[]; purse: number[] } {
  const purse = Array.from({ length: voterCount }, () => endowment);
  const bought: { project: Candidate; price: number }[] = [];
  // Purses only get lighter and prices only higher: the last known one is the least it can be now.
  let open = candidates.filter(({ points }) => points > 0).map((project) => ({ project, atLeast: 0 }));
  for (;;) {
    let best: { project: Candidate; price: number; rate: number } | null = null;
    const affordable: typeof open = [];
    open.sort((a, b) => a.atLeast - b.atLeast);
    for (const one of open) {
      if (best && less(best.rate, one.atLeast)) {
        affordable.push(one);
        continue;
      }
      const price = priceOf(one.project, purse);
      if (price === null) continue;
      const rate = price / one.project.cost;
      affordable.push({ project: one.project, atLeast: rate });
      if (!best || less(rate, best.rate) || (!less(best.rate, rate) && byPoints(one.project, best.project) < 0)) best = { project: one.project, price, rate };
    }
    if (!best) return { bought, purse };
    const { project, price } = best;
    for (const voter of project.supporters) purse[voter] = Math.max(0, (purse[voter] ?? 0) - price);
    bought.push({ project, price });
    open = affordable.filter((one) => one.project !== project);
  }
}

/**
 * The Method of Equal Shares (D. Peters, G. Pierczyński, P. Skowron, "Proportional Participatory Budgeting with Additive Utilities", 2021): the budget is
 * divided equally among those who chose something, and each share pays for what its voter supports. Who gave a project a point or more
 * supports it, and it is worth its cost to her, as the cities that use the method count it; how many points decides only between equals.
 * Shares that stay unspent would be lost, so everybody's is made larger by one unit again and again, as long as all that is bought fits the budget
 * ("add one"; the last outcome that fits is taken, and it ends as soon as every project that has a point is bought).
 */
export function fundByEqualShares(ballots: readonly DotBallot[], rules: BudgetRules, { addOne = true } = {}): EqualSharesResult {
  const candidates = candidatesOf(ballots, rules);
  const voting = ballots.filter((ballot) => Object.values(ballot).some((points) => points > 0)).length;
  const supported = candidates.filter(({ points }) => points > 0).length;
  // Who chose nothing has no share: it could pay for nothing.
  let endowment = voting > 0 ? rules.budget / voting : 0;
  let run = buyWithShares(candidates, ballots.length, endowment);
  while (addOne && voting > 0 && run.bought.length < supported) {
    const next = buyWithShares(candidates, ballots.length, endowment + 1);
    if (less(rules.budget, sumOfCosts(next.bought.map(({ project }) => project)))) break;
    endowment += 1;
    run = next;
  }
  const funded = new Set(run.bought.map(({ project }) => project));
  return {
    funded: run.bought.map(({ project: { id, cost, points, supporters }, price }) => ({ projectId: id, cost, points, supporterCount: supporters.length, price })),
    notFunded: candidates.filter((one) => !funded.has(one)).sort(byPoints).map(({ id, cost, points, supporters }) => ({
      projectId: id, cost, points, supporterCount: supporters.length, missing: Math.max(0, cost - supporters.reduce((sum, voter) => sum + (run.purse[voter] ?? 0), 0)),
    })),
    spent: sumOfCosts([...funded]),
    endowment,
  };
}
