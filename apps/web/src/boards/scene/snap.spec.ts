import { describe, expect, test } from '@jest/globals';
import { snap } from './snap.ts';

const note = (x: number, y: number, width = 180, height = 180) => ({ x, y, width, height });

describe('snap', () => {
  test('comes to the nearest edge within reach, each axis for itself', () => {
    expect(snap(note(204, 505), [note(200, 0), note(390, 500)], 6)).toMatchObject({ dx: -4, dy: -5 });
  });

  test('an edge meets the facing edge too', () => {
    expect(snap(note(383, 40), [note(200, 300)], 6).dx).toBe(-3);
  });

  test('middles meet middles, never edges', () => {
    expect(snap(note(0, 132, 100, 100), [note(300, 92)], 6).dy).toBe(0);
    expect(snap(note(0, 129, 100, 100), [note(300, 92)], 6).dy).toBe(3);
    expect(snap(note(92, 500, 60, 60), [note(0, 0)], 3).dx).toBe(0);
  });

  test('nothing within reach: it lies where the hand is', () => {
    expect(snap(note(10, 10), [note(400, 400)], 6)).toEqual({ dx: 0, dy: 0, guides: [] });
  });

  test('shows each line once, as long as all that stand on it', () => {
    const { guides } = snap(note(203, 600), [note(200, 0), note(200, 300), note(900, 900)], 6);
    const upright = guides.filter(({ axis }) => axis === 'x');
    expect(upright.find(({ at }) => at === 200)).toEqual({ axis: 'x', at: 200, from: 0, to: 780 });
    expect(upright.map(({ at }) => at).sort((a, b) => a - b)).toEqual([200, 290, 380]);
    expect(guides.filter(({ axis }) => axis === 'y')).toEqual([]);
  });
});
