import type { Sector } from '@spolu/contracts/common';

/** Somebody to be seated; tables are numbered from 1. */
export interface Guest {
  id: string;
  sector: Sector | null;
}
/** Who sits where: the table of each. */
export type Seating = ReadonlyMap<string, number>;

export interface Deal {
  tableCount: number;
  /** The sectors are spread evenly over the tables; those who did not say theirs count as one. */
  bySector: boolean;
  /** Who stays at which table whatever is dealt: its host. Nobody else may be named twice; a host who is no guest is left out. */
  hosts?: Seating;
  /** Rounds that were, each as it ended: who met whom is to meet somebody else. */
  past?: readonly Seating[];
  /** The same seed deals the same people the same seats, whatever order they come in. */
  seed: number;
}

/**
 * Seats everybody. Tables differ by one person at most; by sector, each sector's people too, as far as the hosts who stay allow it; then as few people as
 * can be meet again. Without a past and hosts both hold to the letter.
 */
export function deal(guests: readonly Guest[], { tableCount, bySector, hosts = new Map(), past = [], seed }: Deal): Map<string, number> {
  const next = randomFrom(seed);
  const people = shuffled([...guests].sort((a, b) => (a.id < b.id ? -1 : 1)), next);
  const room = new Tables(people, { tableCount, bySector, past, next });
  for (const person of people) {
    const table = hosts.get(person.id);
    if (table !== undefined && table <= tableCount) room.sit(person, table, true);
  }
  const waiting = people.filter(({ id }) => room.tableOf(id) === undefined);
  // one sector after the other, so that each is spread over the tables before the next fills the gaps
  for (const group of bySector ? bySectorOf(waiting, next) : [waiting]) for (const person of group) room.sit(person, room.best(person));
  room.improve();
  return room.seating;
}

/** Where somebody sits who comes later: where the fewest of her sector sit, if sectors count, of those where the fewest sit at all, of those the first. */
export function seatForLateComer(sector: Sector | null, seated: readonly { sector: Sector | null; table: number }[], { tableCount, bySector }: Pick<Deal, 'tableCount' | 'bySector'>): number {
  const tables = Array.from({ length: tableCount }, (_, i) => i + 1);
  const count = (table: number, ofHers: boolean) => seated.filter((other) => other.table === table && (!ofHers || other.sector === sector)).length;
  const least = Math.min(...tables.map((table) => count(table, false)));
  const cost = (table: number) => [bySector ? count(table, true) : 0, count(table, false), table];
  // nobody is sent to a table that is two larger than the smallest, for balance's sake
  return tables.filter((table) => count(table, false) <= least + 1).sort((a, b) => compare(cost(a), cost(b)))[0] ?? 1;
}

/** How many pairs sit together that sat together before, counted each time they did. */
export function meetingsAgain(now: Seating, past: readonly Seating[]): number {
  const ids = [...now.keys()];
  let count = 0;
  ids.forEach((one, i) => {
    for (const other of ids.slice(i + 1)) {
      if (now.get(one) === now.get(other)) count += past.filter((round) => round.get(one) !== undefined && round.get(one) === round.get(other)).length;
    }
  });
  return count;
}

const SWAP_ROUNDS_MAX = 12;
/** One uneven sector weighs more than anybody's meeting somebody again. */
const SECTOR_WEIGHT = 1_000;

class Tables {
  readonly #members: Guest[][];
  readonly #table = new Map<string, number>();
  readonly #fixed = new Set<string>();
  readonly #index: Map<string, number>;
  /** How often each pair sat together, by both places. */
  readonly #met: Uint8Array;
  readonly #least: number;
  #largerLeft: number;
  readonly #bySector: boolean;
  readonly #next: () => number;

  constructor(people: readonly Guest[], { tableCount, bySector, past, next }: Required<Pick<Deal, 'tableCount' | 'bySector' | 'past'>> & { next: () => number }) {
    this.#members = Array.from({ length: tableCount }, () => []);
    this.#index = new Map(people.map(({ id }, i) => [id, i]));
    this.#least = Math.floor(people.length / tableCount);
    this.#largerLeft = people.length % tableCount;
    this.#bySector = bySector;
    this.#next = next;
    this.#met = new Uint8Array(people.length ** 2);
    for (const round of past) {
      const byTable = new Map<number, number[]>();
      for (const [id, table] of round) {
        const i = this.#index.get(id);
        if (i !== undefined) byTable.set(table, [...(byTable.get(table) ?? []), i]);
      }
      for (const together of byTable.values()) for (const i of together) for (const j of together) this.#met[i * people.length + j]!++;
    }
  }

