import type { FollowersChanged, Spotlight, SpotlightChanged } from '@spolu/contracts/boards';
import { Problem } from '@spolu/contracts/problems';
import { BoardEvent } from '@spolu/realtime/board-events';
import { encodePresences, SPOTLIGHT_SLOT, type Presence, type SlotPresence } from '@spolu/realtime/presence-frames';
import type { HubLine } from './hub-line.ts';
import { readyFrame, type ReadyFrame } from './ready-frame.ts';
import type { Seat } from './seat.ts';

type View = Extract<Presence, { kind: 'view' }>;

/** Ten pictures a second are enough for an eye that is led. */
const VIEWS_TICK_MS = 100;

/** A spotlight as servers tell it each other. */
export type SharedSpotlight = Pick<Spotlight, 'name' | 'startedAt'>;
/** How many at a server follow somebody at another: whose slot it is there. */
export type FollowedThere = readonly { server: string; slot: number; count: number }[];

interface Shown extends SharedSpotlight {
  /** Null: at another server. */
  seat: Seat | null;
  server: string;
}

export interface BoardViewsOptions {
  channel: number;
  /** Those at this server. */
  seats: () => Iterable<Seat>;
  seatOf: (slot: number) => Seat | undefined;
  /** Whether people are shown to each other under this slot now. */
  isShown: (slot: number) => boolean;
  /** Where somebody with a slot of ours really sits, if not here; and under which slot of ours somebody there is shown. */
  placeOf: (slot: number) => { server: string; slot: number } | undefined;
  slotOf: (server: string, slot: number) => number | undefined;
  line: Pick<HubLine, 'serverId' | 'sayFollowed' | 'saySpotlight' | 'sayViews'> | undefined;
}

/**
 * Whose view others see: who follows whom, and who shows hers to everybody. A device sends its view only while this asks for it, and only those who want it get it.
 * Stored nowhere; following ends where people are not shown, a spotlight does not: who runs the session chose to be seen.
 */
export class BoardViews {
  readonly #options: BoardViewsOptions;
  #spotlight: Shown | null = null;
  /** The newest view of whom others look at, by slot. */
  readonly #views = new Map<number, View>();
  readonly #fresh = new Set<number>();
  /** Those who could not take what they were to be shown. */
  readonly #late = new Set<Seat>();
  /** Followers at other servers of those here. */
  readonly #followedFrom = new Map<string, Map<number, number>>();
  #timer: NodeJS.Timeout | null = null;
  /** Those of whom somebody began or ceased to be a follower. */
  readonly #recounted = new Set<number>();
  #recounting: NodeJS.Timeout | null = null;

  constructor(options: BoardViewsOptions) {
    this.#options = options;
  }

