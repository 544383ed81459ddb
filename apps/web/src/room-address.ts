/** The screens of a room that fill a window, each an entry of its own. The api sends the same pages for them. */
const SCREENS = [
  { path: '/sessions/:id/canvas', page: 'canvas.html' },
  { path: '/sessions/:id/projector', page: 'projector.html' },
] as const;

/** The session that an address names, and the page it is in, where it is one of a room's own. */
export function roomScreenAt(pathname: string): { sessionId: string; page: (typeof SCREENS)[number]['page'] } | undefined {
  for (const { path, page } of SCREENS) {
    const [, sessionId] = new RegExp(`^${path.replace(':id', '([\\w-]+)')}/?$`).exec(pathname) ?? [];
    if (sessionId) return { sessionId, page };
  }
  return undefined;
}

/** Addresses that are no page of the portal's entry: a link there loads the page anew. */
export const isOtherEntry = (pathname: string) => /^\/(?:j|api)(?:\/|$)/.test(pathname) || roomScreenAt(pathname) !== undefined;
