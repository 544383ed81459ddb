import { useEffect, useState, useSyncExternalStore } from 'react';
import { liveSocket } from '../http/live.ts';
import { BoardConnection, type BoardSnapshot, type ShownCopy } from './board-connection.ts';
import { openPendingStore, type PendingStore } from './pending-store.ts';
import type { BoardCopy } from './work-copy.ts';

let opening: Promise<PendingStore> | undefined;

/** Joins a board for as long as the component is shown. Null until the device's own store has answered. */
export function useBoard(boardId: string, personKey: string): BoardConnection | null {
  const [connection, setConnection] = useState<BoardConnection | null>(null);
  useEffect(() => {
    let made: BoardConnection | undefined;
    let gone = false;
    opening ??= openPendingStore();
    void opening.then((store) => {
      if (gone) return;
      made = new BoardConnection({ socket: liveSocket(), boardId, personKey, store });
      setConnection(made);
    });
    return () => {
      gone = true;
      made?.close();
      setConnection(null);
    };
  }, [boardId, personKey]);
  return connection;
}

export const useBoardSnapshot = (connection: BoardConnection): BoardSnapshot => useSyncExternalStore(connection.subscribe, connection.read);

export const useSelection = ({ selection }: ShownCopy): ReadonlySet<string> => useSyncExternalStore(selection.subscribe, selection.read);

/** Renders again with each drawn change of the board: for lists over all of it. */
export function useSceneVersion({ scene }: ShownCopy): number {
  return useSyncExternalStore(
    (changed) => scene.onChange(({ before, framesChanged, islandsChanged }) => (before.size > 0 || framesChanged || islandsChanged ? changed() : undefined)),
    () => scene.version,
  );
}

/** Renders again with each change of anything on the board, at most once a frame; what is only being dragged changes nothing. */
export function useBoardVersion({ index }: ShownCopy): number {
  return useSyncExternalStore(
    (changed) => index.onChange(changed, requestAnimationFrame),
    () => index.version,
  );
}

export function useIsEmpty({ scene }: ShownCopy): boolean {
  return useSyncExternalStore(
    (changed) => scene.onChange(changed),
    () => scene.notes.size === 0 && scene.frames.length === 0,
  );
}

/** One note, rendered again only when that note changes; undefined once it is gone. */
export function useNote({ index }: BoardCopy, noteId: string | null) {
  return useSyncExternalStore(
    (changed) => (noteId === null ? () => undefined : index.onNoteChange(noteId, changed)),
    () => (noteId === null ? undefined : index.note(noteId)),
  );
}

export function useCanUndo({ history }: BoardCopy): { canUndo: boolean; canRedo: boolean } {
  const canUndo = useSyncExternalStore((changed) => history.onChange(changed), () => history.canUndo);
  const canRedo = useSyncExternalStore((changed) => history.onChange(changed), () => history.canRedo);
  return { canUndo, canRedo };
}
