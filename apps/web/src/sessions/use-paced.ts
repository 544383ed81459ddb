import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../http/api.ts';

/**
 * What changes many times a second is read at most this often, by each phone a little later or earlier, so that five hundred of them do not ask in the
 * same moment.
 */
const FETCH_EVERY_MS = 3_000;
const SPREAD_MS = 2_000;

/** `GET /api{path}`, read again when `version` is another, and when `fetchSoon` is called. `null` reads nothing. */
export function usePaced<Answer>(path: string | null, version: number): { data: Answer | null; failed: boolean; fetchSoon: () => void } {
  const [data, setData] = useState<{ path: string; answer: Answer } | null>(null);
  const [failed, setFailed] = useState(false);
  const pace = useRef<{ at: number; later: ReturnType<typeof setTimeout> | undefined }>({ at: 0, later: undefined });

  const fetchNow = useCallback(() => {
    pace.current = { at: Date.now(), later: undefined };
    if (path === null) return;
    api.get<Answer>(path).then(
      (answer) => {
        setData({ path, answer });
        setFailed(false);
      },
      () => setFailed(true),
    );
  }, [path]);

  const fetchSoon = useCallback(() => {
    const { at, later } = pace.current;
    if (later !== undefined || path === null) return;
    const wait = at === 0 ? 0 : Math.max(0, at + FETCH_EVERY_MS - Date.now()) + Math.random() * SPREAD_MS;
    pace.current.later = setTimeout(fetchNow, wait);
  }, [fetchNow, path]);

  useEffect(fetchSoon, [fetchSoon, version]);
  useEffect(() => {
    const held = pace;
    return () => {
      clearTimeout(held.current.later);
      held.current = { at: 0, later: undefined };
    };
  }, [fetchNow]);
  return { data: data?.path === path ? data.answer : null, failed, fetchSoon };
}
