import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Manifest, type Plugin } from 'vite';
import { compressed } from './vite/compressed.ts';
import { documents } from './vite/documents.ts';
import { EARLY, earlyScript } from './vite/early-script.ts';
import { firstLoad } from './vite/first-load.ts';
import { roomScreenAt } from './src/room-address.ts';

const api = `http://127.0.0.1:${process.env['API_PORT'] ?? 3000}`;

/** In development, as the api does it in production: which page an address is in. */
const entries: Plugin = {
  name: 'entries',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      if (/^\/j(?:[/?#]|$)/.test(request.url ?? '')) request.url = '/join.html';
      const room = roomScreenAt(request.url?.split(/[?#]/)[0] ?? '');
      if (room) request.url = `/${room.page}`;
      next();
    });
  },
};

/** The live connection is a WebSocket or none (`http/live.ts`): the other transports of its library are in no page. */
const webSocketOnly: Plugin = {
  name: 'websocket-only',
  load: {
    filter: { id: /engine\.io-client[\\/]build[\\/]esm[\\/]transports[\\/]index\.js$/ },
    handler: () => `import { WS } from './websocket.js'; export const transports = { websocket: WS };`,
  },
};

const CANVAS = 'canvas.html';
const PORTAL = 'index.html';
const ICON = '/icon.svg';
const PAGE_FILE = /-page\.tsx$/;
/** What each page that a device keeps begins with, and which of the files that it could load later are another's. */
const KEPT_PAGES = {
  room: { page: CANVAS, begins: [CANVAS, EARLY], others: /^src\/(?!shell|http|boards|methods|sessions)[a-z]+\/(?:sk|cs|en|uk)\.json$/ },
  desk: {
    page: PORTAL,
    begins: [PORTAL, EARLY, 'src/review/desk-page.tsx', 'src/review/referral-page.tsx'],
    others: new RegExp(`${PAGE_FILE.source}|^src/(?!(?:shell|http|duties|ideas|outputs|provenance|review)/[a-z]+\\.json$).*\\.json$`),
  },
};

/** Tells the service worker what to keep of each page: the page and all that it may load, by the names that this build gave them. */
const roomWorker: Plugin = {
  name: 'room-worker',
  async writeBundle({ dir = '' }) {
    const manifest = JSON.parse(await readFile(join(dir, '.vite/manifest.json'), 'utf8')) as Manifest;
    const worker = manifest['src/device/room-worker.ts'];
    if (!worker) return;
    const built = Object.fromEntries(await Promise.all(Object.entries(KEPT_PAGES).map(async ([name, { page, begins, others }]) => {
      const kept = { entry: `/${manifest[page]?.file}`, files: [...filesOf(manifest, begins, others), ICON].sort() };
      const version = createHash('sha256').update(await readFile(join(dir, page))).update(JSON.stringify(kept)).digest('hex').slice(0, 16);
      return [name, { version, ...kept }] as const;
    })));
    const path = join(dir, worker.file);
    const code = await readFile(path, 'utf8');
    if (/\bimport\b|\bexport\b/.test(code)) throw new Error('the service worker must be one file');
    await writeFile(path, code.replace(/\bBUILT_PAGES\b/g, JSON.stringify(built)));
  },
};

function filesOf(manifest: Manifest, begins: readonly string[], others: RegExp): Set<string> {
  const files = new Set<string>();
  const seen = new Set<string>();
  const add = (name: string) => {
    const chunk = manifest[name];
    if (!chunk || seen.has(name) || (others.test(name) && !begins.includes(name))) return;
    seen.add(name);
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(`/${file}`);
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) add(next);
  };
  begins.forEach(add);
  return files;
}

/** `--mode bench` builds the page of `tools/bench/board-page.mjs` instead of the real ones. */
export default defineConfig(({ mode }) => ({
  plugins: [react(), entries, webSocketOnly, earlyScript, documents, roomWorker, compressed],
  resolve: { conditions: ['@spolu/source', ...defaultClientConditions] },
  server: { proxy: { '/api': api, '/socket': { target: api, ws: true } } },
  build: {
    // What phones of 2021 and newer understand; light-dark() of the tokens is written out for them.
    target: ['chrome100', 'firefox100', 'safari15.4'],
    cssTarget: ['chrome100', 'firefox100', 'safari15.4'],
    manifest: true,
    // The Content-Security-Policy allows no data: URIs.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: mode === 'bench' ? { bench: 'bench.html' } : { portal: PORTAL, canvas: CANVAS, projector: 'projector.html', phone: 'join.html', early: EARLY, 'room-worker': 'src/device/room-worker.ts' },
      // A service worker keeps its address.
      output: {
        entryFileNames: ({ name }) => (name === 'room-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
        codeSplitting: { groups: [firstLoad(mode)] },
      },
    },
  },
}));
