import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { keepAsking } from './keep-asking.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('a part is asked for again while the signal is lost', async () => {
  let tries = 0;
  const part = keepAsking(async () => {
    tries += 1;
    if (tries < 4) throw new TypeError('Failed to fetch dynamically imported module');
    return 'run sheet';
  });
  await jest.advanceTimersByTimeAsync(10_000);
  expect(await part).toBe('run sheet');
  expect(tries).toBe(4);
});

test('a part that is gone is not asked for without end', async () => {
  let tries = 0;
  const failed = expect(keepAsking(() => {
    tries += 1;
    return Promise.reject(new TypeError('gone'));
  })).rejects.toThrow('gone');
  await jest.advanceTimersByTimeAsync(120_000);
  await failed;
  expect(tries).toBe(30);
});
