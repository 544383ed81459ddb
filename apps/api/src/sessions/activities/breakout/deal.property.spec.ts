import { describe, expect, test } from '@jest/globals';
import { SECTORS, type Sector } from '@spolu/contracts/common';
import fc from 'fast-check';
import { deal, type Guest, meetingsAgain, seatForLateComer, type Seating } from './deal.ts';

const guestsOf = (sectors: readonly (Sector | null)[]): Guest[] => sectors.map((sector, i) => ({ id: `p${String(i).padStart(3, '0')}`, sector }));
const guests = fc.array(fc.constantFrom<Sector | null>('residents', 'public', 'ngo', null), { maxLength: 40 }).map(guestsOf);
const tableCount = fc.integer({ min: 1, max: 8 });
const seed = fc.nat();

const spreadOf = (seating: Seating, tableCount: number, who: (id: string) => boolean = () => true) => {
  const counts = Array.from({ length: tableCount }, (_, i) => [...seating].filter(([id, table]) => table === i + 1 && who(id)).length);
  return Math.max(...counts) - Math.min(...counts);
};
const sectorSpread = (people: readonly Guest[], seating: Seating, tables: number, sector: Sector | null) =>
  spreadOf(seating, tables, (id) => people.find((person) => person.id === id)?.sector === sector);

