import { Injectable } from '@nestjs/common';

/** Whose open sockets should be looked at again: one person's, one participant's, or of all who are at a session. */
export type Seated = { personId: string } | { participantId: string } | { sessionId: string };

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

  /** A gateway registers once; it re-reads the viewer of each of these sockets and ends those without a right. */
  onRefresh(listener: (who: Seated) => void): void {
    this.listeners.add(listener);
  }
  refresh(who: Seated): void {
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
    const over = new Set(signInIds);
    for (const socket of this.open) if (over.has(socket.signInId)) socket.close();
  }
}
