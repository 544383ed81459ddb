import type { RoomActivity, RoomState, RoomView } from '@spolu/contracts/sessions';
import { KEPT_FOR_MS } from '../boards/kept-for.ts';
import { deviceCopies } from '../device/device-copies.ts';
import type { KeptRoom } from './kept-room.ts';

/** The part of a room that grows old gracefully: no names, no code, no counts; of what was asked only what can be done without a network, to write. */
function lasting(room: RoomState): RoomState {
  return { ...room, version: 0, code: null, participantCount: 0, agenda: [], hall: null, activity: room.activity && lastingActivity(room.activity) };
}

function lastingActivity(activity: RoomActivity): RoomActivity {
  if (activity.kind === 'brainstorm') return { ...activity, part: { ...activity.part, cardCount: 0 } };
  return { ...activity, kind: 'information', part: null };
}

export async function keepRoom(view: RoomView, personKey: string): Promise<void> {
  const kept: KeptRoom = { view: { room: lasting(view.room), me: view.me, staff: null, may: { run: false } }, personKey, isStaff: view.staff !== null, at: new Date().toISOString() };
  await deviceCopies.write('room', view.room.sessionId, kept, { forMs: KEPT_FOR_MS[view.me ? 'participant' : 'person'] });
}

export const readRoom = (sessionId: string): Promise<KeptRoom | undefined> => deviceCopies.read<KeptRoom>('room', sessionId);

/** What the server does not show any more, the device does not keep. */
export const forgetRoom = (sessionId: string, isSignedOut: boolean): Promise<void> => (isSignedOut ? deviceCopies.forgetAll() : deviceCopies.drop('room', sessionId));
