import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ServerClock } from './server-clock.ts';

/** Whole seconds until `endsAt`, negative when it has passed. */
export const secondsLeft = (endsAt: string, now: number) => Math.ceil((Date.parse(endsAt) - now) / 1_000);

/** `4:05`, or `-1:10` when over time. */
export function clockText(seconds: number): string {
  const whole = Math.abs(seconds);
  return `${seconds < 0 ? '-' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Seconds until `endsAt` by the server's clock, a render a second; null without an end. Since `pausedAt` they stand still. */
export function useSecondsLeft(endsAt: string | null, clock: ServerClock, pausedAt: string | null = null): number | null {
  const [ticker] = useState(() => new Ticker());
  useSyncExternalStore(ticker.subscribe, ticker.read);
  const movesTo = pausedAt === null ? endsAt : null;
  useEffect(() => ticker.alignTo(movesTo, clock), [ticker, movesTo, clock]);
  return endsAt === null ? null : secondsLeft(endsAt, pausedAt === null ? clock.now() : Date.parse(pausedAt));
}

/** Wakes just after each full second before `endsAt`, so that all screens of a hall change at the same moment. */
class Ticker {
  private readonly listeners = new Set<() => void>();
  private beats = 0;

  read = () => this.beats;
  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  alignTo(endsAt: string | null, clock: ServerClock): () => void {
    if (endsAt === null) return () => undefined;
    let id: ReturnType<typeof setTimeout>;
    const beat = () => {
      this.beats += 1;
      for (const listener of this.listeners) listener();
      next();
    };
    const next = () => {
      const left = (Date.parse(endsAt) - clock.now()) % 1_000;
      id = setTimeout(beat, (left > 0 ? left : left + 1_000) + 5);
    };
    next();
    return () => clearTimeout(id);
  }
}
