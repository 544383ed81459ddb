import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import express, { type Request, type RequestHandler, type Response } from 'express';

const HASHED_FOR_MS = 365 * 24 * 3600 * 1000;
/** What the web's build lays beside each text file, the smallest first. */
const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
];

/** Serves the built web: hashed files for ever, the phone's page under /j, a room's canvas and projector, the portal's page under every other path that is no file: where the build wrote one for that very page, that one. */
export function webPages(folder: string): RequestHandler {
  const built = existsSync(join(folder, 'index.html'));
  const compressed = new Set(built ? readdirSync(folder, { recursive: true }).map(String).filter((file) => /\.(?:br|gz)$/.test(file)) : []);
  const documents = built ? documentsOf(folder) : [];
  const files = express.static(folder, { index: false, redirect: false, setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache') });
  const hashed = express.static(folder, { index: false, redirect: false, immutable: true, maxAge: HASHED_FOR_MS });
  return (request, response, next) => {
    const { path, method } = request;
    if (!built || path.startsWith('/api/') || path.startsWith('/socket') || (method !== 'GET' && method !== 'HEAD')) {
      next();
      return;
    }
    if (/\.[a-z0-9]{2,11}$/.test(path)) {
      request.url = smallest(path, compressed, request, response);
      (path.startsWith('/assets/') ? hashed : files)(request, response, () => response.status(404).end());
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(join(folder, smallest(`/${entryOf(path, documents)}`, compressed, request, response)));
  };
}

/** The file as the browser takes it with the fewest bytes; says in the answer what it is. */
function smallest(path: string, compressed: ReadonlySet<string>, request: Request, response: Response): string {
  const there = ENCODINGS.filter(({ ending }) => compressed.has(`${path.slice(1)}${ending}`));
  if (there.length === 0) return path;
  response.vary('Accept-Encoding');
  const chosen = there.find(({ name }) => request.acceptsEncodings(name));
  if (!chosen) return path;
  response.type(extname(path));
  response.setHeader('Content-Encoding', chosen.name);
  return path + chosen.ending;
}

interface Document {
  at: RegExp;
  file: string;
}

/** Which addresses have a document of their own (the web's `vite/documents.ts`); what stands for an id in a path is one. */
function documentsOf(folder: string): Document[] {
  const list = join(folder, 'pages.json');
  if (!existsSync(list)) return [];
  const pages = JSON.parse(readFileSync(list, 'utf8')) as { path: string; file: string }[];
  return pages.map(({ path, file }) => ({ at: new RegExp(`^${path.replace(/:\w+/g, '[0-9a-f-]{36}')}$`), file }));
}

/** The web's `room-address.ts` says the same. */
function entryOf(path: string, documents: readonly Document[]): string {
  if (/^\/j(\/|$)/.test(path)) return 'join.html';
  const [, screen] = /^\/sessions\/[^/]+\/(canvas|projector)\/?$/.exec(path) ?? [];
  return screen ? `${screen}.html` : (documents.find(({ at }) => at.test(path))?.file ?? 'index.html');
}
