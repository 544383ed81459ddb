import type { RoomState, RoomView } from '@spolu/contracts/sessions';
import { KEPT_FOR_MS } from '../boards/kept-for.ts';
import { deviceCopies } from '../device/device-copies.ts';
import type { KeptRoom } from './kept-room.ts';

/** The part of a room that grows old gracefully: no names, no code, no counts. */
function lasting(room: RoomState): RoomState {
  const { activity } = room;
  const { brainstorm = null, vote = null } = activity ?? {};
  return {
    ...room, version: 0, code: null, participantCount: 0, agenda: [], hall: null,
    activity: activity && {
      ...activity,
      brainstorm: brainstorm && { ...brainstorm, cardCount: 0 },
      vote: vote && { ...vote, options: [], votedCount: 0, eligibleCount: 0, result: null },
    },
  };
}

export async function keepRoom(view: RoomView, personKey: string): Promise<void> {
  const kept: KeptRoom = { view: { room: lasting(view.room), me: view.me, staff: null, may: { run: false } }, personKey, isStaff: view.staff !== null, at: new Date().toISOString() };
  await deviceCopies.write('room', view.room.sessionId, kept, { forMs: KEPT_FOR_MS[view.me ? 'participant' : 'person'] });
}

export const readRoom = (sessionId: string): Promise<KeptRoom | undefined> => deviceCopies.read<KeptRoom>('room', sessionId);

/** What the server does not show any more, the device does not keep. */
export const forgetRoom = (sessionId: string, isSignedOut: boolean): Promise<void> => (isSignedOut ? deviceCopies.forgetAll() : deviceCopies.drop('room', sessionId));
