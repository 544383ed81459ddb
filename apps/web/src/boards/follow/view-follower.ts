import type { BoardView } from '../scene/board-view.ts';
import { centred, ZOOM_FAR, ZOOM_MAX, ZOOM_MIN, type Camera, type ViewSize } from '../scene/camera.ts';
import type { Box } from '../scene/grid.ts';

/** How soon the eye is where it is led: nine tenths of the way in a fifth of a second, as views come ten times a second. */
const HALFWAY_MS = 60;
/** Nearer than this is there. */
const THERE_PX = 0.5;

/** All of a part of the board, as large as this screen can show it. */
export function framing({ x, y, width, height }: Box, size: ViewSize): Camera {
  const fitting = Math.max(ZOOM_MIN, Math.min(ZOOM_MAX, size.width / width, size.height / height));
  // What she can just read is read here too: a view is told in whole steps.
  const zoom = fitting < ZOOM_FAR && fitting > ZOOM_FAR * 0.98 ? ZOOM_FAR : fitting;
  return centred({ x: x + width / 2, y: y + height / 2 }, zoom, size);
}

/** A piece of the way from one camera to another; `null` once there is none left. */
export function towards(from: Camera, to: Camera, size: ViewSize, ms: number): Camera | null {
  const middle = (camera: Camera) => ({ x: camera.x + size.width / camera.zoom / 2, y: camera.y + size.height / camera.zoom / 2 });
  const [at, target] = [middle(from), middle(to)];
  const far = Math.max(Math.abs(target.x - at.x), Math.abs(target.y - at.y)) * to.zoom;
  if (far < THERE_PX && Math.abs(to.zoom / from.zoom - 1) * size.width < THERE_PX) return null;
  const piece = 1 - 2 ** (-ms / HALFWAY_MS);
  const zoom = from.zoom * (to.zoom / from.zoom) ** piece;
  return centred({ x: at.x + (target.x - at.x) * piece, y: at.y + (target.y - at.y) * piece }, zoom, size);
}

export interface ViewFollowerOptions {
  view: Pick<BoardView, 'camera' | 'size' | 'setCamera' | 'onCamera'>;
  /** The person wants nothing that moves: the view is there at once. */
  isCalm: boolean;
  /** The person went somewhere herself. */
  onOwnMove: () => void;
}

/** Leads a screen to what somebody else sees, until its own person moves it. */
export class ViewFollower {
  readonly #options: ViewFollowerOptions;
  readonly #stopListening: () => void;
  #part: Box | null = null;
  #size: ViewSize;
  /** Where the board was led last; any other place is where its own person went. */
  #led: Camera | null = null;
  #isLeading = false;
  #frame = 0;
  #before = 0;

  constructor(options: ViewFollowerOptions) {
    this.#options = options;
    this.#size = options.view.size;
    this.#stopListening = options.view.onCamera((camera) => this.#follow(camera));
  }

  lead(part: Box): void {
    this.#part = part;
    if (this.#options.isCalm) this.#go(framing(part, this.#options.view.size));
    else this.#next();
  }

  end(): void {
    this.#stopListening();
    cancelAnimationFrame(this.#frame);
  }

  #follow(camera: Camera): void {
    const { view, onOwnMove } = this.#options;
    if (this.#isLeading || !this.#part) return;
    if (view.size !== this.#size) {
      // Another shape of the screen is nobody's doing.
      this.#size = view.size;
      this.lead(this.#part);
    } else if (this.#led && (camera.x !== this.#led.x || camera.y !== this.#led.y || camera.zoom !== this.#led.zoom)) onOwnMove();
  }

  #next(): void {
    if (this.#frame !== 0) return;
    this.#before = performance.now();
    this.#frame = requestAnimationFrame(() => this.#step());
  }

  #step(): void {
    this.#frame = 0;
    const { view } = this.#options;
    if (!this.#part) return;
    const from = view.camera;
    const target = framing(this.#part, view.size);
    const step = towards(from, target, view.size, performance.now() - this.#before);
    this.#go(step ?? target);
    // Where the board ends nothing moves any more.
    if (step && (view.camera.x !== from.x || view.camera.y !== from.y || view.camera.zoom !== from.zoom)) this.#next();
  }

  #go(camera: Camera): void {
    const { view } = this.#options;
    this.#isLeading = true;
    view.setCamera(camera);
    this.#isLeading = false;
    this.#led = view.camera;
  }
}
