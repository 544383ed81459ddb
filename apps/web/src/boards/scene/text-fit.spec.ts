import { expect, test } from '@jest/globals';
import { TextFitter } from './text-fit.ts';

/** Every letter 8 px wide in type of 16 px. */
const measure = (text: string) => text.length * 8;

test('measures a word once, until the type changes', () => {
  let asked = 0;
  const fitter = new TextFitter((text) => {
    asked++;
    return measure(text);
  });
  fitter.fit('ráno ráno ráno', 180, 180);
  fitter.fit('večer ráno', 180, 180);
  expect(asked).toBe(3);
  fitter.forget();
  fitter.fit('ráno', 180, 180);
  expect(asked).toBe(4);
});
