import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { freeSeats, movingUp, placeFor, placeInLine, seated, type Party } from './seats.ts';

const capacity = fc.option(fc.integer({ min: 1, max: 8 }));
const step = fc.record({ do: fc.constantFrom('sign-up', 'cancel', 'plan'), people: fc.integer({ min: 1, max: 4 }), pick: fc.nat(), capacity });

/** Carries steps out as the service does, one after the other. */
function play(first: number | null, steps: readonly { do: string; people: number; pick: number; capacity: number | null }[], look: (parties: Party[], capacity: number | null, widest: number) => void) {
  let seats = first;
  let widest = first ?? Infinity;
  const parties: Party[] = [];
  for (const { do: action, people, pick, capacity: planned } of steps) {
    if (action === 'sign-up') parties.push({ id: `${parties.length}`, number: parties.length, people, state: placeFor(people, freeSeats(seats, parties)) });
    const chosen = parties[pick % Math.max(1, parties.length)];
    if (action === 'cancel' && chosen) chosen.state = 'cancelled';
    if (action === 'plan') {
      seats = planned;
      widest = Math.max(widest, planned ?? Infinity);
    }
    for (const id of movingUp(seats, parties)) parties.find((party) => party.id === id)!.state = 'registered';
    look(parties, seats, widest);
  }
}

describe('whatever people do, in whatever order', () => {
  test('nobody sits on a seat that never was', () => {
    fc.assert(fc.property(capacity, fc.array(step, { maxLength: 40 }), (first, steps) => {
      play(first, steps, (parties, _, widest) => expect(seated(parties)).toBeLessThanOrEqual(widest));
    }));
  });

  test('nobody waits while her whole party would fit', () => {
    fc.assert(fc.property(capacity, fc.array(step, { maxLength: 40 }), (first, steps) => {
      play(first, steps, (parties, seats) => {
        const free = freeSeats(seats, parties);
        for (const { people } of parties.filter(({ state }) => state === 'waiting')) expect(free !== null && people > free).toBe(true);
      });
    }));
  });

  test('those who wait are told places from 1 without a gap, in the order of signing up', () => {
    fc.assert(fc.property(capacity, fc.array(step, { maxLength: 40 }), (first, steps) => {
      play(first, steps, (parties) => {
        const places = parties.filter(({ state }) => state === 'waiting').map(({ id }) => placeInLine(parties, id));
        expect(places).toEqual(places.map((_, i) => i + 1));
      });
    }));
  });
});

describe('the waiting list', () => {
  const waiting = (number: number, people: number): Party => ({ id: `w${number}`, number, people, state: 'waiting' });

  test('lets the longest waiting in first', () => {
    expect(movingUp(1, [waiting(2, 1), waiting(1, 1)])).toEqual(['w1']);
  });
  test('passes over a party that is too big, which keeps its place', () => {
    expect(movingUp(2, [waiting(1, 3), waiting(2, 2), waiting(3, 1)])).toEqual(['w2']);
    expect(movingUp(3, [waiting(1, 3), waiting(2, 2)])).toEqual(['w1']);
  });
  test('is empty where there is no limit', () => {
    expect(movingUp(null, [waiting(1, 10), waiting(2, 10)])).toEqual(['w1', 'w2']);
  });
});
