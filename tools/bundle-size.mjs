/**
 * Weighs what a screen loads before it can do anything: the JavaScript of its entry, its frame and its page with everything they import
 * statically, gzipped. Reads the manifest that Vite wrote; fails above a limit, so that a heavy import is noticed the day it comes in.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The limits leave a few kB of air above what is. A phone must hold 120 kB, a board 200. */
const FIRST_LOADS = [
  { name: 'phone', limit: 120_000, entries: ['join.html'] },
  { name: 'portal, without a page', limit: 154_500, entries: ['index.html'] },
  { name: 'home page', limit: 190_000, entries: ['index.html', 'src/home/home-page.tsx'] },
  { name: 'list of ideas', limit: 178_000, entries: ['index.html', 'src/ideas/ideas-page.tsx'] },
  { name: 'an idea', limit: 180_000, entries: ['index.html', 'src/ideas/idea-page.tsx'] },
  { name: 'board page', limit: 170_000, entries: ['canvas.html'] },
];
const dist = resolve(import.meta.dirname, '../apps/web/dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

/** Every file that these entries need at their first load: themselves and their static imports, each once. */
function firstLoad(entries, seen = new Set()) {
  for (const entry of entries) {
    if (seen.has(entry)) continue;
    const chunk = manifest[entry];
    if (!chunk) throw new Error(`The manifest has no ${entry}`);
    seen.add(entry);
    firstLoad(chunk.imports ?? [], seen);
  }
  return seen;
}

const gzipped = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

for (const { name, limit, entries } of FIRST_LOADS) {
  const files = [...firstLoad(entries)].map((entry) => manifest[entry].file).filter((file) => file.endsWith('.js'));
  const weighed = files.map((file) => ({ file, bytes: gzipped(file) })).sort((a, b) => b.bytes - a.bytes);
  const total = weighed.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`${kB(total).padStart(10)}  ${name}, first load, gzipped JavaScript (limit ${kB(limit)})`);
  if (total <= limit) continue;
  for (const { file, bytes } of weighed) console.log(`${kB(bytes).padStart(14)}  ${file}`);
  console.error(`${name}: ${kB(total - limit)} over the limit of its first load.`);
  process.exitCode = 1;
}

// The hooks by which a bench drives the board are in no page that people get.
for (const file of new Set(Object.values(manifest).map(({ file }) => file))) {
  if (!file.endsWith('.js') || !readFileSync(join(dist, file), 'utf8').includes('__board')) continue;
  console.error(`${file} has hooks of the bench build.`);
  process.exitCode = 1;
}
