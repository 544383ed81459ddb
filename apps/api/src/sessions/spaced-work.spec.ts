import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { SpacedWork } from './spaced-work.ts';

describe('spaced work', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());
  const spaced = (work: () => Promise<void>, failed: (error: unknown) => void = () => undefined) => new SpacedWork(work, failed);

  test('makes one run of many changes, the first at once', async () => {
    const work = jest.fn(() => Promise.resolve());
    const asked = spaced(work);
    for (let i = 0; i < 100; i++) asked.ask(150);
    await jest.advanceTimersByTimeAsync(0);
    expect(work).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 100; i++) asked.ask(150);
    await jest.advanceTimersByTimeAsync(149);
    expect(work).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(work).toHaveBeenCalledTimes(2);
  });

  test('lets a change in a hurry overtake one that can wait', async () => {
    const work = jest.fn(() => Promise.resolve());
    const asked = spaced(work);
    asked.ask(0);
    await jest.advanceTimersByTimeAsync(0);
    asked.ask(1_000);
    asked.ask(150);
    await jest.advanceTimersByTimeAsync(150);
    expect(work).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(work).toHaveBeenCalledTimes(2);
  });

  test('runs again after a run during which something changed, never two at once', async () => {
    let finish = () => undefined as void;
    const work = jest.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    const asked = spaced(work);
    asked.ask(150);
    await jest.advanceTimersByTimeAsync(0);
    asked.ask(150);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(work).toHaveBeenCalledTimes(1);
    finish();
    await jest.advanceTimersByTimeAsync(0);
    expect(work).toHaveBeenCalledTimes(2);
  });

  test('tries again after a failure', async () => {
    const failed = jest.fn();
    const work = jest.fn(() => Promise.resolve()).mockRejectedValueOnce(new Error('database away'));
    const asked = spaced(work, failed);
    asked.ask(150);
    await jest.advanceTimersByTimeAsync(0);
    expect(failed).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(work).toHaveBeenCalledTimes(2);
  });

  test('is silent once stopped', async () => {
    const work = jest.fn(() => Promise.resolve());
    const asked = spaced(work);
    asked.ask(150);
    asked.stop();
    asked.ask(150);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(work).not.toHaveBeenCalled();
  });
});
