import { Inject, type OnApplicationShutdown } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets';
import { Problem } from '@spolu/contracts/problems';
import { EnterRoom, RoomEvent, ROOMS_PER_SOCKET_MAX, SOCKETS_PER_PARTICIPANT_MAX, type EnterAnswer, type RoomEnded } from '@spolu/realtime/room-events';
import type { Logger } from 'pino';
import type { Server, Socket } from 'socket.io';
import { LOGGER } from '../http/logger.ts';
import { parse } from '../http/parsed.ts';
import { demand } from '../http/policy.ts';
import { problemOf } from '../http/problem-filter.ts';
import { SocketSeats } from '../http/seats.ts';
import { signInIdOf } from '../http/socket-adapter.ts';
import { participantIn, Viewers } from '../http/viewer.ts';
import { roomChannel, Rooms, staffChannel } from './rooms.ts';
import { SessionAccess } from './session-access.ts';
import { enterRoom, seeStaffState } from './sessions.policy.ts';

/** Refused, malformed or needless messages that one socket may send before it is ended (SEC-29). */
export const STRAYS_MAX = 20;
/** Sockets in one room; whoever comes later may take part without live changes (SEC-31). */
const SOCKETS_PER_ROOM_MAX = 2_000;

interface Seat {
  socket: Socket;
  sessionId: string;
  personId: string | null;
  participantId: string | null;
}

/** Brings devices into rooms. State flows out only: there is nothing a device could send here but that it comes and goes. */
@WebSocketGateway({ transports: ['websocket'] })
export class RoomGateway implements OnGatewayInit, OnGatewayConnection, OnApplicationShutdown {
  private readonly seats = new Map<Socket, Seat[]>();
  private readonly strays = new WeakMap<Socket, number>();

