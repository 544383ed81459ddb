import { describe, expect, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import { checkDecidedOn, checkDecision, referralState, type ReferralFacts } from './decision.ts';

const facts = (changes: Partial<ReferralFacts> = {}): ReferralFacts => ({ recommendationIds: ['a', 'b'], opinionIds: ['a', 'b'], decidedIds: [], deciding: false, ...changes });
const item = (recommendationId: string) => ({ recommendationId, verdict: 'accepted' as const, reasons: 'Zodpovedá akčnému plánu.' });
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error instanceof Problem ? error.code : error;
  }
  return undefined;
};

describe('the state of a referral', () => {
  test.each([
    [facts({ opinionIds: [] }), 'open'],
    [facts({ opinionIds: ['a'] }), 'open'],
    [facts(), 'opinion-adopted'],
    [facts({ decidedIds: ['a'] }), 'opinion-adopted'],
    [facts({ decidedIds: ['b', 'a'] }), 'decided'],
    [facts({ deciding: true }), 'open'],
    [facts({ deciding: true, opinionIds: [], decidedIds: ['a', 'b'] }), 'decided'],
  ])('%j is %s', (given, state) => expect(referralState(given)).toBe(state));
});

describe('a decision', () => {
  const check = (items: string[], change: Partial<ReferralFacts> = {}, settledIds: string[] = []) => codeOf(() => checkDecision(items.map(item), { ...facts(change), settledIds }));
  test('answers every recommendation', () => expect(check(['b', 'a'])).toBeUndefined());
  test('waits for the opinion on each', () => expect(check(['a', 'b'], { opinionIds: ['b'] })).toBe('review/opinions-missing'));
  test('needs no opinion where the body decides by itself', () => expect(check(['a', 'b'], { opinionIds: [], deciding: true })).toBeUndefined());
  test('is final', () => expect(check(['a', 'b'], { decidedIds: ['a', 'b'] }, ['a', 'b'])).toBe('review/decided'));
  test('answers a part, and the rest another time', () => {
    expect(check(['a'])).toBeUndefined();
    expect(check(['b'], { decidedIds: ['a'] }, ['a'])).toBeUndefined();
    expect(check(['a', 'b'], { decidedIds: ['a'] }, ['a'])).toBe('review/decided');
  });
  test('is taken again on what was postponed', () => expect(check(['a'], { decidedIds: ['a', 'b'] }, ['b'])).toBeUndefined());
  test('answers none twice', () => expect(check(['a', 'a'])).toBe('invalid-input'));
  test('answers none of another dossier', () => expect(check(['a', 'c'])).toBe('review/unknown-recommendation'));
});

describe('the day of a decision', () => {
  test('is that of the last opinion or later', () => expect(codeOf(() => checkDecidedOn('2026-11-09', ['2026-11-02', '2026-11-09']))).toBeUndefined());
  test('is not before an opinion', () => expect(codeOf(() => checkDecidedOn('2026-11-08', ['2026-11-02', '2026-11-09']))).toBe('review/before-opinion'));
});

test('a decision before the commission’s last opinion is refused, with the day of that opinion', () => {
  expect(() => checkDecidedOn('2026-03-09', ['2026-03-01', '2026-03-10', '2026-03-04'])).toThrow(expect.objectContaining({ code: 'review/before-opinion', facts: { day: '2026-03-10' } }));
  expect(() => checkDecidedOn('2026-03-10', ['2026-03-10'])).not.toThrow();
});
