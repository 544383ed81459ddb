import type { BoardOutline, Changed, WatchAnswer } from '@spolu/contracts/boards';
import { BoardEvent } from '@spolu/realtime/board-events';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../http/api.ts';
import { liveSocket, useLiveEvent } from '../http/live.ts';

/**
 * A busy board changes many times a second; a list for reading is fetched at most this often, by each phone a little later or earlier, so
 * that five hundred of them do not ask in the same moment.
 */
const FETCH_EVERY_MS = 3_000;
const SPREAD_MS = 2_000;

/** The board as a list, read again when it changed and when `version` (of the room) does: a reveal, another activity. */
export function useOutline(boardId: string, version: number): { outline: BoardOutline | null; failed: boolean } {
  const [outline, setOutline] = useState<BoardOutline | null>(null);
  const [failed, setFailed] = useState(false);
  const pace = useRef<{ at: number; later: ReturnType<typeof setTimeout> | undefined }>({ at: 0, later: undefined });

  const fetchNow = useCallback(() => {
    pace.current = { at: Date.now(), later: undefined };
    api.get<BoardOutline>(`/boards/${boardId}`).then(
      (next) => {
        setOutline(next);
        setFailed(false);
      },
      () => setFailed(true),
    );
  }, [boardId]);

  const fetchSoon = useCallback(() => {
    const { at, later } = pace.current;
    if (later !== undefined) return;
    const wait = at === 0 ? 0 : Math.max(0, at + FETCH_EVERY_MS - Date.now()) + Math.random() * SPREAD_MS;
    pace.current.later = setTimeout(fetchNow, wait);
  }, [fetchNow]);

  useEffect(fetchSoon, [fetchSoon, version]);
  useEffect(() => {
    const held = pace;
    return () => {
      clearTimeout(held.current.later);
      held.current = { at: 0, later: undefined };
    };
  }, [fetchNow]);

  // Notices come to who watches, and only on the connection she watches on.
  useEffect(() => {
    const live = liveSocket();
    const watch = () => live.emit(BoardEvent.watch, { boardId }, (answer: WatchAnswer) => answer.ok && fetchSoon());
    if (live.connected) watch();
    live.on('connect', watch);
    return () => {
      live.off('connect', watch);
    };
  }, [boardId, fetchSoon]);
  useLiveEvent<Changed>(BoardEvent.changed, (changed) => {
    if (changed.boardId === boardId) fetchSoon();
  });
  return { outline: outline?.boardId === boardId ? outline : null, failed };
}
