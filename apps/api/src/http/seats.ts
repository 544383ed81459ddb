import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { notice, Peers } from '../peers/peers.ts';

/** Whose open sockets should be looked at again: one person's, one participant's, or of all who are at a session. */
export type Seated = { personId: string } | { participantId: string } | { sessionId: string };

const Refreshed = notice<Seated>('seats.refreshed', z.union([z.strictObject({ personId: z.string() }), z.strictObject({ participantId: z.string() }), z.strictObject({ sessionId: z.string() })]));
/** Named by digests: what a cookie holds goes nowhere else. */
const Ended = notice('seats.ended', z.array(z.string()));
/** Where notices get lost, all seats are looked at this often. */
const LOOK_MS = 5_000;

/** A connection of a device, whatever it is used for. */
export interface OpenSocket {
  /** The sign-in it was opened with. */
  signInId: string;
  close(): void;
}

/** Tells the gateways that somebody's rights changed, so that open sockets follow within seconds (SEC-07). */
@Injectable()
export class SocketSeats {
  private readonly listeners = new Set<(who: Seated) => void>();
  private readonly open = new Set<OpenSocket>();
  private readonly allListeners = new Set<() => void>();
  private lookedAt = 0;

  constructor(private readonly peers: Peers) {
    peers.on(Refreshed, (who) => this.refreshHere(who));
    peers.on(Ended, (digests) => this.endHere(new Set(digests)));
    peers.onMissed(() => {
      if (Date.now() - this.lookedAt < LOOK_MS) return;
      this.lookedAt = Date.now();
      for (const listener of this.allListeners) listener();
    });
    peers.onAnew(() => {
      for (const socket of this.open) socket.close();
    });
  }

  /** A gateway registers once; it re-reads the viewer of each of these sockets and ends those without a right. */
  onRefresh(listener: (who: Seated) => void): void {
    this.listeners.add(listener);
  }
  /** The same for all sockets of this server: somebody's rights may have changed at another one. */
  onRefreshAll(listener: () => void): void {
    this.allListeners.add(listener);
  }
  refresh(who: Seated): void {
    this.refreshHere(who);
    this.peers.tell(Refreshed, who);
  }
  private refreshHere(who: Seated): void {
    for (const listener of this.listeners) listener(who);
  }

  /** Told by the socket adapter about each connection. @returns to be called when it is gone */
  sit(socket: OpenSocket): () => void {
    this.open.add(socket);
    return () => this.open.delete(socket);
  }
  /** Sign-ins that have a connection open now. */
  get signInIds(): string[] {
    return [...new Set([...this.open].map(({ signInId }) => signInId))];
  }
  /** Ends all connections of sign-ins that are over (SEC-10). */
  end(signInIds: readonly string[]): void {
    const digests = signInIds.map(digestOf);
    this.endHere(new Set(digests));
    this.peers.tell(Ended, digests);
  }
  private endHere(digests: ReadonlySet<string>): void {
    if (digests.size === 0) return;
    for (const socket of this.open) if (digests.has(digestOf(socket.signInId))) socket.close();
  }
}

const digestOf = (signInId: string) => createHash('sha256').update(signInId).digest('base64url');
