import type { ComponentType } from 'react';

export interface PageRoute {
  path: string;
  /** Fetches the page's file when somebody first goes there. */
  page: () => Promise<ComponentType>;
  /** `bare`: the whole window, without header and footer (canvas, projector). */
  frame?: 'portal' | 'bare';
}

/** Every page there is. A capability's pages live in its folder; a new one adds its line here. */
export const routes: readonly PageRoute[] = [
];
