import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { reloadItself } from './reload-itself.ts';
import { RoomFrame } from './room-frame.tsx';

const server = jest.fn<typeof fetch>();
const answer = (ok: boolean) => ({ ok }) as Response;

beforeEach(() => {
  sessionStorage.clear();
  server.mockReset();
  globalThis.fetch = server;
  jest.useFakeTimers({ now: new Date('2026-11-23T10:00:00Z') });
});
afterEach(() => {
  jest.useRealTimers();
});

test('a screen at which nobody stands loads itself anew once the server answers', async () => {
  const reload = jest.fn();
  server.mockRejectedValueOnce(new TypeError('Failed to fetch')).mockResolvedValueOnce(answer(false)).mockResolvedValue(answer(true));
  void reloadItself(reload);
  await jest.advanceTimersByTimeAsync(3_999);
  expect(reload).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);
  expect(reload).toHaveBeenCalledTimes(1);
});

test('it does so once a minute at most: a part that is really missing makes no loop', async () => {
  const reload = jest.fn();
  server.mockResolvedValue(answer(true));
  void reloadItself(reload);
  await jest.advanceTimersByTimeAsync(0);
  void reloadItself(reload);
  await jest.advanceTimersByTimeAsync(59_999);
  expect(reload).toHaveBeenCalledTimes(1);
  await jest.advanceTimersByTimeAsync(1);
  expect(reload).toHaveBeenCalledTimes(2);
});

test('a part of an older version is missing: the screen is told; a fault of ours is not a missing part', async () => {
  jest.useRealTimers();
  (await renderPage(<p />)).unmount();
  const seen = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const Broken = ({ message }: { message: string }): never => {
    throw new TypeError(message);
  };
  const onMissingPart = jest.fn();
  const { unmount } = render(<RoomFrame onMissingPart={onMissingPart}><Broken message="Failed to fetch dynamically imported module: /assets/x.js" /></RoomFrame>);
  await screen.findByRole('heading', { name: 'Túto stránku treba načítať znova' });
  expect(onMissingPart).toHaveBeenCalledTimes(1);
  unmount();
  render(<RoomFrame onMissingPart={onMissingPart}><Broken message="x is undefined" /></RoomFrame>);
  await screen.findByRole('heading', { name: 'Stránka sa pokazila' });
  expect(onMissingPart).toHaveBeenCalledTimes(1);
  seen.mockRestore();
});
