import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest, ManifestChunk, Plugin } from 'vite';
import { FIRST_OF_PAGES, type FirstOfPage } from '../src/first-of-pages.ts';
import { LANGUAGES } from './early-script.ts';

const PORTAL = 'index.html';

/**
 * Writes a document for each page that people come to from outside: the portal's, which also names the files of that page, its texts and what it asks for first. A phone then
 * fetches all of it side by side, where it would learn of one from the other. `pages.json` tells the api which document an address has (`http/web-pages.ts`). Nothing in a document
 * depends on who asks: what somebody may see comes from the api alone.
 */
export const documents: Plugin = {
  name: 'documents',
  apply: 'build',
  async writeBundle({ dir = '' }) {
    const manifest = JSON.parse(await readFile(join(dir, '.vite/manifest.json'), 'utf8')) as Manifest;
    if (!manifest[PORTAL]) return;
    const portal = await readFile(join(dir, PORTAL), 'utf8');
    await mkdir(join(dir, 'pages'), { recursive: true });
    const written = await Promise.all(
      FIRST_OF_PAGES.map(async (first) => {
        const file = `pages/${first.page.split('/').at(-1)?.replace('.tsx', '')}.html`;
        await writeFile(join(dir, file), documentOf(portal, first, manifest));
        return { path: first.path, file };
      }),
    );
    await writeFile(join(dir, 'pages.json'), JSON.stringify(written));
  },
};

/** The portal's document with what this page begins with. */
function documentOf(portal: string, { path, page, texts, reads }: FirstOfPage, manifest: Manifest): string {
  const fileOf = (name: string) => {
    const chunk = manifest[name];
    if (!chunk) throw new Error(`The build has no ${name}`);
    return chunk;
  };
  const seen = new Set<string>();
  const chunks: ManifestChunk[] = [];
  const add = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    // What it is built on comes first, and so do their styles.
    for (const next of fileOf(name).imports ?? []) add(next);
    chunks.push(fileOf(name));
  };
  add(page);
  const named = (file: string) => portal.includes(`"/${file}"`);
  const scripts = chunks.map(({ file }) => file).filter((file) => !named(file));
  const styles = [...new Set(chunks.flatMap(({ css }) => css ?? []))].filter((file) => !named(file));
  const links = [...scripts.map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`), ...styles.map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`)];
  const more = (attribute: string, values: readonly string[]) => (html: string) => html.replace(new RegExp(`(${attribute}="[^"]*)"`), (_, before: string) => [before, ...values].join(' ').concat('"'));
  const changes = [
    more('data-reads', reads.map((read) => read.replaceAll('&', '&amp;'))),
    ...LANGUAGES.map((language) => more(`data-${language}`, texts.map((of) => `/${fileOf(`src/${of}/${language}.json`).file}`))),
    (html: string) => html.replace('data-at=""', `data-at="${path}"`),
    (html: string) => html.replace('</head>', `${links.map((link) => `  ${link}\n`).join('')}  </head>`),
  ];
  return changes.reduce((html, change) => change(html), portal);
}
