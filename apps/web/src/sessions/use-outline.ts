import type { BoardOutline, Changed, WatchAnswer } from '@spolu/contracts/boards';
import { BoardEvent } from '@spolu/realtime/board-events';
import { useEffect } from 'react';
import { liveSocket, useLiveEvent } from '../http/live.ts';
import { usePaced } from './use-paced.ts';

/** The board as a list, read again when it changed and when `version` (of the room) does: a reveal, another activity. */
export function useOutline(boardId: string, version: number): { outline: BoardOutline | null; failed: boolean } {
  const { data, failed, fetchSoon } = usePaced<BoardOutline>(`/boards/${boardId}`, version);

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
  return { outline: data, failed };
}
