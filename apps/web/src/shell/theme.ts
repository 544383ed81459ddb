import { useSyncExternalStore } from 'react';

export const THEMES = ['auto', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

const KEPT_AS = 'theme';
const listeners = new Set<() => void>();

function keptTheme(): Theme {
  try {
    return THEMES.find((theme) => theme === localStorage.getItem(KEPT_AS)) ?? 'auto';
  } catch {
    return 'auto';
  }
}

/** What the viewer chose holds before anything is drawn; `auto` leaves it to the device. */
export function applyTheme(theme: Theme = keptTheme()) {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

export function chooseTheme(theme: Theme) {
  try {
    localStorage.setItem(KEPT_AS, theme);
  } catch {
    // The choice then lasts as long as the page.
  }
  applyTheme(theme);
  for (const listener of listeners) listener();
}

export const useTheme = (): Theme =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => (document.documentElement.dataset['theme'] as Theme | undefined) ?? 'auto',
  );
