/**
 * Weighs what a phone loads before it can do anything: the JavaScript of the phone's entry with everything it imports statically,
 * gzipped. Reads the manifest that Vite wrote; fails above the limit, so that a heavy import is noticed the day it comes in.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const LIMIT = 120_000;
const dist = resolve(import.meta.dirname, '../apps/web/dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

/** Every file that `entry` needs at its first load: itself and its static imports, each once. */
function firstLoad(entry, seen = new Set()) {
  const chunk = manifest[entry];
  if (!chunk) throw new Error(`The manifest has no ${entry}`);
  if (seen.has(entry)) return seen;
  seen.add(entry);
  for (const imported of chunk.imports ?? []) firstLoad(imported, seen);
  return seen;
}

const gzipped = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const weigh = (entry) => {
  const files = [...firstLoad(entry)].map((name) => manifest[name].file).filter((file) => file.endsWith('.js'));
  return files.map((file) => ({ file, bytes: gzipped(file) })).sort((a, b) => b.bytes - a.bytes);
};
const sum = (files) => files.reduce((total, { bytes }) => total + bytes, 0);

const phone = weigh('join.html');
const phoneBytes = sum(phone);
for (const { file, bytes } of phone) console.log(`${kB(bytes).padStart(10)}  ${file}`);
console.log(`${kB(phoneBytes).padStart(10)}  phone, first load, gzipped JavaScript (limit ${kB(LIMIT)})`);
console.log(`${kB(sum(weigh('index.html'))).padStart(10)}  portal, first load, without the page's own file`);

if (phoneBytes > LIMIT) {
  console.error(`The phone's first load is ${kB(phoneBytes - LIMIT)} over its limit.`);
  process.exitCode = 1;
}
