import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Manifest, type Plugin } from 'vite';
import { compressed } from './vite/compressed.ts';
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
/** Texts that neither canvas nor its run sheet shows. */
const OTHER_TEXTS = /^src\/(?!shell|http|boards|methods|sessions)[a-z]+\/(?:sk|cs|en|uk)\.json$/;

/** Tells the canvas's service worker what to keep: the page and all that it may load, by the names that this build gave them. */
const roomWorker: Plugin = {
  name: 'room-worker',
  async writeBundle({ dir = '' }) {
    const manifest = JSON.parse(await readFile(join(dir, '.vite/manifest.json'), 'utf8')) as Manifest;
    const worker = manifest['src/device/room-worker.ts'];
    if (!worker) return;
    const files = new Set<string>();
    const seen = new Set<string>();
    const add = (name: string) => {
      const chunk = manifest[name];
      if (!chunk || seen.has(name) || OTHER_TEXTS.test(name)) return;
      seen.add(name);
      for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(`/${file}`);
      for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) add(next);
    };
    add(CANVAS);
    add(EARLY);
    const page = { entry: `/${manifest[CANVAS]?.file}`, files: [...files].sort() };
    const version = createHash('sha256').update(await readFile(join(dir, CANVAS))).update(JSON.stringify(page)).digest('hex').slice(0, 16);
    const path = join(dir, worker.file);
    const code = await readFile(path, 'utf8');
    if (/\bimport\b|\bexport\b/.test(code)) throw new Error('the service worker must be one file');
    await writeFile(path, code.replace(/\bROOM_PAGE\b/g, JSON.stringify({ version, ...page })));
  },
};

/** `--mode bench` builds the page of `tools/bench/board-page.mjs` instead of the real ones. */
export default defineConfig(({ mode }) => ({
  plugins: [react(), entries, webSocketOnly, earlyScript, roomWorker, compressed],
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
      input: mode === 'bench' ? { bench: 'bench.html' } : { portal: 'index.html', canvas: CANVAS, projector: 'projector.html', phone: 'join.html', early: EARLY, 'room-worker': 'src/device/room-worker.ts' },
      // A service worker keeps its address.
      output: {
        entryFileNames: ({ name }) => (name === 'room-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
        codeSplitting: { groups: [firstLoad(mode)] },
      },
    },
  },
}));
