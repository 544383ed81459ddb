import { expect, test } from '@jest/globals';
import type { Demographic, Question } from '@spolu/contracts/question-texts';
import fc from 'fast-check';
import type { Answers } from './questionnaire.ts';
import { tellGroups } from './survey-groups.ts';

const age: Demographic = { id: 'age', texts: { sk: 'Vek' }, options: ['young', 'old', 'na'].map((value) => ({ value, label: { sk: value } })) };
const questions: Question[] = [
  { id: 'q', type: 'agree5', texts: { sk: 'Účel bol jasný.' } },
  { id: 'w', type: 'text', texts: { sk: 'Čo sa podarilo?' } },
];
const people = (count: number, answers: Answers): Answers[] => Array.from({ length: count }, () => answers);
const told = (given: Answers[]) => tellGroups([age], questions, given)[0]?.groups.map(({ value, people: n, results: [first] }) => [value, n, first?.scale?.mean ?? null]);

test('groups of five tell what they said, and who says nothing of herself is one of them', () => {
  expect(told([...people(5, { age: 'young', q: 5 }), ...people(6, { age: 'old', q: 2 }), ...people(3, { age: 'na', q: 1 }), ...people(2, { q: 1 })])).toEqual([['young', 5, 5], ['old', 6, 2], [null, 5, 1]]);
});

test('a group too small is not told, nor is the one with which it could be worked out', () => {
  expect(told([...people(6, { age: 'young', q: 5 }), ...people(4, { age: 'old', q: 1 })])).toBeUndefined();
  expect(told([...people(6, { age: 'young', q: 5 }), ...people(7, { age: 'old', q: 2 }), { q: 1 }])).toEqual([['old', 7, 2]]);
});

test('the same holds for each question by itself: who left it out is not given away', () => {
  expect(told([...people(5, { age: 'young', q: 5 }), { age: 'young' }, ...people(4, { age: 'old', q: 1 }), ...people(3, { age: 'old', q: 'opt-out' })])).toEqual([['young', 6, null], ['old', 7, null]]);
});

test('of two groups of one size the same stays untold, in whatever order the answers lie', () => {
  const given = [...people(6, { age: 'young', q: 5 }), ...people(6, { age: 'old', q: 2 }), { q: 1 }];
  expect(told(given)).toEqual([['old', 6, 2]]);
  expect(told(given.toReversed())).toEqual([['old', 6, 2]]);
});

test('where everybody said the same of herself there is nothing to tell', () => {
  expect(told(people(9, { age: 'old', q: 3 }))).toBeUndefined();
});

test('whatever is answered, no figure is of fewer than five, told or worked out from the whole (SEC-47)', () => {
  const one = fc.record({ age: fc.constantFrom('young', 'old', 'na'), q: fc.constantFrom(1, 5, 'opt-out') }, { requiredKeys: [] });
  fc.assert(fc.property(fc.array(one, { maxLength: 24 }), (given) => {
    for (const { groups } of tellGroups([age], questions, given)) {
      const saying = given.filter(({ q }) => typeof q === 'number').length;
      const counts = groups.flatMap(({ results: [first] }) => first?.scale?.count ?? []);
      for (const rest of [given.length - groups.reduce((sum, group) => sum + group.people, 0), ...(counts.length > 0 ? [saying - counts.reduce((sum, n) => sum + n, 0)] : [])]) {
        expect(rest === 0 || rest >= 5).toBe(true);
      }
      for (const n of [...counts, ...groups.map((group) => group.people)]) expect(n).toBeGreaterThanOrEqual(5);
    }
  }));
});
