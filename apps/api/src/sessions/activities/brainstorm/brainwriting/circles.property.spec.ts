import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { circleSizes, dealCircles, type Place, sheetsInHand } from './circles.ts';

const ROUNDS = 6;
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);
/** What each place held, round by round, from when somebody sat there; by the sheet she began. */
const hands = (circle: readonly Place[]) =>
  new Map(circle.map(({ sheet, since }) => [sheet, numbers(ROUNDS + 1).slice(since).map((round) => sheetsInHand(circle, round).get(sheet)!)]));

describe('circles of six', () => {
  test('a hall is divided fairly: five to seven, never a small one, and whoever is too few for two is one', () => {
    expect([3, 6, 9, 10, 13, 15, 60].map(circleSizes)).toEqual([[3], [6], [9], [5, 5], [7, 6], [5, 5, 5], Array(10).fill(6)]);
    expect(circleSizes(0)).toEqual([]);
    for (let people = 10; people <= 500; people++) {
      const sizes = circleSizes(people);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(people);
      expect([Math.min(...sizes) >= 5, Math.max(...sizes) <= 7, Math.max(...sizes) - Math.min(...sizes) <= 1]).toEqual([true, true, true]);
    }
  });
  test('each sheet is in one circle, those begun one after the other together', () => {
    expect(dealCircles([3, 1, 0, 2], new Map())).toEqual([0, 1, 2, 3].map((sheet) => ({ sheet, circle: 1 })));
    expect(dealCircles(numbers(11), new Map()).map(({ circle }) => circle)).toEqual([1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2]);
  });
  test('few who come later sit where the fewest write; five or more are circles of their own, once those there are have five', () => {
    expect(dealCircles([20, 21, 22], new Map([[1, 6], [2, 4], [3, 5]])).map(({ circle }) => circle)).toEqual([2, 2, 3]);
    expect(dealCircles(numbers(28), new Map([[1, 1]])).map(({ circle }) => circle)).toEqual([...Array<number>(4).fill(1), ...[2, 3, 4, 5].flatMap((circle) => Array<number>(6).fill(circle))]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 5 }), fc.integer({ min: 0, max: 60 }), (circles, people) => {
        const writing = new Map(circles.map((count, i) => [i + 1, count]));
        const dealt = dealCircles(numbers(people), writing);
        expect(dealt.map(({ sheet }) => sheet)).toEqual(numbers(people));
        const sizes = new Map(writing);
        for (const { circle } of dealt) sizes.set(circle, (sizes.get(circle) ?? 0) + 1);
        if (sizes.size > circles.length && circles.length > 0) expect(Math.min(...sizes.values())).toBeGreaterThanOrEqual(5);
      }),
    );
  });
});

describe('how sheets go round a circle', () => {
  test('each goes to the next place; the sheet of somebody who came later goes round with the others', () => {
    const circle = [0, 1, 2].map((sheet) => ({ sheet, since: 1 }));
    expect([...hands(circle).values()].map((held) => held.slice(0, 3))).toEqual([[0, 2, 1], [1, 0, 2], [2, 1, 0]]);
    expect([...hands([...circle, { sheet: 3, since: 2 }]).values()].map((held) => held.slice(0, 4))).toEqual([[0, 2, 3, 1], [1, 0, 2, 3], [2, 1, 0, 2], [3, 1, 0, 2]]);
  });
  test('nobody ever holds two, none lies in two hands, and nobody writes twice on one before the circle she came into is through', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.array(fc.integer({ min: 2, max: ROUNDS }), { maxLength: 4 }), (first, later) => {
        const circle = [...numbers(first).map((sheet) => ({ sheet, since: 1 })), ...later.map((since, i) => ({ sheet: first + i, since }))];
        for (let round = 1; round <= ROUNDS; round++) {
          const here = circle.filter(({ since }) => since <= round).map(({ sheet }) => sheet);
          const held = sheetsInHand(circle, round);
          expect([...held.keys()].sort()).toEqual([...here].sort());
          expect([...held.values()].sort()).toEqual([...here].sort());
        }
        for (const [sheet, held] of hands(circle)) {
          expect(held[0]).toBe(sheet);
          expect(new Set(held.slice(0, first)).size).toBe(Math.min(first, held.length));
        }
      }),
    );
  });
  test('in a circle that stays every sheet is with everybody once; an empty place keeps one for a single round', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: ROUNDS }), fc.integer({ min: 0, max: ROUNDS - 1 }), (size, gone) => {
        const circle = numbers(size).map((sheet) => ({ sheet, since: 1 }));
        const round = numbers(size).map((i) => sheetsInHand(circle, i + 1));
        for (const sheet of numbers(size)) {
          const at = round.map((held) => [...held].find(([, lies]) => lies === sheet)![0]);
          expect([...at].sort()).toEqual(numbers(size));
          expect(at.filter((place) => place === gone % size)).toHaveLength(1);
        }
      }),
    );
  });
});
