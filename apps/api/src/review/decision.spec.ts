import { describe, expect, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import { checkDecidedOn, checkDecision, referralState, type ReferralFacts } from './decision.ts';

const facts = (changes: Partial<ReferralFacts> = {}): ReferralFacts => ({ recommendationIds: ['a', 'b'], opinionIds: ['a', 'b'], decided: false, ...changes });
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
    [facts({ decided: true }), 'decided'],
  ])('%j is %s', (given, state) => expect(referralState(given)).toBe(state));
});

describe('a decision', () => {
  test('answers every recommendation', () => expect(codeOf(() => checkDecision([item('b'), item('a')], facts()))).toBeUndefined());
  test('waits for the opinion on each', () => expect(codeOf(() => checkDecision([item('a'), item('b')], facts({ opinionIds: ['b'] })))).toBe('review/opinions-missing'));
  test('is final', () => expect(codeOf(() => checkDecision([item('a'), item('b')], facts({ decided: true })))).toBe('review/decided'));
  test('leaves none unanswered', () => expect(codeOf(() => checkDecision([item('a')], facts()))).toBe('invalid-input'));
  test('answers none twice', () => expect(codeOf(() => checkDecision([item('a'), item('a')], facts()))).toBe('invalid-input'));
  test('answers none of another dossier', () => expect(codeOf(() => checkDecision([item('a'), item('c')], facts()))).toBe('review/unknown-recommendation'));
});

describe('the day of a decision', () => {
  test('is that of the last opinion or later', () => expect(codeOf(() => checkDecidedOn('2026-11-09', ['2026-11-02', '2026-11-09']))).toBeUndefined());
  test('is not before an opinion', () => expect(codeOf(() => checkDecidedOn('2026-11-08', ['2026-11-02', '2026-11-09']))).toBe('review/before-opinion'));
});

test('a decision before the commission’s last opinion is refused, with the day of that opinion', () => {
  expect(() => checkDecidedOn('2026-03-09', ['2026-03-01', '2026-03-10', '2026-03-04'])).toThrow(expect.objectContaining({ code: 'review/before-opinion', facts: { day: '2026-03-10' } }));
  expect(() => checkDecidedOn('2026-03-10', ['2026-03-10'])).not.toThrow();
});
