import type { BoardConnection, BoardSnapshot } from './board-connection.ts';

/**
 * Waits until all that this person did on the board is stored on the server: what is commanded next finds it there.
 * @returns false where it is not so within `forMs`, or will not be any more
 */
export function untilSaved(board: Pick<BoardConnection, 'read' | 'subscribe'>, forMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      const known = isSaved(board.read());
      if (known !== undefined) end(known);
    };
    const end = (known: boolean) => {
      clearTimeout(timer);
      leave();
      resolve(known);
    };
    const timer = setTimeout(() => end(false), forMs);
    const leave = board.subscribe(look);
    look();
  });
}

/** Undefined while it may still come. A lost line harms nothing while nothing of hers waits for it. */
function isSaved({ save, link }: BoardSnapshot): boolean | undefined {
  if (save === 'loading') return undefined;
  if (link.unsaved === 0) return true;
  return save === 'refused' || save === 'newer-version' ? false : undefined;
}
