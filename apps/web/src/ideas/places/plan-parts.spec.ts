import { expect, test } from '@jest/globals';
import { WHOLE_PLAN } from '@spolu/contracts/plan-box';
import { closerTo, isClosest, partInAddress, partInWords, widerThan } from './plan-parts.ts';

test('looking closer halves what is seen around the point, and never leaves the plan', () => {
  expect(closerTo(WHOLE_PLAN, { x: 0.5, y: 0.5 })).toEqual({ left: 0.25, top: 0.25, right: 0.75, bottom: 0.75 });
  expect(closerTo(WHOLE_PLAN, { x: 0.95, y: 0 })).toEqual({ left: 0.5, top: 0, right: 1, bottom: 0.5 });
  let part = WHOLE_PLAN;
  for (let i = 0; i < 10; i++) part = closerTo(part, { x: 0.3, y: 0.7 });
  expect([isClosest(part), part.left <= 0.3 && part.right >= 0.3]).toEqual([true, true]);
  for (let i = 0; i < 4; i++) part = widerThan(part);
  expect(part).toEqual(WHOLE_PLAN);
});

test('a part stands in the address; the whole plan is not said, and what is no part of it counts as the whole', () => {
  const part = closerTo(closerTo(WHOLE_PLAN, { x: 0.2, y: 0.9 }), { x: 0.2, y: 0.9 });
  expect(partInAddress(partInWords(part))).toEqual(part);
  expect(partInWords(WHOLE_PLAN)).toBe('');
  for (const words of [null, '', '0,0,2,2', 'x', '0,0,1,0.5']) expect(partInAddress(words)).toEqual(WHOLE_PLAN);
});
