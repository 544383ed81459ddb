import { useEffect, useRef } from 'react';
import { useText } from '../i18n/use-text.ts';
import type { BoardConnection, BoardSnapshot } from './board-connection.ts';
import { EarlyInput } from './early-input.ts';
import { BoardView } from './scene/board-view.ts';
import type { Camera } from './scene/camera.ts';
import { useItemWords } from './use-board-words.ts';

/** The drawn plane, and the element in which tools are put around it. */
export interface Plane {
  view: BoardView;
  holder: HTMLElement;
  /** What was done before there were hands for it. */
  early: EarlyInput;
}

export interface BoardPlaneProps {
  connection: BoardConnection;
  snapshot: BoardSnapshot;
  /** Where one looked when the plane was last shown; kept here for the next time. */
  cameraMemory: { current: Camera | undefined };
  onPlane: (plane: Plane | null) => void;
}

/** The board as it is seen, without hands: all that the first picture needs, and what others do in it. */
export function BoardPlane({ connection, snapshot, cameraMemory, onPlane }: BoardPlaneProps) {
  const t = useText('boards');
  const words = useItemWords();
  const { scene, selection } = snapshot.copy;
  const holder = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const drawn = useRef<BoardView>(null);
  const newestWords = useRef(words);
  useEffect(() => {
    newestWords.current = words;
    drawn.current?.say(words);
  }, [words]);

  useEffect(() => {
    if (!root.current || !holder.current) return undefined;
    const insets = window.matchMedia(NARROW).matches ? INSETS.narrow : INSETS.wide;
    const view = new BoardView({ root: root.current, scene, selection, words: newestWords.current, camera: cameraMemory.current, insets, pictureOf: connection.pictureOf });
    const early = new EarlyInput(root.current);
    drawn.current = view;
    onPlane({ view, holder: holder.current, early });
    return () => {
      cameraMemory.current = scene.content() ? view.camera : undefined;
      drawn.current = null;
      early.end();
      view.destroy();
      onPlane(null);
    };
  }, [connection, scene, selection, cameraMemory, onPlane]);

  return (
    <div ref={holder} className="board-canvas">
      <div ref={root} className="board-plane" role="group" aria-label={t('view.board', { title: snapshot.link.title })} aria-describedby="board-plane-hint" tabIndex={0} />
      <p id="board-plane-hint" className="visually-hidden">
        {t('view.boardHint')}
      </p>
    </div>
  );
}

const NARROW = '(max-width: 47.99rem)';
/** Room that the tools take at the edges. */
const INSETS = { wide: { top: 0, right: 0, bottom: 68, left: 132 }, narrow: { top: 0, right: 0, bottom: 128, left: 0 } };
