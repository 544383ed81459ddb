import { describe, expect, it } from '@jest/globals';
import { ACCOUNT_GUESSES, NETWORK_GUESSES, networkOf, oneMore, waitMs, type Failures } from './guessing.ts';

const at = (seconds: number) => new Date(Date.parse('2026-04-01T08:00:00Z') + seconds * 1000);
const failed = (times: number): Failures | null => {
  let failures: Failures | null = null;
  for (let i = 0; i < times; i++) failures = oneMore(failures, ACCOUNT_GUESSES, at(0));
  return failures;
};

describe('guessing (SEC-13)', () => {
  it('of one account waits longer each time, and the fifth failure ends it for a quarter of an hour', () => {
    expect([0, 1, 2, 3, 4, 5].map((times) => waitMs(failed(times), ACCOUNT_GUESSES, at(0)) / 1000)).toEqual([0, 0, 2, 4, 8, 900]);
  });

  it('begins anew when the quarter of an hour is over', () => {
    expect(waitMs(failed(5), ACCOUNT_GUESSES, at(899))).toBe(1000);
    expect(waitMs(failed(5), ACCOUNT_GUESSES, at(900))).toBe(0);
    expect(oneMore(failed(5), ACCOUNT_GUESSES, at(900))).toEqual({ failureCount: 1, firstAt: at(900), lastAt: at(900) });
  });

  it('from one network ends after fifty failures', () => {
    expect(waitMs({ failureCount: 49, firstAt: at(0), lastAt: at(1) }, NETWORK_GUESSES, at(1))).toBe(0);
    expect(waitMs({ failureCount: 50, firstAt: at(0), lastAt: at(1) }, NETWORK_GUESSES, at(1))).toBe(899_000);
  });

  it('counts one IPv6 connection as one network, however it writes its addresses', () => {
    expect(networkOf('2001:db8:0:1::5')).toBe('2001:db8:0:1::/64');
    expect(networkOf('2001:0db8:0000:0001:ffff:1:2:3')).toBe('2001:db8:0:1::/64');
    expect(networkOf('2001:db8::1:2:3')).toBe('2001:db8:0:0::/64');
    expect(networkOf('::1')).toBe('0:0:0:0::/64');
    expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
    expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
  });
});
