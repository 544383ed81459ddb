import { beforeEach, expect, test } from '@jest/globals';
import { EarlyInput } from './early-input.ts';

/** What browsers have and jsdom lacks. */
class Pointer extends MouseEvent {
  readonly pointerId: number;
  constructor(type: string, init: PointerEventInit = {}) {
    super(type, init);
    this.pointerId = init.pointerId ?? 0;
  }
}
Object.assign(globalThis, { PointerEvent: Pointer });

let root: HTMLElement;
let note: HTMLElement;
let early: EarlyInput;
beforeEach(() => {
  root = document.createElement('div');
  note = root.appendChild(document.createElement('article'));
  early = new EarlyInput(root);
});
const key = (type: string, code: string) => note.dispatchEvent(new KeyboardEvent(type, { code, key: code, bubbles: true }));
const point = (type: string, clientX: number, pointerId = 1) => note.dispatchEvent(new Pointer(type, { clientX, pointerId, bubbles: true }));

/** What hands that come now are given. */
function given(): string[] {
  const heard: string[] = [];
  for (const type of ['keydown', 'keyup']) root.addEventListener(type, (event) => event instanceof KeyboardEvent && heard.push(`${type} ${event.code}`));
  for (const type of ['pointerdown', 'pointerup']) root.addEventListener(type, (event) => event instanceof Pointer && heard.push(`${type} ${event.pointerId} at ${event.clientX}`));
  early.give();
  return heard;
}

test('the first key is given with its release; what followed it is not', () => {
  key('keydown', 'KeyN');
  key('keyup', 'KeyN');
  key('keydown', 'KeyD');
  key('keyup', 'KeyD');
  expect(given()).toEqual(['keydown KeyN', 'keyup KeyN']);
});

test('a key that says nothing alone does not stand in the way', () => {
  key('keydown', 'Shift');
  key('keydown', 'KeyN');
  expect(given()).toEqual(['keydown KeyN']);
});

test('a press is given where it was; one that still lasts without its end', () => {
  point('pointerdown', 20, 7);
  expect(given()).toEqual(['pointerdown 7 at 20']);
});

test('a drag is no press', () => {
  point('pointerdown', 20);
  point('pointerup', 80);
  expect(given()).toEqual([]);
});

test('a second finger does not end the press of the first', () => {
  point('pointerdown', 20, 1);
  point('pointerup', 20, 2);
  expect(given()).toEqual(['pointerdown 1 at 20']);
});

test('with hands there, nothing is kept any more', () => {
  early.give();
  key('keydown', 'KeyN');
  expect(given()).toEqual([]);
});
