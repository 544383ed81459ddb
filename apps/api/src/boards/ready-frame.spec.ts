import { describe, expect, test } from '@jest/globals';
import type { Socket } from 'socket.io';
import { FrameWriter, readyFrame } from './ready-frame.ts';

/** The payloads of unmasked WebSocket frames, one after another. */
function payloadsOf(bytes: Buffer): [number, Buffer][] {
  const frames: [number, Buffer][] = [];
  for (let at = 0; at < bytes.length; ) {
    const short = bytes[at + 1]!;
    const [head, length] = short < 126 ? [2, short] : short === 126 ? [4, bytes.readUInt16BE(at + 2)] : [10, Number(bytes.readBigUInt64BE(at + 2))];
    frames.push([bytes[at]!, bytes.subarray(at + head, at + head + length)]);
    at += head + length;
  }
  return frames;
}

test.each([0, 1, 125, 126, 65_535, 65_536, 200_000])('a frame of %i bytes is a socket.io event with one attachment', (length) => {
  const payload = Uint8Array.from({ length }, (_, i) => i % 251);
  const [text, binary, ...more] = payloadsOf(readyFrame('b', payload).bytes);
  expect(more).toEqual([]);
  expect([text![0], text![1].toString()]).toEqual([0x81, '451-["b",{"_placeholder":true,"num":0}]']);
  expect(binary![0]).toBe(0x82);
  expect(binary![1].equals(Buffer.from(payload))).toBe(true);
});

describe('SEC-32: a receiver that does not take what she is sent', () => {
  const frame = readyFrame('b', new Uint8Array(1024 * 1024));
  function connection() {
    const written: unknown[] = [];
    const inside = { client: { writeToEngine: (...args: unknown[]) => void written.push(args) }, conn: { writeBuffer: [] as unknown[], transport: { writable: true } } };
    return { written, inside, writer: new FrameWriter(inside as unknown as Socket) };
  }

  test('is cut off at 4 MiB', () => {
    const { inside, writer, written } = connection();
    expect(writer.write(frame, 0)).toBe(true);
    inside.conn.writeBuffer.push('stuck');
    expect([writer.write(frame, 1), writer.write(frame, 2), writer.write(frame, 3)]).toEqual([true, true, false]);
    expect(written).toHaveLength(3);
  });

  test('is cut off after 15 seconds', () => {
    const { inside, writer } = connection();
    const small = readyFrame('b', new Uint8Array(10));
    writer.write(small, 0);
    inside.conn.writeBuffer.push('stuck');
    expect(writer.write(small, 15_000)).toBe(true);
    expect(writer.write(small, 15_001)).toBe(false);
  });

  test('owes nothing once it has left; a whole board is not held against her', () => {
    const { inside, writer } = connection();
    const big = readyFrame('s', new Uint8Array(6 * 1024 * 1024));
    expect(writer.write(big, 0, false)).toBe(true);
    inside.conn.writeBuffer.push('on its way');
    expect(writer.write(frame, 1)).toBe(true);
    for (let i = 0; i < 20; i++) {
      inside.conn.writeBuffer.length = 0;
      expect(writer.write(frame, 60_000 * i)).toBe(true);
    }
  });

  test('is busy until it is written', () => {
    const { inside, writer } = connection();
    expect(writer.isFree).toBe(true);
    inside.conn.transport.writable = false;
    expect(writer.isFree).toBe(false);
  });
});
