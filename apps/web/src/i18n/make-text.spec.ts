import { expect, test } from '@jest/globals';
import { makeText } from './make-text.ts';
import sk from '../sessions/phone/texts/sk.json' with { type: 'json' };
import uk from '../sessions/phone/texts/uk.json' with { type: 'json' };

test('numbers and plurals follow the language, and a person’s words are left as they are', () => {
  const t = makeText(sk, 'sk');
  expect([1, 3, 7].map((count) => t('board.count', { count }))).toEqual(['1 lístok', '3 lístky', '7 lístkov']);
  expect(makeText(uk, 'uk')('board.count', { count: 25 })).toBe('25 нотаток');
  expect(t('join.as', { name: 'Zuzka {{count}}' })).toBe('Vstúpiť ako Zuzka {{count}}');
});

test('large numbers are written as the language writes them, also the one that chooses the plural', () => {
  const tree = { left_one: '{{count}} znak', left_few: '{{count}} znaky', left_other: '{{count}} znakov', of: '{{done}} z {{all}}' };
  expect(makeText(tree, 'sk')('left', { count: 12_000 })).toBe('12\u00a0000 znakov');
  expect(makeText(tree, 'en')('of', { done: 1, all: 12_000 })).toBe('1 z 12,000');
});

test('a text without plural forms takes any count, and one that nobody wrote is called by its key', () => {
  const t = makeText({ a: { b: 'B', other_other: 'všetky' } }, 'cs');
  expect([t('a.b', { count: 2 }), t('a.other', { count: 1 }), t('a.c'), t('a'), t('x.y.z')]).toEqual(['B', 'všetky', 'a.c', 'a', 'x.y.z']);
});
