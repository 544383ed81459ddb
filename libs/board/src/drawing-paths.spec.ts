import { describe, expect, test } from '@jest/globals';
import { formPath, headPath, middleOfRoute, routePath, strokePath } from './drawing-paths.ts';
import { SHAPE_FORMS } from './looks.ts';

const box = (x: number, y: number, width = 100, height = 100) => ({ x, y, width, height });

describe('shapes', () => {
  test.each(SHAPE_FORMS)('%s stays within its box', (form) => {
    // Arcs name radii and flags too: only what follows a command that moves is a place.
    const places = [...formPath(form, box(10, 20, 200, 120)).matchAll(/(?:[ML]|(?<= )0 [01] [01] )(-?[\d.]+) (-?[\d.]+)/g)];
    expect(places.length).toBeGreaterThan(1);
    for (const [, x, y] of places) {
      expect(Number(x)).toBeGreaterThanOrEqual(10);
      expect(Number(x)).toBeLessThanOrEqual(210);
      expect(Number(y)).toBeGreaterThanOrEqual(20);
      expect(Number(y)).toBeLessThanOrEqual(140);
    }
  });
});

describe('strokes', () => {
  test('begin and end where the pen did', () => {
    const path = strokePath([0, 0, 10, 10, 20, 0], { x: 100, y: 50 });
    expect(path.startsWith('M100 50')).toBe(true);
    expect(path.endsWith('L120 50')).toBe(true);
  });
  test('a single point is a dot', () => expect(strokePath([0, 0], { x: 5, y: 6 })).toBe('M5 6l0.1 0'));
});

describe('connectors', () => {
  test('have their words half way', () => {
    const route = [{ x: 100, y: 50 }, { x: 250, y: 50 }, { x: 250, y: 250 }, { x: 400, y: 250 }];
    expect(routePath(route)).toBe('M100 50L250 50L250 250L400 250');
    expect(middleOfRoute(route)).toEqual({ x: 250, y: 150 });
  });
  test('two things in one place have no arrow between them', () => {
    const route = [{ x: 50, y: 50 }, { x: 50, y: 50 }];
    expect(headPath(route)).toBe('');
    expect(routePath(route)).not.toContain('NaN');
  });
  test('the head has its tip at the end', () => expect(headPath([{ x: 0, y: 0 }, { x: 100, y: 0 }])).toBe('M100 0L84 7L84 -7Z'));
});
