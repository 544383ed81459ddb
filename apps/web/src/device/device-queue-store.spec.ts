import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { forceCloseDatabase, IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { openDevice } from '../sessions/phone/device.tsx';
import { DeviceQueueStore, type QueueEntry } from './queue-store.ts';
import { SendQueue } from './send-queue.ts';
import { BrowserStorageFull } from '../sessions/phone/storage-full.ts';

const NAME = 'spolu-queue';
const entry = (key: string): Omit<QueueEntry, 'order'> => ({
  key, about: `card:${key}`, command: { method: 'POST', path: '/activities/a/cards', body: { text: key } }, tried: false, failures: 0, refusal: null,
});
const keysOf = async (store: DeviceQueueStore) => (await store.all()).map(({ key }) => key);

beforeEach(() => {
  Object.assign(globalThis, { indexedDB: new IDBFactory(), IDBKeyRange });
  localStorage.clear();
});
afterEach(() => void jest.restoreAllMocks());

function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('refused'));
  });
}
/** The same database as another program opens it. */
const openDirectly = (version?: number) => answer(indexedDB.open(NAME, version));
async function writeDirectly(value: unknown, key: string): Promise<void> {
  const db = await openDirectly();
  await answer(db.transaction('entries', 'readwrite').objectStore('entries').put(value, key));
  db.close();
}
/** From now on the disk is full, once. */
function fillDisk() {
  const full = new DOMException('The disk is full', 'QuotaExceededError');
  return jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
    throw full;
  });
}

describe('the queue on the device', () => {
  test('keeps entries in their order, once a key, through a reload', async () => {
    const store = new DeviceQueueStore();
    for (const key of ['c', 'a', 'b', 'a']) await store.add(entry(key));
    expect(await keysOf(new DeviceQueueStore())).toEqual(['c', 'a', 'b']);
    await store.remove(['c', 'unknown']);
    await store.add(entry('d'));
    expect(await new DeviceQueueStore().all()).toMatchObject([{ key: 'a', order: 2 }, { key: 'b', order: 3 }, { key: 'd', order: 4 }]);
  });

  test('an entry that another tab has removed stays removed', async () => {
    const [one, other] = [new DeviceQueueStore(), new DeviceQueueStore()];
    await one.add(entry('a'));
    const [mine] = await one.all();
    await other.remove(['a']);
    await one.replace({ ...mine!, tried: true });
    expect(await keysOf(other)).toEqual([]);
  });
});

describe('a full disk', () => {
  test('says so, keeps no half of the entry, and takes the next one when there is room', async () => {
    const store = new DeviceQueueStore();
    await store.add(entry('a'));
    fillDisk();
    await expect(store.add(entry('b'))).rejects.toThrow('The disk is full');
    expect(await keysOf(store)).toEqual(['a']);
    await store.add(entry('b'));
    expect(await keysOf(store)).toEqual(['a', 'b']);
  });

  test('counts as not written when it shows only at the end, when all is to be on the disk', async () => {
    const store = new DeviceQueueStore();
    await store.add(entry('a'));
    const put = Reflect.get(IDBObjectStore.prototype, 'put') as (this: IDBObjectStore, value: unknown, key?: IDBValidKey) => IDBRequest<IDBValidKey>;
    jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      const request = put.apply(this, args);
      request.addEventListener('success', () => this.transaction.abort());
      return request;
    });
    await expect(store.add(entry('b'))).rejects.toThrow();
    jest.restoreAllMocks();
    expect(await keysOf(store)).toEqual(['a']);
  });

  test('a card that the device could not keep is not among the own cards, and the person is told', async () => {
    const device = await openDevice();
    fillDisk();
    const card = { text: 'Na lúke pri Hrone', colour: 'yellow', frameId: null } as const;
    await expect(device.composeCard('s', 'a', card, { language: 'sk', anonymous: false })).rejects.toBeInstanceOf(BrowserStorageFull);
    expect(device.queue.state.entries).toEqual([]);
  });
});

