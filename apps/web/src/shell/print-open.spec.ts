import { afterEach, expect, test } from '@jest/globals';
import { printOpen } from './print-open.ts';

const folded = (open: boolean) => {
  const details = document.createElement('details');
  details.open = open;
  document.body.append(details);
  return details;
};
let end: (() => void) | undefined;
afterEach(() => {
  end?.();
  document.body.replaceChildren();
});

test('what is folded away is printed, and folded again afterwards', () => {
  end = printOpen(document);
  const [closed, open] = [folded(false), folded(true)];
  window.dispatchEvent(new Event('beforeprint'));
  expect([closed.open, open.open]).toEqual([true, true]);
  window.dispatchEvent(new Event('afterprint'));
  expect([closed.open, open.open]).toEqual([false, true]);
});
