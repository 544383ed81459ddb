import { createStore, type UseStore } from 'idb-keyval';
import type { ProblemFacts } from '@spolu/contracts/problems';

/** One change the device asks of the server: the same words and the same key however often it is sent. */
export interface Command {
  method: 'POST' | 'PUT' | 'DELETE';
  path: string;
  body: unknown;
}

/** A command in the send queue. */
export interface QueueEntry {
  /** Idempotency-Key: the server carries a command out once per key. */
  key: string;
  /** Place in the queue; given by the store, grows over all tabs of the device. */
  order: number;
  /** What the command is about, such as `card:<id>`: screens ask the queue by it. */
  about: string;
  command: Command;
  /** Whether it may have left the device; until then nobody else knows of it. */
  tried: boolean;
  /** How often the server failed on it. */
  failures: number;
  /** The server's refusal; the entry stays on the device and is offered again. Null while it waits. */
  refusal: { code: string; facts: ProblemFacts } | null;
}

/** Where the queue keeps its entries, shared by all tabs of the device. */
export interface QueueStore {
  /** All entries in their order. */
  all(): Promise<QueueEntry[]>;
  add(entry: Omit<QueueEntry, 'order'>): Promise<void>;
  /** Overwrites an entry that is still there; one that another tab has removed stays removed. */
  replace(entry: QueueEntry): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  /**
   * Asks for the right to send until `until`: only one tab sends at a time, and a tab that died is followed by another.
   * Gives 0, or how many milliseconds another tab still has it.
   */
  lease(owner: string, now: number, until: number): Promise<number>;
  release(owner: string): Promise<void>;
  /** The page goes away, perhaps before anything more is written: from now on its lease is no reason to wait. At once. */
  leave(owner: string): void;
}

interface Lease {
  owner: string;
  until: number;
}
const heldFor = (held: Lease | undefined, owner: string, now: number) => (held && held.owner !== owner ? Math.max(0, held.until - now) : 0);

/** For a device that keeps nothing (private windows of some browsers): the queue then lives as long as the page. */
export class MemoryQueueStore implements QueueStore {
  private readonly entries = new Map<string, QueueEntry>();
  private held: Lease | undefined;
  private last = 0;

  async all(): Promise<QueueEntry[]> {
    return [...this.entries.values()].sort((a, b) => a.order - b.order);
  }
  async add(entry: Omit<QueueEntry, 'order'>): Promise<void> {
    if (!this.entries.has(entry.key)) this.entries.set(entry.key, { ...entry, order: ++this.last });
  }
  async replace(entry: QueueEntry): Promise<void> {
    if (this.entries.has(entry.key)) this.entries.set(entry.key, entry);
  }
  async remove(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.entries.delete(key);
  }
  async lease(owner: string, now: number, until: number): Promise<number> {
    const ms = heldFor(this.held, owner, now);
    if (!ms) this.held = { owner, until };
    return ms;
  }
  async release(owner: string): Promise<void> {
    if (this.held?.owner === owner) this.held = undefined;
  }
  leave(owner: string): void {
    void this.release(owner);
  }
}

const ENTRY = 'entry:';
const LAST = 'last-order';
const LEASE = 'lease';
/** In localStorage, which unlike IndexedDB is written before a page is gone: who left last. */
const LEFT = 'spolu-queue-left';
function hasLeft(owner: string): boolean {
  try {
    return localStorage.getItem(LEFT) === owner;
  } catch {
    return false;
  }
}
function comeBack(owner: string): void {
  if (hasLeft(owner)) localStorage.removeItem(LEFT);
}

/** What the disk damaged, or another program wrote, must not keep the others from being sent. */
function isEntry(found: unknown): found is QueueEntry {
  const { key, order, command } = (found ?? {}) as Partial<QueueEntry>;
  return typeof key === 'string' && typeof order === 'number' && typeof command?.method === 'string' && typeof command.path === 'string';
}

/** What a request of IndexedDB brings; the store holds only what this file put there. */
const answer = <Value>(request: IDBRequest) =>
  new Promise<Value>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as Value);
    request.onerror = () => reject(request.error ?? new Error('storage refused'));
  });
const done = (transaction: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('storage aborted'));
  });

/**
 * The queue in IndexedDB. Each step is one transaction, which IndexedDB runs one after another over all tabs: that is the lock. (Web Locks
 * would be shorter, but exist in secure contexts only, and a hall's server is often plain http.)
 */
export class DeviceQueueStore implements QueueStore {
  private readonly name: string;
  private store: UseStore;

  constructor(name = 'spolu-queue') {
    this.name = name;
    this.store = createStore(name, 'entries');
  }

  all(): Promise<QueueEntry[]> {
    return this.open('readonly', async (entries) => {
      const found = await answer<unknown[]>(entries.getAll(IDBKeyRange.bound(ENTRY, `${ENTRY}\uffff`)));
      return found.filter(isEntry).sort((a, b) => a.order - b.order);
    });
  }
  add(entry: Omit<QueueEntry, 'order'>): Promise<void> {
    return this.change(async (entries) => {
      if ((await answer(entries.getKey(ENTRY + entry.key))) !== undefined) return;
      const order = ((await answer<number | undefined>(entries.get(LAST))) ?? 0) + 1;
      entries.put(order, LAST);
      entries.put({ ...entry, order }, ENTRY + entry.key);
    });
  }
  replace(entry: QueueEntry): Promise<void> {
    return this.change(async (entries) => {
      if ((await answer(entries.getKey(ENTRY + entry.key))) !== undefined) entries.put(entry, ENTRY + entry.key);
    });
  }
  remove(keys: readonly string[]): Promise<void> {
    return this.change((entries) => {
      for (const key of keys) entries.delete(ENTRY + key);
    });
  }
  lease(owner: string, now: number, until: number): Promise<number> {
    // A page may be taken out of the browser's memory again.
    comeBack(owner);
    return this.change(async (entries) => {
      const held = await answer<Lease | undefined>(entries.get(LEASE));
      const ms = held && hasLeft(held.owner) ? 0 : heldFor(held, owner, now);
      if (!ms) entries.put({ owner, until } satisfies Lease, LEASE);
      return ms;
    });
  }
  release(owner: string): Promise<void> {
    return this.change(async (entries) => {
      if ((await answer<Lease | undefined>(entries.get(LEASE)))?.owner === owner) entries.delete(LEASE);
    });
  }

  leave(owner: string): void {
    try {
      localStorage.setItem(LEFT, owner);
    } catch {
      // Then the next page waits until the lease ends.
    }
  }

  /** One transaction; resolves when it is on the disk, not when it was asked for. */
  private change<Result>(step: (entries: IDBObjectStore) => Promise<Result> | Result): Promise<Result> {
    return this.open('readwrite', async (entries) => {
      const [result] = await Promise.all([step(entries), done(entries.transaction)]);
      return result;
    });
  }

  private open<Result>(mode: IDBTransactionMode, step: (entries: IDBObjectStore) => Promise<Result>): Promise<Result> {
    return this.store(mode, (entries) => {
      const { db } = entries.transaction;
      // Gives way to a newer program in another tab and to whoever clears the site's data: otherwise they wait until this page is closed.
      db.onversionchange = () => {
        db.close();
        this.store = createStore(this.name, 'entries');
      };
      return step(entries);
    });
  }
}
