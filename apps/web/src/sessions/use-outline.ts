import type { BoardOutline, Changed, WatchAnswer } from '@spolu/contracts/boards';
import { BoardEvent } from '@spolu/realtime/board-events';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../http/api.ts';
import { liveSocket, useLiveEvent } from '../http/live.ts';

/** A busy board changes many times a second; a list for reading is fetched at most this often. */
const FETCH_EVERY_MS = 1_500;

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
    if (pace.current.later !== undefined) return;
    pace.current.later = setTimeout(fetchNow, Math.max(0, pace.current.at + FETCH_EVERY_MS - Date.now()));
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