describe('dealing', () => {
  test('seats everybody once, at tables that differ by one person at most', () => {
    fc.assert(
      fc.property(guests, tableCount, fc.boolean(), seed, (people, tables, bySector, seed) => {
        const seating = deal(people, { tableCount: tables, bySector, seed });
        expect([...seating.keys()].sort()).toEqual(people.map(({ id }) => id));
        expect([...seating.values()].every((table) => table >= 1 && table <= tables)).toBe(true);
        expect(spreadOf(seating, tables)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('by sector gives each table as many of each sector as the others, but for one', () => {
    fc.assert(
      fc.property(guests, tableCount, seed, (people, tables, seed) => {
        const seating = deal(people, { tableCount: tables, bySector: true, seed });
        for (const sector of [...SECTORS, null]) expect(sectorSpread(people, seating, tables, sector)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('gives the same seats for the same seed, in whatever order people come, and others for another', () => {
    fc.assert(
      fc.property(guests, tableCount, fc.boolean(), seed, (people, tables, bySector, seed) => {
        const options = { tableCount: tables, bySector, seed };
        expect([...deal([...people].reverse(), options)].sort()).toEqual([...deal(people, options)].sort());
      }),
    );
    const people = guestsOf(Array.from({ length: 30 }, () => null));
    expect([...deal(people, { tableCount: 5, bySector: false, seed: 1 })].sort()).not.toEqual([...deal(people, { tableCount: 5, bySector: false, seed: 2 })].sort());
  });

  test('puts everybody at every table now and then', () => {
    const people = guestsOf(['residents', 'public', 'ngo', null, 'residents', 'public']);
    const seats = new Set(Array.from({ length: 60 }, (_, seed) => deal(people, { tableCount: 3, bySector: true, seed }).get('p000')));
    expect([...seats].sort()).toEqual([1, 2, 3]);
  });
});

const rounds = fc.record({ people: guests, tables: tableCount, bySector: fc.boolean(), seed, hosted: fc.array(fc.nat(), { maxLength: 8 }), left: fc.nat({ max: 3 }), came: fc.nat({ max: 3 }) });

describe('dealing again', () => {
  test('keeps hosts at their tables, leaves out who left, seats who came, and keeps the tables even', () => {
    fc.assert(
      fc.property(rounds, ({ people, tables, bySector, seed, hosted, left, came }) => {
        const first = deal(people, { tableCount: tables, bySector, seed });
        // one host a table at most
        const hosts = new Map([...new Map(hosted.flatMap((pick) => {
          const person = people[pick % Math.max(1, people.length)];
          return person ? [[first.get(person.id)!, person.id] as const] : [];
        }))].map(([table, id]) => [id, table]));
        const now = [...people.slice(left), ...guestsOf(Array.from({ length: came }, () => null)).map(({ id, sector }) => ({ id: `new-${id}`, sector }))];
        const second = deal(now, { tableCount: tables, bySector, hosts, past: [first], seed: seed + 1 });
        expect([...second.keys()].sort()).toEqual(now.map(({ id }) => id).sort());
        for (const [id, table] of hosts) if (second.has(id)) expect(second.get(id)).toBe(table);
        expect(spreadOf(second, tables)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('never lets more people meet again than dealing without a memory would', () => {
    fc.assert(
      fc.property(guests, fc.integer({ min: 2, max: 8 }), seed, (people, tables, seed) => {
        const first = deal(people, { tableCount: tables, bySector: false, seed });
        const second = deal(people, { tableCount: tables, bySector: false, past: [first], seed: seed + 1 });
        expect(meetingsAgain(second, [first])).toBeLessThanOrEqual(meetingsAgain(deal(people, { tableCount: tables, bySector: false, seed: seed + 1 }), [first]));
      }),
    );
  });

  test('lets nobody meet again where there are as many tables as people at one: a World Café of 25 with three rounds', () => {
    const people = guestsOf(Array.from({ length: 25 }, () => null));
    const past: Seating[] = [deal(people, { tableCount: 5, bySector: false, seed: 7 })];
    past.push(deal(people, { tableCount: 5, bySector: false, past, seed: 8 }));
    expect(meetingsAgain(past[1]!, past.slice(0, 1))).toBe(0);
  });

  test('keeps sectors even with hosts who stay, where that can be', () => {
    const sectors: Sector[] = ['residents', 'public', 'business', 'ngo', 'academia'];
    const people = guestsOf(Array.from({ length: 40 }, (_, i) => sectors[i % 5]!));
    const first = deal(people, { tableCount: 8, bySector: true, seed: 3 });
    const hosts = new Map(Array.from({ length: 8 }, (_, i) => [[...first].find(([, table]) => table === i + 1)![0], i + 1]));
    const second = deal(people, { tableCount: 8, bySector: true, hosts, past: [first], seed: 4 });
    for (const sector of sectors) expect(sectorSpread(people, second, 8, sector)).toBeLessThanOrEqual(1);
  });

  test('five hundred people at thirty tables are dealt a third time, and hardly anybody sits with the same person again', () => {
    const people = guestsOf(Array.from({ length: 500 }, (_, i) => SECTORS[i % SECTORS.length]!));
    const past: Seating[] = [];
    for (let round = 0; round < 2; round++) past.push(deal(people, { tableCount: 30, bySector: true, past, seed: round }));
    const hosts = new Map(Array.from({ length: 30 }, (_, i) => [[...past[1]!].find(([, table]) => table === i + 1)![0], i + 1]));
    const third = deal(people, { tableCount: 30, bySector: true, hosts, past, seed: 9 });
    // by chance alone some 240 pairs would meet again
    expect(meetingsAgain(third, past)).toBeLessThan(10);
    expect(spreadOf(third, 30)).toBeLessThanOrEqual(1);
  });
});

describe('a late comer', () => {
  test('keeps tables that were even even', () => {
    fc.assert(
      fc.property(guests, tableCount, fc.boolean(), seed, fc.constantFrom<Sector | null>('ngo', null), (people, tables, bySector, seed, sector) => {
        const seating = deal(people, { tableCount: tables, bySector, seed });
        const table = seatForLateComer(sector, people.map((person) => ({ sector: person.sector, table: seating.get(person.id)! })), { tableCount: tables, bySector });
        expect(spreadOf(new Map([...seating, ['late', table]]), tables)).toBeLessThanOrEqual(bySector ? 2 : 1);
      }),
    );
  });

  test('sits with the fewest of her sector, else where the fewest sit, else at the first table', () => {
    const seated = [{ sector: 'ngo' as const, table: 1 }, { sector: null, table: 2 }, { sector: 'public' as const, table: 3 }];
    expect(seatForLateComer('ngo', seated, { tableCount: 3, bySector: true })).toBe(2);
    expect(seatForLateComer('ngo', seated, { tableCount: 3, bySector: false })).toBe(1);
    expect(seatForLateComer('ngo', seated, { tableCount: 4, bySector: false })).toBe(4);
  });
});
