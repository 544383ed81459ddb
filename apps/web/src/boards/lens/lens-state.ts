import { fromHash, NO_LENS, toHash, type Lens } from './lens.ts';

/** The lens of this window: in its address too, so that it outlives a reload and can be handed on. Nothing of it is written on the board. */
export class LensState {
  #lens: Lens = fromHash(location.hash);
  readonly #listeners = new Set<() => void>();

  readonly read = (): Lens => this.#lens;
  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) window.addEventListener('hashchange', this.#follow);
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) window.removeEventListener('hashchange', this.#follow);
    };
  };

  readonly set = (change: Partial<Lens>): void => {
    const lens = { ...this.#lens, ...change };
    const hash = toHash(lens);
    history.replaceState(history.state, '', `${location.pathname}${location.search}${hash && `#${hash}`}`);
    this.#take(lens);
  };
  /** Everything is looked for again; colours stay. */
  readonly showAll = (): void => this.set({ by: null, only: NO_LENS.only });

  readonly #follow = (): void => this.#take(fromHash(location.hash));
  #take(lens: Lens): void {
    this.#lens = lens;
    for (const listener of this.#listeners) listener();
  }
}
