import { toScreen, type Camera } from './camera.ts';
import type { Box } from './grid.ts';

const SHOWN_MAX = 200;

/** Outlines of copies on their way: what they are made from stays where it is until the drop. */
export class Ghosts {
  readonly #element: HTMLElement;
  #boxes: readonly Box[] = [];

  constructor(root: HTMLElement) {
    this.#element = document.createElement('div');
    this.#element.className = 'board-ghosts';
    this.#element.hidden = true;
    root.append(this.#element);
  }

  show(boxes: readonly Box[], dx: number, dy: number, camera: Camera): void {
    if (boxes !== this.#boxes) this.#draw(boxes);
    const origin = toScreen(camera, { x: dx, y: dy });
    this.#element.style.transform = `translate(${origin.x}px, ${origin.y}px) scale(${camera.zoom})`;
    this.#element.style.setProperty('--board-pixel', `${1 / camera.zoom}px`);
    this.#element.hidden = false;
  }

  clear(): void {
    this.#element.hidden = true;
  }

  destroy(): void {
    this.#element.remove();
  }

  #draw(boxes: readonly Box[]): void {
    this.#boxes = boxes;
    this.#element.replaceChildren(
      ...boxes.slice(0, SHOWN_MAX).map(({ x, y, width, height }) => {
        const ghost = document.createElement('div');
        ghost.className = 'board-ghost';
        Object.assign(ghost.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
        return ghost;
      }),
    );
  }
}
