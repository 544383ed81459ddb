import type { IncomingMessage } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { Problem } from '@spolu/contracts/problems';
import { BoardEvent } from '@spolu/realtime/board-events';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Server, ServerOptions, Socket } from 'socket.io';
import type { Config } from '../config/config.ts';
import { cameUnencrypted, isOwnOrigin } from './edge.ts';
import { SocketSeats } from './seats.ts';
import { NOBODY, type Viewer } from './viewer.ts';

export const SOCKET_PATH = '/socket';
/** One message of a device; longer edits are sent in pieces (SEC-31). The default of 1 MB would close the socket without a word. */
export const SOCKET_MESSAGE_MAX = 1024 * 1024 + 4096;

const PING_MS = 5_000;
const PONG_MS = 7_000;

const FORBIDDEN = 'HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

/** One event's JSON. */
export const SOCKET_TEXT_MAX = 16 * 1024;

/** Ends the connection of a device that does what none of ours does, and says why. */
export function endFor(socket: Socket, problem: Problem): void {
  socket.emit(BoardEvent.problem, problem.toDocument());
  socket.disconnect(true);
}

/** Who asked for this socket at its handshake. Rights are read anew where they matter; see `SocketSeats`. */
export const viewerOf = (socket: Socket): Viewer => (socket.request as IncomingMessage & { viewer?: Viewer }).viewer ?? NOBODY;

/** For `Viewers.viewerOf`, to read anew who the device is. */
export const signInIdOf = (socket: Socket): string => (socket.request as IncomingMessage & { sessionID?: string }).sessionID ?? '';

/** What we use of engine.io's connection, beneath socket.io's namespaces. */
interface RawConnection {
  request: IncomingMessage & { sessionID?: string };
  close(): void;
  once(event: 'close', listener: () => void): void;
}

/** socket.io over WebSocket only, for devices that are signed in and come from our own pages (SEC-28). */
export class SocketAdapter extends IoAdapter {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly config: Config,
    private readonly signIn: RequestHandler[],
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const server = super.createIOServer(port, {
      ...options,
      path: SOCKET_PATH,
      transports: ['websocket'],
      serveClient: false,
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: SOCKET_MESSAGE_MAX,
      connectTimeout: 5_000,
      // A device finds out within twelve seconds that its server stands still, and goes to another.
      pingInterval: PING_MS,
      pingTimeout: PONG_MS,
      allowRequest: (request: IncomingMessage, decide: (error: string | null | undefined, allowed: boolean) => void) => {
        const own = isOwnOrigin(this.config, request.headers.origin, request.headers.host) && !cameUnencrypted(this.config, request.headers);
        // engine.io says 400 to whatever it refuses; what is said already it leaves.
        if (!own) request.socket.end(FORBIDDEN);
        decide(own ? null : 'foreign-origin', own);
      },
    } as unknown as ServerOptions);
    for (const handler of this.signIn) {
      server.engine.use((request: Request & { _query: Record<string, string> }, response: Response, next: NextFunction) => {
        // only the handshake carries the cookie that counts
        if (request._query['sid'] === undefined) handler(request, response, next);
        else next();
      });
    }
    const seats = this.app.get(SocketSeats, { strict: false });
    server.engine.on('connection', (connection: RawConnection) => {
      const leave = seats.sit({ signInId: connection.request.sessionID ?? '', close: () => connection.close() });
      connection.once('close', leave);
    });
    server.on('connection', (socket) => {
      forgetRequest(socket);
      // Text carries JSON events; what is long goes in binary frames (SEC-31).
      socket.conn.on('data', (data: unknown) => {
        if (typeof data === 'string' && data.length > SOCKET_TEXT_MAX) endFor(socket, new Problem('too-large', { most: SOCKET_TEXT_MAX }));
      });
    });
    return server;
  }
}

/** After the handshake nobody reads its request again, which weighs more than the connection itself: only who asked is kept. */
function forgetRequest(socket: Socket): void {
  const { sessionID, viewer } = socket.request as RawConnection['request'] & { viewer?: Viewer };
  Object.assign(socket.conn, { request: { sessionID, viewer, headers: {} } });
  socket.handshake.headers = {};
}
