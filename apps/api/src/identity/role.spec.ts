import { describe, expect, it } from '@jest/globals';
import { dayAfter, dayIn, earlier, holdsOn, isTimeZone, lastDay, overlap } from './role.ts';

describe('the days of a role', () => {
  it('reach as far as the longest of several, and no further than the shortest of two bounds', () => {
    const [march, may, ever] = [{ untilOn: '2026-03-31' }, { untilOn: '2026-05-31' }, { untilOn: null }];
    expect([lastDay([march, may]), lastDay([may, march]), lastDay([march, ever]), lastDay([ever, march])]).toEqual(['2026-05-31', '2026-05-31', null, null]);
    expect([earlier(null, '2026-03-31'), earlier('2026-03-31', null), earlier('2026-05-31', '2026-03-31'), earlier(null, null)]).toEqual(['2026-03-31', '2026-03-31', '2026-03-31', null]);
    expect(dayAfter('2026-12-31')).toBe('2027-01-01');
  });
});

describe('a role', () => {
  it('holds from its first day to its last, both included', () => {
    const term = { fromOn: '2026-03-01', untilOn: '2026-03-31' };
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((day) => holdsOn(term, day))).toEqual([false, true, true, false]);
  });

  it('without dates holds always', () => {
    expect(holdsOn({ fromOn: null, untilOn: null }, '1999-12-31')).toBe(true);
    expect(holdsOn({ fromOn: null, untilOn: '2026-01-01' }, '2026-01-02')).toBe(false);
    expect(holdsOn({ fromOn: '2026-01-01', untilOn: null }, '2025-12-31')).toBe(false);
  });

  it('may be given again for another term, not for days it holds already', () => {
    const spring = { fromOn: '2026-03-01', untilOn: '2026-05-31' };
    expect(overlap(spring, { fromOn: '2026-06-01', untilOn: null })).toBe(false);
    expect(overlap(spring, { fromOn: '2026-05-31', untilOn: null })).toBe(true);
    expect(overlap(spring, { fromOn: null, untilOn: '2026-02-28' })).toBe(false);
    expect(overlap(spring, { fromOn: null, untilOn: null })).toBe(true);
  });

  it('counts days where the town lies', () => {
    const justAfterMidnightInTown = new Date('2026-06-30T22:30:00Z');
    expect(dayIn('Europe/Bratislava', justAfterMidnightInTown)).toBe('2026-07-01');
    expect(dayIn('UTC', justAfterMidnightInTown)).toBe('2026-06-30');
  });

  it('needs a time zone with a name', () => {
    expect(['Europe/Bratislava', 'UTC', 'Europe/Atlantis', '+02:00', ''].map(isTimeZone)).toEqual([true, true, false, false, false]);
  });
});