  constructor(
    private readonly rooms: Rooms,
    private readonly access: SessionAccess,
    private readonly viewers: Viewers,
    private readonly socketSeats: SocketSeats,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  afterInit(server: Server): void {
    this.rooms.serveOn(server);
    this.socketSeats.onRefreshAll(() => this.lookAgainAt(() => true));
    this.socketSeats.onRefresh((who) => {
      const isMeant = (seat: Seat) => {
        if ('sessionId' in who) return seat.sessionId === who.sessionId;
        return 'personId' in who ? seat.personId === who.personId : seat.participantId === who.participantId;
      };
      this.lookAgainAt(isMeant);
    });
  }

  private lookAgainAt(which: (seat: Seat) => boolean): void {
    for (const seat of [...this.seats.values()].flat().filter(which)) {
      this.lookAgain(seat).catch((error: unknown) => {
        // Who can't be checked does not go on listening.
        this.logger.error({ err: error }, 'a seat could not be looked at again');
        seat.socket.disconnect(true);
      });
    }
  }

  onApplicationShutdown(): void {
    this.seats.clear();
  }

  handleConnection(socket: Socket): void {
    socket.on(RoomEvent.enter, (payload: unknown, answer: unknown) => void this.enter(socket, payload, answer));
    socket.on(RoomEvent.leave, (payload: unknown) => this.leave(socket, payload));
    socket.once('disconnect', () => {
      for (const seat of this.seatsOf(socket)) this.rise(seat);
    });
  }

  private async enter(socket: Socket, payload: unknown, answer: unknown): Promise<void> {
    if (typeof answer !== 'function') return this.stray(socket);
    const reply = answer as (answer: EnterAnswer) => void;
    try {
      const { sessionId } = parse(EnterRoom, payload);
      // A right that was lost after the handshake counts no more.
      const viewer = await this.viewers.viewerOf(signInIdOf(socket));
      const { facts } = await this.access.session(sessionId);
      demand(enterRoom, viewer, facts);
      const participantId = participantIn(viewer, sessionId);
      if (participantId !== null) await this.access.participant(viewer, sessionId);
      this.checkRoom(socket, sessionId, participantId);
      if (!socket.connected) return;

      if (!this.seatsOf(socket).some((seat) => seat.sessionId === sessionId)) {
        this.seats.set(socket, [...this.seatsOf(socket), { socket, sessionId, personId: viewer.person?.id ?? null, participantId }]);
        this.rooms.enter(sessionId, participantId);
      }
      const staff = seeStaffState.allows(viewer, facts);
      // First the channels, then the state: what changes between comes twice, never not at all.
      await socket.join(staff ? [roomChannel(sessionId), staffChannel(sessionId)] : roomChannel(sessionId));
      reply({ ok: true });
      socket.emit(RoomEvent.room, await this.rooms.state(sessionId));
      if (staff) socket.emit(RoomEvent.staff, await this.rooms.staffState(sessionId));
    } catch (error) {
      const problem = problemOf(error);
      if (problem.isServers) this.logger.error({ err: error }, 'a device could not enter a room');
      // what is no id names no room: foreign rooms, missing ones and nonsense answer alike
      reply({ ok: false, problem: (problem.code === 'invalid-input' ? new Problem('not-found') : problem).toDocument() });
      this.stray(socket);
    }
  }

  private checkRoom(socket: Socket, sessionId: string, participantId: string | null): void {
    const own = this.seatsOf(socket);
    if (own.some((seat) => seat.sessionId === sessionId)) return;
    if (own.length >= ROOMS_PER_SOCKET_MAX) throw new Problem('too-many-requests', { most: ROOMS_PER_SOCKET_MAX });
    const inRoom = [...this.seats.values()].flat().filter((seat) => seat.sessionId === sessionId);
    // The oldest goes, not the newest: a phone that lost its signal leaves connections behind that nobody closed.
    const hers = inRoom.filter((seat) => participantId !== null && seat.participantId === participantId);
    const tooMany = new Problem('too-many-requests', { most: SOCKETS_PER_PARTICIPANT_MAX });
    for (const seat of hers.slice(0, Math.max(0, hers.length + 1 - SOCKETS_PER_PARTICIPANT_MAX))) this.end(seat, tooMany);
    if (inRoom.length >= SOCKETS_PER_ROOM_MAX) throw new Problem('session/full', { most: SOCKETS_PER_ROOM_MAX });
  }

  private leave(socket: Socket, payload: unknown): void {
    const left = EnterRoom.safeParse(payload);
    const seat = left.success ? this.seatsOf(socket).find(({ sessionId }) => sessionId === left.data.sessionId) : undefined;
    if (seat) this.rise(seat);
    else this.stray(socket);
  }

  /** Somebody's rights changed: who lost hers hears nothing more of the room, who is staff no more nothing of what only staff hear (SEC-07). */
  private async lookAgain(seat: Seat): Promise<void> {
    const { socket, sessionId } = seat;
    const viewer = await this.viewers.viewerOf(signInIdOf(socket));
    const { facts } = await this.access.session(sessionId);
    if (!this.seatsOf(socket).includes(seat)) return;
    if (!enterRoom.allows(viewer, facts) || (seat.participantId !== null && participantIn(viewer, sessionId) !== seat.participantId)) {
      this.end(seat, new Problem(seat.participantId !== null && viewer.person === null ? 'session/removed' : 'forbidden'));
      return;
    }
    if (!seeStaffState.allows(viewer, facts)) {
      await socket.leave(staffChannel(sessionId));
      return;
    }
    await socket.join(staffChannel(sessionId));
    this.rooms.staffChanged(sessionId);
  }

  private seatsOf(socket: Socket): Seat[] {
    return this.seats.get(socket) ?? [];
  }

  private end(seat: Seat, problem: Problem): void {
    this.rise(seat);
    seat.socket.emit(RoomEvent.ended, { sessionId: seat.sessionId, problem: problem.toDocument() } satisfies RoomEnded);
  }

  private rise(seat: Seat): void {
    const left = this.seatsOf(seat.socket).filter((other) => other !== seat);
    if (left.length === this.seatsOf(seat.socket).length) return;
    if (left.length > 0) this.seats.set(seat.socket, left);
    else this.seats.delete(seat.socket);
    void seat.socket.leave(roomChannel(seat.sessionId));
    void seat.socket.leave(staffChannel(seat.sessionId));
    this.rooms.leave(seat.sessionId, seat.participantId);
  }

  /** Garbage, or a room where the device has no right: a few may be late, many are an attack. */
  private stray(socket: Socket): void {
    const count = (this.strays.get(socket) ?? 0) + 1;
    this.strays.set(socket, count);
    if (count > STRAYS_MAX) socket.disconnect(true);
  }
}
