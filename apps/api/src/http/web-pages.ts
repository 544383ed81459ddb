import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler } from 'express';

const HASHED_FOR_MS = 365 * 24 * 3600 * 1000;

/** Serves the built web: hashed files for ever, the phone's page under /j, a room's canvas and projector, the portal's page under every other path that is no file. */
export function webPages(folder: string): RequestHandler {
  const built = existsSync(join(folder, 'index.html'));
  const files = express.static(folder, { index: false, redirect: false, setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache') });
  const hashed = express.static(folder, { index: false, redirect: false, immutable: true, maxAge: HASHED_FOR_MS });
  return (request, response, next) => {
    const { path, method } = request;
    if (!built || path.startsWith('/api/') || path.startsWith('/socket') || (method !== 'GET' && method !== 'HEAD')) {
      next();
      return;
    }
    if (/\.[a-z0-9]{2,11}$/.test(path)) {
      (path.startsWith('/assets/') ? hashed : files)(request, response, () => response.status(404).end());
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(join(folder, entryOf(path)));
  };
}

/** The web's `room-address.ts` says the same. */
function entryOf(path: string): string {
  if (/^\/j(\/|$)/.test(path)) return 'join.html';
  const [, screen] = /^\/sessions\/[^/]+\/(canvas|projector)\/?$/.exec(path) ?? [];
  return screen ? `${screen}.html` : 'index.html';
}