  get spotlight(): Spotlight | null {
    if (!this.#spotlight) return null;
    const { seat, name, startedAt } = this.#spotlight;
    return { slot: seat?.slot ?? null, name, startedAt };
  }

  /** A newcomer sees at once what everybody is shown. */
  joined(seat: Seat): void {
    this.#write(seat, SPOTLIGHT_SLOT);
  }

  /**
   * @param slot null: nobody any more
   * @throws Problem `not-found` where nobody is shown under this slot
   */
  follow(seat: Seat, slot: number | null): void {
    if (slot !== null && (!seat.presence || slot === seat.slot || !this.#options.isShown(slot))) throw new Problem('not-found');
    const before = seat.follows;
    if (before === slot) return;
    seat.follows = slot;
    if (before !== null) this.#tellFollowed(before);
    if (slot === null) return;
    this.#tellFollowed(slot);
    this.#write(seat, slot);
  }

  /** @throws Problem `forbidden` for who does not run the session */
  present(seat: Seat, on: boolean): void {
    if (!seat.rights.present) throw new Problem('forbidden');
    const isHers = this.#spotlight?.seat === seat;
    if (on === isHers) return;
    // Whoever begins later is seen, whatever the clocks of the servers say.
    if (on) this.#setSpotlight({ seat, name: seat.role.name, startedAt: Math.max(Date.now(), (this.#spotlight?.startedAt ?? 0) + 1), server: this.#server });
    else this.#setSpotlight(null);
    this.#options.line?.saySpotlight(this.#ownSpotlight);
  }

  /** A device's view, if anybody wants to see it. */
  show(seat: Seat, view: View): void {
    if (seat.left || !seat.moves.take(1, Date.now())) return;
    if (this.#spotlight?.seat === seat) this.#take(SPOTLIGHT_SLOT, view);
    if (this.#followersOf(seat.slot) > 0) this.#take(seat.slot, view);
  }

  /** Somebody may do something else now. */
  roleChanged(seat: Seat): void {
    if (this.#spotlight?.seat !== seat || seat.rights.present) return;
    this.#setSpotlight(null);
    this.#options.line?.saySpotlight(null);
  }

  left(seat: Seat): void {
    this.gone(seat.slot);
    const { follows } = seat;
    seat.follows = null;
    if (follows !== null) this.#tellFollowed(follows);
    if (this.#spotlight?.seat !== seat) return;
    this.#setSpotlight(null);
    this.#options.line?.saySpotlight(null);
  }
  /** Nobody is shown under this slot any more. */
  gone(slot: number): void {
    this.#views.delete(slot);
    this.#fresh.delete(slot);
    for (const follower of this.#options.seats()) if (follower.follows === slot) follower.follows = null;
    for (const slots of this.#followedFrom.values()) slots.delete(slot);
  }

  /** Nobody is shown any more; devices see by the rule that it is over. */
  hide(): void {
    for (const slot of [...this.#views.keys()]) if (slot !== SPOTLIGHT_SLOT) this.gone(slot);
    this.#followedFrom.clear();
    for (const seat of this.#options.seats()) seat.follows = null;
  }

  /** All that another server must know of those here. */
  sayAll(): void {
    this.#sayFollowed();
    this.#options.line?.saySpotlight(this.#ownSpotlight);
    const view = this.#ownSpotlight && this.#views.get(SPOTLIGHT_SLOT);
    if (view) this.#options.line?.sayViews([{ ...view, slot: SPOTLIGHT_SLOT }]);
  }

  takeFollowed(server: string, followed: FollowedThere): void {
    const now = new Map(followed.filter((one) => one.server === this.#server).map(({ slot, count }) => [slot, count]));
    const before = this.#followedFrom.get(server) ?? new Map<number, number>();
    this.#followedFrom.set(server, now);
    for (const slot of new Set([...before.keys(), ...now.keys()])) {
      if (before.get(slot) === now.get(slot)) continue;
      this.#tellFollowed(slot);
      const view = this.#views.get(slot);
      if (view && now.has(slot)) this.#options.line?.sayViews([{ ...view, slot }]);
    }
  }

  /** The later one counts, at each server the same. */
  takeSpotlight(server: string, shared: SharedSpotlight | null): void {
    const current = this.#spotlight;
    if (!shared) {
      if (current?.server === server) this.#setSpotlight(null);
      return;
    }
    const { name, startedAt } = shared;
    if (current && (current.startedAt > startedAt || (current.startedAt === startedAt && current.server >= server))) return;
    this.#setSpotlight({ seat: null, name, startedAt, server });
  }

  takeViews(server: string, presences: readonly SlotPresence[]): void {
    for (const presence of presences) {
      if (presence.kind !== 'view') continue;
      const { slot: there, ...view } = presence;
      if (there === SPOTLIGHT_SLOT) {
        if (this.#spotlight?.server === server) this.#take(SPOTLIGHT_SLOT, view);
        continue;
      }
      const slot = this.#options.slotOf(server, there);
      if (slot !== undefined && this.#followersOf(slot) > 0) this.#take(slot, view);
    }
  }

  goneElsewhere(server: string): void {
    const slots = this.#followedFrom.get(server);
    this.#followedFrom.delete(server);
    for (const slot of slots?.keys() ?? []) this.#tellFollowed(slot);
    if (this.#spotlight?.server === server) this.#setSpotlight(null);
  }

  close(): void {
    for (const timer of [this.#timer, this.#recounting]) if (timer) clearTimeout(timer);
  }

  get #server(): string {
    return this.#options.line?.serverId ?? '';
  }
  get #ownSpotlight(): SharedSpotlight | null {
    return this.#spotlight?.seat ? { name: this.#spotlight.name, startedAt: this.#spotlight.startedAt } : null;
  }

  #followersOf(slot: number): number {
    let count = 0;
    for (const seat of this.#options.seats()) if (seat.follows === slot) count++;
    for (const slots of this.#followedFrom.values()) count += slots.get(slot) ?? 0;
    return count;
  }

  /** Tells whoever is followed by how many, here or at her server; a moment later and all at once, however often people change their minds. */
  #tellFollowed(slot: number): void {
    this.#recounted.add(slot);
    this.#recounting ??= setTimeout(() => this.#recount(), VIEWS_TICK_MS);
  }
  #recount(): void {
    this.#recounting = null;
    let isElsewhere = false;
    for (const slot of this.#recounted) {
      const count = this.#followersOf(slot);
      if (count === 0) this.#views.delete(slot);
      const seat = this.#options.seatOf(slot);
      if (seat) seat.connection.emit(BoardEvent.followers, { channel: this.#options.channel, count } satisfies FollowersChanged);
      else isElsewhere = true;
    }
    this.#recounted.clear();
    if (isElsewhere) this.#sayFollowed();
  }
  #sayFollowed(): void {
    const { line, placeOf, seats } = this.#options;
    if (!line) return;
    const counts = new Map<number, number>();
    for (const { follows } of seats()) if (follows !== null) counts.set(follows, (counts.get(follows) ?? 0) + 1);
    line.sayFollowed([...counts].flatMap(([slot, count]) => {
      const place = placeOf(slot);
      return place ? [{ ...place, count }] : [];
    }));
  }

  #setSpotlight(spotlight: Shown | null): void {
    this.#spotlight = spotlight;
    this.#views.delete(SPOTLIGHT_SLOT);
    this.#fresh.delete(SPOTLIGHT_SLOT);
    const { channel, seats } = this.#options;
    for (const seat of seats()) seat.connection.emit(BoardEvent.spotlight, { channel, spotlight: this.spotlight } satisfies SpotlightChanged);
  }

  #take(slot: number, view: View): void {
    this.#views.set(slot, view);
    this.#fresh.add(slot);
    this.#timer ??= setTimeout(() => this.#flush(), VIEWS_TICK_MS);
  }

  #flush(): void {
    this.#timer = null;
    const fresh = new Set(this.#fresh);
    const late = new Set(this.#late);
    this.#fresh.clear();
    this.#late.clear();
    const frames = new Map<number, ReadyFrame>();
    const now = Date.now();
    for (const seat of this.#options.seats()) {
      for (const slot of seat.follows === null ? [SPOTLIGHT_SLOT] : [SPOTLIGHT_SLOT, seat.follows]) {
        const view = fresh.has(slot) || late.has(seat) ? this.#views.get(slot) : undefined;
        if (!view) continue;
        // Whoever can't take it now gets the newest a moment later: the last one counts, where she whom they follow stands still.
        if (!seat.connection.isFree) this.#late.add(seat);
        else {
          const frame = frames.get(slot) ?? this.#frameOf(slot, view);
          frames.set(slot, frame);
          seat.connection.write(frame, now);
        }
      }
    }
    if (this.#late.size > 0) this.#timer = setTimeout(() => this.#flush(), VIEWS_TICK_MS);
    const told = [...fresh].flatMap((slot) => {
      const isWanted = slot === SPOTLIGHT_SLOT ? this.#ownSpotlight !== null : this.#isFollowedElsewhere(slot);
      const view = this.#views.get(slot);
      return isWanted && view ? [{ ...view, slot }] : [];
    });
    if (told.length > 0) this.#options.line?.sayViews(told);
  }

  #isFollowedElsewhere(slot: number): boolean {
    return [...this.#followedFrom.values()].some((slots) => slots.has(slot));
  }

  /** What is known of a view, at once. */
  #write({ connection }: Seat, slot: number): void {
    const view = this.#views.get(slot);
    if (view) connection.write(this.#frameOf(slot, view), Date.now());
  }
  #frameOf(slot: number, view: View): ReadyFrame {
    return readyFrame(BoardEvent.presences, encodePresences(this.#options.channel, [{ ...view, slot }]));
  }
}