describe('a disk that others use', () => {
  test('a newer program in another tab is not kept waiting', async () => {
    const store = new DeviceQueueStore();
    await store.add(entry('a'));
    const newer = await openDirectly(2);
    newer.close();
    // And this tab goes on with what is there.
    await store.add(entry('b'));
    expect(await keysOf(store)).toEqual(['a', 'b']);
  });

  test('clearing the site’s data is not kept waiting either; the queue begins anew', async () => {
    const store = new DeviceQueueStore();
    await store.add(entry('a'));
    await answer(indexedDB.deleteDatabase(NAME));
    await store.add(entry('b'));
    expect(await keysOf(store)).toEqual(['b']);
  });

  test('a connection that the browser closed is opened again', async () => {
    const open = jest.spyOn(indexedDB, 'open');
    const store = new DeviceQueueStore();
    await store.add(entry('a'));
    forceCloseDatabase((open.mock.results[0]!.value as IDBOpenDBRequest).result as never);
    expect(await keysOf(store)).toEqual(['a']);
  });

  test('where an upgrade blocks it for ever, the phone starts without a disk', async () => {
    await new DeviceQueueStore().all();
    const holding = await openDirectly();
    indexedDB.open(NAME, 2);
    const device = await openDevice(20);
    await device.queue.add(entry('a').command, { key: 'a', about: 'card:a' });
    expect(device.queue.state.entries).toMatchObject([{ key: 'a' }]);
    await device.queue.close();
    holding.close();
  });

  test('where the browser forbids one, the phone starts without it', async () => {
    jest.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no storage in this window', 'SecurityError');
    });
    const device = await openDevice();
    await device.queue.add(entry('a').command, { key: 'a', about: 'card:a' });
    expect(device.queue.state.entries).toMatchObject([{ key: 'a' }]);
    await device.queue.close();
  });

  test.each([null, 'words', 7, {}, { key: 'x' }, { key: 'x', order: 1, command: null }, { key: 'x', order: 'first', command: entry('x').command }])(
    'a damaged entry (%j) is passed over, and those beside it are sent', async (damaged) => {
      const store = new DeviceQueueStore();
      await store.add(entry('a'));
      await writeDirectly(damaged, 'entry:damaged');
      await store.add(entry('b'));
      const sent: string[] = [];
      const queue = new SendQueue({
        store, owner: 'tab', send: async (_, key) => {
          sent.push(key);
          return { outcome: 'taken', answer: null };
        },
      });
      await queue.drain();
      expect(sent).toEqual(['a', 'b']);
      expect(await keysOf(store)).toEqual([]);
    });
});

describe('two tabs of one phone', () => {
  test('give every entry a place of its own, however they write at once', async () => {
    const tabs = [new DeviceQueueStore(), new DeviceQueueStore()];
    await Promise.all(Array.from({ length: 40 }, (_, i) => tabs[i % 2]!.add(entry(`k${i}`))));
    const orders = (await tabs[0]!.all()).map(({ order }) => order);
    expect(orders).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  });

  test('send one at a time: the right to send is one’s until it is given back, runs out or its tab is gone', async () => {
    const [one, other] = [new DeviceQueueStore(), new DeviceQueueStore()];
    expect(await Promise.all([one.lease('one', 0, 100), other.lease('other', 0, 100)])).toEqual([0, 100]);
    expect(await other.lease('other', 60, 160)).toBe(40);
    await other.release('other');
    expect(await other.lease('other', 60, 160)).toBe(40);
    await one.release('one');
    expect(await other.lease('other', 60, 160)).toBe(0);
    expect(await one.lease('one', 160, 260)).toBe(0);
    one.leave('one');
    expect(await other.lease('other', 170, 270)).toBe(0);
  });

  test('send every card once between them', async () => {
    const sent: string[] = [];
    const tab = (owner: string) =>
      new SendQueue({
        store: new DeviceQueueStore(), owner, send: async (_, key) => {
          sent.push(key);
          // As long as the network takes, the other tab looks at the queue.
          await keysOf(new DeviceQueueStore());
          return { outcome: 'taken', answer: null };
        },
      });
    const tabs = [tab('one'), tab('other')];
    await Promise.all(Array.from({ length: 12 }, (_, i) => tabs[i % 2]!.add(entry(`k${i}`).command, { key: `k${i}`, about: `card:k${i}` })));
    while ((await new DeviceQueueStore().all()).length > 0) await Promise.all(tabs.map((queue) => queue.drain()));
    expect([...sent].sort()).toEqual(Array.from({ length: 12 }, (_, i) => `k${i}`).sort());
    await Promise.all(tabs.map((queue) => queue.close()));
  });
});
