import type { BoardRights } from '@spolu/contracts/boards';
import type { Problem } from '@spolu/contracts/problems';
import type { Author, Ownership } from './board-gate.ts';
import type { BoardRole } from './board-rights.ts';
import type { ClientOwner } from './board-store.ts';
import type { ReadyFrame } from './ready-frame.ts';
import { TokenBucket } from './token-bucket.ts';

// SEC-31
export const MESSAGES_PER_SECOND = 40;
export const MESSAGES_BURST = 120;
const BYTES_PER_SECOND = 256 * 1024;
const PRESENCES_PER_SECOND = 25;
const PRESENCES_BURST = 75;

/** One device's end of the line, as much as a hub needs of it. */
export interface Connection {
  readonly isFree: boolean;
  /** False when the receiver is hopelessly behind. A whole board is big without anybody being slow: it does not count. */
  write(frame: ReadyFrame, now: number, counts?: boolean): boolean;
  emit(event: string, payload: object): void;
  /** Ends the connection: says why, or without a word where the device takes nothing of what it is sent. */
  end(problem?: Problem): void;
  /** Changes that took too long to be judged (SEC-39). */
  strikes: number;
}

/** Somebody at the board. */
export class Seat implements Author {
  readonly connection: Connection;
  readonly slot: number;
  readonly clientId: number | null;
  readonly presence: boolean;
  readonly #owns: (role: BoardRole, clientId: number) => Ownership;
  role: BoardRole;
  rights: BoardRights;
  /** Something was refused: nothing more is taken until the device joins anew. */
  deaf = false;
  left = false;
  /** The tick that took this seat's last change and is not known there to be stored; 0 for none. */
  awaits = 0;
  /** When it was last told something while it waits for that, or began to wait. */
  awaitsSince = 0;
  /** Changes of it that were taken, and it was not told so: their numbers, and by which tick. */
  untold: { seq: number; tick: number }[] = [];
  /** Whose view she wants to see. */
  follows: number | null = null;
  /** The client id it got for a visit without a network. */
  spare: Promise<number | null> | null = null;
  readonly messages: TokenBucket;
  readonly bytes: TokenBucket;
  readonly moves: TokenBucket;

  constructor(connection: Connection, slot: number, role: BoardRole, rights: BoardRights, clientId: number | null, presence: boolean, owns: (role: BoardRole, clientId: number) => Ownership, now: number) {
    this.connection = connection;
    this.slot = slot;
    this.role = role;
    this.rights = rights;
    this.clientId = clientId;
    this.presence = presence;
    this.#owns = owns;
    this.messages = new TokenBucket(MESSAGES_BURST, MESSAGES_PER_SECOND, now);
    this.bytes = new TokenBucket(BYTES_PER_SECOND * 60, BYTES_PER_SECOND, now);
    this.moves = new TokenBucket(PRESENCES_BURST, PRESENCES_PER_SECOND, now);
  }

  get staff(): boolean {
    return this.role.staff;
  }
  get participantId(): string | null {
    return this.role.participantId;
  }

  owns(clientId: number): Ownership {
    return this.#owns(this.role, clientId);
  }
}

export const isSame = (owner: ClientOwner, { participantId, personId }: BoardRole): boolean =>
  !owner.server && ((participantId !== null && owner.participantId === participantId) || (personId !== null && owner.personId === personId));
