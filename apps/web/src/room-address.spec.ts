import { describe, expect, test } from '@jest/globals';
import { isOtherEntry, roomScreenAt } from './room-address.ts';
import { roomScreen } from './room-screens.ts';

describe('the address of a screen in the room', () => {
  test('names the session and the screen', () => {
    expect(roomScreenAt('/sessions/abc/canvas')).toEqual({ sessionId: 'abc', screen: 'canvas' });
    expect(roomScreenAt('/sessions/abc/projector/')).toEqual({ sessionId: 'abc', screen: 'projector' });
  });

  test.each(['/sessions/abc', '/sessions/abc/canvas/more', '/sessions/canvas', '/sessions//canvas', '/processes/abc/canvas', '/sessions/%E0%A4%A/canvas', '/room.html'])('is not %s', (path) => {
    expect(roomScreenAt(path)).toBeUndefined();
    expect(roomScreen(path)).toBeUndefined();
  });

  test('has its page', async () => {
    for (const screen of ['canvas', 'projector']) expect(await roomScreen(`/sessions/abc/${screen}`)?.load()).toBeInstanceOf(Function);
  });

  test('is another entry, as the phone and the api are', () => {
    for (const path of ['/j', '/j/ABCD', '/api/boards/1', '/sessions/abc/canvas']) expect(isOtherEntry(path)).toBe(true);
    for (const path of ['/', '/journal', '/sessions/abc', '/sessions/abc/report']) expect(isOtherEntry(path)).toBe(false);
  });
});
