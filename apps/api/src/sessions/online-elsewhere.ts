import { z } from 'zod';
import { notice, type Peers } from '../peers/peers.ts';

const PAUSE_MS = 1_000;

const Online = notice('room.online', z.strictObject({ sessionId: z.string(), participantIds: z.array(z.string()) }));
const Asked = notice('room.online-asked', z.strictObject({ sessionId: z.string() }));

/** Who is online in a room by way of another server. */
export class OnlineElsewhere {
  readonly #peers: Peers;
  readonly #here: (sessionId: string) => Iterable<string> | undefined;
  /** By server and room. */
  readonly #elsewhere = new Map<string, Map<string, ReadonlySet<string>>>();
  readonly #timers = new Map<string, NodeJS.Timeout>();

  /**
   * @param here who is online here in a room, if anybody follows it here
   * @param changed somebody came or went elsewhere
   */
  constructor(peers: Peers, here: (sessionId: string) => Iterable<string> | undefined, changed: (sessionId: string) => void) {
    this.#peers = peers;
    this.#here = here;
    peers.on(Online, ({ sessionId, participantIds }, speaker) => {
      const rooms = this.#elsewhere.get(speaker) ?? new Map<string, ReadonlySet<string>>();
      this.#elsewhere.set(speaker, rooms);
      if (participantIds.length > 0) rooms.set(sessionId, new Set(participantIds));
      else rooms.delete(sessionId);
      changed(sessionId);
    });
    peers.on(Asked, ({ sessionId }) => {
      if (here(sessionId)) this.tell(sessionId);
    });
    peers.onGone((speaker) => {
      const rooms = this.#elsewhere.get(speaker);
      this.#elsewhere.delete(speaker);
      for (const sessionId of rooms?.keys() ?? []) changed(sessionId);
    });
  }

  has(sessionId: string, participantId: string): boolean {
    for (const rooms of this.#elsewhere.values()) if (rooms.get(sessionId)?.has(participantId)) return true;
    return false;
  }

  /** A room is followed here from now on. */
  ask(sessionId: string): void {
    this.#peers.tell(Asked, { sessionId });
  }

  /** Somebody came or went here; told soon, and with all others of that moment. */
  tell(sessionId: string): void {
    if (!this.#peers.isShared || this.#timers.has(sessionId)) return;
    this.#timers.set(sessionId, setTimeout(() => {
      this.#timers.delete(sessionId);
      this.#peers.tell(Online, { sessionId, participantIds: [...(this.#here(sessionId) ?? [])] });
    }, PAUSE_MS));
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
