import { describe, expect, test } from '@jest/globals';
import { clockText, secondsLeft } from './seconds-left.ts';
import { ServerClock } from './server-clock.ts';

const at = (ms: number) => new Date(ms).toISOString();

describe('the server clock', () => {
  test('follows the server, not a device that is five minutes slow', () => {
    const device = { now: 1_000_000 };
    const clock = new ServerClock(() => device.now);
    clock.heard(at(1_300_000));
    device.now += 2_000;
    expect(clock.now()).toBe(1_302_000);
  });

  test('keeps the reading that travelled the shortest', () => {
    const device = { now: 0 };
    const clock = new ServerClock(() => device.now);
    device.now = 500;
    clock.heard(at(0));
    device.now = 1_020;
    clock.heard(at(1_000));
    device.now = 2_400;
    clock.heard(at(2_000));
    expect(clock.now()).toBe(2_400 - 20);
  });

  test('believes the server again when the device changes its clock', () => {
    const device = { now: 0 };
    const clock = new ServerClock(() => device.now);
    clock.heard(at(0));
    device.now = 3_600_000;
    clock.heard(at(1_000));
    expect(clock.now()).toBe(1_000);
  });

  test('counts down to zero and says how far over time it is', () => {
    expect(secondsLeft(at(10_000), 9_001)).toBe(1);
    expect(clockText(secondsLeft(at(245_000), 0))).toBe('4:05');
    expect(clockText(secondsLeft(at(0), 70_000))).toBe('-1:10');
  });
});
