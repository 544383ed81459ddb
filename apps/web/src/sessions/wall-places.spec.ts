import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { placesOnWall, sharesOf } from './wall-places.ts';

const wall = { columnCount: 2, height: 100, gap: 10 };
const shown = (heights: number[]) => placesOnWall(heights, wall).flatMap((place, note) => (place ? [note] : []));

describe('places on a wall', () => {
  test('a note comes under the column that ends highest', () => {
    expect(placesOnWall([60, 20, 20, 20], wall)).toEqual([
      { column: 0, top: 0 }, { column: 1, top: 0 }, { column: 1, top: 30 }, { column: 1, top: 60 },
    ]);
  });

  test('one more note moves none of those that have room', () => {
    const before = placesOnWall([20, 30, 40, 20], wall);
    expect(placesOnWall([20, 30, 40, 20, 20], wall).slice(0, 4)).toEqual(before);
  });

  test('on a full wall the oldest goes, and only its column moves', () => {
    expect(shown([45, 45, 45, 45])).toEqual([0, 1, 2, 3]);
    expect(placesOnWall([45, 45, 45, 45, 45], wall)).toEqual([null, { column: 1, top: 0 }, { column: 0, top: 0 }, { column: 1, top: 55 }, { column: 0, top: 55 }]);
  });

  test('a high note takes the column whose newest is the oldest', () => {
    expect(shown([45, 45, 45, 45, 100])).toEqual([1, 3, 4]);
    expect(shown([20, 45, 45, 20, 20, 100])).toEqual([2, 4, 5]);
  });

  test('what had to go fills the room that is left, and moves nobody', () => {
    expect(placesOnWall([20, 60, 70], { ...wall, columnCount: 1 })).toEqual([{ column: 0, top: 80 }, null, { column: 0, top: 0 }]);
  });

  test('what is higher than the wall has no place, and takes none from others', () => {
    expect(placesOnWall([20, 101, 20], wall)).toEqual([{ column: 0, top: 0 }, null, { column: 1, top: 0 }]);
  });

  test('no two overlap, none leaves the wall, the newest is there, and nothing is left out while there is room for it', () => {
    const height = fc.integer({ min: 5, max: 100 });
    fc.assert(
      fc.property(fc.array(height, { minLength: 1, maxLength: 25 }), fc.integer({ min: 1, max: 4 }), (heights, columnCount) => {
        const places = placesOnWall(heights, { ...wall, columnCount });
        expect(places.at(-1)).not.toBeNull();
        const columns = Array.from({ length: columnCount }, (_, column) => places.flatMap((place, note) => (place?.column === column ? [{ top: place.top, bottom: place.top + heights[note]! }] : [])));
        for (const notes of columns) {
          notes.sort((a, b) => a.top - b.top).forEach(({ top, bottom }, i) => {
            expect(top).toBe(i === 0 ? 0 : notes[i - 1]!.bottom + wall.gap);
            expect(bottom).toBeLessThanOrEqual(wall.height);
          });
        }
        const ends = columns.map((notes) => (notes.length > 0 ? notes.at(-1)!.bottom + wall.gap : 0));
        const stillFit = heights.filter((one, note) => places[note] === null && ends.some((end) => end + one <= wall.height));
        expect(stillFit).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

test.each([
  [[10, 10, 10], 6, [2, 2, 2]], [[30, 2, 0], 6, [4, 1, 1]], [[12, 4], 5, [4, 1]], [[0, 0], 3, [2, 1]], [[3, 3, 3], 2, [1, 1, 1]],
])('walls of %j notes share %i columns as %j', (counts, columns, shares) => {
  expect(sharesOf(counts, columns)).toEqual(shares);
});
