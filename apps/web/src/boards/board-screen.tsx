import type { BoardPerson, HistoryAuthor } from '@spolu/contracts/boards';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { BoardConnection } from './board-connection.ts';
import { BoardLoading } from './board-loading.tsx';
import { BoardPlane, type Plane } from './board-plane.tsx';
import './boards.css';
import './plane.css';
import './drawings.css';
import type { NoteAuthors } from './lens/lens.ts';
import type { Compose } from './note-editor.tsx';
import type { BoardView } from './scene/board-view.ts';
import type { Camera } from './scene/camera.ts';
import { useBoardSnapshot } from './use-board.ts';

const BoardRefused = lazy(async () => ({ default: (await import('./board-refused.tsx')).BoardRefused }));
const loadWork = () => import('./board-work.tsx');
const BoardWork = lazy(async () => ({ default: (await loadWork()).BoardWork }));

/** Has on its way what the list needs; what fails now is asked for again when it is drawn. */
export function fetchList(): void {
  for (const load of [loadWork, () => import('./outline.tsx')]) load().catch(() => undefined);
}

export type BoardViewName = 'canvas' | 'outline';

export interface BoardScreenProps {
  connection: BoardConnection;
  /** Two views of one board, of equal rank. */
  view: BoardViewName;
  /** How a person at the board is called; empty for nobody in particular. */
  nameOf: (person: BoardPerson) => string;
  /** Those whom the viewer may tell apart by their notes; left out where she only knows her own. */
  authors?: NoteAuthors | undefined;
  /** How the history of a note calls somebody; left out for who may not see it. */
  authorName?: ((author: HistoryAuthor | null) => string) | undefined;
  /** Given while cards go to the server instead of the board. */
  compose?: Compose | undefined;
  /** An element beside the board in which the buttons for finding and filtering stand. */
  seekPlace: HTMLElement | null;
  /** Told of the drawn plane when it is there, and `null` when it is gone. */
  onView?: ((view: BoardView | null) => void) | undefined;
  /** The list is there. */
  onList?: (() => void) | undefined;
}

/** One board, as a plane or as a list. The plane is drawn first; what is done to it is fetched when it is on the screen. */
export function BoardScreen({ connection, view, nameOf, authors, authorName, compose, seekPlace, onView, onList }: BoardScreenProps) {
  const snapshot = useBoardSnapshot(connection);
  const { save, opened } = snapshot;
  const [plane, setPlane] = useState<Plane | null>(null);
  const [seen, setSeen] = useState(false);
  const camera = useRef<Camera | undefined>(undefined);
  const takePlane = useCallback(
    (drawn: Plane | null) => {
      setPlane(drawn);
      onView?.(drawn?.view ?? null);
    },
    [onView],
  );
  // The frame after the one in which the plane was drawn: then it is on the screen.
  useEffect(() => {
    if (!plane || seen) return undefined;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setSeen(true));
    });
    return () => cancelAnimationFrame(frame);
  }, [plane, seen]);

  if (save === 'refused' || save === 'newer-version') {
    return (
      <Suspense fallback={<BoardLoading />}>
        <BoardRefused connection={connection} snapshot={snapshot} />
      </Suspense>
    );
  }
  if (!opened) return <BoardLoading />;
  return (
    <div className="board-screen">
      {view === 'canvas' && <BoardPlane connection={connection} snapshot={snapshot} cameraMemory={camera} onPlane={takePlane} />}
      {(seen || view === 'outline') && (
        <Suspense fallback={view === 'outline' ? <BoardLoading /> : null}>
          <BoardWork connection={connection} snapshot={snapshot} view={view} plane={plane} nameOf={nameOf} authors={authors} authorName={authorName} compose={compose} seekPlace={seekPlace} onList={onList} />
        </Suspense>
      )}
    </div>
  );
}
