import type { AddressInfo, Socket as TcpSocket } from 'node:net';
import { createServer } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { Server, type Socket } from 'socket.io';
import { io } from 'socket.io-client';
import { FrameWriter, readyFrame } from './ready-frame.ts';

const PEOPLE = 50;
const FRAME_BYTES = 256 * 1024;
const MORE_MAX = 32 * 1024 * 1024;

test('SEC-32: fifty who stop reading are cut off, and cost the server less than 32 MiB', async () => {
  const http = createServer();
  const server = new Server(http, { transports: ['websocket'] });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const writers: FrameWriter[] = [];
  server.on('connection', (socket: Socket) => void writers.push(new FrameWriter(socket)));
  const clients = Array.from({ length: PEOPLE }, () => io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true }));
  await Promise.all(clients.map((client) => new Promise<void>((resolve) => client.once('connect', () => resolve()))));
  const wires = clients.map(({ io: { engine } }) => (engine.transport as unknown as { ws: { _socket: TcpSocket } }).ws._socket);
  for (const wire of wires) wire.pause();

  const before = held();
  let most = 0;
  let behind = writers;
  // What the kernel takes of each counts for nobody: so many, that it is full long before.
  for (let i = 0; i < 400 && behind.length > 0; i++) {
    const frame = readyFrame('b', new Uint8Array(FRAME_BYTES));
    behind = behind.filter((writer) => writer.write(frame, 0));
    await turn();
    if (i % 10 === 0) most = Math.max(most, held() - before);
  }
  expect(behind).toEqual([]);
  expect(most).toBeLessThan(MORE_MAX);
  for (const client of clients) client.disconnect();
  for (const wire of wires) wire.destroy();
  await server.close();
});

/** What is in use, garbage left out. */
function held(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
