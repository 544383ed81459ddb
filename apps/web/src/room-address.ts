const SCREEN = /^\/sessions\/([\w-]+)\/(canvas|projector)\/?$/;

/** The session and the screen that an address names, where it is one of a room's own entry. The api sends `room.html` for the same ones. */
export function roomScreenAt(pathname: string): { sessionId: string; screen: 'canvas' | 'projector' } | undefined {
  const [, sessionId, screen] = SCREEN.exec(pathname) ?? [];
  return sessionId && screen ? { sessionId, screen: screen as 'canvas' | 'projector' } : undefined;
}

/** Addresses that are no page of the portal's entry: a link there loads the page anew. */
export const isOtherEntry = (pathname: string) => /^\/(?:j|api)(?:\/|$)/.test(pathname) || roomScreenAt(pathname) !== undefined;
