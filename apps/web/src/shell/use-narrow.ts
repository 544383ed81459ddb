import { useSyncExternalStore } from 'react';

/** As `40rem` in the style sheets: a phone, or a laptop much enlarged. */
const NARROW = '(max-width: 40rem)';

/** Whether the window is as narrow as a phone. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches);

function subscribe(listener: () => void) {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
