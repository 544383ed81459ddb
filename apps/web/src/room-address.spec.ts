import { describe, expect, test } from '@jest/globals';
import { isOtherEntry, roomScreenAt } from './room-address.ts';

describe('the address of a screen in the room', () => {
  test('names the session and the screen', () => {
    expect(roomScreenAt('/sessions/abc/canvas')).toEqual({ sessionId: 'abc', page: 'canvas.html' });
    expect(roomScreenAt('/sessions/abc/projector/')).toEqual({ sessionId: 'abc', page: 'projector.html' });
  });

  test.each(['/sessions/abc', '/sessions/abc/canvas/more', '/sessions/canvas', '/sessions//canvas', '/processes/abc/canvas', '/sessions/%E0%A4%A/canvas', '/canvas.html'])('is not %s', (path) => {
    expect(roomScreenAt(path)).toBeUndefined();
  });

  test('is another entry, as the phone and the api are', () => {
    for (const path of ['/j', '/j/ABCD', '/api/boards/1', '/sessions/abc/canvas']) expect(isOtherEntry(path)).toBe(true);
    for (const path of ['/', '/journal', '/sessions/abc', '/sessions/abc/report']) expect(isOtherEntry(path)).toBe(false);
  });
});
