import { describe, expect, test } from '@jest/globals';
import { centred, fitted, panned, revealing, toBoard, toScreen, viewOf, withinReach, zoomed, zoomStep, ZOOM_MAX, ZOOM_MIN } from './camera.ts';

const size = { width: 1_000, height: 800 };

test('what lies under the pointer stays there while zooming', () => {
  const camera = { x: 120, y: -40, zoom: 0.8 };
  const pointer = { x: 333, y: 222 };
  const before = toBoard(camera, pointer);
  const next = zoomed(camera, 2.1, pointer);
  expect(toScreen(next, before).x).toBeCloseTo(333);
  expect(toScreen(next, before).y).toBeCloseTo(222);
});

test('the scale stays between its bounds', () => {
  expect(zoomed({ x: 0, y: 0, zoom: 1 }, 1_000, { x: 0, y: 0 }).zoom).toBe(ZOOM_MAX);
  expect(zoomed({ x: 0, y: 0, zoom: 1 }, 0, { x: 0, y: 0 }).zoom).toBe(ZOOM_MIN);
});

test('steps go to the next round scale, and end at the bounds', () => {
  expect(zoomStep(1, 1)).toBe(1.25);
  expect(zoomStep(1, -1)).toBe(0.75);
  expect(zoomStep(0.9, 1)).toBe(1);
  expect(zoomStep(ZOOM_MAX, 1)).toBe(ZOOM_MAX);
  expect(zoomStep(ZOOM_MIN, -1)).toBe(ZOOM_MIN);
});

test('panning moves by pixels of the screen', () => {
  expect(panned({ x: 0, y: 0, zoom: 0.5 }, 10, -20)).toEqual({ x: 20, y: -40, zoom: 0.5 });
});

describe('fitting', () => {
  test('shows all of it between the panels', () => {
    const insets = { top: 60, right: 300, bottom: 0, left: 0 };
    const box = { x: -500, y: 100, width: 4_000, height: 900 };
    const camera = fitted(box, size, insets);
    const topLeft = toScreen(camera, box);
    const bottomRight = toScreen(camera, { x: box.x + box.width, y: box.y + box.height });
    expect(topLeft.x).toBeGreaterThanOrEqual(31);
    expect(topLeft.y).toBeGreaterThanOrEqual(91);
    expect(bottomRight.x).toBeLessThanOrEqual(1_000 - 300 - 31);
  });

  test('never blows one note up', () => {
    expect(fitted({ x: 0, y: 0, width: 180, height: 180 }, size).zoom).toBe(1);
  });
});

describe('revealing', () => {
  const camera = { x: 0, y: 0, zoom: 1 };
  test('moves nothing that is in sight', () => {
    expect(revealing(camera, { x: 100, y: 100, width: 180, height: 180 }, size)).toBe(camera);
  });
  test('moves no further than it must', () => {
    expect(revealing(camera, { x: 950, y: 100, width: 180, height: 180 }, size)).toEqual({ x: 146, y: 0, zoom: 1 });
    expect(revealing(camera, { x: -50, y: 100, width: 180, height: 180 }, size)).toEqual({ x: -66, y: 0, zoom: 1 });
  });
  test('comes near enough to read', () => {
    const near = revealing({ x: 0, y: 0, zoom: 0.1 }, { x: 5_000, y: 5_000, width: 180, height: 180 }, size);
    expect(near).toEqual(centred({ x: 5_090, y: 5_090 }, 0.6, size));
  });
});

test('something of the board always stays in sight', () => {
  const content = { x: 0, y: 0, width: 500, height: 500 };
  const far = withinReach({ x: 90_000, y: -90_000, zoom: 1 }, content, size);
  const view = viewOf(far, size);
  expect(view.x).toBe(420);
  expect(view.y + view.height).toBe(80);
  const empty = { x: 1e6, y: 0, zoom: 1 };
  expect(withinReach(empty, undefined, size)).toBe(empty);
});
