import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

const api = `http://127.0.0.1:${process.env['API_PORT'] ?? 3000}`;

/** In development, as the api does it in production: which page an address is in. */
const entries: Plugin = {
  name: 'entries',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      if (/^\/j(?:[/?#]|$)/.test(request.url ?? '')) request.url = '/join.html';
      else if (/^\/sessions\/[^/?#]+\/(?:canvas|projector)\/?(?:[?#]|$)/.test(request.url ?? '')) request.url = '/room.html';
      next();
    });
  },
};

/** `--mode bench` builds the page of `tools/bench/board-page.mjs` instead of the real ones. */
export default defineConfig(({ mode }) => ({
  plugins: [react(), entries],
  resolve: { conditions: ['@spolu/source', ...defaultClientConditions] },
  server: { proxy: { '/api': api, '/socket': { target: api, ws: true } } },
  build: {
    // What phones of 2021 and newer understand; light-dark() of the tokens is written out for them.
    target: ['chrome100', 'firefox100', 'safari15.4'],
    cssTarget: ['chrome100', 'firefox100', 'safari15.4'],
    manifest: true,
    // The Content-Security-Policy allows no data: URIs.
    assetsInlineLimit: 0,
    rolldownOptions: { input: mode === 'bench' ? { bench: 'bench.html' } : { portal: 'index.html', room: 'room.html', phone: 'join.html' } },
  },
}));
