import { createStore, type UseStore } from 'idb-keyval';

/** Words that the board did not take; they stay on the device until the person uses or drops them. */
export interface NotTakenText {
  id: string;
  text: string;
  /** The server's reason, a problem code. */
  code: string;
}

/** A change on the disk, under its number there. */
export interface KeptChange {
  number: number;
  update: Uint8Array;
}

/** What of a board exists on this device alone. `key` names the board and the person: nobody else's work is ever sent in her name. */
export interface PendingStore {
  /** Keeps one change until {@link PendingStore.forget}; resolves to its number. */
  keep(key: string, update: Uint8Array): Promise<number>;
  /** All kept changes in their order. */
  kept(key: string): Promise<KeptChange[]>;
  /** Drops these changes: the server has stored them. By number, since another tab may be at the same board. */
  forget(key: string, numbers: readonly number[]): Promise<void>;
  notTaken(key: string): Promise<NotTakenText[]>;
  setNotTaken(key: string, texts: readonly NotTakenText[]): Promise<void>;
}

const answer = <Value>(request: IDBRequest<Value>) =>
  new Promise<Value>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('storage refused'));
  });
const written = (transaction: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('storage aborted'));
  });

const UPDATES = 'update';
const LAST = 'last';
const NOT_TAKEN = 'not-taken';
const all = (key: string) => IDBKeyRange.bound([UPDATES, key, 0], [UPDATES, key, Infinity]);

/** In IndexedDB, so that a reload or a crash of the browser loses nothing. Numbers grow over all tabs of the device. */
class DevicePendingStore implements PendingStore {
  readonly #store: UseStore;

  constructor(name = 'spolu-boards') {
    this.#store = createStore(name, 'pending');
  }

  keep(key: string, update: Uint8Array): Promise<number> {
    return this.#change(async (entries) => {
      const number = ((await answer(entries.get(LAST) as IDBRequest<number | undefined>)) ?? 0) + 1;
      entries.put(number, LAST);
      entries.put(update, [UPDATES, key, number]);
      return number;
    });
  }

  kept(key: string): Promise<KeptChange[]> {
    return this.#store('readonly', async (entries) => {
      const [keys, updates] = await Promise.all([answer(entries.getAllKeys(all(key))), answer(entries.getAll(all(key)) as IDBRequest<Uint8Array[]>)]);
      return updates.map((update, i) => ({ number: (keys[i] as [string, string, number])[2], update }));
    });
  }

  forget(key: string, numbers: readonly number[]): Promise<void> {
    return this.#change((entries) => {
      for (const number of numbers) entries.delete([UPDATES, key, number]);
    });
  }

  notTaken(key: string): Promise<NotTakenText[]> {
    return this.#store('readonly', async (entries) => (await answer(entries.get([NOT_TAKEN, key]) as IDBRequest<NotTakenText[] | undefined>)) ?? []);
  }

  setNotTaken(key: string, texts: readonly NotTakenText[]): Promise<void> {
    return this.#change((entries) => {
      if (texts.length === 0) entries.delete([NOT_TAKEN, key]);
      else entries.put([...texts], [NOT_TAKEN, key]);
    });
  }

  /** One transaction; resolves when it is on the disk. */
  #change<Result>(step: (entries: IDBObjectStore) => Promise<Result> | Result): Promise<Result> {
    return this.#store('readwrite', async (entries) => {
      const [result] = await Promise.all([step(entries), written(entries.transaction)]);
      return result;
    });
  }
}

/** The device's store where there is one, else the page's memory. */
export async function openPendingStore(): Promise<PendingStore> {
  try {
    const store = new DevicePendingStore();
    await store.notTaken('');
    return store;
  } catch {
    // Some private windows have an IndexedDB that refuses to open. The page then holds what is not saved, and the screen says that it waits.
    return new (await import('./memory-pending-store.ts')).MemoryPendingStore();
  }
}
