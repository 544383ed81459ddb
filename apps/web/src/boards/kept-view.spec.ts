import { afterEach, expect, test } from '@jest/globals';
import { keepView, keptView } from './kept-view.ts';

const { matchMedia } = globalThis;
const givenWidth = (narrow: boolean) => Object.assign(globalThis, { matchMedia: () => ({ matches: narrow }) });

afterEach(() => {
  localStorage.clear();
  Object.assign(globalThis, { matchMedia });
});

test('a phone begins with the list, other screens with the plane', () => {
  givenWidth(true);
  expect(keptView()).toBe('outline');
  givenWidth(false);
  expect(keptView()).toBe('canvas');
});

test.each([[true, 'canvas'], [false, 'outline']] as const)('what was chosen on the device holds (narrow: %s)', (narrow, chosen) => {
  givenWidth(narrow);
  keepView(chosen);
  expect(keptView()).toBe(chosen);
});

test('what is kept and no view counts for nothing', () => {
  givenWidth(true);
  localStorage.setItem('board view', 'map');
  expect(keptView()).toBe('outline');
});
