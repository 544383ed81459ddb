import { describe, expect, it } from '@jest/globals';
import { deviceOf, GUEST_LIFETIME, isAlive, isGuestKnown, STAFF_LIFETIME } from './sign-in-lifetime.ts';

describe('a sign-in (SEC-10)', () => {
  const start = Date.parse('2026-04-01T08:00:00Z');
  const after = (hours: number) => new Date(start + hours * 3_600_000);
  const seen = (hours: number) => ({ startedAt: after(0), lastSeenAt: after(hours) });

  it('of staff ends after half an hour without a sign of life, and after twelve hours in any case', () => {
    expect(isAlive(seen(1), STAFF_LIFETIME, after(1.49))).toBe(true);
    expect(isAlive(seen(1), STAFF_LIFETIME, after(1.5))).toBe(false);
    expect(isAlive(seen(11.99), STAFF_LIFETIME, after(12))).toBe(false);
  });

  it('of a guest lasts over the night and for a month of workshops', () => {
    expect(isAlive(seen(1), GUEST_LIFETIME, after(12.9))).toBe(true);
    expect(isAlive(seen(1), GUEST_LIFETIME, after(13))).toBe(false);
    expect(isAlive(seen(30 * 24 - 0.1), GUEST_LIFETIME, after(30 * 24))).toBe(false);
  });

  it('of a guest lasts between two visits of what is open for days, a month at most', () => {
    const known = (until: number) => ({ ...seen(1), knownUntil: after(until) });
    expect([isGuestKnown({ ...seen(1), knownUntil: null }, after(13)), isGuestKnown(known(72), after(71)), isGuestKnown(known(72), after(72))]).toEqual([false, true, false]);
    expect([isGuestKnown(known(40 * 24), after(30 * 24 - 0.1)), isGuestKnown(known(40 * 24), after(30 * 24))]).toEqual([true, false]);
    expect(isGuestKnown(known(2), after(12.9))).toBe(true);
  });

  it('is named by browser and system, not by a fingerprint', () => {
    expect(deviceOf('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36')).toBe('Chrome · Linux');
    expect(deviceOf('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1')).toBe('Safari · iOS');
    expect(deviceOf(undefined)).toBe('');
  });
});
