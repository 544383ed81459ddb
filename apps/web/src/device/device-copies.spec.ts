import { beforeEach, expect, test } from '@jest/globals';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { DeviceCopies } from './device-copies.ts';

const HOUR = 3_600_000;
let now: number;
let copies: DeviceCopies;
beforeEach(() => {
  Object.assign(globalThis, { indexedDB: new IDBFactory(), IDBKeyRange });
  now = 1_000_000_000;
  copies = new DeviceCopies(() => now);
});

test('a copy is there for its time, and not a moment longer', async () => {
  await copies.write('board', 'a', { words: 'Lavička' }, { forMs: HOUR });
  now += HOUR - 1;
  expect(await copies.read('board', 'a')).toEqual({ words: 'Lavička' });
  now += 1;
  expect(await copies.read('board', 'a')).toBeUndefined();
  now -= 2;
  expect(await copies.read('board', 'a')).toBeUndefined();
});

test('a clock that was set back makes no copy younger', async () => {
  await copies.write('board', 'a', 1, { forMs: HOUR });
  now -= 10 * HOUR;
  expect(await copies.read('board', 'a')).toBeUndefined();
});

test('the oldest of a kind makes room', async () => {
  for (const key of ['a', 'b', 'a', 'c']) {
    now += 1;
    await copies.write('board', key, key, { forMs: HOUR, most: 2 });
  }
  await copies.write('room', 'r', 'room', { forMs: HOUR, most: 2 });
  expect(await Promise.all([copies.read('board', 'a'), copies.read('board', 'b'), copies.read('board', 'c'), copies.read('room', 'r')])).toEqual(['a', undefined, 'c', 'room']);
});

test('one is dropped, or all', async () => {
  for (const key of ['a', 'b']) await copies.write('room', key, key, { forMs: HOUR });
  await copies.drop('room', 'a');
  expect([await copies.read('room', 'a'), await copies.read('room', 'b')]).toEqual([undefined, 'b']);
  await copies.forgetAll();
  expect(await copies.read('room', 'b')).toBeUndefined();
});

test('SEC-10: after a sign-out a page that was open before keeps nothing any more; one that is opened later does', async () => {
  await copies.write('room', 'a', 1, { forMs: HOUR });
  await new DeviceCopies(() => now).forgetAll();
  await copies.write('room', 'a', 1, { forMs: HOUR });
  expect(await copies.read('room', 'a')).toBeUndefined();
  const later = new DeviceCopies(() => now);
  await later.write('room', 'a', 2, { forMs: HOUR });
  expect(await copies.read('room', 'a')).toBe(2);
});

test('SEC-10: the page on which somebody else signs in keeps what is hers, and nothing of the one before', async () => {
  await copies.write('referral', 'a', 1, { forMs: HOUR });
  await copies.forgetAll({ goesOn: true });
  expect(await copies.all('referral')).toEqual([]);
  expect(await copies.write('referral', 'b', 2, { forMs: HOUR })).toBe(true);
  expect(await copies.all('referral')).toEqual([{ key: 'b', at: now, until: now + HOUR, value: 2 }]);
});

test('a browser that keeps nothing has no copy, and nothing breaks', async () => {
  Object.assign(globalThis, { indexedDB: undefined });
  const none = new DeviceCopies();
  expect(await none.write('room', 'a', 1, { forMs: HOUR })).toBe(false);
  expect(await none.all('room')).toEqual([]);
  expect(await none.read('room', 'a')).toBeUndefined();
  await none.forgetAll();
});
