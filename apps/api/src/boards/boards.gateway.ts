import { Inject } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets';
import {
  AskSpare, FollowPerson, JoinBoard, LeaveBoard, PresentView, WatchBoard, type Changed, type FollowAnswer, type JoinAnswer, type SpareAnswer, type WatchAnswer, type Welcome,
} from '@spolu/contracts/boards';
import { Problem, type ProblemDocument } from '@spolu/contracts/problems';
import { BoardEvent } from '@spolu/realtime/board-events';
import { decodeUpdate, UPDATE_FRAME_MAX } from '@spolu/realtime/board-frames';
import { decodePresence, PRESENCE_FRAME_MAX } from '@spolu/realtime/presence-frames';
import { RoomEvent } from '@spolu/realtime/room-events';
import type { Logger } from 'pino';
import type { Server, Socket } from 'socket.io';
import { z } from 'zod';
import { LOGGER } from '../http/logger.ts';
import { parse } from '../http/parsed.ts';
import { problemOf } from '../http/problem-filter.ts';
import { SocketSeats } from '../http/seats.ts';
import { endFor, signInIdOf, viewerOf } from '../http/socket-adapter.ts';
import { Viewers } from '../http/viewer.ts';
import { notice, Peers } from '../peers/peers.ts';
import { BoardHubs } from './board-hubs.ts';
import { boardRoleOf } from './board-rights.ts';
import { BoardSeats, type Seated } from './board-seats.ts';
import { FrameWriter, onHot } from './ready-frame.ts';
import { MESSAGES_BURST, MESSAGES_PER_SECOND, type Connection } from './seat.ts';
import { TokenBucket } from './token-bucket.ts';

/** SEC-29: boards of one socket, and messages of it that belong to none of them. */
export const BOARDS_PER_SOCKET = 4;
export const STRAY_MESSAGES_MAX = 20;
/** SEC-29: bytes of changes from a socket that never had a seat. */
export const STRAY_BYTES_MAX = 64 * 1024;
/** What a device may say besides changes and presence, here and in rooms. */
const EVENTS = new Set<string>([
  BoardEvent.join, BoardEvent.leave, BoardEvent.spare, BoardEvent.watch, BoardEvent.follow, BoardEvent.present, BoardEvent.update, BoardEvent.presence, RoomEvent.enter, RoomEvent.leave,
]);

const BoardChanged = notice('board.changed', z.string());

const isOver = (payload: unknown, most: number) => payload instanceof Uint8Array && payload.length > most;
const watchersOf = (boardId: string) => `board/${boardId}`;

/**
 * Brings devices to their boards. The two hot streams are listeners set once on the socket; a decorator's cost would be felt at thousands of messages a
 * second. Every message is checked here or in the hub; nothing that a device sends throws into the server.
 */
@WebSocketGateway({ transports: ['websocket'] })
export class BoardsGateway implements OnGatewayInit, OnGatewayConnection {
  constructor(
    private readonly hubs: BoardHubs,
    private readonly seats: BoardSeats,
    private readonly viewers: Viewers,
    private readonly socketSeats: SocketSeats,
    private readonly peers: Peers,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  afterInit(server: Server): void {
    // Whoever is nobody has nothing to hear here (SEC-28).
    server.use((socket, next) => {
      const { person, participants } = viewerOf(socket);
      next(person || participants.length > 0 ? undefined : new Error('signed-out'));
    });
    const tellWatchers = (boardId: string) => {
      // A packet for nobody costs as much as one for somebody.
      if (server.of('/').adapter.rooms.has(watchersOf(boardId))) server.to(watchersOf(boardId)).emit(BoardEvent.changed, { boardId } satisfies Changed);
    };
    this.hubs.onChanged = (boardId) => {
      tellWatchers(boardId);
      this.peers.tell(BoardChanged, boardId);
    };
    // Where the board is open here too, it says so itself.
    this.peers.on(BoardChanged, (boardId) => void (this.hubs.peek(boardId) ?? tellWatchers(boardId)));
    this.socketSeats.onRefreshAll(() => this.#refresh(() => true));
    this.socketSeats.onRefresh((who) => {
      const isMeant = ({ seat: { role }, hub }: Seated) => {
        if ('sessionId' in who) return hub.rule?.sessionId === who.sessionId;
        return 'personId' in who ? role.personId === who.personId : role.participantId === who.participantId;
      };
      this.#refresh(isMeant);
    });
  }

  #refresh(which: (seated: Seated) => boolean): void {
    this.seats.refresh(which).catch((error: unknown) => this.logger.error({ err: error }, 'seats could not be looked at again'));
  }

  handleConnection(socket: Socket): void {
    new BoardSocket(socket, this.hubs, this.seats, this.viewers, this.logger).listen();
  }
}

/** One socket and the boards it sits at. */
class BoardSocket {
  readonly #seats = new Map<number, Seated>();
  readonly #connection: Connection;
  /** All else that is answered: a seat's own limits begin anew with each seat. */
  readonly #asks = new TokenBucket(MESSAGES_BURST, MESSAGES_PER_SECOND, Date.now());
  #strays = 0;
  #strayBytes = 0;
  #wasSeated = false;
  #joining = 0;
  #watching = 0;

