import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { readyToHangUp } from './hang-up.ts';

/** A server that keeps resting connections for an hour and answers `/later` when it is told to. */
async function givenServer() {
  const waiting: ServerResponse[] = [];
  const server = createServer((request, response) => void (request.url === '/later' ? waiting.push(response) : response.end('now')));
  server.keepAliveTimeout = 3_600_000;
  const hangUp = readyToHangUp(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    waiting, server,
    end: () => {
      const ended = once(server, 'close');
      hangUp();
      server.close();
      return ended;
    },
    /** Someone on the line, after the server has what was said. */
    caller: async (words: string, until: 'connection' | 'request' = 'request') => {
      const heard = once(server, until);
      const socket = connect(port, '127.0.0.1');
      socket.write(words);
      await heard;
      return socket;
    },
  };
}
const hears = async (socket: Socket) => {
  let all = '';
  for await (const part of socket) all += String(part);
  return all;
};

test('a server that ends waits for nobody who asks nothing, not even in the middle of a sentence', async () => {
  const { end, caller } = await givenServer();
  const silent = await caller('', 'connection');
  const stuck = await caller('POST / HTTP/1.1\r\nho', 'connection');
  const answered = await caller('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nabc');
  await once(answered, 'data');
  const resting = await caller('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
  await once(resting, 'data');
  const gone = Promise.all([silent, stuck, answered, resting].map((socket) => once(socket.resume().on('error', () => undefined), 'close')));
  await end();
  await gone;
});

test('who waits for an answer gets it, and it is the last on this connection', async () => {
  const { end, caller, waiting } = await givenServer();
  const socket = await caller('GET /later HTTP/1.1\r\nhost: x\r\n\r\n');
  const heard = hears(socket);
  const ended = end();
  waiting[0]!.end('all that was asked');
  expect(await heard).toMatch(/all that was asked/);
  await ended;
});
