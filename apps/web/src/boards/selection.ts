const NOTHING: ReadonlySet<string> = new Set();

/** The notes that are chosen now. Outside React: dragging a box over a board changes it with every pointer event. */
export class Selection {
  #ids: ReadonlySet<string> = NOTHING;
  readonly #listeners = new Set<() => void>();

  readonly read = (): ReadonlySet<string> => this.#ids;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  has(id: string): boolean {
    return this.#ids.has(id);
  }
  set(ids: Iterable<string>): void {
    const next = new Set(ids);
    if (next.size === this.#ids.size && [...next].every((id) => this.#ids.has(id))) return;
    this.#ids = next.size > 0 ? next : NOTHING;
    for (const listener of this.#listeners) listener();
  }
  /** All of them, or none of them where all are chosen. */
  toggle(ids: readonly string[]): void {
    const all = ids.every((id) => this.#ids.has(id));
    this.set(all ? [...this.#ids].filter((other) => !ids.includes(other)) : [...this.#ids, ...ids]);
  }
  clear(): void {
    this.set([]);
  }
  /** Forgets notes that are gone. */
  keepOnly(exists: (id: string) => boolean): void {
    this.set([...this.#ids].filter(exists));
  }
}
