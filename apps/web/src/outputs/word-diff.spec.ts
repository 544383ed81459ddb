import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { wordDiff } from './word-diff.ts';

const told = (before: string, after: string) => wordDiff(before, after).map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `[+${text}+]`)).join('');

test('tells the words that went and those that came in their place', () => {
  expect(told('Mesto zateplí dve školy do roku 2028.', 'Mesto zateplí tri školy do roku 2030.')).toBe('Mesto zateplí [-dve -][+tri +]školy do roku [-2028-][+2030+].');
});

test('a text that is the same has no change, nor has one whose lines break elsewhere', () => {
  expect(told('Zatepliť  školy\na škôlky.', 'Zatepliť školy a škôlky.')).toBe('Zatepliť školy a škôlky.');
  expect(wordDiff('', '')).toEqual([]);
});

test('a comma is a change of its own, not of the word before it', () => {
  expect(told('školy škôlky', 'školy, škôlky')).toBe('školy[+, +]škôlky');
});

test('reasons that were empty are all new, and the other way round', () => {
  expect(told('', 'Najviac hlasov.')).toBe('[+Najviac hlasov.+]');
  expect(told('Najviac hlasov.', '')).toBe('[-Najviac hlasov.-]');
});

test('texts that have hardly anything in common are one replaced by the other, soon', () => {
  const long = (word: string) => Array.from({ length: 4_000 }, (_, i) => `${word}${i}`).join(' ');
  expect(wordDiff(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
});

test('what stayed and what went are the words of the earlier text, what stayed and what came those of the later', () => {
  const text = fc.array(fc.constantFrom('mesto', 'škola', ',', 'park', '.'), { maxLength: 12 }).map((words) => words.join(' '));
  fc.assert(fc.property(text, text, (before, after) => {
    const without = (left: 'removed' | 'added') => wordDiff(before, after).filter(({ kind }) => kind !== left).map((stretch) => stretch.text).join('').replace(/\s+/g, '');
    expect(without('added')).toBe(before.replace(/\s+/g, ''));
    expect(without('removed')).toBe(after.replace(/\s+/g, ''));
  }));
});
