import type { BoardPerson, PeopleChanged } from '@spolu/contracts/boards';
import { BoardEvent } from '@spolu/realtime/board-events';
import { encodePresences, type Presence, type SlotPresence } from '@spolu/realtime/presence-frames';
import type { HubLine, PeopleElsewhere } from './hub-line.ts';
import { readyFrame } from './ready-frame.ts';
import type { Seat } from './seat.ts';
import { WaitingPresences } from './waiting-presences.ts';

const PRESENCE_TICK_MS = 50;
const PEOPLE_TICK_MS = 250;

export interface BoardPeopleOptions {
  channel: number;
  /** Those at this server. */
  seats: () => Iterable<Seat>;
  /** A slot for somebody at another one. */
  takeSlot: () => number;
  /** Nobody is shown under this slot any more. */
  onGone: (slot: number) => void;
  line: Pick<HubLine, 'sayPeople' | 'sayPresences' | 'together'> | undefined;
}

/** What people at a board see of each other: who is there, and where each points. Stored nowhere; nothing of it while the board is anonymous. */
export class BoardPeople {
  readonly #options: BoardPeopleOptions;
  readonly #channel: number;
  #anonymous: boolean;
  /** Those who are at the board at other servers: there under their slots there, here under slots of ours. */
  readonly #elsewhere = new Map<string, Map<number, BoardPerson>>();
  /** Slots of ours for people elsewhere. */
  readonly #lent = new Set<number>();
  /** What other servers are to be told. */
  #tell: { joined: Map<number, BoardPerson>; left: Set<number> } = { joined: new Map(), left: new Set() };
  readonly #waiting = new WaitingPresences();
  #presenceTimer: NodeJS.Timeout | null = null;
  #changed: { joined: Map<number, BoardPerson>; left: Set<number> } = { joined: new Map(), left: new Set() };
  #changedTimer: NodeJS.Timeout | null = null;

  constructor(options: BoardPeopleOptions, anonymous: boolean) {
    this.#options = options;
    this.#channel = options.channel;
    this.#anonymous = anonymous;
  }

