import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** Pictures and fonts are compressed in themselves. */
const TEXT = /\.(?:html|js|css|svg|json)$/;
/** Below this it is one packet anyway. */
const SMALL = 1_000;

const ways = {
  br: (text: Buffer) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length, [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  gz: (text: Buffer) => promisify(gzip)(text, { level: 9 }),
};

/** Lays each text file down compressed as well, as hard as it goes and once for all: the api sends what the browser takes (`http/web-pages.ts`). */
export const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  // After the service worker has been told what to keep.
  writeBundle: {
    order: 'post',
    sequential: true,
    async handler({ dir = '' }) {
      const files = (await readdir(dir, { recursive: true })).filter((file) => TEXT.test(file) && !file.startsWith('.vite'));
      await Promise.all(
        files.map(async (file) => {
          const text = await readFile(join(dir, file));
          if (text.length < SMALL) return;
          for (const [ending, way] of Object.entries(ways)) await writeFile(join(dir, `${file}.${ending}`), await way(text));
        }),
      );
    },
  },
};
