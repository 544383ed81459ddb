import { expect, test } from '@jest/globals';
import { moneyOfVersion } from './commitment-money.ts';

const NONE = { amount: null, currency: 'EUR', isAmountApproximate: false, funding: null };

test.each<[string, object, string]>([
  ['40000 EUR approximate partly-secured\nA dvaja ľudia.', { ...NONE, amount: 40_000, isAmountApproximate: true, funding: 'partly-secured' }, 'A dvaja ľudia.'],
  ['0 CZK', { ...NONE, amount: 0, currency: 'CZK' }, ''],
  ['500 EUR secured', { ...NONE, amount: 500, funding: 'secured' }, ''],
  ['500 EUR approximate', { ...NONE, amount: 500, isAmountApproximate: true }, ''],
  ['not-secured\nPrvý\nDruhý', { ...NONE, funding: 'not-secured' }, 'Prvý\nDruhý'],
])('%j says what it says of money', (text, money, words) => {
  expect(moneyOfVersion(text)).toEqual({ money, words });
});

test.each(['', 'Ľudia', '40 000 eur', 'secured by law', '500 EURO', '500 EUR for trees', '\nsecured', ' approximate'])('%j is words', (text) => {
  expect(moneyOfVersion(text)).toEqual({ money: null, words: text });
});
