import { describe, expect, test } from '@jest/globals';
import { METHOD_AIMS, METHOD_PLACES } from '@spolu/contracts/methods';
import { methods } from './library.ts';
import fc from 'fast-check';
import { propose, PROPOSALS_MAX, type Wish } from './proposals.ts';

const library = methods('sk');
const wish: fc.Arbitrary<Wish> = fc.record({
  aim: fc.constantFrom(...METHOD_AIMS),
  people: fc.option(fc.integer({ min: 1, max: 400 })),
  minutes: fc.option(fc.constantFrom(10, 15, 30, 60, 120, 240, 480, 960)),
  place: fc.option(fc.constantFrom(...METHOD_PLACES)),
});

describe('whatever is wished for', () => {
  test('each proposal serves the aim, says why, and misses at most one thing, which it names', () => {
    fc.assert(fc.property(wish, (wished) => {
      const proposals = propose(library, wished);
      expect(proposals.length).toBeLessThanOrEqual(PROPOSALS_MAX);
      for (const { method, reasons, misfits } of proposals) {
        expect(method.aims).toContain(wished.aim);
        expect(reasons.length).toBeGreaterThan(0);
        const asked = [wished.people, wished.minutes, wished.place].filter((said) => said !== null).length;
        expect(reasons.length - 1 + misfits.length).toBe(asked);
        expect(misfits.length).toBeLessThanOrEqual(1);
      }
      const missing = proposals.map(({ misfits }) => misfits.length);
      expect(missing).toEqual([...missing].sort());
    }));
  });

  test('nothing that fits in everything is left out for something that does not', () => {
    fc.assert(fc.property(wish, (wished) => {
      const proposals = propose(library, wished);
      const fitting = library.filter(({ aims, groupSize, minutes, places }) =>
        aims.includes(wished.aim) && (wished.people === null || (wished.people >= groupSize.min && wished.people <= groupSize.max))
        && (wished.minutes === null || minutes <= wished.minutes) && (wished.place === null || places.includes(wished.place)));
      expect(proposals.filter(({ misfits }) => misfits.length === 0)).toHaveLength(Math.min(PROPOSALS_MAX, fitting.length));
    }));
  });
});

describe('the library', () => {
  test('has something for each aim, for a usual evening of thirty people in a hall', () => {
    for (const aim of METHOD_AIMS) expect([aim, propose(library, { aim, people: 30, minutes: 90, place: 'room' }).length > 0]).toEqual([aim, true]);
  });
  test('proposes a world café to thirty people who want to understand a topic in ninety minutes', () => {
    const [best] = propose(library, { aim: 'understand', people: 30, minutes: 90, place: 'room' });
    expect(best).toMatchObject({ method: { id: 'world-cafe' }, misfits: [], reasons: [{ kind: 'aim' }, { kind: 'group', min: 12 }, { kind: 'time', minutes: 90 }, { kind: 'place', place: 'room' }] });
  });
  test('says by how much a method is too long', () => {
    expect(propose(library, { aim: 'shape', people: 30, minutes: 240, place: null }).map(({ method, misfits }) => [method.id, misfits])).toContainEqual(['ideathon', [{ kind: 'too-long', minutes: 480 }]]);
  });
});
