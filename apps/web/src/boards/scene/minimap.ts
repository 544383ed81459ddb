import type { BoardView } from './board-view.ts';
import { viewOf, type Camera } from './camera.ts';
import { readColours, type FarColours } from './far-picture.ts';
import type { Box } from './grid.ts';

const WIDTH = 200;
const HEIGHT = 140;
const MARGIN = 6;
/** Often enough to follow a workshop, seldom enough never to be felt. */
const REPAINT_MS = 400;

/** The whole board as a small map with the part that is seen; pressing it goes there. Only for eyes and pointers: frames have a list. */
export class Minimap {
  readonly element: HTMLElement;
  readonly #view: BoardView;
  readonly #canvas: HTMLCanvasElement;
  readonly #seen: HTMLElement;
  readonly #context: CanvasRenderingContext2D | null;
  readonly #colours: FarColours;
  readonly #end = new AbortController();
  readonly #ends: (() => void)[];
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** What of the board the map shows, and at which scale. */
  #shown: Box = { x: 0, y: 0, width: 1, height: 1 };
  #scale = 1;

  constructor(view: BoardView) {
    this.#view = view;
    this.#colours = readColours(view.root);
    this.element = document.createElement('div');
    this.element.className = 'board-minimap';
    this.element.setAttribute('aria-hidden', 'true');
    this.#canvas = document.createElement('canvas');
    const sharpness = Math.min(window.devicePixelRatio || 1, 2);
    this.#canvas.width = WIDTH * sharpness;
    this.#canvas.height = HEIGHT * sharpness;
    this.#seen = document.createElement('div');
    this.#seen.className = 'board-minimap-seen';
    this.element.append(this.#canvas, this.#seen);
    this.#context = this.#canvas.getContext('2d');
    const { signal } = this.#end;
    this.element.addEventListener('pointerdown', (event) => this.#press(event), { signal });
    this.element.addEventListener('pointermove', (event) => event.buttons === 1 && this.#go(event), { signal });
    this.#ends = [view.onCamera((camera) => this.#follow(camera)), view.scene.onChange(() => this.#paintSoon()), view.onLook(() => this.#paintSoon())];
    this.#paint();
  }

  destroy(): void {
    clearTimeout(this.#waiting);
    this.#end.abort();
    for (const end of this.#ends) end();
    this.element.remove();
  }

  #press(event: PointerEvent): void {
    event.preventDefault();
    this.element.setPointerCapture(event.pointerId);
    this.#go(event);
  }
  #go({ clientX, clientY }: PointerEvent): void {
    const { left, top } = this.element.getBoundingClientRect();
    const at = { x: this.#shown.x + (clientX - left - MARGIN) / this.#scale, y: this.#shown.y + (clientY - top - MARGIN) / this.#scale };
    const { camera, middle } = this.#view;
    this.#view.setCamera({ ...camera, x: camera.x + at.x - middle.x, y: camera.y + at.y - middle.y });
  }

  #paintSoon(): void {
    this.#waiting ??= setTimeout(() => {
      this.#waiting = undefined;
      this.#paint();
    }, REPAINT_MS);
  }

  #paint(): void {
    const { scene } = this.#view;
    const context = this.#context;
    this.#shown = scene.content() ?? { x: -600, y: -400, width: 1_200, height: 800 };
    this.#scale = Math.min((WIDTH - 2 * MARGIN) / this.#shown.width, (HEIGHT - 2 * MARGIN) / this.#shown.height);
    this.#follow(this.#view.camera);
    if (!context) return;
    const pixels = (this.#canvas.width / WIDTH) * this.#scale;
    const margin = (this.#canvas.width / WIDTH) * MARGIN;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    context.setTransform(pixels, 0, 0, pixels, margin - this.#shown.x * pixels, margin - this.#shown.y * pixels);
    context.fillStyle = this.#colours.frame;
    context.strokeStyle = this.#colours.frameLine;
    context.lineWidth = 1 / this.#scale;
    for (const { x, y, width, height } of scene.frames) {
      context.fillRect(x, y, width, height);
      context.strokeRect(x, y, width, height);
    }
    for (const { note, x, y, width, height } of scene.notes.values()) {
      const { colour, dimmed } = this.#view.look(note);
      context.fillStyle = dimmed ? this.#colours.dimmed : this.#colours.notes[colour];
      context.fillRect(x, y, width, height);
    }
  }

  #follow(camera: Camera): void {
    const { x, y, width, height } = viewOf(camera, this.#view.size);
    const [left, top] = [(x - this.#shown.x) * this.#scale + MARGIN, (y - this.#shown.y) * this.#scale + MARGIN];
    const right = Math.min(WIDTH, left + width * this.#scale);
    const bottom = Math.min(HEIGHT, top + height * this.#scale);
    Object.assign(this.#seen.style, {
      transform: `translate(${Math.max(0, left)}px, ${Math.max(0, top)}px)`,
      width: `${Math.max(4, right - Math.max(0, left))}px`,
      height: `${Math.max(4, bottom - Math.max(0, top))}px`,
    });
  }
}
