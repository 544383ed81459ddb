import type { Page, PageQuery } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import { z } from 'zod';

/**
 * Lists are answered a page at a time (SEC-26). A page says after which row the next one begins: by the values the list is ordered by, the last of them
 * unique. So rows that are added or removed meanwhile neither hide others nor show them twice, as they would if rows were counted off.
 */

/** Part of a key: a moment as {@link momentKey} reads it, to the microsecond. */
export const MomentKey = z.iso.datetime();
/** Part of a key: what people typed on one line. */
export const WordsKey = z.string().max(300).regex(/^[^\p{Cc}]*$/u);

/** SQL that reads a moment so that comparing with it later loses nothing. */
export const momentKey = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The key of the row after which the page begins; null at the beginning. @throws Problem `invalid-input` for what no page gave */
export function startOf<Key>({ after }: Pick<PageQuery, 'after'>, key: z.ZodType<Key>): Key | null {
  if (after === undefined) return null;
  const read = key.safeParse(decoded(after));
  if (!read.success) throw new Problem('invalid-input', {}, [{ path: 'after', code: 'format' }]);
  return read.data;
}

function decoded(after: string): unknown {
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** The page in rows of which one more was read than it holds, if there was one. */
export function page<Row, Item>(rows: readonly Row[], { limit }: Pick<PageQuery, 'limit'>, keyOf: (row: Row) => unknown, view: (row: Row) => Item): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null;
  return { items: shown.map(view), next };
}

export interface ListOrder<Row, Key> {
  key: z.ZodType<Key>;
  keyOf: (row: Row) => Key;
  compare: (a: Key, b: Key) => number;
}

/** The page of a list that a use case has to work out whole: what a viewer may see of one process, or how urgent it is for her. */
export function pageOf<Row, Key>(rows: readonly Row[], query: Pick<PageQuery, 'limit' | 'after'>, { key, keyOf, compare }: ListOrder<Row, Key>): Page<Row> {
  const start = startOf(query, key);
  const following = rows.filter((row) => start === null || compare(start, keyOf(row)) < 0).sort((a, b) => compare(keyOf(a), keyOf(b)));
  return page(following, query, keyOf, (row) => row);
}

type Part = string | number;

/** Compares keys part by part, each `up` (smallest first) or `down`. */
export const byParts =
  (...directions: ('up' | 'down')[]) =>
  (a: readonly Part[], b: readonly Part[]): number => {
    for (const [i, direction] of directions.entries()) {
      const [one, other] = [a[i]!, b[i]!];
      if (one !== other) return (one < other ? -1 : 1) * (direction === 'up' ? 1 : -1);
    }
    return 0;
  };
