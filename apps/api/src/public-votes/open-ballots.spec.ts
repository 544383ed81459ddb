import { describe, expect, test } from '@jest/globals';
import type { PublicBallot, VoteCategory, VoteRule } from '@spolu/contracts/public-votes';
import { checkPublicBallot, isAbstention, tallyPublicVote } from '@spolu/deliberation/public-vote';
import fc from 'fast-check';
import Papa from 'papaparse';
import { ballotsAsJson, ballotsAsPabulib, ballotsAsTable, type CountedBallots } from './open-ballots.ts';

const TITLES = ['Lavičky; nové', '=1+1', 'Park „Pri rieke“ "dolu"', 'Tieň', 'META', 'Voda', 'Cesta'];
/** Two categories, of four and three proposals. */
function categoriesOf({ budget, costs = [30, 20, 10, 40, 10, 20, 15] }: { budget: number | null; costs?: number[] }): VoteCategory[] {
  const option = (i: number) => ({ id: `option-${i}`, ideaId: `idea-${i}`, title: TITLES[i]!, summary: '', cost: budget === null ? null : costs[i]!, hidden: false });
  const category = (id: string, title: string, from: number, to: number) => ({ id, title, limit: 3, winners: budget === null ? 2 : null, budget, options: Array.from({ length: to - from }, (_, i) => option(from + i)) });
  return [category('sport', 'Šport', 0, 4), category('green', '', 4, 7)];
}
function counted(rule: VoteRule, categories: VoteCategory[], ballots: PublicBallot[]): CountedBallots {
  const checked = ballots.map((ballot) => checkPublicBallot(ballot, rule, categories));
  return {
    vote: { title: 'Projekty pre mesto', rule, voters: 'codes', opensAt: new Date('2026-05-24T22:30:00Z'), closesAt: new Date('2026-06-08T18:00:00Z') },
    result: { ballotCount: checked.length, paperCount: 0, invalidPaperCount: 0, abstentionCount: checked.filter(isAbstention).length, eligible: 100, categories: tallyPublicVote(checked, rule, categories) },
    categories, ballots: checked,
    town: { name: 'Banská Bystrica', language: 'sk', timeZone: 'Europe/Bratislava', dayOf: (at) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Bratislava', dateStyle: 'short' }).format(at) },
  };
}
const chosenAt = (...at: number[]): PublicBallot => ({ kind: 'choice', optionIds: at.map((i) => `option-${i}`) });

/** As a stranger reads the format: three sections, each a line of names and rows of cells parted by semicolons. */
function readPabulib(text: string) {
  const [, meta, projects, votes] = /^META\n([^]*?)\nPROJECTS\n([^]*?)\nVOTES\n([^]*)\n$/.exec(text)!;
  const cells = (section: string) => Papa.parse<string[]>(section, { delimiter: ';', newline: '\n' }).data;
  const named = (section: string) => Papa.parse<Record<string, string>>(section, { delimiter: ';', newline: '\n', header: true }).data;
  return { meta: Object.fromEntries(cells(meta!).slice(1)) as Record<string, string>, projects: named(projects!), votes: named(votes!) };
}

describe('ballots that anybody can count again', () => {
  test.each(['greedy', 'equal-shares'] as const)('as Pabulib: what is read from the file gives the same result (%s)', (count) => {
    const budget = fc.integer({ min: 20, max: 80 });
    const ballots = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 2 }), { minLength: 1, maxLength: 40 });
    fc.assert(fc.property(budget, fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 7, maxLength: 7 }), ballots, (most, costs, chosen) => {
      const rule: VoteRule = { method: 'budget', count, currency: 'EUR' };
      const categories = categoriesOf({ budget: most, costs: costs.map((cost) => Math.min(cost, Math.floor(most / 2))) });
      const vote = counted(rule, categories, chosen.map((at) => chosenAt(...at)));
      categories.forEach((category, i) => {
        const { meta, projects, votes } = readPabulib(ballotsAsPabulib(vote, i + 1)!);
        const contest = {
          id: category.id, limit: null, winners: null, budget: Number(meta['budget']), options: projects.map((project) => ({ id: project['project_id']!, cost: Number(project['cost']) })),
        };
        const read = votes.map((voter): PublicBallot => ({ kind: 'choice', optionIds: voter['vote']!.split(',').filter(Boolean) }));
        const [again] = tallyPublicVote(read, { ...rule, count: meta['rule'] === 'greedy' ? 'greedy' : 'equal-shares' }, [contest]);
        const number = new Map(category.options.map(({ id }, at) => [id, projects[at]!['project_id']!]));
        const told = vote.result.categories[i]!;
        expect({ spent: again!.spent, share: again!.share }).toEqual({ spent: told.spent, share: told.share });
        expect(again!.options.map(({ optionId, points, outcome }) => [optionId, points, outcome])).toEqual(told.options.map(({ optionId, points, outcome }) => [number.get(optionId), points, outcome]));
        expect(new Set(projects.filter(({ selected }) => selected === '1').map((project) => project['project_id']))).toEqual(
          new Set(told.options.filter(({ outcome }) => outcome === 'chosen').map(({ optionId }) => number.get(optionId))));
        expect([Number(meta['num_votes']), Number(meta['num_projects'])]).toEqual([votes.length, projects.length]);
      });
    }), { numRuns: 60 });
  });

  test('as Pabulib: names the town, its days and its category; words are words (SEC-53), and a vote without a budget has no such file', () => {
    const vote = counted({ method: 'budget', count: 'equal-shares', currency: 'EUR' }, categoriesOf({ budget: 60 }), [chosenAt(0, 1), chosenAt()]);
    const { meta, projects, votes } = readPabulib(ballotsAsPabulib(vote, 1)!);
    expect(meta).toMatchObject({
      description: 'Projekty pre mesto', country: 'Slovakia', unit: 'Banská Bystrica', subunit: 'Šport', instance: '2026', num_projects: '4', num_votes: '2', budget: '60', vote_type: 'approval',
      rule: 'equalshares/add1', date_begin: '25.05.2026', date_end: '08.06.2026', language: 'sk', currency: 'EUR',
    });
    expect(projects.map((project) => project['name'])).toEqual(['Lavičky; nové', `'=1+1`, 'Park „Pri rieke“ "dolu"', 'Tieň']);
    expect(votes).toEqual([{ voter_id: '1', vote: '1,2' }, { voter_id: '2', vote: '' }]);
    expect(readPabulib(ballotsAsPabulib(vote, 2)!).projects[0]).toMatchObject({ project_id: '5', name: 'META', selected: '0' });
    expect(ballotsAsPabulib(vote, 3)).toBeNull();
    expect(ballotsAsPabulib(counted({ method: 'any-number' }, categoriesOf({ budget: null }), []), 1)).toBeNull();
  });

  test('as a table and as JSON: votes, dots and places, with each part of the file explained and no id of ours', () => {
    const dots = counted({ method: 'dots', perOption: 2 }, categoriesOf({ budget: null }), [{ kind: 'dots', dots: [{ optionId: 'option-5', count: 2 }, { optionId: 'option-0', count: 1 }] }]);
    expect(ballotsAsTable(dots).rows).toEqual([[1, 1, 0, 0, 0, 0, 2, 0]]);
    expect(ballotsAsJson(dots).ballots).toEqual([{ number: 1, chosen: [{ proposal: 1, dots: 1 }, { proposal: 6, dots: 2 }] }]);
    const ranked = counted({ method: 'ranking' }, categoriesOf({ budget: null }), [{ kind: 'ranking', optionIds: ['option-6', 'option-2', 'option-0'] }, { kind: 'ranking', optionIds: [] }]);
    expect(ballotsAsTable(ranked)).toEqual({ columns: ['ballot', ...TITLES.map((title, i) => `${i + 1} ${title}`)], rows: [[1, 2, null, 1, null, null, null, 1], [2, null, null, null, null, null, null, null]] });
    const json = ballotsAsJson(ranked);
    expect(json.ballots[0]).toEqual({ number: 1, chosen: [{ proposal: 3 }, { proposal: 1 }, { proposal: 7 }] });
    expect(json.vote).toMatchObject({ ballotCount: 2, blankCount: 1, eligible: 100 });
    expect(json.categories[0]?.proposals[2]).toEqual({ number: 3, title: TITLES[2], cost: null, points: 3, voterCount: 1, outcome: 'chosen' });
    expect(JSON.stringify(json)).not.toMatch(/option-|idea-|sport"/);
    expect(Object.keys(json.about).map((name) => name.split('.')[0]).filter((name) => name !== 'proposals' && name !== 'what' && !(name! in json))).toEqual([]);
  });
});
