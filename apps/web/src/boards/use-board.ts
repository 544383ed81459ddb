import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { liveSocket } from '../http/live.ts';
import { BoardConnection, type ApartBoard, type BoardSnapshot, type ShownCopy } from './board-connection.ts';
import { KEPT_FOR_MS } from './kept-for.ts';
import { openPendingStore, type PendingStore } from './pending-store.ts';
import { whenIdle } from './when-idle.ts';
import type { BoardCopy } from './work-copy.ts';

let opening: Promise<PendingStore> | undefined;

const NO_COPY = async (): Promise<ApartBoard | null> => null;
/** Without a network its code may not come either: then there is no copy. */
const openCopy = async (key: string, store: PendingStore) => (await import('./kept-boards.ts')).openKeptBoard(key, store);

/**
 * Joins a board for as long as the component is shown. Null until the device's own store has answered.
 * @param isApart the server does not answer as it begins: the device's copy is opened, where there is one
 */
export function useBoard(boardId: string, personKey: string, isApart: boolean): BoardConnection | null {
  const [connection, setConnection] = useState<BoardConnection | null>(null);
  const begins = useRef(isApart);
  useEffect(() => {
    begins.current = isApart;
  });
  useEffect(() => {
    let made: BoardConnection | undefined;
    let keeper: { end: () => void } | undefined;
    let gone = false;
    let callOff: (() => void) | undefined;
    const key = `${boardId} ${personKey}`;
    opening ??= openPendingStore();
    void opening.then(async (store) => {
      const apart = await (begins.current ? openCopy(key, store) : NO_COPY()).catch(() => null);
      if (gone) return;
      made = new BoardConnection({ socket: liveSocket(), boardId, personKey, store, apart });
      setConnection(made);
      const opened = made;
      callOff = whenIdle(() => {
        void import('./copy-keeper.ts').then(({ CopyKeeper }) => {
          if (!gone) keeper = new CopyKeeper({ connection: opened, key, forMs: KEPT_FOR_MS[personKey.startsWith('participant') ? 'participant' : 'person'] });
        }, () => undefined);
      });
    });
    return () => {
      gone = true;
      callOff?.();
      keeper?.end();
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
