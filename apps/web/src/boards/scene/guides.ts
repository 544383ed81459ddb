import { toScreen, type Camera } from './camera.ts';
import type { Guide } from './snap.ts';

const SHOWN_MAX = 4;

/** The thin lines that show what something carried is in line with. */
export class Guides {
  readonly #lines: HTMLElement[];

  constructor(root: HTMLElement) {
    this.#lines = Array.from({ length: SHOWN_MAX }, () => {
      const line = document.createElement('div');
      line.className = 'board-guide';
      line.hidden = true;
      root.append(line);
      return line;
    });
  }

  show(guides: readonly Guide[], camera: Camera): void {
    for (const [i, line] of this.#lines.entries()) {
      const guide = guides[i];
      line.hidden = !guide;
      if (!guide) continue;
      const { axis, at, from, to } = guide;
      const upright = axis === 'x';
      const corner = toScreen(camera, upright ? { x: at, y: from } : { x: from, y: at });
      const length = (to - from) * camera.zoom;
      line.style.transform = `translate(${Math.round(corner.x)}px, ${Math.round(corner.y)}px)`;
      line.style.width = upright ? '1px' : `${length}px`;
      line.style.height = upright ? `${length}px` : '1px';
    }
  }

  clear(): void {
    for (const line of this.#lines) line.hidden = true;
  }

  destroy(): void {
    for (const line of this.#lines) line.remove();
  }
}
