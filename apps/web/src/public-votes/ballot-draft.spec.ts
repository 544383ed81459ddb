import { describe, expect, test } from '@jest/globals';
import type { VoteCategory, VoteRule } from '@spolu/contracts/public-votes';
import { ballotOf, EMPTY_BALLOT, isEmpty, mayAdd, rankAt, rankedIn, unrank, usedOf, withDots, type BallotDraft } from './ballot-draft.ts';

const category = (id: string, options: Record<string, number | null>, limits: Partial<VoteCategory> = {}): VoteCategory => ({
  id, title: id, limit: null, winners: null, budget: null, options: Object.entries(options).map(([option, cost]) => ({ id: option, ideaId: option, title: option, summary: '', cost, hidden: false })), ...limits,
});
const chosen = (...ids: string[]): BallotDraft => ids.reduce((draft, id) => withDots(draft, id, 1), EMPTY_BALLOT);

describe('what may still be put on a ballot', () => {
  test('is limited in each category by itself', () => {
    const [one, two] = [category('one', { a: null, b: null, c: null }, { limit: 2 }), category('two', { d: null }, { limit: 1 })];
    const vote = { rule: { method: 'fixed-number' } as VoteRule };
    const draft = chosen('a', 'b');
    expect([mayAdd(vote, one, draft, 'c'), mayAdd(vote, one, chosen('a'), 'c'), mayAdd(vote, one, chosen('a'), 'a'), mayAdd(vote, two, draft, 'd')]).toEqual([false, true, false, true]);
  });

  test('is, of dots, what is left and what one option may get', () => {
    const one = category('one', { a: null, b: null }, { limit: 3 });
    const vote = { rule: { method: 'dots', perOption: 2 } as VoteRule };
    expect(mayAdd(vote, one, withDots(EMPTY_BALLOT, 'a', 2), 'a')).toBe(false);
    expect(mayAdd(vote, one, withDots(EMPTY_BALLOT, 'a', 2), 'b')).toBe(true);
    expect(mayAdd(vote, one, withDots(withDots(EMPTY_BALLOT, 'a', 2), 'b', 1), 'b')).toBe(false);
  });

  test('is, of a budget, what the money is left for', () => {
    const one = category('one', { a: 60, b: 50, c: 40 }, { budget: 100 });
    const vote = { rule: { method: 'budget', count: 'greedy', currency: 'EUR' } as VoteRule };
    expect(usedOf(vote, one, chosen('a'))).toBe(60);
    expect([mayAdd(vote, one, chosen('a'), 'b'), mayAdd(vote, one, chosen('a'), 'c')]).toEqual([false, true]);
  });
});

test('a ranking keeps the others in order, and categories apart', () => {
  const [one, two] = [category('one', { a: null, b: null, c: null }), category('two', { d: null })];
  let draft = ['a', 'b', 'c'].reduce((before, id, i) => rankAt(before, one, id, i + 1), EMPTY_BALLOT);
  draft = rankAt(rankAt(draft, two, 'd', 1), one, 'c', 1);
  expect([rankedIn(draft, one), rankedIn(draft, two)]).toEqual([['c', 'a', 'b'], ['d']]);
  expect(rankedIn(unrank(draft, 'a'), one)).toEqual(['c', 'b']);
});

test('what is sent is what was chosen, as its rule wants it', () => {
  const categories = [category('one', { a: null, b: null })];
  expect(ballotOf({ rule: { method: 'any-number' }, categories }, chosen('b'))).toEqual({ kind: 'choice', optionIds: ['b'] });
  expect(ballotOf({ rule: { method: 'dots', perOption: null }, categories }, withDots(EMPTY_BALLOT, 'a', 2))).toEqual({ kind: 'dots', dots: [{ optionId: 'a', count: 2 }] });
  expect(ballotOf({ rule: { method: 'ranking' }, categories }, rankAt(EMPTY_BALLOT, categories[0]!, 'b', 1))).toEqual({ kind: 'ranking', optionIds: ['b'] });
  expect([isEmpty(ballotOf({ rule: { method: 'any-number' }, categories }, withDots(chosen('b'), 'b', 0))), isEmpty({ kind: 'ranking', optionIds: ['b'] })]).toEqual([true, false]);
});
