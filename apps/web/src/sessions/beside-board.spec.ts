import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { besideBoard, boardIsHere } from './beside-board.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('what stands beside the board waits for it, but not for ever', async () => {
  const load = jest.fn(async () => 'panel');
  const before = besideBoard(load);
  await jest.advanceTimersByTimeAsync(1_900);
  expect(load).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(200);
  expect(await before).toBe('panel');
  const waiting = besideBoard(load);
  boardIsHere();
  expect(await waiting).toBe('panel');
  expect(await besideBoard(load)).toBe('panel');
});
