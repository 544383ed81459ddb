/** How many wrong codes are borne before asking to wait (SEC-49). */
export interface CodeGuardLimits {
  /** All wrong codes of the installation in one minute; more of them pause the door for addresses from which nobody came in yet. */
  wrongPerMinute: number;
  /** Wrong codes from one address in ten minutes. */
  wrongPerAddress: number;
  /** The same for an address from which somebody came in: a whole hall mistypes behind one address. */
  wrongPerKnownAddress: number;
  /** Wrong codes in a minute at which the facilitators are told. */
  alarmPerMinute: number;
}

export const CODE_GUARD_LIMITS: CodeGuardLimits = { wrongPerMinute: 100, wrongPerAddress: 20, wrongPerKnownAddress: 200, alarmPerMinute: 40 };

const MINUTE_MS = 60_000;
const ADDRESS_WINDOW_MS = 10 * MINUTE_MS;
const KNOWN_FOR_MS = 12 * 60 * MINUTE_MS;
/** Addresses remembered at a time; beyond, the oldest are forgotten. */
const ADDRESSES_MAX = 50_000;

interface Count {
  since: number;
  wrong: number;
}

/**
 * Counts wrong join codes, in memory: guessing 39 bits within these budgets finds nothing, and a restart only gives a new budget. It stands at the door
 * alone; people inside are never asked.
 */
export class CodeGuard {
  private minute: Count = { since: 0, wrong: 0 };
  private readonly addresses = new Map<string, Count>();
  private readonly known = new Map<string, number>();

  constructor(private readonly limits: CodeGuardLimits = CODE_GUARD_LIMITS) {}

  /** Seconds to wait before this address may try a code, right or wrong; 0: now. */
  waitSeconds(address: string, now: Date): number {
    const at = now.getTime();
    const network = networkOf(address);
    const isKnown = at - (this.known.get(network) ?? -Infinity) < KNOWN_FOR_MS;
    const own = this.addresses.get(network);
    const ownLimit = isKnown ? this.limits.wrongPerKnownAddress : this.limits.wrongPerAddress;
    if (own && at - own.since < ADDRESS_WINDOW_MS && own.wrong >= ownLimit) return Math.ceil((own.since + ADDRESS_WINDOW_MS - at) / 1000);
    if (!isKnown && at - this.minute.since < MINUTE_MS && this.minute.wrong >= this.limits.wrongPerMinute) {
      return Math.ceil((this.minute.since + MINUTE_MS - at) / 1000);
    }
    return 0;
  }

  wrong(address: string, now: Date): void {
    const at = now.getTime();
    if (at - this.minute.since >= MINUTE_MS) this.minute = { since: at, wrong: 0 };
    this.minute.wrong += 1;
    const network = networkOf(address);
    const own = this.addresses.get(network);
    if (own && at - own.since < ADDRESS_WINDOW_MS) own.wrong += 1;
    else remember(this.addresses, network, { since: at, wrong: 1 });
  }

  /** Somebody came in from here, or a facilitator opened her session from here. */
  trust(address: string, now: Date): void {
    remember(this.known, networkOf(address), now.getTime());
  }

  /** Whether wrong codes arrive faster than people mistype. */
  alarm(now: Date): boolean {
    return now.getTime() - this.minute.since < MINUTE_MS && this.minute.wrong >= this.limits.alarmPerMinute;
  }
}

function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= ADDRESSES_MAX) return;
  for (const oldest of map.keys()) {
    map.delete(oldest);
    break;
  }
}

/** One home or hall is one network: an IPv4 address, or the first 64 bits of an IPv6 one. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const first = head ? head.split(':') : [];
  const last = tail ? tail.split(':') : [];
  const groups = tail === undefined ? first : [...first, ...Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0'), ...last];
  return groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':');
}
