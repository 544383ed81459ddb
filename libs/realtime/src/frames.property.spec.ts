import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeState, decodeUpdate, decodeUpdates, encodeState, encodeUpdate, encodeUpdates } from './board-frames.ts';
import { CURSOR_STEP, decodePresence, decodePresences, encodePresence, encodePresences, PRESENCE_FRAME_MAX, type Presence, type SlotPresence } from './presence-frames.ts';

const number = fc.maxSafeNat();
const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 });
const step = fc.integer({ min: -0x7fff, max: 0x7fff }).map((count) => count * CURSOR_STEP);
const side = fc.integer({ min: 1, max: 0xffff }).map((count) => count * CURSOR_STEP);
const noteIds = fc.array(fc.uuid(), { maxLength: 3 });
const presence: fc.Arbitrary<Presence> = fc.oneof(
  fc.record({ kind: fc.constant('cursor' as const), x: step, y: step }),
  fc.record({ kind: fc.constant('left' as const) }),
  fc.record({ kind: fc.constant('selection' as const), noteIds }),
  fc.record({ kind: fc.constant('drag' as const), noteIds, dx: step, dy: step }),
  fc.record({ kind: fc.constant('view' as const), x: step, y: step, width: side, height: side }),
);
const slot = fc.integer({ min: 0, max: 0xffff });

describe('a frame that was sent is the frame that arrives', () => {
  test('a device\'s change', () => {
    fc.assert(fc.property(number, number, bytes, (channel, seq, update) => {
      expect(decodeUpdate(encodeUpdate({ channel, seq, update }))).toEqual({ channel, seq, update });
    }));
  });

  test('the changes of a tick, none included', () => {
    const updates = fc.array(fc.record({ slot: number, seq: number, update: fc.uint8Array({ maxLength: 300 }) }), { maxLength: 20 });
    fc.assert(fc.property(fc.record({ channel: number, tick: number, durable: number, updates }), (frame) => {
      expect(decodeUpdates(encodeUpdates(frame))).toEqual(frame);
    }));
  });

  test('a whole board', () => {
    fc.assert(fc.property(fc.record({ channel: number, tick: number, state: bytes, deflated: fc.boolean() }), (frame) => {
      expect(decodeState(encodeState(frame))).toEqual(frame);
    }));
  });

  test('presence, within its size for any channel that a server gives out', () => {
    fc.assert(fc.property(fc.nat({ max: 0xffff_ffff }), presence, (channel, shown) => {
      const frame = encodePresence(channel, shown);
      expect(frame.length).toBeLessThanOrEqual(PRESENCE_FRAME_MAX);
      expect(decodePresence(frame)).toEqual({ channel, presence: shown });
    }));
  });

  test('presences of all, cursors first', () => {
    fc.assert(fc.property(number, fc.array(fc.tuple(slot, presence)), (channel, shown) => {
      const presences = shown.map(([of, one]): SlotPresence => ({ slot: of, ...one }));
      const cursorsFirst = [...presences.filter(({ kind }) => kind === 'cursor'), ...presences.filter(({ kind }) => kind !== 'cursor')];
      expect(decodePresences(encodePresences(channel, presences))).toEqual({ channel, presences: cursorsFirst });
    }));
  });
});

describe('SEC-33: garbage is no frame, and never an error', () => {
  const decoders = [decodeUpdate, decodeUpdates, decodeState, decodePresence, decodePresences];

  test('random bytes, numbers too big, counts that promise more than there is', () => {
    const garbage = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.uint8Array({ maxLength: 40 }).map((tail) => Uint8Array.from([0, 0, 0, 255, 255, 255, 255, 255, 255, 15, ...tail])),
      fc.constant(new Uint8Array(20).fill(255)),
    );
    fc.assert(fc.property(garbage, (payload) => {
      for (const decode of decoders) decode(payload);
    }), { numRuns: 2_000 });
    expect(decodeUpdates(Uint8Array.from([0, 0, 0, 255, 255, 255, 255, 255, 255, 15]))).toBeUndefined();
  });

  test('what is not binary', () => {
    fc.assert(fc.property(fc.anything(), (payload) => {
      fc.pre(!(payload instanceof Uint8Array));
      for (const decode of decoders) expect(decode(payload)).toBeUndefined();
    }));
  });

  test('a view without a size is none, and one beyond all boards is told as far as it goes', () => {
    expect(decodePresence(Uint8Array.from([1, 4, 0, 0, 0, 0, 0, 0, 1, 0]))).toBeUndefined();
    expect(decodePresence(encodePresence(1, { kind: 'view', x: 1e9, y: -Infinity, width: Number.NaN, height: 1e9 }))).toEqual({
      channel: 1, presence: { kind: 'view', x: 0x7fff * CURSOR_STEP, y: 0, width: CURSOR_STEP, height: 0xffff * CURSOR_STEP },
    });
  });

  test('a frame cut short', () => {
    const frame = encodeUpdates({ channel: 300, tick: 5, durable: 4, updates: [{ slot: 1, seq: 2, update: new Uint8Array(10) }] });
    for (let length = 0; length < frame.length; length++) expect(decodeUpdates(frame.subarray(0, length))).toBeUndefined();
  });

  test('a browser\'s ArrayBuffer is read like Node\'s bytes', () => {
    const frame = encodeUpdate({ channel: 1, seq: 2, update: Uint8Array.from([3]) });
    expect(decodeUpdate(frame.buffer.slice(frame.byteOffset, frame.byteOffset + frame.length))).toEqual({ channel: 1, seq: 2, update: Uint8Array.from([3]) });
  });
});
