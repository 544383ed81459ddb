import { isIPv6 } from 'node:net';

const WINDOW_MS = 15 * 60_000;

export interface GuessingLimit {
  failures: number;
  windowMs: number;
  /** Milliseconds to wait after so many failures before the next attempt is looked at. */
  delayMs(failureCount: number): number;
}
/** Attempts on one account: the second failure costs two seconds, then four, eight; the fifth the rest of the quarter of an hour (SEC-13). */
export const ACCOUNT_GUESSES: GuessingLimit = { failures: 5, windowMs: WINDOW_MS, delayMs: (count) => (count < 2 ? 0 : 1000 * 2 ** (count - 1)) };
/** Attempts from one network. Only failures stay counted, so that a hall which shares one address signs in freely. */
export const NETWORK_GUESSES: GuessingLimit = { failures: 50, windowMs: WINDOW_MS, delayMs: () => 0 };

export interface Failures {
  failureCount: number;
  firstAt: Date;
  lastAt: Date;
}

/** How long until the next attempt is looked at; 0: now. */
export function waitMs(failures: Failures | null, limit: GuessingLimit, now: Date): number {
  if (!failures || isOver(failures, limit, now)) return 0;
  const until =
    failures.failureCount >= limit.failures
      ? failures.firstAt.getTime() + limit.windowMs
      : failures.lastAt.getTime() + limit.delayMs(failures.failureCount);
  return Math.max(0, until - now.getTime());
}

/** One failure more; a new window where the old one is over. */
export function oneMore(failures: Failures | null, limit: GuessingLimit, now: Date): Failures {
  if (!failures || isOver(failures, limit, now)) return { failureCount: 1, firstAt: now, lastAt: now };
  return { ...failures, failureCount: failures.failureCount + 1, lastAt: now };
}

const isOver = ({ firstAt }: Failures, { windowMs }: GuessingLimit, now: Date) => now.getTime() - firstAt.getTime() >= windowMs;

/** What one guesser can't leave cheaply: an IPv4 address, or the /64 that one IPv6 connection is given. */
export function networkOf(address: string | undefined): string {
  if (!address) return '';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail?.split(':').filter(Boolean) ?? [];
  const groups = tail === undefined ? left : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return `${groups.slice(0, 4).map((group) => parseInt(group, 16).toString(16)).join(':')}::/64`;
}
