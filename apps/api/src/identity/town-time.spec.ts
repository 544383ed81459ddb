import { describe, expect, test } from '@jest/globals';
import { instantOf } from './town-time.ts';

describe('the hour on the wall', () => {
  test.each([
    ['winter', '2026-11-22', '17:00', '2026-11-22T16:00:00.000Z'],
    ['summer', '2026-06-01', '17:00', '2026-06-01T15:00:00.000Z'],
    ['the morning after clocks went forward', '2026-03-29', '09:00', '2026-03-29T07:00:00.000Z'],
    ['the night in which clocks go back', '2026-10-25', '00:30', '2026-10-24T22:30:00.000Z'],
  ])('in %s', (_, day, time, instant) => {
    expect(instantOf(day, time, 'Europe/Bratislava').toISOString()).toBe(instant);
  });
});
