import { expect, test } from '@jest/globals';
import { dayAfter, stepOn, termsInReach } from './ladder.ts';

const STEPS = [10, -3, 3, 0];

test.each([
  ['long before', '2026-12-10', null],
  ['the day before the first step', '2026-11-26', null],
  ['on the day of the first step', '2026-11-25', -3],
  ['between two steps the earlier one still stands', '2026-11-23', -3],
  ['on the day itself', '2026-11-22', 0],
  ['three days late', '2026-11-19', 3],
  ['six days after the last step', '2026-11-06', 10],
  ['a week after the last step it is over', '2026-11-05', null],
])('%s', (_, dueOn, step) => expect(stepOn(STEPS, dueOn, '2026-11-22')).toBe(step));

test('every term that a step may be sent for is in reach, and no day more', () => {
  const { from, until } = termsInReach(STEPS, '2026-11-22')!;
  for (let shift = -40; shift <= 40; shift++) {
    const dueOn = dayAfter('2026-11-22', shift);
    if (stepOn(STEPS, dueOn, '2026-11-22') !== null) expect(dueOn >= from && dueOn <= until).toBe(true);
  }
  expect(termsInReach([], '2026-11-22')).toBeNull();
});
