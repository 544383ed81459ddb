import type { Plugin } from 'vite';

export const EARLY = 'src/early.ts';
const LANGUAGES = ['sk', 'cs', 'en', 'uk'];
/** Whose texts a page shows first. */
const TEXTS: Record<string, string[]> = { '/canvas.html': ['shell', 'http', 'boards', 'sessions'], '/projector.html': ['shell', 'http', 'sessions'] };

/** Puts `src/early.ts` before all else of a page, and tells it the names of the texts' files. */
export const earlyScript: Plugin = {
  name: 'early-script',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { path, bundle }) {
      const texts = TEXTS[path];
      if (!texts) return undefined;
      const fileOf = (source: string) => {
        const chunk = Object.values(bundle ?? {}).find((one) => one.type === 'chunk' && one.facadeModuleId?.endsWith(source));
        if (bundle && !chunk) throw new Error(`The build has no ${source}`);
        return chunk ? `/${chunk.fileName}` : source;
      };
      const files = (language: string) => texts.map((of) => fileOf(`/src/${of}/${language}.json`)).join(' ');
      return [{
        tag: 'script',
        injectTo: 'head-prepend',
        // In development there are no files to have on their way.
        attrs: { 'type': 'module', 'async': true, 'fetchpriority': 'high', 'src': fileOf(`/${EARLY}`), 'data-texts': true, ...(bundle && Object.fromEntries(LANGUAGES.map((language) => [`data-${language}`, files(language)]))) },
      }];
    },
  },
};
