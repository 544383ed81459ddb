import { expect, test } from '@jest/globals';
import { optionTitles } from './option-titles.ts';

const UNNAMED = 'Zhluk bez názvu';

test('options are called as their clusters', () => {
  expect(optionTitles(['Doprava', 'Zeleň'], UNNAMED)).toEqual(['Doprava', 'Zeleň']);
});

test('of several that are called the same each has its number, whatever case and spaces', () => {
  expect(optionTitles(['Doprava', 'Zeleň', 'doprava ', 'DOPRAVA'], UNNAMED)).toEqual(['Doprava (1)', 'Zeleň', 'doprava (2)', 'DOPRAVA (3)']);
});

test('no number makes one called as another is', () => {
  expect(optionTitles(['Doprava', 'Doprava (1)', 'Doprava'], UNNAMED)).toEqual(['Doprava (2)', 'Doprava (1)', 'Doprava (3)']);
});

test('those without a name are told apart too', () => {
  expect(optionTitles(['', 'Zeleň'], UNNAMED)).toEqual([UNNAMED, 'Zeleň']);
  expect(optionTitles(['', ' '], UNNAMED)).toEqual([`${UNNAMED} (1)`, `${UNNAMED} (2)`]);
});
