import { expect, test } from '@jest/globals';
import { makeText } from './phone-text.tsx';
import sk from './texts/sk.json' with { type: 'json' };
import uk from './texts/uk.json' with { type: 'json' };

test('numbers and plurals follow the language, and a person’s words are left as they are', () => {
  const t = makeText(sk, 'sk');
  expect([1, 3, 7].map((count) => t('board.count', { count }))).toEqual(['1 lístok', '3 lístky', '7 lístkov']);
  expect(makeText(uk, 'uk')('board.count', { count: 25 })).toBe('25 нотаток');
  expect(t('join.as', { name: 'Zuzka {{count}}' })).toBe('Vstúpiť ako Zuzka {{count}}');
});