  /** Those who are to be seen now. */
  get list(): BoardPerson[] {
    return [...this.own, ...[...this.#elsewhere.values()].flatMap((people) => [...people.values()])];
  }
  /** Those of them who are at this server. */
  get own(): BoardPerson[] {
    return this.#anonymous ? [] : [...this.#watching()].map(personOf);
  }
  /** Whether somebody elsewhere is shown under this slot. */
  isTaken(slot: number): boolean {
    return this.#lent.has(slot);
  }

  /** Whether somebody is shown under this slot now, from here or elsewhere. */
  isShown(slot: number): boolean {
    if (this.#anonymous) return false;
    if (this.isTaken(slot)) return true;
    for (const seat of this.#watching()) if (seat.slot === slot) return true;
    return false;
  }
  /** At which server somebody sits who is shown here under this slot, and under which slot there. */
  placeOf(slot: number): { server: string; slot: number } | undefined {
    for (const [server, people] of this.#elsewhere) for (const [there, person] of people) if (person.slot === slot) return { server, slot: there };
    return undefined;
  }
  slotOf(server: string, there: number): number | undefined {
    return this.#elsewhere.get(server)?.get(there)?.slot;
  }

  setAnonymous(anonymous: boolean): void {
    if (anonymous === this.#anonymous) return;
    this.#anonymous = anonymous;
    if (anonymous) {
      this.#waiting.clear();
      this.#changed = { joined: new Map(), left: new Set() };
      this.#elsewhere.clear();
      this.#lent.clear();
    } else {
      for (const seat of this.#watching()) this.joined(seat);
      this.#options.line?.together();
    }
  }

  /** A device's cursor, selection or drag, under its own slot. */
  show(seat: Seat, presence: Exclude<Presence, { kind: 'view' }>): void {
    if (seat.left || !seat.presence || this.#anonymous) return;
    if (presence.kind === 'drag' && !seat.rights.write) return;
    if (!seat.moves.take(1, Date.now())) return;
    this.#waiting.add({ ...presence, slot: seat.slot });
    this.#schedulePresences();
  }

  /** What people elsewhere do, under their slots there. */
  showElsewhere(speaker: string, presences: readonly SlotPresence[]): void {
    if (this.#anonymous) return;
    const people = this.#elsewhere.get(speaker);
    for (const presence of presences) {
      const slot = people?.get(presence.slot)?.slot;
      if (slot !== undefined) this.#waiting.add({ ...presence, slot });
    }
    this.#schedulePresences();
  }

  changeElsewhere(speaker: string, { all, joined, left }: PeopleElsewhere): void {
    if (this.#anonymous) return;
    const people = this.#elsewhere.get(speaker) ?? new Map<number, BoardPerson>();
    this.#elsewhere.set(speaker, people);
    const stay = new Set(joined.map(({ slot }) => slot));
    for (const slot of all ? [...people.keys()].filter((there) => !stay.has(there)) : left) this.#leaveElsewhere(people, slot);
    for (const person of joined) {
      if (people.has(person.slot)) continue;
      const here = { ...person, slot: this.#options.takeSlot() };
      people.set(person.slot, here);
      this.#lent.add(here.slot);
      this.#changed.joined.set(here.slot, here);
    }
    this.#scheduleChanged();
  }

  goneElsewhere(speaker: string): void {
    const people = this.#elsewhere.get(speaker);
    for (const slot of [...(people?.keys() ?? [])]) this.#leaveElsewhere(people!, slot);
    this.#elsewhere.delete(speaker);
    this.#scheduleChanged();
  }

  #leaveElsewhere(people: Map<number, BoardPerson>, slot: number): void {
    const here = people.get(slot);
    if (!here) return;
    people.delete(slot);
    this.#lent.delete(here.slot);
    this.#waiting.forget(here.slot);
    this.#options.onGone(here.slot);
    this.#changed.joined.delete(here.slot);
    this.#changed.left.add(here.slot);
  }

  joined(seat: Seat): void {
    if (!seat.presence || this.#anonymous) return;
    this.#changed.joined.set(seat.slot, personOf(seat));
    this.#tell.joined.set(seat.slot, personOf(seat));
    this.#scheduleChanged();
  }

  left({ slot, presence }: Seat): void {
    this.#waiting.forget(slot);
    if (!presence || this.#anonymous) return;
    for (const changed of [this.#changed, this.#tell]) {
      changed.joined.delete(slot);
      changed.left.add(slot);
    }
    this.#scheduleChanged();
  }

  close(): void {
    for (const timer of [this.#presenceTimer, this.#changedTimer]) if (timer) clearTimeout(timer);
  }

  *#watching(): Generator<Seat> {
    for (const seat of this.#options.seats()) if (seat.presence) yield seat;
  }

  #schedulePresences(): void {
    this.#presenceTimer ??= setTimeout(() => this.#flushPresences(), PRESENCE_TICK_MS);
  }

  #flushPresences(): void {
    this.#presenceTimer = null;
    if (this.#anonymous) return;
    const seats = [...this.#watching()];
    const { fresh, tellings } = this.#waiting.next(seats, seats.length + this.#lent.size);
    const own = fresh.filter(({ slot }) => !this.isTaken(slot));
    if (own.length > 0) this.#options.line?.sayPresences(own);
    const now = Date.now();
    for (const { presences, seats: told } of tellings) {
      const frame = readyFrame(BoardEvent.presences, encodePresences(this.#channel, presences));
      // Whoever can't take it now gets the next one: only the latest place matters.
      for (const { connection } of told) if (connection.isFree) connection.write(frame, now);
    }
    if (!this.#waiting.isEmpty) this.#schedulePresences();
  }

  #scheduleChanged(): void {
    this.#changedTimer ??= setTimeout(() => {
      this.#changedTimer = null;
      const changed: PeopleChanged = { channel: this.#channel, joined: [...this.#changed.joined.values()], left: [...this.#changed.left] };
      this.#changed = { joined: new Map(), left: new Set() };
      if (changed.joined.length + changed.left.length === 0 || this.#anonymous) return;
      for (const { connection } of this.#watching()) connection.emit(BoardEvent.people, changed);
      const { joined, left } = this.#tell;
      this.#tell = { joined: new Map(), left: new Set() };
      if (joined.size + left.size > 0) this.#options.line?.sayPeople({ all: false, joined: [...joined.values()], left: [...left] });
    }, PEOPLE_TICK_MS);
  }
}

const personOf = ({ slot, role }: Seat): BoardPerson => ({
  slot, participantId: role.participantId, name: role.participantId === null ? role.name : null, staff: role.staff,
});
