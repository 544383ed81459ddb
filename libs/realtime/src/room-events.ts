import { z } from 'zod';
import { Id } from '@spolu/contracts/common';
import type { ProblemDocument } from '@spolu/contracts/problems';

/**
 * Events of a live session, on the same connection as the boards (path `/socket`, WebSocket only, signed in by the cookie). State flows out only:
 * what people do is a command over HTTP, and what is somebody's own (cards, ballot) is read over HTTP.
 */
export const RoomEvent = {
  /** Up, {@link EnterRoom} → {@link EnterAnswer}. After a good answer comes `room`, for staff `staff` too, then both again at each change. */
  enter: 'room.enter',
  /** Up, {@link EnterRoom}: no more of this room. */
  leave: 'room.leave',
  /** Down, `RoomState` of `@spolu/contracts/sessions`: whole, the same for everybody; one with a lower `version` than the last is ignored. */
  room: 'room',
  /** Down, `StaffState` of the same contracts, to staff only. */
  staff: 'staff',
  /** Down, {@link RoomEnded}: the seat is over, nothing more comes of this room. */
  ended: 'room.ended',
} as const;

export const EnterRoom = z.strictObject({ sessionId: Id });
export type EnterRoom = z.infer<typeof EnterRoom>;

export type EnterAnswer = { ok: true } | { ok: false; problem: ProblemDocument };

/** `session/removed` for who was asked to leave, `forbidden` for who lost her role, `too-many-requests` for the oldest of too many screens of one participant. */
export interface RoomEnded {
  sessionId: string;
  problem: ProblemDocument;
}

/** Rooms one device may be in at a time. */
export const ROOMS_PER_SOCKET_MAX = 4;
/** Sockets one participant may hold in a room: a phone, a laptop, a tab left open. One more ends the oldest. */
export const SOCKETS_PER_PARTICIPANT_MAX = 3;
