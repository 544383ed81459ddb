import { z } from 'zod';
import { Id } from './common.ts';

/** PUT /api/sessions/:id/hand → OwnHand (participants). Raising a raised hand keeps its place. GET answers where it stands. */
export const RaiseHand = z.strictObject({ raised: z.boolean() });
export type RaiseHand = z.infer<typeof RaiseHand>;
export interface OwnHand {
  /** called: she has the word. */
  state: 'down' | 'waiting' | 'called';
  /** Her place among those who wait, from 1; null while she does not wait. */
  place: number | null;
}

/**
 * PUT /api/participants/:id/hand (staff): gives somebody the word, lowers her hand, or puts it back where it was. Who had the word before has had it.
 * `called`: who has it as far as the screen knows; where somebody else does by now, nothing is done (`hand/other-called`).
 */
export const TendHand = z.strictObject({ state: z.enum(['waiting', 'called', 'lowered']), called: Id.nullable() });
export type TendHand = z.infer<typeof TendHand>;

/** What all screens know of the hands: no names. */
export interface RoomHands {
  waitingCount: number;
  /** Another number each time the queue changed: whoever waits asks for her place anew. */
  mark: number;
}
/** The queue for the staff, whoever has the word first. */
export interface StaffHand {
  participantId: string;
  /** Null: somebody who gave no name. */
  nickname: string | null;
  state: 'waiting' | 'called';
  raisedAt: string;
}
