/**
 * What `npm start` runs: builds what changed, then the server in this terminal until Ctrl-C. Nx needs seconds only to find out that
 * nothing changed, so a stamp of sources and results is compared first (about 0.1 s).
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { SERVER_ENVIRONMENT } from './server-environment.mjs';

const root = join(import.meta.dirname, '..');
const stampFile = join(root, '.nx', 'start.stamp');
const server = join(root, 'apps/api/dist/main.js');
const projects = ['apps/api', 'apps/web', ...readdirSync(join(root, 'libs')).map((name) => `libs/${name}`)].map((path) => join(root, path));
const shared = ['package-lock.json', 'tsconfig.base.json', 'nx.json', 'tools/bundle-size.mjs', 'tools/check-texts.mjs'].map((path) => join(root, path));
const derived = new Set(['dist', 'node_modules', 'test-output', '.vite']);

const say = (line) => process.stdout.write(`${line}\n`);
let child;
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stopping = true;
    // A terminal gives Ctrl-C to the child as well; the server heeds the first and ignores the second.
    child?.kill(signal);
  });
}

if (!existsSync(join(root, 'node_modules/.package-lock.json'))) {
  process.stderr.write('Nothing is installed yet. Run: npm ci\n');
  process.exit(1);
}
if (!isFresh()) await build();
if (!stopping) process.exitCode = await serve();

function* filesIn(folder, skip) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skip.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path, skip);
    else yield path;
  }
}

/** One digest of the words of every source and of when every result was written: a build by other hands counts too. */
function stamp() {
  const hash = createHash('sha256').update(process.version);
  for (const project of projects) {
    for (const file of filesIn(project, derived)) {
      if (/\.spec\.tsx?$|\.tsbuildinfo$/.test(file)) continue;
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
    }
    const dist = join(project, 'dist');
    if (!existsSync(dist)) continue;
    for (const file of filesIn(dist, new Set())) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${relative(root, file)} ${size} ${mtimeMs}\0`);
    }
  }
  for (const file of shared) if (existsSync(file)) hash.update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function isFresh() {
  return [stampFile, server, join(root, 'apps/web/dist/index.html')].every(existsSync) && readFileSync(stampFile, 'utf8') === stamp();
}

async function build() {
  say('Building. The first time takes a minute or two.');
  const began = Date.now();
  const output = [];
  const nx = createRequire(import.meta.url).resolve('nx/bin/nx.js');
  const code = await run([nx, 'run-many', '-t', 'build', '-p', '@spolu/api', '@spolu/web', '--output-style=stream'], ['ignore', 'pipe', 'pipe'], (line) => {
    output.push(line);
    const started = /^> nx run @spolu\/([\w-]+):build/.exec(line.trim());
    if (started) say(`  ${started[1]}${/\[(local|remote) cache|existing outputs/.test(line) ? ' (unchanged)' : ''}`);
  });
  if (stopping) process.exit(130);
  if (code !== 0) {
    process.stderr.write(`${output.join('\n')}\nThe build failed; its output is above.\n`);
    process.exit(code);
  }
  mkdirSync(join(root, '.nx'), { recursive: true });
  writeFileSync(stampFile, stamp());
  say(`Built in ${Math.round((Date.now() - began) / 1000)} s.`);
}

/** Stopping when asked to is a success, whatever signal ended the server. */
async function serve() {
  const code = await run(['--enable-source-maps', server], 'inherit');
  return stopping ? 0 : code;
}

/** Runs node with `args`; resolves with its exit code, 1 where a signal that nobody sent on purpose ended it. */
function run(args, stdio, onLine) {
  return new Promise((resolve, reject) => {
    child = spawn(process.execPath, args, { cwd: root, stdio, env: { ...SERVER_ENVIRONMENT, NX_DAEMON: 'false', ...(onLine ? { NO_COLOR: '1', FORCE_COLOR: '0' } : {}) } });
    for (const stream of onLine ? [child.stdout, child.stderr] : []) {
      let rest = '';
      stream.setEncoding('utf8').on('data', (text) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop();
        lines.forEach(onLine);
      }).on('end', () => rest && onLine(rest));
    }
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
