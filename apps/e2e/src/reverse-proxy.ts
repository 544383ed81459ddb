import { createServer as createHttp, request as ask, type IncomingMessage, type OutgoingHttpHeaders, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { selfSigned } from './self-signed.ts';

export interface ReverseProxy {
  /** `https://127.0.0.1:…` */
  url: string;
  /** The same town without encryption, for those who typed http. */
  plainUrl: string;
  /** Where the application listens, once it does. */
  leadTo(port: number): void;
  stop(): Promise<void>;
}

/** What stands before an installation on the internet: it holds the certificate and passes requests and sockets on, adding who asked and how. */
export async function openReverseProxy(): Promise<ReverseProxy> {
  let target = 0;
  const sockets = new Set<Socket>();

  function passOn(incoming: IncomingMessage, scheme: 'http' | 'https') {
    const headers: OutgoingHttpHeaders = {
      ...incoming.headers,
      // As Caddy and nginx do: what the caller claims stays in front, the address it has is added behind.
      'x-forwarded-for': [incoming.headers['x-forwarded-for'], incoming.socket.remoteAddress].filter(Boolean).join(', '),
      'x-forwarded-proto': scheme,
      'x-forwarded-host': incoming.headers.host,
    };
    return ask({ host: '127.0.0.1', port: target, method: incoming.method, path: incoming.url, headers });
  }

  function serve(server: Server, scheme: 'http' | 'https'): Promise<number> {
    server.on('request', (incoming, answer) => {
      const passed = passOn(incoming, scheme);
      passed.on('response', (given) => {
        answer.writeHead(given.statusCode ?? 502, given.headers);
        given.pipe(answer);
      });
      passed.on('error', () => answer.headersSent ? answer.destroy() : answer.writeHead(502).end());
      incoming.pipe(passed);
    });
    server.on('upgrade', (incoming, socket: Socket) => {
      socket.on('error', () => undefined);
      const passed = passOn(incoming, scheme);
      passed.on('upgrade', (given, beyond: Socket, first) => {
        socket.write(headOf(given));
        socket.write(first);
        beyond.on('error', () => socket.destroy());
        socket.on('close', () => beyond.destroy());
        beyond.pipe(socket).pipe(beyond);
      });
      passed.on('response', (given) => {
        socket.write(headOf(given));
        given.pipe(socket);
      });
      passed.on('error', () => socket.destroy());
      passed.end();
    });
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    return new Promise((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)));
  }

  const [secure, plain] = [createHttps(selfSigned('127.0.0.1')), createHttp()];
  const [securePort, plainPort] = await Promise.all([serve(secure, 'https'), serve(plain, 'http')]);
  return {
    url: `https://127.0.0.1:${securePort}`,
    plainUrl: `http://127.0.0.1:${plainPort}`,
    leadTo: (port) => void (target = port),
    stop: async () => {
      const closed = Promise.all([secure, plain].map((server) => new Promise((done) => server.close(done))));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function headOf({ statusCode, statusMessage, rawHeaders }: IncomingMessage): string {
  const lines = Array.from({ length: rawHeaders.length / 2 }, (_, i) => `${rawHeaders[2 * i]}: ${rawHeaders[2 * i + 1]}\r\n`);
  return `HTTP/1.1 ${statusCode} ${statusMessage}\r\n${lines.join('')}\r\n`;
}