  get seating(): Map<string, number> {
    return new Map(this.#table);
  }
  tableOf(id: string): number | undefined {
    return this.#table.get(id);
  }

  sit(person: Guest, table: number, stays = false): void {
    const members = this.#at(table);
    members.push(person);
    if (members.length === this.#least + 1) this.#largerLeft--;
    this.#table.set(person.id, table);
    if (stays) this.#fixed.add(person.id);
  }

  /** Where there is a place for her; ties by chance. */
  best(person: Guest): number {
    let best = 1;
    let bestCost: number[] | undefined;
    for (let table = 1; table <= this.#members.length; table++) {
      const members = this.#at(table);
      if (members.length > this.#least || (members.length === this.#least && this.#largerLeft <= 0)) continue;
      const cost = [this.#bySector ? sameSector(members, person) : 0, this.#again(person, members), members.length, this.#next()];
      if (bestCost && compare(cost, bestCost) >= 0) continue;
      best = table;
      bestCost = cost;
    }
    return best;
  }

  /** Two change places as long as that mends something: first the sectors, then who meets whom again. */
  improve(): void {
    const movable = this.#members.flat().filter(({ id }) => !this.#fixed.has(id));
    for (let round = 0; round < SWAP_ROUNDS_MAX; round++) {
      let mended = false;
      for (const one of movable) {
        if (this.#complaint(one) === 0) continue;
        const better = this.#bestSwap(one, movable);
        if (!better) continue;
        this.#swap(one, better);
        mended = true;
      }
      if (!mended) return;
    }
  }

  #bestSwap(one: Guest, movable: readonly Guest[]): Guest | null {
    let best: Guest | null = null;
    let bestGain = 0;
    for (const other of movable) {
      const gain = this.#gain(one, other);
      if (gain > bestGain) [best, bestGain] = [other, gain];
    }
    return best;
  }

  #gain(one: Guest, other: Guest): number {
    const [here, there] = [this.#tableAt(one), this.#tableAt(other)];
    if (here === there) return 0;
    const without = (members: readonly Guest[], gone: Guest) => members.filter((member) => member !== gone);
    const [mine, theirs] = [without(this.#at(here), one), without(this.#at(there), other)];
    const again = this.#again(one, mine) + this.#again(other, theirs) - this.#again(one, theirs) - this.#again(other, mine);
    if (!this.#bySector || one.sector === other.sector) return again;
    // the sum of squares falls where a sector moves from more to fewer
    const spread = sameSector(mine, one) - sameSector(theirs, one) + sameSector(theirs, other) - sameSector(mine, other);
    return SECTOR_WEIGHT * spread + again;
  }

  #swap(one: Guest, other: Guest): void {
    const [here, there] = [this.#tableAt(one), this.#tableAt(other)];
    this.#members[here - 1] = [...this.#at(here).filter((member) => member !== one), other];
    this.#members[there - 1] = [...this.#at(there).filter((member) => member !== other), one];
    this.#table.set(one.id, there);
    this.#table.set(other.id, here);
  }

  /** Whether a swap could do any good. */
  #complaint(person: Guest): number {
    const members = this.#at(this.#tableAt(person));
    if (this.#bySector && this.#fixed.size > 0 && sameSector(members, person) > 1) return 1;
    return this.#again(person, members);
  }

  #again(person: Guest, members: readonly Guest[]): number {
    const row = (this.#index.get(person.id) ?? 0) * this.#index.size;
    let count = 0;
    for (const member of members) if (member !== person) count += this.#met[row + (this.#index.get(member.id) ?? 0)] ?? 0;
    return count;
  }

  #tableAt({ id }: Guest): number {
    return this.#table.get(id) ?? 1;
  }
  #at(table: number): Guest[] {
    const members = this.#members[table - 1];
    if (!members) throw new Error(`there is no table ${table}`);
    return members;
  }
}

const sameSector = (members: readonly Guest[], { sector }: Guest) => members.reduce((count, member) => count + (member.sector === sector ? 1 : 0), 0);

function bySectorOf(people: readonly Guest[], next: () => number): Guest[][] {
  const groups = new Map<Sector | null, Guest[]>();
  for (const person of people) groups.set(person.sector, [...(groups.get(person.sector) ?? []), person]);
  return shuffled([...groups.values()], next);
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, i) => value !== other[i]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

/** Fisher and Yates; the given list stays as it is. */
function shuffled<Item>(items: readonly Item[], next: () => number): Item[] {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
  }
  return mixed;
}

/** Chance that can be repeated (mulberry32): numbers from 0 up to 1. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
