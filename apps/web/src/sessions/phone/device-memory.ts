import { createStore, get, update, type UseStore } from 'idb-keyval';

/**
 * What a phone remembers for itself: its cards, its receipt, which session it is in. In IndexedDB; where that is forbidden (private
 * windows of some browsers) for as long as the page lives.
 */
export class DeviceMemory {
  private readonly store: UseStore | null;
  private readonly kept = new Map<string, unknown>();
  private readonly listeners = new Set<() => void>();
  private readonly loading = new Set<string>();

  constructor(name = 'spolu-phone') {
    this.store = typeof indexedDB === 'undefined' ? null : createStore(name, 'kept');
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** What is known of `key` now; read from the device in the background the first time. */
  peek<Value>(key: string): Value | undefined {
    if (!this.kept.has(key) && !this.loading.has(key)) {
      this.loading.add(key);
      void this.read(key);
    }
    return this.kept.get(key) as Value | undefined;
  }

  async read<Value>(key: string): Promise<Value | undefined> {
    if (!this.kept.has(key)) {
      const stored = await this.onDevice((store) => get<Value>(key, store));
      if (stored !== undefined && !this.kept.has(key)) this.set(key, stored);
    }
    return this.kept.get(key) as Value | undefined;
  }

  /** Changes a value, after the disk's if another tab wrote it meanwhile. */
  async change<Value>(key: string, by: (before: Value | undefined) => Value): Promise<Value> {
    let next: Value | undefined;
    await this.onDevice((store) => update<Value>(key, (before) => (next = by(before)), store));
    const value = next ?? by(this.kept.get(key) as Value | undefined);
    this.set(key, value);
    return value;
  }

  /** Another tab changed something: what is known here is read anew. */
  async readAgain(): Promise<void> {
    for (const key of [...this.kept.keys()]) {
      const stored = await this.onDevice((store) => get<unknown>(key, store));
      if (stored !== undefined) this.set(key, stored);
    }
  }

  private set(key: string, value: unknown): void {
    this.kept.set(key, value);
    for (const listener of this.listeners) listener();
  }
  private async onDevice<Value>(step: (store: UseStore) => Promise<Value>): Promise<Value | undefined> {
    if (!this.store) return undefined;
    try {
      return await step(this.store);
    } catch {
      // Storage is forbidden or full: the page's own memory has to do.
      return undefined;
    }
  }
}
