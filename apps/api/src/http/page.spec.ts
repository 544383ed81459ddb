import { describe, expect, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import { z } from 'zod';
import { byParts, MomentKey, page, pageOf, startOf, WordsKey } from './page.ts';

const key = z.tuple([z.string(), z.number()]);
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const fields = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    return (error as Problem).fields;
  }
};

describe('a page', () => {
  test('says where the next one begins only where there is one', () => {
    const rows = [1, 2, 3];
    expect(page(rows, { limit: 3 }, (row) => [row], (row) => row)).toEqual({ items: rows, next: null });
    const { items, next } = page(rows, { limit: 2 }, (row) => [row], (row) => row * 10);
    expect(items).toEqual([10, 20]);
    expect(startOf({ after: next! }, z.tuple([z.number()]))).toEqual([2]);
    expect(page([], { limit: 2 }, (row) => row, (row) => row)).toEqual({ items: [], next: null });
  });

  test.each(['', 'x', encoded('x'), encoded(['a']), encoded(['a', 'b']), encoded({}), '%%%'])('that begins nowhere is refused: %j', (after) => {
    expect(fields(() => startOf({ after }, key))).toEqual([{ path: 'after', code: 'format' }]);
  });

  test('begins at no day or word that the database could not compare with', () => {
    for (const moment of ['2026-02-30T10:00:00.000000Z', 'infinity', '2026-02-03']) expect(MomentKey.safeParse(moment).success).toBe(false);
    expect(MomentKey.safeParse('2026-02-03T10:00:00.123456Z').success).toBe(true);
    expect(WordsKey.safeParse('a\u0000b').success).toBe(false);
  });

  test('of a list worked out whole goes on where it stopped, whatever came or went', () => {
    const order = { key, keyOf: (row: [string, number]) => row, compare: byParts('up', 'down') };
    const rows: [string, number][] = [['b', 1], ['a', 1], ['a', 2], ['c', 9]];
    const first = pageOf(rows, { limit: 2 }, order);
    expect(first.items).toEqual([['a', 2], ['a', 1]]);
    const meanwhile: [string, number][] = [['a', 3], ['b', 5], ...rows.filter(([name, n]) => name !== 'a' || n !== 1)];
    const second = pageOf(meanwhile, { limit: 9, after: first.next! }, order);
    expect(second).toEqual({ items: [['b', 5], ['b', 1], ['c', 9]], next: null });
  });
});
