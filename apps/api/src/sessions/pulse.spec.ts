import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Pulse } from './pulse.ts';

describe('a pulse', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());
  const pulseOf = (work: () => Promise<void>, failed: (error: unknown) => void = () => undefined) => new Pulse(work, failed);

  test('makes one run of many changes, the first at once', async () => {
    const work = jest.fn(() => Promise.resolve());
    const pulse = pulseOf(work);
    for (let i = 0; i < 100; i++) pulse.ask(150);
    await jest.advanceTimersByTimeAsync(0);
    expect(work).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 100; i++) pulse.ask(150);
    await jest.advanceTimersByTimeAsync(149);
    expect(work).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(work).toHaveBeenCalledTimes(2);
  });

  test('lets a change in a hurry overtake one that can wait', async () => {
    const work = jest.fn(() => Promise.resolve());
    const pulse = pulseOf(work);
    pulse.ask(0);
    await jest.advanceTimersByTimeAsync(0);
    pulse.ask(1_000);
    pulse.ask(150);
    await jest.advanceTimersByTimeAsync(150);
    expect(work).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(work).toHaveBeenCalledTimes(2);
  });

  test('runs again after a run during which something changed, never two at once', async () => {
    let finish = () => undefined as void;
    const work = jest.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    const pulse = pulseOf(work);
    pulse.ask(150);
    await jest.advanceTimersByTimeAsync(0);
    pulse.ask(150);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(work).toHaveBeenCalledTimes(1);
    finish();
    await jest.advanceTimersByTimeAsync(0);
    expect(work).toHaveBeenCalledTimes(2);
  });

  test('tries again after a failure', async () => {
    const failed = jest.fn();
    const work = jest.fn(() => Promise.resolve()).mockRejectedValueOnce(new Error('database away'));
    const pulse = pulseOf(work, failed);
    pulse.ask(150);
    await jest.advanceTimersByTimeAsync(0);
    expect(failed).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(work).toHaveBeenCalledTimes(2);
  });

  test('is silent once stopped', async () => {
    const work = jest.fn(() => Promise.resolve());
    const pulse = pulseOf(work);
    pulse.ask(150);
    pulse.stop();
    pulse.ask(150);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(work).not.toHaveBeenCalled();
  });
});
