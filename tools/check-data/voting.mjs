/** Counts real elections by the rules of `libs/deliberation` and compares with what was published and what was counted elsewhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fundByEqualShares, fundGreedily } from '@spolu/deliberation/budget';
import { checkBallot, tally } from '@spolu/deliberation/dot-vote';
import { checkRanking, tallyRanking } from '@spolu/deliberation/ranking';
import { readPabulib, readPreflib } from './election-files.mjs';

/** Who won, as the elections' own authorities or their published pairwise table tell. */
const PUBLISHED_WINNERS = { 'burlington-2009.toi': 'Andy Montroll', 'debian-2010.toc': 'Stefano Zacchiroli' };

/** An experiment, not an election: its file gives the only choice of a short ballot one point, where five choices would have given it five. */
const COUNTED_OTHERWISE = new Set(['Switzerland_Zurich_S5R.pb']);

/** Options of one rank together, the best first. */
function tiersOf(ranked) {
  const tiers = new Map();
  for (const { optionId, rank } of ranked) tiers.set(rank, [...(tiers.get(rank) ?? []), optionId]);
  return [...tiers.values()];
}

function checkRanked(file, text, expected, compare) {
  const { optionIds, ballots } = readPreflib(text);
  const result = tallyRanking(ballots.map((ballot) => checkRanking(ballot, { optionIds })), { optionIds }, ballots.length);
  compare(`${file}: pairs of ${ballots.length} ballots`, result.pairs, expected.pairwise);
  compare(`${file}: Borda`, Object.fromEntries(result.borda.map(({ optionId, points }) => [optionId, points])), expected.borda);
  compare(`${file}: Schulze`, tiersOf(result.schulze), expected.schulzeTiers);
  compare(`${file}: who wins against each`, result.condorcetWinner, expected.condorcet);
  compare(`${file}: the published winner`, expected.names[result.schulze[0]?.optionId], PUBLISHED_WINNERS[file]);
}

/** A ballot of points, approvals or ranks worth n to 1 points, as dots. */
function dotsOf({ projectIds, points }, { voteType, maxLength }) {
  const worth = (index) => (voteType === 'approval' ? 1 : voteType === 'cumulative' ? (points[index] ?? 0) : maxLength - index);
  return Object.fromEntries(projectIds.map((id, index) => [id, worth(index)]));
}

function checkDots(file, text, expected, compare) {
  const election = readPabulib(text);
  const ballots = election.ballots.map((ballot) => dotsOf(ballot, election));
  const rules = {
    optionIds: election.projects.map(({ id }) => id),
    budget: election.voteType === 'approval' ? election.maxLength || election.projects.length : election.maxPoints || (election.maxLength * (election.maxLength + 1)) / 2,
    limitPerOption: election.voteType === 'approval' ? 1 : null,
  };
  const result = tally(ballots.map((ballot) => checkBallot(ballot, rules)), rules, ballots.length);
  const dots = Object.fromEntries(result.options.map(({ optionId, dots: given }) => [optionId, given]));
  compare(`${file}: ${expected.voteType} of ${ballots.length} voters`, [ballots.length, dots], [expected.voters, expected.scores]);
  const published = election.projects.filter(({ score }) => score !== null);
  if (published.length > 0 && !COUNTED_OTHERWISE.has(file)) compare(`${file}: the published scores`, published.map(({ id }) => dots[id]), published.map(({ score }) => score));
}

const idsOf = ({ funded }) => funded.map(({ projectId }) => projectId);

/** Which projects the money goes to, by each rule; and whom the city itself chose. */
function checkBudget(file, text, expected, compare) {
  const election = readPabulib(text);
  const ballots = election.ballots.map((ballot) => dotsOf(ballot, election));
  const rules = { projects: election.projects, budget: election.budget };
  compare(`${file}: greedy`, idsOf(fundGreedily(ballots, rules)), expected.greedy);
  compare(`${file}: greedy, ends at what does not fit`, idsOf(fundGreedily(ballots, rules, { onlyInOrder: true })), expected.greedyNoSkip);
  compare(`${file}: equal shares`, idsOf(fundByEqualShares(ballots, rules, { addOne: false })), expected.mesPlainCost);
  const shares = fundByEqualShares(ballots, rules);
  // Published is the first share that would have spent too much, one unit above the one that was used.
  compare(`${file}: equal shares, add one`, { winners: idsOf(shares), spent: shares.spent, endowment: Number((shares.endowment + 1).toFixed(6)) }, expected.mesAdd1Cost);
  const official = OFFICIAL[expected.rule]?.(ballots, rules);
  if (official) compare(`${file}: whom the city chose`, idsOf(official).sort(), [...expected.officialSelected].sort());
}
/** How a city decided, as its file says. */
const OFFICIAL = {
  'greedy-no-skip': (ballots, rules) => fundGreedily(ballots, rules, { onlyInOrder: true }),
  'greedy-threshold': (ballots, rules) => fundGreedily(ballots, rules),
  'equalshares/add1': (ballots, rules) => fundByEqualShares(ballots, rules),
};

/** @param folder holds `pabulib`, `preflib` and `expected-voting.json`; @param compare takes a name, what came out and what should have */
export function checkVoting(folder, compare) {
  const expected = JSON.parse(readFileSync(join(folder, 'expected-voting.json'), 'utf8'));
  for (const [from, check] of [['preflib', checkRanked], ['pabulib', checkDots], ['pabulib', checkBudget]]) {
    const files = readdirSync(join(folder, from)).sort();
    compare(`${from}: the elections that are known`, files, Object.keys(expected[from]).sort());
    for (const file of files) check(file, readFileSync(join(folder, from, file), 'utf8'), expected[from][file], compare);
  }
}
