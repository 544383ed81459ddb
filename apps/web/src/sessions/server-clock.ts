/** The server's word holds when the guess is further off than this: somebody set the device's clock, or it slept. */
const DRIFT_MAX_MS = 2_000;

/**
 * The server owns the time of the room; screens count from it. An answer is never read before it was written, so of several readings the
 * one that makes the server latest travelled the shortest and is the best guess.
 */
export class ServerClock {
  private offsetMs: number | null = null;
  private readonly deviceNow: () => number;

  constructor(deviceNow: () => number = Date.now) {
    this.deviceNow = deviceNow;
  }

  /** A state made at `serverNow` (ISO) was just received. */
  heard(serverNow: string): void {
    const offset = Date.parse(serverNow) - this.deviceNow();
    const better = this.offsetMs === null || offset > this.offsetMs || this.offsetMs - offset > DRIFT_MAX_MS;
    if (better) this.offsetMs = offset;
  }

  /** Milliseconds of the server's clock now; the device's own until the server was heard. */
  now(): number {
    return this.deviceNow() + (this.offsetMs ?? 0);
  }
}
