import { describe, expect, test } from '@jest/globals';
import { instantIn, workday } from './calendar.ts';

describe('a day of the story', () => {
  test('is counted from the day the demo is loaded, across months', () => {
    expect(workday('2026-11-20', -30)).toBe('2026-10-21');
  });
  test('that would fall on a weekend is the Monday after', () => {
    expect(workday('2026-11-20', 1)).toBe('2026-11-23');
    expect(workday('2026-11-20', 2)).toBe('2026-11-23');
  });
  test('never comes before one that was counted earlier', () => {
    const days = Array.from({ length: 60 }, (_, i) => workday('2026-11-20', i - 60));
    expect([...days].sort()).toEqual(days);
  });
});

describe('a time of day in the town', () => {
  test('is an hour ahead of UTC in winter and two in summer', () => {
    expect(instantIn('Europe/Bratislava', '2026-11-20', '16:30').toISOString()).toBe('2026-11-20T15:30:00.000Z');
    expect(instantIn('Europe/Bratislava', '2026-07-20', '16:30').toISOString()).toBe('2026-07-20T14:30:00.000Z');
  });
});
