import type { KeptChange, NotTakenText, PendingStore } from './pending-store.ts';

/** For a device that keeps nothing (private windows of some browsers): changes then live as long as the page. */
export class MemoryPendingStore implements PendingStore {
  readonly #updates = new Map<string, KeptChange[]>();
  readonly #notTaken = new Map<string, readonly NotTakenText[]>();
  #last = 0;

  async keep(key: string, update: Uint8Array): Promise<number> {
    const number = ++this.#last;
    this.#updates.set(key, [...(this.#updates.get(key) ?? []), { number, update }]);
    return number;
  }
  async kept(key: string) {
    return this.#updates.get(key) ?? [];
  }
  async forget(key: string, numbers: readonly number[]): Promise<void> {
    const gone = new Set(numbers);
    this.#updates.set(key, (this.#updates.get(key) ?? []).filter(({ number }) => !gone.has(number)));
  }
  async notTaken(key: string): Promise<NotTakenText[]> {
    return [...(this.#notTaken.get(key) ?? [])];
  }
  async setNotTaken(key: string, texts: readonly NotTakenText[]): Promise<void> {
    this.#notTaken.set(key, texts);
  }
}
