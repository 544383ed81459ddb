import { expect, test } from '@jest/globals';
import { TokenBucket } from './token-bucket.ts';

test('gives a burst, then so many a second, and never more than the burst again', () => {
  const bucket = new TokenBucket(3, 2, 0);
  expect([0, 0, 0, 0].map((now) => bucket.take(1, now))).toEqual([true, true, true, false]);
  expect(bucket.take(1, 499)).toBe(false);
  expect(bucket.take(1, 500)).toBe(true);
  expect([60_000, 60_000, 60_000, 60_000].map((now) => bucket.take(1, now))).toEqual([true, true, true, false]);
  expect(bucket.take(4, 600_000)).toBe(false);
});
