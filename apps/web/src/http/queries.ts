import { Problem } from '@spolu/contracts/problems';
import { QueryCache, QueryClient, useMutation, useQuery, useQueryClient, type UseQueryOptions } from '@tanstack/react-query';
import { api } from './api.ts';

/** Asks again after a passing failure only: what the server refused, it would refuse again. */
const worthAnotherTry = (failures: number, error: Error) => !(error instanceof Problem && !error.isServers) && failures < 2;

export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      // The sign-in ended meanwhile: ask who we are, and every page shows what a visitor sees.
      onError: (error, query) => {
        if (error instanceof Problem && error.code === 'signed-out' && query.queryKey[1] !== '/me') void client.invalidateQueries({ queryKey: keyOf('/me') });
      },
    }),
    defaultOptions: { queries: { retry: worthAnotherTry, staleTime: 10_000, refetchOnWindowFocus: true }, mutations: { retry: false } },
  });
  return client;
}

/** The cache key of what is read at a path. */
export const keyOf = (path: string) => ['api', path] as const;
/** Of what is read from this device. */
export const DEVICE_KEY = ['device'];

type ResourceOptions<Answer> = Pick<UseQueryOptions<Answer>, 'enabled' | 'staleTime' | 'refetchInterval' | 'placeholderData'>;

/** Reads `GET /api{path}` and keeps it; `null` waits until the path is known. Show it with `<Loaded>`. */
export function useResource<Answer>(path: string | null, options: ResourceOptions<Answer> = {}) {
  return useQuery<Answer>({
    queryKey: keyOf(path ?? ''),
    queryFn: ({ signal }) => api.get<Answer>(path ?? '', { signal }),
    ...options,
    enabled: path !== null && options.enabled !== false,
  });
}

/** Gives a function that re-reads everything whose path begins with one of these. */
export function useRefresh() {
  const client = useQueryClient();
  return (...paths: string[]) =>
    client.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] === 'api' && paths.some((path) => String(queryKey[1]).startsWith(path)),
    });
}

/**
 * A command as a page gives it: `run` posts, puts or deletes; afterwards everything under `refreshes` is read anew. Its `error` is a
 * `Problem` or `Unreachable`: show it with `useProblemText()`.
 */
export function useCommand<Input = void, Answer = unknown>(run: (input: Input) => Promise<Answer>, refreshes: readonly string[] = []) {
  const refresh = useRefresh();
  return useMutation<Answer, Error, Input>({
    mutationFn: run,
    onSuccess: async () => {
      if (refreshes.length > 0) await refresh(...refreshes);
    },
  });
}
