import type { ComponentType } from 'react';
import { roomScreenAt } from './room-address.ts';

interface ScreenRoute {
  path: string;
  /** Opens without a network, where the device may keep it. */
  isKept?: true;
  screen: () => Promise<ComponentType<{ sessionId: string }>>;
}

/** The screens that fill a window and stand in an entry of their own; the phone's is a third (`phone.tsx`). */
const screens: readonly ScreenRoute[] = [
  { path: '/sessions/:id/canvas', isKept: true, screen: async () => (await import('./sessions/canvas-page.tsx')).CanvasPage },
  { path: '/sessions/:id/projector', screen: async () => (await import('./sessions/projector-page.tsx')).ProjectorPage },
];

/** Which screen an address is, of which session; `undefined` if it is none. */
export function roomScreen(pathname: string) {
  const at = roomScreenAt(pathname);
  const route = at && screens.find(({ path }) => path.endsWith(`/${at.screen}`));
  return route && { sessionId: at.sessionId, load: route.screen, isKept: route.isKept === true };
}
