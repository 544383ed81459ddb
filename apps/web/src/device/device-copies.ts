import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';

/** What copies are of. */
export type CopyKind = 'room' | 'board' | 'spare' | 'referral' | 'viewer';

export interface KeptEntry<Value> {
  key: string;
  at: number;
  until: number;
  value: Value;
}

interface Entry {
  kind: CopyKind;
  key: string;
  at: number;
  /** From when on it is not given out any more. */
  until: number;
}

export interface KeepOptions {
  forMs: number;
  /** Copies of this kind; the oldest goes when one more comes. */
  most?: number;
}

const NAME = 'spolu-copies';
const LIST = 'list';
/** Counts the times that everything was forgotten. */
const FORGOTTEN = 'forgotten';
const MOST = 5;

/**
 * Copies of what the server showed to the person at this device, for a time without a network: few, for a while, and none of them after a sign-out
 * ({@link DeviceCopies.forgetAll}). Nothing here exists on this device alone; unsent work is in `boards/pending-store.ts` and in the send queues. Where the browser keeps nothing, this
 * has nothing.
 */
export class DeviceCopies {
  private readonly store: UseStore | null;
  private readonly now: () => number;
  /** How often all was forgotten when this page came: what another viewer began to show keeps nothing any more. */
  private since: Promise<number>;

  constructor(now: () => number = Date.now) {
    this.store = typeof indexedDB === 'undefined' ? null : createStore(NAME, 'copies');
    this.now = now;
    this.since = this.change((copies) => forgottenIn(copies)).then((times) => times ?? 0);
  }

  read<Value>(kind: CopyKind, key: string): Promise<Value | undefined> {
    return this.change(async (copies, list) => {
      if (!list.some((entry) => entry.kind === kind && entry.key === key)) return undefined;
      return promisifyRequest(copies.get([kind, key]) as IDBRequest<Value | undefined>);
    });
  }

  /** All copies of a kind, the newest first. */
  async all<Value>(kind: CopyKind): Promise<KeptEntry<Value>[]> {
    const found = await this.change(async (copies, list) => {
      const ofKind = list.filter((entry) => entry.kind === kind).sort((a, b) => b.at - a.at);
      return Promise.all(ofKind.map(async ({ key, at, until }) => ({ key, at, until, value: await promisifyRequest(copies.get([kind, key]) as IDBRequest<Value>) })));
    });
    return found ?? [];
  }

  /** Whether it is on the disk now. */
  async write(kind: CopyKind, key: string, value: unknown, { forMs, most = MOST }: KeepOptions): Promise<boolean> {
    const since = await this.since;
    const kept = await this.change(async (copies, list) => {
      if ((await forgottenIn(copies)) !== since) return false;
      const others = list.filter((entry) => entry.kind !== kind || entry.key !== key);
      const entry: Entry = { kind, key, at: this.now(), until: this.now() + forMs };
      copies.put(value, [kind, key]);
      const ofKind = [...others.filter((other) => other.kind === kind), entry].sort((a, b) => b.at - a.at);
      keepOnly(copies, [...others, entry], new Set(ofKind.slice(most)));
      return true;
    });
    return kept ?? false;
  }

  async drop(kind: CopyKind, key: string): Promise<void> {
    await this.change((copies, list) => keepOnly(copies, list, new Set(list.filter((entry) => entry.kind === kind && entry.key === key))));
  }

  /**
   * Pages that show something now keep nothing of it after this, however long they stay open.
   * @param goesOn this one shows another viewer's things from now on, and may keep those
   */
  async forgetAll({ goesOn = false } = {}): Promise<void> {
    const forgotten = this.change(async (copies) => {
      const times = (await forgottenIn(copies)) + 1;
      copies.clear();
      copies.put(times, FORGOTTEN);
      return times;
    });
    if (goesOn) this.since = forgotten.then((times) => times ?? 0);
    await forgotten;
  }

  /** One transaction with the list of what is still good; what is not is gone with it. */
  private async change<Result>(step: (copies: IDBObjectStore, list: Entry[]) => Result | Promise<Result>): Promise<Result | undefined> {
    try {
      return await this.store?.('readwrite', async (copies) => {
        const kept = (await promisifyRequest(copies.get(LIST) as IDBRequest<Entry[] | undefined>)) ?? [];
        // Who set the device's clock back does not make a copy younger.
        const good = kept.filter(({ at, until }) => at <= this.now() && this.now() < until);
        keepOnly(copies, kept, new Set(kept.filter((entry) => !good.includes(entry))));
        const result = await step(copies, good);
        await promisifyRequest(copies.transaction);
        return result;
      });
    } catch {
      // Storage is forbidden or full: then there is no copy.
      return undefined;
    }
  }
}

const forgottenIn = async (copies: IDBObjectStore): Promise<number> => (await promisifyRequest(copies.get(FORGOTTEN) as IDBRequest<number | undefined>)) ?? 0;

function keepOnly(copies: IDBObjectStore, list: readonly Entry[], gone: ReadonlySet<Entry>): void {
  for (const { kind, key } of gone) copies.delete([kind, key]);
  copies.put(list.filter((entry) => !gone.has(entry)), LIST);
}

/** The device's; one a page. */
export const deviceCopies = new DeviceCopies();
