import type { SlotPresence } from '@spolu/realtime/presence-frames';
import type { Seat } from './seat.ts';

/** With more people than this, each is told at once only of what happens around her own cursor. */
export const CROWD = 200;
/** Side of a cell in board units. She is told of hers and those around it: as far as she sees at a scale at which notes can be read. */
const CELL = 4_096;
/** Everybody is told of everything with each so manieth tick, so that a larger crowd costs each no more than a smaller one. */
const fullEvery = (people: number) => Math.max(3, Math.round((people * 3) / 400));
/** Columns apart in the number of a cell; a cursor reaches ±131,068, so no two cells share one. */
const COLUMN = 1_000;
const AROUND = [-1, 0, 1].flatMap((column) => [-1, 0, 1].map((row) => column * COLUMN + row));

/** What some are told now: each of them the same. */
export interface Telling {
  presences: SlotPresence[];
  seats: readonly Seat[];
}

interface Old {
  presence: SlotPresence;
  /** Those around this cell were told already; undefined: nobody. */
  cell: number | undefined;
}

/** What people at a board did and the others were not told yet: of each person the newest cursor, selection and drag. */
export class WaitingPresences {
  /** Since the last tick. */
  readonly #fresh = new Map<string, SlotPresence>();
  /** Since the last time that everybody was told everything. */
  readonly #old = new Map<string, Old>();
  /** Where each last pointed. */
  readonly #cells = new Map<number, number>();
  /** Who pointed into another cell meanwhile: she missed some of what those around it were told. */
  readonly #moved = new Set<number>();
  /** Since then. */
  #ticks = 0;

  get isEmpty(): boolean {
    return this.#fresh.size + this.#old.size === 0;
  }

  add(presence: SlotPresence): void {
    const { kind, slot } = presence;
    this.#fresh.set(`${slot}/${kind === 'cursor' || kind === 'left' ? 'pointer' : kind}`, presence);
    if (kind !== 'cursor') return;
    const cell = Math.floor(presence.x / CELL) * COLUMN + Math.floor(presence.y / CELL);
    if (this.#cells.get(slot) === cell) return;
    this.#cells.set(slot, cell);
    this.#moved.add(slot);
  }

  /** Somebody is gone. */
  forget(slot: number): void {
    this.#cells.delete(slot);
    for (const kind of ['pointer', 'selection', 'drag']) {
      this.#fresh.delete(`${slot}/${kind}`);
      this.#old.delete(`${slot}/${kind}`);
    }
  }

  clear(): void {
    for (const waiting of [this.#fresh, this.#old, this.#cells, this.#moved]) waiting.clear();
    this.#ticks = 0;
  }

  /**
   * Ends a tick.
   * @param people how many see each other, here and at other servers
   * @returns what is new since the last one, and who is told what
   */
  next(seats: readonly Seat[], people: number): { fresh: SlotPresence[]; tellings: Telling[] } {
    const fresh = [...this.#fresh.values()];
    const isFull = people <= CROWD || ++this.#ticks >= fullEvery(people);
    const tellings = isFull ? this.#all(seats) : this.#around(fresh, seats);
    for (const [key, presence] of this.#fresh) this.#old.set(key, { presence, cell: this.#cells.get(presence.slot) });
    this.#fresh.clear();
    if (isFull) {
      this.#old.clear();
      this.#moved.clear();
      this.#ticks = 0;
    }
    return { fresh, tellings: tellings.filter(({ presences }) => presences.length > 0) };
  }

  /** To each cell what is new around it. Who points nowhere waits for the time when everybody is told everything. */
  #around(fresh: readonly SlotPresence[], seats: readonly Seat[]): Telling[] {
    const done = this.#byCell(fresh);
    return [...this.#byCell(seats)].map(([cell, there]) => ({ presences: cell === null ? [] : AROUND.flatMap((step) => done.get(cell + step) ?? []), seats: there }));
  }

  /** To each cell what it was not told yet. */
  #all(seats: readonly Seat[]): Telling[] {
    if (this.#old.size === 0) return [{ presences: [...this.#fresh.values()], seats }];
    return [...this.#byCell(seats, this.#moved)].map(([cell, there]) => {
      const around = new Set(cell === null ? [] : AROUND.map((step) => cell + step));
      const missed = [...this.#old].flatMap(([key, old]) => (this.#fresh.has(key) || (old.cell !== undefined && around.has(old.cell)) ? [] : old.presence));
      return { presences: [...missed, ...this.#fresh.values()], seats: there };
    });
  }

  /** null: those who point nowhere, or were somewhere else. */
  #byCell<T extends { slot: number }>(those: Iterable<T>, elsewhere?: ReadonlySet<number>): Map<number | null, T[]> {
    const cells = new Map<number | null, T[]>();
    for (const one of those) {
      const cell = elsewhere?.has(one.slot) ? null : (this.#cells.get(one.slot) ?? null);
      const there = cells.get(cell);
      if (there) there.push(one);
      else cells.set(cell, [one]);
    }
    return cells;
  }
}
