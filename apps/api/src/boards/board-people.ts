import type { BoardPerson, PeopleChanged } from '@spolu/contracts/boards';
import { BoardEvent } from '@spolu/realtime/board-events';
import { encodePresences, type Presence, type SlotPresence } from '@spolu/realtime/presence-frames';
import { readyFrame } from './ready-frame.ts';
import type { Seat } from './seat.ts';

const PRESENCE_TICK_MS = 50;
const PEOPLE_TICK_MS = 250;

/** What people at a board see of each other: who is there, and where each points. Stored nowhere; nothing of it while the board is anonymous. */
export class BoardPeople {
  readonly #channel: number;
  readonly #seats: () => Iterable<Seat>;
  #anonymous: boolean;
  readonly #presences = new Map<string, SlotPresence>();
  #presenceTimer: NodeJS.Timeout | null = null;
  #changed: { joined: Map<number, BoardPerson>; left: Set<number> } = { joined: new Map(), left: new Set() };
  #changedTimer: NodeJS.Timeout | null = null;

  constructor(channel: number, seats: () => Iterable<Seat>, anonymous: boolean) {
    this.#channel = channel;
    this.#seats = seats;
    this.#anonymous = anonymous;
  }

  /** Those who are to be seen now. */
  get list(): BoardPerson[] {
    return this.#anonymous ? [] : [...this.#watching()].map(personOf);
  }

  setAnonymous(anonymous: boolean): void {
    if (anonymous === this.#anonymous) return;
    this.#anonymous = anonymous;
    if (anonymous) {
      this.#presences.clear();
      this.#changed = { joined: new Map(), left: new Set() };
    } else for (const seat of this.#watching()) this.joined(seat);
  }

  /** A device's cursor, selection or drag, under its own slot. */
  show(seat: Seat, presence: Presence): void {
    if (seat.left || !seat.presence || this.#anonymous) return;
    if (presence.kind === 'drag' && !seat.rights.write) return;
    if (!seat.moves.take(1, Date.now())) return;
    const what = presence.kind === 'cursor' || presence.kind === 'left' ? 'pointer' : presence.kind;
    this.#presences.set(`${seat.slot}/${what}`, { ...presence, slot: seat.slot });
    this.#presenceTimer ??= setTimeout(() => this.#flushPresences(), PRESENCE_TICK_MS);
  }

  joined(seat: Seat): void {
    if (!seat.presence || this.#anonymous) return;
    this.#changed.joined.set(seat.slot, personOf(seat));
    this.#scheduleChanged();
  }

  left({ slot, presence }: Seat): void {
    for (const kind of ['pointer', 'selection', 'drag']) this.#presences.delete(`${slot}/${kind}`);
    if (!presence || this.#anonymous) return;
    this.#changed.joined.delete(slot);
    this.#changed.left.add(slot);
    this.#scheduleChanged();
  }

  close(): void {
    for (const timer of [this.#presenceTimer, this.#changedTimer]) if (timer) clearTimeout(timer);
  }

  *#watching(): Generator<Seat> {
    for (const seat of this.#seats()) if (seat.presence) yield seat;
  }

  #flushPresences(): void {
    this.#presenceTimer = null;
    const presences = [...this.#presences.values()];
    this.#presences.clear();
    if (presences.length === 0 || this.#anonymous) return;
    const frame = readyFrame(BoardEvent.presences, encodePresences(this.#channel, presences));
    const now = Date.now();
    // Whoever can't take it now gets the next one: only the latest place matters.
    for (const { connection } of this.#watching()) if (connection.isFree) connection.write(frame, now);
  }

  #scheduleChanged(): void {
    this.#changedTimer ??= setTimeout(() => {
      this.#changedTimer = null;
      const changed: PeopleChanged = { channel: this.#channel, joined: [...this.#changed.joined.values()], left: [...this.#changed.left] };
      this.#changed = { joined: new Map(), left: new Set() };
      if (changed.joined.length + changed.left.length === 0 || this.#anonymous) return;
      for (const { connection } of this.#watching()) connection.emit(BoardEvent.people, changed);
    }, PEOPLE_TICK_MS);
  }
}

const personOf = ({ slot, role }: Seat): BoardPerson => ({
  slot, participantId: role.participantId, name: role.participantId === null ? role.name : null, staff: role.staff,
});
