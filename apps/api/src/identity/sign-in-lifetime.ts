const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface Lifetime {
  /** Without a request or an open socket. */
  idleMs: number;
  /** Since it began, however busy. */
  absoluteMs: number;
}
/** Whoever holds a role works with other people's things (SEC-10). An open room counts as work: nobody is signed out of a running workshop. */
export const STAFF_LIFETIME: Lifetime = { idleMs: 30 * MINUTE, absoluteMs: 12 * HOUR };
/** Everybody else: people without a role, and phones that joined. */
export const GUEST_LIFETIME: Lifetime = { idleMs: 12 * HOUR, absoluteMs: 30 * 24 * HOUR };
/** `last_seen_at` is exact to this much, so that a busy device writes once a minute. */
export const SEEN_EVERY_MS = MINUTE;

/** Whether a sign-in still holds at `now`. */
export function isAlive({ startedAt, lastSeenAt }: { startedAt: Date; lastSeenAt: Date }, { idleMs, absoluteMs }: Lifetime, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() < idleMs && now.getTime() - startedAt.getTime() < absoluteMs;
}

/** Whether the participants of a device are still known: twelve hours after it was seen last, or until what they take part in for days is over; thirty days at most. */
export const isGuestKnown = ({ knownUntil, ...signIn }: { startedAt: Date; lastSeenAt: Date; knownUntil: Date | null }, now: Date): boolean =>
  isAlive(signIn, GUEST_LIFETIME, now) || (knownUntil !== null && now < knownUntil && isAlive({ ...signIn, lastSeenAt: now }, GUEST_LIFETIME, now));

/** A device in words its owner recognises, `Firefox · Android`, and in no more detail. */
export function deviceOf(userAgent: string | undefined): string {
  const agent = userAgent ?? '';
  const first = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(agent))?.[1];
  const browser = first([[/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/SamsungBrowser\//, 'Samsung Internet'], [/Firefox\//, 'Firefox'], [/Chrom(e|ium)\//, 'Chrome'], [/Safari\//, 'Safari']]);
  const system = first([[/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'], [/CrOS/, 'ChromeOS'], [/Linux/, 'Linux']]);
  return [browser, system].filter(Boolean).join(' · ');
}
