import type { BoardViewName } from './board-screen.tsx';

const KEPT_AS = 'board view';
/** As `40rem` in the style sheets: there the plane shows a few notes at a time, and the list all of them. */
const NARROW = '(max-width: 40rem)';

/** The view that was last chosen on this device; where none was, the list on a phone and the plane elsewhere. */
export function keptView(): BoardViewName {
  try {
    const kept = localStorage.getItem(KEPT_AS);
    if (kept === 'canvas' || kept === 'outline') return kept;
  } catch {
    // Nothing is kept here.
  }
  return window.matchMedia(NARROW).matches ? 'outline' : 'canvas';
}

export function keepView(view: BoardViewName): void {
  try {
    localStorage.setItem(KEPT_AS, view);
  } catch {
    // The choice then lasts as long as the page.
  }
}
