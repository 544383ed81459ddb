import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { chooseStep } from './choose-step.ts';
import { placesOnWall, sharesOf } from './wall-places.ts';

/** From few and large to many and small, as projector.css knows them: how wide a column is at least, measured by its letters. The last gives full walls the columns of others. */
const STEPS = [
  { fit: '1', columnEm: 13, shared: false }, { fit: '2', columnEm: 11, shared: false }, { fit: '3', columnEm: 9, shared: false }, { fit: '3', columnEm: 9, shared: true },
] as const;
type Step = (typeof STEPS)[number];
/** More of one note than this is for reading on the board, not on a wall. */
const LINES_MAX = 8;

/**
 * Gives each note of the lists in a box (`.hall-notes` in `.hall-wall`) its place, all in one type: the largest in which all have room. Where not even the
 * smallest holds them, some are left out whole and counted, wall by wall, the newest never. Looks again at each render and when the box changes its size.
 */
export function useNoteWalls<Box extends HTMLElement>(): { box: RefObject<Box | null>; cutCounts: readonly number[] } {
  const box = useRef<Box>(null);
  const [cutCounts, setCutCounts] = useState<readonly number[]>([]);
  const fit = () => {
    if (!box.current) return;
    const counts = fitWalls(box.current);
    setCutCounts((before) => (before.join() === counts.join() ? before : counts));
  };
  useLayoutEffect(fit);
  const latest = useRef(fit);
  useEffect(() => {
    latest.current = fit;
  });
  useEffect(() => {
    const again = () => latest.current();
    const resized = new ResizeObserver(again);
    if (box.current) resized.observe(box.current);
    // the letters come after the words: the notes grow while the box stays as it is
    const { fonts } = document as Partial<Document>;
    fonts?.addEventListener('loadingdone', again);
    return () => {
      resized.disconnect();
      fonts?.removeEventListener('loadingdone', again);
    };
  }, []);
  return { box, cutCounts };
}

interface WallOfNotes {
  list: HTMLElement;
  notes: readonly HTMLElement[];
  columnCount: number;
  lineHeight: number;
  /** So many lines of one note are shown: no more than there is height for. */
  lines: number;
  height: number;
  gap: number;
}

/** @returns how many notes each wall leaves out */
function fitWalls(box: HTMLElement): number[] {
  const lists = [...box.querySelectorAll<HTMLElement>('.hall-notes')];
  // On a small screen the page scrolls instead (projector.css), and everything has room.
  const places = lists.some((list) => getComputedStyle(list).display !== 'grid');
  chooseStep(STEPS, (step) => {
    box.dataset['fit'] = step.fit;
    share(box, lists, step);
    // All are asked before any is told, so that the browser measures them at once.
    const walls = lists.map((list) => wallOf(list, step.columnEm));
    for (const { list, columnCount, lines } of walls) {
      list.style.setProperty('--columns', String(columnCount));
      list.style.setProperty('--lines', String(lines));
    }
    const measured = walls.map((wall) => ({ wall, heights: wall.notes.map((note) => note.getBoundingClientRect().height), shortened: step.fit === '3' ? [] : wall.notes.filter((note) => isShortened(note, wall)) }));
    return measured.flatMap(({ wall, heights, shortened }) => [...place(wall, heights, places), ...shortened]);
  });
  return lists.map((list) => list.querySelectorAll('[data-cut]').length);
}

const pixels = (length: string) => parseFloat(length) || 0;
const columnsIn = (width: number, columnEm: number, { fontSize, columnGap }: CSSStyleDeclaration) =>
  Math.max(1, Math.floor((width + pixels(columnGap)) / (columnEm * pixels(fontSize) + pixels(columnGap))) || 1);

/** Row by row, where a wall that is full may take columns from one that is not. */
function share(box: HTMLElement, lists: readonly HTMLElement[], { shared, columnEm }: Step): void {
  const sideBySide = Number(box.dataset['count']);
  const columnCount = Math.max(sideBySide, columnsIn(box.getBoundingClientRect().width, columnEm, getComputedStyle(box)));
  box.toggleAttribute('data-shared', shared);
  box.style.setProperty('--columns', String(columnCount));
  lists.forEach((list, i) => {
    const inRow = i % sideBySide;
    const row = lists.slice(i - inRow, i - inRow + sideBySide).map(({ childElementCount }) => childElementCount);
    list.parentElement!.style.gridColumn = shared ? `span ${sharesOf(row, columnCount)[inRow]!}` : '';
  });
}

function wallOf(list: HTMLElement, columnEm: number): WallOfNotes {
  const notes = [...list.children] as HTMLElement[];
  const { width, height } = list.getBoundingClientRect();
  const look = getComputedStyle(list);
  const [first] = notes;
  const around = first?.firstElementChild ? first.getBoundingClientRect().height - first.firstElementChild.getBoundingClientRect().height : 0;
  const lineHeight = pixels(look.lineHeight);
  const lines = Math.floor((height - around) / lineHeight) || 1;
  return { list, notes, columnCount: columnsIn(width, columnEm, look), lineHeight, lines: Math.min(LINES_MAX, Math.max(1, lines)), height, gap: pixels(look.rowGap) };
}

/** By a line at least: the feet of the last one's letters may hang out. */
const isShortened = ({ firstElementChild: words }: HTMLElement, { lineHeight }: WallOfNotes) => words !== null && words.scrollHeight > words.clientHeight + lineHeight / 2;

/** @returns the notes that have no room */
function place(wall: WallOfNotes, heights: readonly number[], places: boolean): HTMLElement[] {
  const found = places ? placesOnWall(heights, wall) : null;
  return wall.notes.filter((note, i) => {
    const at = found?.[i];
    if (at) {
      note.style.setProperty('--column', String(at.column));
      note.style.top = `${at.top}px`;
    }
    return note.toggleAttribute('data-cut', found !== null && !at);
  });
}
