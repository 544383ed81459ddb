import { afterEach, expect, test } from '@jest/globals';
import { PresenceLayer } from './presence-layer.ts';
import type { Scene } from './scene.ts';

const scene = { settle: () => undefined } as unknown as Scene;
let layer: PresenceLayer | undefined;
afterEach(() => layer?.destroy());

test('of a crowd those on the screen are shown before those that are not', () => {
  layer = new PresenceLayer(scene, (slot) => `Osoba ${slot}`, () => ({ x: 0, y: 0, width: 1_000, height: 800 }));
  const shown = () => [...layer!.element.children].map(({ textContent }) => Number(textContent?.slice('Osoba '.length)));
  const slots = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);
  const point = (of: number[], x: number) => layer!.take(of.map((slot) => ({ slot, kind: 'cursor', x, y: 20 })));
  point(slots(1, 50), 40_000);
  expect(shown()).toEqual(slots(1, 40));
  point(slots(100, 10), 500);
  expect(shown()).toEqual([...slots(11, 30), ...slots(100, 10)]);
  point(slots(200, 50), 500);
  expect(shown()).toEqual([...slots(100, 10), ...slots(200, 30)]);
});