  constructor(
    private readonly socket: Socket,
    private readonly hubs: BoardHubs,
    private readonly seats: BoardSeats,
    private readonly viewers: Viewers,
    private readonly logger: Logger,
  ) {
    const frames = new FrameWriter(socket);
    this.#connection = {
      get isFree() {
        return frames.isFree;
      },
      write: (frame, now, counts) => frames.write(frame, now, counts),
      emit: (event, payload) => void socket.emit(event, payload),
      end: (problem) => void (problem ? endFor(socket, problem) : frames.cut()),
      strikes: 0,
    };
  }

  listen(): void {
    const { socket } = this;
    onHot(socket, { [BoardEvent.update]: (payload) => this.#update(payload), [BoardEvent.presence]: (payload) => this.#presence(payload) });
    const onAsk = (event: string, take: (payload: unknown, answer: unknown) => void) => {
      socket.on(event, (payload: unknown, answer: unknown) => {
        if (this.#asks.take(1, Date.now())) take(payload, answer);
        else endFor(socket, new Problem('too-many-requests', { most: MESSAGES_BURST }));
      });
    };
    // Not with the others: a device comes again and again while another server still holds its client id. What is refused counts as a stray.
    socket.on(BoardEvent.join, (payload: unknown, answer: unknown) => void this.#join(payload, answer));
    onAsk(BoardEvent.spare, (payload, answer) => void this.#spare(payload, answer));
    onAsk(BoardEvent.watch, (payload, answer) => void this.#watch(payload, answer));
    onAsk(BoardEvent.follow, (payload, answer) => this.#command(FollowPerson, payload, answer, ({ hub, seat }, { slot }) => hub.follow(seat, slot)));
    onAsk(BoardEvent.present, (payload, answer) => this.#command(PresentView, payload, answer, ({ hub, seat }, { on }) => hub.present(seat, on)));
    onAsk(BoardEvent.leave, (payload) => this.#leave(payload));
    // What only the server says, and what nobody says (SEC-33).
    socket.onAny((event: string) => {
      if (!EVENTS.has(event)) this.#stray();
    });
    socket.once('disconnect', () => {
      for (const channel of [...this.#seats.keys()]) this.#rise(channel);
    });
  }

  #update(payload: unknown): void {
    if (isOver(payload, UPDATE_FRAME_MAX)) return endFor(this.socket, new Problem('board/too-large', { most: UPDATE_FRAME_MAX }));
    const frame = decodeUpdate(payload);
    const seated = frame && this.#seats.get(frame.channel);
    if (frame && seated) seated.hub.receive(seated.seat, frame.seq, frame.update);
    else this.#stray(payload instanceof Uint8Array ? payload.length : 0);
  }

  #presence(payload: unknown): void {
    if (isOver(payload, PRESENCE_FRAME_MAX)) return endFor(this.socket, new Problem('board/too-large', { most: PRESENCE_FRAME_MAX }));
    const frame = decodePresence(payload);
    const seated = frame && this.#seats.get(frame.channel);
    if (seated) seated.hub.show(seated.seat, frame.presence);
    else this.#stray();
  }

  /** Garbage, or for a board where the device has no seat: a few may be late, many are an attack. */
  #stray(bytes = 0): void {
    if (++this.#strays > STRAY_MESSAGES_MAX) endFor(this.socket, new Problem('too-many-requests', { most: STRAY_MESSAGES_MAX }));
    // Whoever had a seat may send a long change a moment after it ended.
    else if (!this.#wasSeated && (this.#strayBytes += bytes) > STRAY_BYTES_MAX) endFor(this.socket, new Problem('board/too-large', { most: STRAY_BYTES_MAX }));
  }

  async #join(payload: unknown, answer: unknown): Promise<void> {
    if (typeof answer !== 'function') return this.#stray();
    const reply = answer as (answer: JoinAnswer) => void;
    if (this.#seats.size + this.#joining >= BOARDS_PER_SOCKET) {
      reply({ ok: false, problem: new Problem('too-many-requests', { most: BOARDS_PER_SOCKET }).toDocument() });
      return this.#stray();
    }
    this.#joining++;
    try {
      const { boardId, ...join } = parse(JoinBoard, payload);
      const signInId = signInIdOf(this.socket);
      // A right that was lost after the handshake counts no more.
      const viewer = await this.viewers.viewerOf(signInId);
      const hub = await this.hubs.open(boardId);
      const role = boardRoleOf(viewer, hub.rule);
      if (!role) throw new Problem('not-found');
      for (const [channel, seated] of this.#seats) if (seated.hub.boardId === boardId) this.#rise(channel);
      const seat = await hub.join(this.#connection, role, join, (welcome: Welcome) => reply({ ok: true, welcome }));
      const seated: Seated = { seat, hub, signInId };
      this.#seats.set(hub.channel, seated);
      this.seats.add(seated);
      this.#strays = 0;
      this.#wasSeated = true;
      if (!this.socket.connected) this.#rise(hub.channel);
    } catch (error) {
      this.#refuse(reply, error);
    } finally {
      this.#joining--;
    }
  }

  async #spare(payload: unknown, answer: unknown): Promise<void> {
    const asked = AskSpare.safeParse(payload);
    const seated = asked.success && this.#seats.get(asked.data.channel);
    if (typeof answer !== 'function' || !seated) return this.#stray();
    const reply = answer as (answer: SpareAnswer) => void;
    try {
      reply({ ok: true, clientId: await seated.hub.leaseSpare(seated.seat) });
    } catch (error) {
      reply({ ok: false, problem: this.#problem(error) });
    }
  }

  async #watch(payload: unknown, answer: unknown): Promise<void> {
    if (typeof answer !== 'function' || ++this.#watching > BOARDS_PER_SOCKET * 10) return this.#stray();
    const reply = answer as (answer: WatchAnswer) => void;
    try {
      const { boardId } = parse(WatchBoard, payload);
      const viewer = await this.viewers.viewerOf(signInIdOf(this.socket));
      const hub = await this.hubs.open(boardId);
      if (!boardRoleOf(viewer, hub.rule)) throw new Problem('not-found');
      await this.socket.join(watchersOf(boardId));
      reply({ ok: true });
    } catch (error) {
      this.#refuse(reply, error);
    }
  }

  #leave(payload: unknown): void {
    const left = LeaveBoard.safeParse(payload);
    if (left.success && this.#seats.has(left.data.channel)) this.#rise(left.data.channel);
    else this.#stray();
  }

  /** What somebody at a board wants that changes nothing of it. */
  #command<Input extends { channel: number }>(schema: z.ZodType<Input>, payload: unknown, answer: unknown, run: (seated: Seated, input: Input) => void): void {
    const input = schema.safeParse(payload);
    const seated = input.success ? this.#seats.get(input.data.channel) : undefined;
    if (!input.success || !seated || typeof answer !== 'function') return this.#stray();
    const reply = answer as (answer: FollowAnswer) => void;
    try {
      run(seated, input.data);
      reply({ ok: true });
    } catch (error) {
      reply({ ok: false, problem: this.#problem(error) });
    }
  }

  #rise(channel: number): void {
    const seated = this.#seats.get(channel);
    if (!seated) return;
    this.#seats.delete(channel);
    this.seats.delete(seated);
    seated.hub.leave(seated.seat);
  }

  /** Who asks for boards that are none of hers, one after another, is looking for one (SEC-29); what the server lacks is not her fault. */
  #refuse(reply: (answer: { ok: false; problem: ProblemDocument }) => void, error: unknown): void {
    const problem = this.#problem(error);
    reply({ ok: false, problem });
    if (problem.code === 'not-found') this.#stray();
  }

  /** Foreign boards and missing ones answer alike. */
  #problem(error: unknown) {
    const problem = problemOf(error);
    if (problem.isServers) this.logger.error({ err: error }, 'a device could not join a board');
    return (problem.code === 'invalid-input' ? new Problem('not-found') : problem).toDocument();
  }
}
