import { expect, test } from '@jest/globals';
import type { CommitmentTexts } from '@spolu/contracts/commitments';
import { blockText, changedBlocks } from './blocks.ts';

const texts: CommitmentTexts = {
  title: 'Školy', summary: '', fromOn: null, untilOn: null, leadInternal: [], leadExternal: [], otherActors: [], problem: 'Drahé kúrenie.', statusQuo: '', action: '', contribution: '', vision: '',
  values: ['otvorenosť', 'účasť'], resources: '', amount: null, currency: 'EUR', isAmountApproximate: false, funding: null, additional: '',
};

test('a new commitment has a first version of each field that says something', () => {
  expect(changedBlocks(null, texts)).toEqual([
    { block: 'title', text: 'Školy' }, { block: 'problem', text: 'Drahé kúrenie.' }, { block: 'values', text: 'otvorenosť\núčasť' },
  ]);
});

test('only fields that say something else have a new version, emptied ones too', () => {
  expect(changedBlocks(texts, { ...texts })).toEqual([]);
  expect(changedBlocks(texts, { ...texts, problem: '', values: ['účasť', 'otvorenosť'], untilOn: '2027-12-31' })).toEqual([
    { block: 'schedule', text: '/2027-12-31' }, { block: 'problem', text: '' }, { block: 'values', text: 'účasť\notvorenosť' },
  ]);
});

test('a span of days keeps its open ends', () => {
  expect(blockText({ ...texts, fromOn: '2026-01-01' }, 'schedule')).toBe('2026-01-01/');
  expect(blockText({ ...texts, fromOn: '2026-01-01', untilOn: '2026-06-30' }, 'schedule')).toBe('2026-01-01/2026-06-30');
});

test.each<[Partial<CommitmentTexts>, string]>([
  [{}, ''],
  [{ resources: 'Dvaja ľudia.', currency: 'CZK', isAmountApproximate: true }, 'Dvaja ľudia.'],
  [{ amount: 0 }, '0 EUR'],
  [{ amount: 40_000, currency: 'CZK', isAmountApproximate: true, funding: 'partly-secured', resources: 'A dvaja ľudia.' }, '40000 CZK approximate partly-secured\nA dvaja ľudia.'],
  [{ funding: 'not-secured', resources: 'Ľudia.' }, 'not-secured\nĽudia.'],
])('money of %j stands before the words of the resources', (change, text) => {
  expect(blockText({ ...texts, ...change }, 'resources')).toBe(text);
});
