import type { SlotPresence } from '@spolu/realtime/presence-frames';
import { toScreen, type Camera, type Point } from './camera.ts';
import { contains, type Box } from './grid.ts';
import type { Scene } from './scene.ts';

const SHOWN_MAX = 40;
/** A cursor that rests this long is taken away: the person reads, or left the room. */
const REST_MS = 20_000;
/** The drop's own change may come a moment after the hand has let go. */
const DROP_MS = 400;

interface Cursor extends Point {
  element: HTMLElement;
  seenAt: number;
}

const handOf = (slot: number) => `slot ${slot}`;

/** Others' cursors and what they carry. Light: positions only, moved outside React, at most some forty at once, and none for a screen reader. */
export class PresenceLayer {
  readonly element: HTMLElement;
  readonly #scene: Scene;
  readonly #nameOf: (slot: number) => string;
  readonly #part: () => Box;
  readonly #cursors = new Map<number, Cursor>();
  readonly #drops = new Map<number, ReturnType<typeof setTimeout>>();
  readonly #sweeping: ReturnType<typeof setInterval>;
  #camera: Camera = { x: 0, y: 0, zoom: 1 };

  /** @param part what of the board is on the screen */
  constructor(scene: Scene, nameOf: (slot: number) => string, part: () => Box) {
    this.#scene = scene;
    this.#nameOf = nameOf;
    this.#part = part;
    this.element = document.createElement('div');
    this.element.className = 'board-presence';
    this.element.setAttribute('aria-hidden', 'true');
    this.#sweeping = setInterval(() => this.#sweep(), REST_MS / 4);
  }

  take(presences: readonly SlotPresence[]): void {
    for (const presence of presences) {
      if (presence.kind === 'cursor') this.#move(presence.slot, presence);
      else if (presence.kind === 'left') this.#remove(presence.slot);
      else if (presence.kind === 'drag') this.#carry(presence.slot, presence.noteIds, presence.dx, presence.dy);
    }
  }

  /** Takes every cursor away: in an anonymous activity nobody is seen. */
  clear(): void {
    for (const slot of [...this.#cursors.keys(), ...this.#drops.keys()]) this.#remove(slot);
  }

  /** Names may have become known. */
  rename(): void {
    for (const [slot, { element }] of this.#cursors) setName(element, this.#nameOf(slot));
  }

  show(camera: Camera): void {
    this.#camera = camera;
    for (const cursor of this.#cursors.values()) this.#place(cursor);
  }

  destroy(): void {
    clearInterval(this.#sweeping);
    this.clear();
    this.element.remove();
  }

  #move(slot: number, { x, y }: Point): void {
    let cursor = this.#cursors.get(slot);
    if (!cursor) {
      if (this.#cursors.size >= SHOWN_MAX && !this.#makeRoomAt({ x, y })) return;
      cursor = { element: makeCursor(slot, this.#nameOf(slot)), x, y, seenAt: 0 };
      this.#cursors.set(slot, cursor);
      this.element.append(cursor.element);
    }
    Object.assign(cursor, { x, y, seenAt: performance.now() });
    this.#place(cursor);
  }

  /** In a crowd those on the screen go before those that are not. */
  #makeRoomAt({ x, y }: Point): boolean {
    const part = this.#part();
    if (!contains(part, x, y)) return false;
    for (const [slot, cursor] of this.#cursors) {
      if (contains(part, cursor.x, cursor.y)) continue;
      cursor.element.remove();
      return this.#cursors.delete(slot);
    }
    return false;
  }

  #place({ element, x, y }: Cursor): void {
    const at = toScreen(this.#camera, { x, y });
    element.style.transform = `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px)`;
  }

  #carry(slot: number, noteIds: readonly string[], dx: number, dy: number): void {
    clearTimeout(this.#drops.get(slot));
    if (noteIds.length > 0) {
      this.#drops.delete(slot);
      this.#scene.lift(handOf(slot), noteIds, dx, dy);
    } else this.#drops.set(slot, setTimeout(() => this.#settle(slot), DROP_MS));
  }
  #settle(slot: number): void {
    clearTimeout(this.#drops.get(slot));
    this.#drops.delete(slot);
    this.#scene.settle(handOf(slot));
  }

  #remove(slot: number): void {
    this.#cursors.get(slot)?.element.remove();
    this.#cursors.delete(slot);
    this.#settle(slot);
  }

  #sweep(): void {
    for (const [slot, { seenAt }] of this.#cursors) if (performance.now() - seenAt > REST_MS) this.#remove(slot);
  }
}

function makeCursor(slot: number, name: string): HTMLElement {
  const element = document.createElement('div');
  element.className = 'board-cursor';
  element.dataset['hue'] = `${slot % 6}`;
  element.append(document.createElement('span'));
  setName(element, name);
  return element;
}
function setName(element: HTMLElement, name: string): void {
  const label = element.firstElementChild;
  if (label && label.textContent !== name) label.textContent = name;
}
