import { beforeEach, expect, test } from '@jest/globals';
import { StepFollower } from './step-follower.ts';

type Camera = { x: number; y: number; zoom: number };

/** A view as the board's: a camera is a new one each time it is put somewhere. */
class FakeView {
  camera: Camera = { x: 0, y: 0, zoom: 1 };
  firstCamera: Camera | undefined;
  isLed = false;
  root = document.createElement('div');
  shown: string[][] = [];
  frames = new Set<string>();
  #change = new Set<() => void>();
  scene = {
    boxOf: ({ id }: { id: string }) => (this.frames.has(id) ? { x: 0, y: 0, width: 1, height: 1 } : undefined),
    onChange: (listener: () => void) => (this.#change.add(listener), () => void this.#change.delete(listener)),
  };
  showFrames = (ids: readonly string[]) => {
    this.shown.push([...ids]);
    this.move();
  };
  move() {
    this.camera = { ...this.camera };
  }
  put(...ids: string[]) {
    const isFirst = this.frames.size === 0;
    for (const id of ids) this.frames.add(id);
    if (isFirst && !this.isLed) {
      this.move();
      this.firstCamera = this.camera;
    }
    for (const listener of [...this.#change]) listener();
  }
}

const attach = (follower: StepFollower, view: FakeView) => follower.attach(view as unknown as Parameters<StepFollower['attach']>[0]);
let follower: StepFollower;
let view: FakeView;
beforeEach(() => {
  document.body.replaceChildren();
  follower = new StepFollower();
  view = new FakeView();
  document.body.append(view.root);
});

test('goes to the frames of each activity in turn, as soon as they lie on the board', () => {
  view.put('a1', 'a2');
  attach(follower, view);
  follower.show('a', ['a1', 'a2']);
  follower.show('b', ['b1']);
  expect(view.shown).toEqual([['a1', 'a2']]);
  view.put('b1');
  expect(view.shown).toEqual([['a1', 'a2'], ['b1']]);
});

test('stays where somebody moved it to', () => {
  view.put('a1', 'b1');
  attach(follower, view);
  follower.show('a', ['a1']);
  view.move();
  follower.show('b', ['b1']);
  expect(view.shown).toEqual([['a1']]);
});

test('a board that was empty is still nobody’s when it is first looked at', () => {
  attach(follower, view);
  view.put('a1');
  follower.show('a', ['a1']);
  expect(view.shown).toEqual([['a1']]);
});

test('is not moved again when the same activity goes on, nor when the board is drawn anew', () => {
  view.put('a1', 'b1');
  const detach = attach(follower, view);
  follower.show('a', ['a1']);
  view.move();
  detach();
  const other = new FakeView();
  // a board that is drawn anew begins where one looked
  other.isLed = true;
  other.camera = view.camera;
  other.put('a1', 'b1');
  attach(follower, other);
  follower.show('a', ['a1']);
  follower.show('b', ['b1']);
  expect(other.shown).toEqual([]);
});

test('who is led from the start stays with whom she follows', () => {
  view.isLed = true;
  view.put('a1');
  view.move();
  attach(follower, view);
  follower.show('a', ['a1']);
  expect(view.shown).toEqual([]);
});

test('who was led before it was attached is not taken away either', () => {
  view.put('a1');
  view.move();
  attach(follower, view);
  follower.show('a', ['a1']);
  expect(view.shown).toEqual([]);
});

test('does not go away under who stands on a note', () => {
  view.put('a1', 'b1');
  attach(follower, view);
  const note = document.createElement('button');
  view.root.append(note);
  note.focus();
  follower.show('b', ['b1']);
  expect(view.shown).toEqual([]);
});
