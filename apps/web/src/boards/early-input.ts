type Input = KeyboardEvent | PointerEvent;

const MOVED_PX = 4;
/** Keys that say nothing alone, or that the browser itself has answered. */
const SILENT = new Set(['Alt', 'Control', 'Meta', 'Shift', 'Tab']);

/**
 * The first press or key on a plane that is drawn but has no hands yet: they get it when they come. What follows is not kept, for nobody can
 * say where the first would have led it.
 */
export class EarlyInput {
  #kept: Input[] = [];
  readonly #end = new AbortController();

  constructor(root: HTMLElement) {
    const { signal } = this.#end;
    root.addEventListener('pointerdown', (event) => this.#begin(event), { signal });
    root.addEventListener('keydown', (event) => !SILENT.has(event.key) && this.#begin(event), { signal });
    root.addEventListener('keyup', (event) => {
      const [down] = this.#kept;
      if (down instanceof KeyboardEvent && down.code === event.code) this.#finish(event);
    }, { signal });
    root.addEventListener('pointerup', (event) => {
      const [down] = this.#kept;
      if (!down || down instanceof KeyboardEvent || down.pointerId !== event.pointerId) return;
      // A drag that came too soon is no press.
      if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > MOVED_PX) this.#kept = [];
      else this.#finish(event);
    }, { signal });
    root.addEventListener('pointercancel', () => (this.#kept = []), { signal });
  }

  /** Hands are there: what was kept happens now, and nothing more is kept. */
  give(): void {
    this.end();
    for (const event of this.#kept.splice(0)) {
      const again = event instanceof KeyboardEvent ? new KeyboardEvent(event.type, event) : new PointerEvent(event.type, event);
      event.target?.dispatchEvent(again);
    }
  }

  end(): void {
    this.#end.abort();
  }

  #begin(event: Input): void {
    if (this.#kept.length === 0) this.#kept = [event];
  }
  #finish(event: Input): void {
    if (this.#kept.length === 1) this.#kept.push(event);
  }
}
