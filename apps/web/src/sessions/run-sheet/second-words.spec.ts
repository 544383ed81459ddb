import { expect, test } from '@jest/globals';
import { carried, pairsOfValues } from './second-words.ts';

test('a translation goes along while its words are retyped letter by letter', () => {
  let values = { 'Čo trápi': 'Що турбує', Park: 'Парк' } as ReturnType<typeof carried>;
  let words = ['Čo trápi', 'Park'];
  for (const typed of ['Čo trápi m', 'Čo trápi me', 'Čo trápi mesto?']) {
    const next = [typed, 'Park'];
    values = carried(values, words, next);
    words = next;
  }
  expect(pairsOfValues(values, words)).toEqual([{ of: 'Čo trápi mesto?', is: 'Що турбує' }, { of: 'Park', is: 'Парк' }]);
});

test('where a line comes or goes each keeps what is of its own words', () => {
  const values = { Park: 'Парк', Trh: 'Ринок' };
  expect(pairsOfValues(carried(values, ['Park', 'Trh'], ['Park', 'Most', 'Trh']), ['Park', 'Most', 'Trh'])).toEqual([{ of: 'Park', is: 'Парк' }, { of: 'Trh', is: 'Ринок' }]);
  expect(pairsOfValues(carried(values, ['Park', 'Trh'], ['Trh', 'Park']), ['Trh', 'Park'])).toEqual([{ of: 'Trh', is: 'Ринок' }, { of: 'Park', is: 'Парк' }]);
  expect(pairsOfValues(carried(values, ['Park', 'Trh'], ['Trh']), ['Trh'])).toEqual([{ of: 'Trh', is: 'Ринок' }]);
});

test('what is left empty is no translation', () => {
  expect(pairsOfValues({ Park: '  ' }, ['Park'])).toEqual([]);
});
