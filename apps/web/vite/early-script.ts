import type { Plugin } from 'vite';
import { READS_OF_ALL } from '../src/first-of-pages.ts';

export const EARLY = 'src/early.ts';
export const LANGUAGES = ['sk', 'cs', 'en', 'uk'];
const ROOM = [...READS_OF_ALL, '/sessions/:id/room'];

/** What a page shows and asks for first; a page of the portal adds its own (`documents.ts`). */
const FIRST: Record<string, { texts: string[]; reads: string[]; at: string; live: boolean }> = {
  '/index.html': { texts: ['shell', 'http'], reads: READS_OF_ALL, at: '', live: false },
  '/canvas.html': { texts: ['shell', 'http', 'boards', 'sessions'], reads: ROOM, at: '/sessions/:id/canvas', live: true },
  '/projector.html': { texts: ['shell', 'http', 'sessions'], reads: ROOM, at: '/sessions/:id/projector', live: true },
};

/** Puts `src/early.ts` before all else of a page, and tells it what to ask for and the names of the texts' files. */
export const earlyScript: Plugin = {
  name: 'early-script',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { path, bundle }) {
      const first = FIRST[path];
      if (!first) return undefined;
      const fileOf = (source: string) => {
        const chunk = Object.values(bundle ?? {}).find((one) => one.type === 'chunk' && one.facadeModuleId?.endsWith(source));
        if (bundle && !chunk) throw new Error(`The build has no ${source}`);
        return chunk ? `/${chunk.fileName}` : source;
      };
      const files = (language: string) => first.texts.map((of) => fileOf(`/src/${of}/${language}.json`)).join(' ');
      return [{
        tag: 'script',
        injectTo: 'head-prepend',
        attrs: {
          'type': 'module', 'async': true, 'fetchpriority': 'high', 'src': fileOf(`/${EARLY}`), 'data-reads': first.reads.join(' '), 'data-at': first.at, ...(first.live && { 'data-live': true }),
          // In development there are no files to have on their way.
          ...(bundle && Object.fromEntries(LANGUAGES.map((language) => [`data-${language}`, files(language)]))),
        },
      }];
    },
  },
};
