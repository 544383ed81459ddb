import { EventEmitter } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import type { Socket } from 'socket.io';
import { FrameWriter, onHot, readyFrame } from './ready-frame.ts';

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

describe('a hot event', () => {
  const HEAD = '51-["u",{"_placeholder":true,"num":0}]';
  function listening() {
    const [heard, decoded]: [unknown[], unknown[]] = [[], []];
    const conn = new EventEmitter();
    const client = { ondata: (packet: unknown) => void decoded.push(packet) };
    conn.on('data', client.ondata);
    const socket = Object.assign(new EventEmitter(), { conn, client });
    onHot(socket as unknown as Socket, { u: (payload) => void heard.push(payload) });
    return { heard, decoded, socket, come: (...packets: unknown[]) => packets.forEach((packet) => conn.emit('data', packet)) };
  }
  const [one, two] = [Buffer.of(1), Buffer.of(2)];

  test('is heard without the decoder, which has all others', () => {
    const { heard, decoded, come } = listening();
    come('2["board.join"]', HEAD, one, '51-["v",{"_placeholder":true,"num":0}]', two, HEAD, two, one);
    expect(heard).toEqual([one, two]);
    expect(decoded).toEqual(['2["board.join"]', '51-["v",{"_placeholder":true,"num":0}]', two, one]);
  });

  test('written otherwise comes by the decoder', () => {
    const { heard, decoded, socket, come } = listening();
    come(`51-7${HEAD.slice(3)}`, one);
    expect(decoded).toEqual([`51-7${HEAD.slice(3)}`, one]);
    socket.emit('u', one);
    expect(heard).toEqual([one]);
  });

  test('whose attachment does not come is for the decoder to refuse', () => {
    const { heard, decoded, come } = listening();
    come(HEAD, '2["board.leave"]', HEAD, HEAD, one);
    expect(heard).toEqual([]);
    expect(decoded).toEqual([HEAD, '2["board.leave"]', HEAD, HEAD, one]);
  });
});

describe('SEC-32: a receiver that does not take what she is sent', () => {
  const frame = readyFrame('b', new Uint8Array(1024 * 1024));
  const medium = readyFrame('b', new Uint8Array(100_000));
  const small = readyFrame('b', new Uint8Array(10));
  function connection() {
    const engine: unknown[] = [];
    const wire = { writable: true, writableLength: 0, written: [] as Uint8Array[], write: (bytes: Uint8Array) => {
      wire.written.push(bytes);
      wire.writableLength += bytes.length;
      return wire.writableLength < 16_384;
    } };
    const inside = {
      client: { writeToEngine: (...args: unknown[]) => void engine.push(args) },
      conn: { writeBuffer: [] as unknown[], transport: { writable: true, socket: { _socket: wire } } },
    };
    return { engine, wire, inside, writer: new FrameWriter(inside as unknown as Socket) };
  }

  test('is cut off at 4 MiB', () => {
    const { wire, writer } = connection();
    expect([0, 1, 2, 3].map((now) => writer.write(frame, now))).toEqual([true, true, true, false]);
    expect(wire.written).toHaveLength(3);
  });

  test('is cut off at 4 MiB also where socket.io itself waits for her', () => {
    const { wire, engine, inside, writer } = connection();
    inside.conn.writeBuffer.push('an answer');
    expect([0, 1, 2, 3].map((now) => writer.write(frame, now))).toEqual([true, true, true, false]);
    expect([wire.written.length, engine.length]).toEqual([0, 3]);
  });

  test('is cut off after 15 seconds', () => {
    const { writer } = connection();
    writer.write(medium, 0);
    expect(writer.write(small, 15_000)).toBe(true);
    expect(writer.write(small, 15_001)).toBe(false);
  });

  test('owes nothing once it has left; a whole board is not held against her', () => {
    const { wire, writer } = connection();
    const big = readyFrame('s', new Uint8Array(6 * 1024 * 1024));
    expect(writer.write(big, 0, false)).toBe(true);
    expect(writer.write(small, 60_000)).toBe(true);
    for (let i = 0; i < 20; i++) {
      wire.writableLength = 0;
      expect(writer.write(frame, 60_000 * i)).toBe(true);
    }
  });

  test('is busy until it is written', () => {
    const { wire, inside, writer } = connection();
    expect(writer.isFree).toBe(true);
    wire.writableLength = 1;
    expect(writer.isFree).toBe(false);
    wire.writableLength = 0;
    inside.conn.transport.writable = false;
    expect(writer.isFree).toBe(false);
  });

  test('is sent nothing more once she is gone', () => {
    const { wire, engine, writer } = connection();
    wire.writable = false;
    expect(writer.write(frame, 0)).toBe(true);
    expect([...wire.written, ...engine]).toEqual([]);
  });
});
