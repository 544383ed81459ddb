import { describe, expect, test } from '@jest/globals';
import { CODE_GUARD_LIMITS, CodeGuard } from './code-guard.ts';

const noon = new Date('2026-04-01T12:00:00Z');
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000);
const times = (count: number, work: (i: number) => void) => Array.from({ length: count }, (_, i) => work(i));

describe('the guard at the door (SEC-49)', () => {
  test('bears a few wrong codes from one address, then asks it to wait, whatever the code', () => {
    const guard = new CodeGuard();
    times(CODE_GUARD_LIMITS.wrongPerAddress - 1, () => guard.wrong('10.0.0.1', noon));
    expect(guard.waitSeconds('10.0.0.1', noon)).toBe(0);
    guard.wrong('10.0.0.1', noon);
    expect(guard.waitSeconds('10.0.0.1', noon)).toBe(600);
    expect(guard.waitSeconds('10.0.0.2', noon)).toBe(0);
    expect(guard.waitSeconds('10.0.0.1', later(600))).toBe(0);
  });

  test('bears more from an address where somebody came in: a hall mistypes behind one address', () => {
    const guard = new CodeGuard();
    guard.trust('10.0.0.1', noon);
    times(CODE_GUARD_LIMITS.wrongPerKnownAddress - 1, () => guard.wrong('10.0.0.1', noon));
    expect(guard.waitSeconds('10.0.0.1', noon)).toBe(0);
    guard.wrong('10.0.0.1', noon);
    expect(guard.waitSeconds('10.0.0.1', noon)).toBeGreaterThan(0);
  });

  test('pauses the door for new addresses when codes are guessed from many, but not for the hall', () => {
    const guard = new CodeGuard();
    guard.trust('10.9.9.9', noon);
    times(CODE_GUARD_LIMITS.wrongPerMinute, (i) => guard.wrong(`10.0.${i}.1`, noon));
    expect(guard.waitSeconds('10.1.1.1', later(10))).toBe(50);
    expect(guard.waitSeconds('10.9.9.9', later(10))).toBe(0);
    expect(guard.waitSeconds('10.1.1.1', later(60))).toBe(0);
  });

  test('tells the facilitators while it goes on', () => {
    const guard = new CodeGuard();
    times(CODE_GUARD_LIMITS.alarmPerMinute - 1, (i) => guard.wrong(`10.0.${i}.1`, noon));
    expect(guard.alarm(noon)).toBe(false);
    guard.wrong('10.0.0.1', noon);
    expect(guard.alarm(noon)).toBe(true);
    expect(guard.alarm(later(61))).toBe(false);
  });

  test('lets ten thousand guesses from fifty addresses try at most a few hundred codes in ten minutes', () => {
    const guard = new CodeGuard();
    let tried = 0;
    times(10_000, (i) => {
      const at = later((i * 600) / 10_000);
      const address = `10.0.${i % 50}.1`;
      if (guard.waitSeconds(address, at) > 0) return;
      tried += 1;
      guard.wrong(address, at);
    });
    expect(tried).toBeLessThanOrEqual(1_000);
  });

  test.each([
    ['2001:db8:1:2::1', '2001:0db8:0001:0002:ffff::9'],
    ['::ffff:10.0.0.7', '10.0.0.7'],
    ['fe80::1', 'fe80:0:0:0:1:2:3:4'],
  ])('takes %s and %s for one network', (one, other) => {
    const guard = new CodeGuard({ ...CODE_GUARD_LIMITS, wrongPerAddress: 1 });
    guard.wrong(one, noon);
    expect(guard.waitSeconds(other, noon)).toBeGreaterThan(0);
  });
});
