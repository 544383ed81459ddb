import type { Page } from '@spolu/contracts/common';
import { keepPreviousData, useInfiniteQuery, useQuery, type InfiniteData, type UseQueryOptions } from '@tanstack/react-query';
import { api } from './api.ts';
import { keyOf } from './queries.ts';

const PAGE_SIZE = 50;
const PAGE_SIZE_MAX = 100;

function pageAt<Answer>(path: string, limit: number, after: string | null, signal?: AbortSignal): Promise<Answer> {
  const query = new URLSearchParams({ limit: String(limit), ...(after === null ? {} : { after }) });
  return api.get<Answer>(`${path}${path.includes('?') ? '&' : '?'}${query.toString()}`, { signal });
}

/** As much of a list as was read: all its items so far, and the first page with whatever it says beside them. */
export interface ReadList<First extends Page<unknown>> {
  items: First['items'];
  first: First;
}

/**
 * Reads `GET /api{path}` a page at a time; `fetchNextPage` brings the next. Show it with `<Loaded>`, and `<MoreOf>` below.
 * @param keep shows what stood there before until another path is read: for a list that is searched
 * @param again after how long it is read anew, by how the last try ended
 */
export function useList<First extends Page<unknown>>(path: string, { keep = false, again }: { keep?: boolean; again?: (query: { state: { error: Error | null } }) => number | false } = {}) {
  return useInfiniteQuery({
    queryKey: [...keyOf(path), 'pages'],
    queryFn: ({ pageParam, signal }) => pageAt<First>(path, PAGE_SIZE, pageParam, signal),
    initialPageParam: null as string | null,
    placeholderData: keep ? keepPreviousData : undefined,
    refetchInterval: again,
    getNextPageParam: (last) => last.next,
    select: ({ pages }: InfiniteData<First>): ReadList<First> => ({ items: pages.flatMap(({ items }) => items), first: pages[0]! }),
  });
}

/** All pages of `GET /api{path}`, as they are now. */
export async function readWholeList<Item>(path: string, signal?: AbortSignal): Promise<Item[]> {
  const items: Item[] = [];
  let after: string | null = null;
  do {
    const page: Page<Item> = await pageAt(path, PAGE_SIZE_MAX, after, signal);
    items.push(...page.items);
    after = page.next;
  } while (after !== null);
  return items;
}

/** Reads all pages of `GET /api{path}`, one after the other: for choosing from, and for what is counted or ordered here. `null` waits. */
export function useWholeList<Item>(path: string | null, options: Pick<UseQueryOptions<Item[]>, 'refetchInterval'> = {}) {
  return useQuery<Item[]>({
    queryKey: [...keyOf(path ?? ''), 'whole'],
    queryFn: ({ signal }) => readWholeList(path ?? '', signal),
    enabled: path !== null,
    ...options,
  });
}
