import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Camera, ViewSize } from '../scene/camera.ts';
import type { PlacedFrame } from '../scene/scene.ts';
import { shownFrame } from './shown-frame.ts';
import { framing, towards, ViewFollower } from './view-follower.ts';

/** A board that shows a part and nothing else. */
class Screen {
  camera: Camera = { x: 0, y: 0, zoom: 1 };
  size: ViewSize = { width: 1_000, height: 500 };
  moves: Camera[] = [];
  #listener: (camera: Camera) => void = () => undefined;
  readonly setCamera = (camera: Camera) => {
    this.camera = camera;
    this.moves.push(camera);
    this.#listener(camera);
  };
  readonly onCamera = (listener: (camera: Camera) => void) => {
    this.#listener = listener;
    return () => (this.#listener = () => undefined);
  };
  resize(size: ViewSize) {
    this.size = size;
    this.#listener(this.camera);
  }
}

const PART = { x: 2_000, y: 1_000, width: 2_000, height: 1_000 };
let view: Screen;
let ownMoves: number;
const follow = (isCalm = true) => new ViewFollower({ view, isCalm, onOwnMove: () => ownMoves++ });
beforeEach(() => {
  view = new Screen();
  ownMoves = 0;
});

test('all of a part is shown, in its middle, whatever the shape of the screen', () => {
  expect(framing(PART, { width: 1_000, height: 500 })).toEqual({ x: 2_000, y: 1_000, zoom: 0.5 });
  expect(framing(PART, { width: 360, height: 640 })).toEqual({ x: 2_000, y: 1_500 - 320 / 0.18, zoom: 0.18 });
});

test('what she can just read is read here too, though a view is told in steps', () => {
  expect(framing({ x: 0, y: 0, width: 2_860, height: 400 }, { width: 1_000, height: 500 }).zoom).toBe(0.35);
  expect(framing({ x: 0, y: 0, width: 3_000, height: 400 }, { width: 1_000, height: 500 }).zoom).toBeCloseTo(0.333);
});

describe('the way there', () => {
  test('is smooth, nearer with each frame, and ends', () => {
    const target = framing(PART, view.size);
    let camera: Camera | null = view.camera;
    const far: number[] = [];
    for (let i = 0; camera && i < 200; i++) {
      far.push(Math.hypot(camera.x - target.x, camera.y - target.y));
      camera = towards(camera, target, view.size, 16);
    }
    expect(camera).toBeNull();
    expect(far).toEqual([...far].sort((a, b) => b - a));
    expect(far.length).toBeGreaterThan(20);
    expect(far.length).toBeLessThan(90);
  });

  test('is no way for who wants nothing that moves', () => {
    follow().lead(PART);
    expect(view.moves).toEqual([{ x: 2_000, y: 1_000, zoom: 0.5 }]);
  });
});

describe('who leads', () => {
  test('one\'s own move ends it, being led does not', () => {
    const follower = follow();
    follower.lead(PART);
    follower.lead({ ...PART, x: 0 });
    expect(ownMoves).toBe(0);
    view.setCamera({ ...view.camera, x: 5 });
    expect(ownMoves).toBe(1);
    follower.end();
    view.setCamera({ ...view.camera, x: 9 });
    expect(ownMoves).toBe(1);
  });

  test('a screen of another shape shows the same part', () => {
    follow().lead(PART);
    view.resize({ width: 500, height: 500 });
    expect(view.camera).toEqual({ x: 2_000, y: 500, zoom: 0.25 });
    expect(ownMoves).toBe(0);
  });

  test('before anything is known of her, one\'s own moves are one\'s own', () => {
    follow();
    view.setCamera({ ...view.camera, x: 5 });
    expect(ownMoves).toBe(0);
  });
});

describe('what is shown, in words', () => {
  const frame = (title: string, x: number) => ({ id: title, x, y: 0, width: 1_000, height: 1_000, frame: { title } }) as PlacedFrame;
  const frames = [frame('A', 0), frame('B', 1_200), frame('C', 2_400)];
  test.each([
    ['one frame, the one of which most is seen', { x: 700, y: 0, width: 1_000, height: 500 }, { kind: 'frame', title: 'B' }],
    ['a piece of one', { x: 100, y: 100, width: 50, height: 50 }, { kind: 'frame', title: 'A' }],
    ['several whole ones', { x: -100, y: -100, width: 2_400, height: 1_400 }, { kind: 'frames', count: 2 }],
    ['none', { x: 0, y: 2_000, width: 500, height: 500 }, { kind: 'none' }],
  ])('%s', (_, part, shown) => expect(shownFrame(frames, part)).toEqual(shown));
});
