/**
 * How long somebody waits from a clone to a usable first page, and at the next start when all is installed and built.
 * `npm run bench:first-run` clones the committed state of this repository into a temporary folder.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { printResult, row } from './table.mjs';

const repository = join(import.meta.dirname, '../..');
const home = mkdtempSync(join(tmpdir(), 'spolupracovna-first-run-'));
chmodSync(home, 0o755);
const clone = join(home, 'clone');
const environment = { ...process.env, PORT: '0', CI: undefined, DATA_DIR: join(home, 'data') };
delete environment.CI;

/** Starts the product and resolves once its first page and its api answer. */
async function untilUsable() {
  const began = performance.now();
  const server = spawn('npm', ['start'], { cwd: clone, env: environment, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  let printed = '';
  server.stdout.on('data', (chunk) => (printed += chunk));
  for (;;) {
    if (server.exitCode !== null) throw new Error(`npm start ended:\n${printed}`);
    const url = /Ready at (\S+)/.exec(printed)?.[1];
    if (url) {
      const [page, api] = await Promise.all([fetch(url), fetch(`${url}/api/installation`)]);
      if (page.ok && api.ok) break;
    }
    await pause(50);
  }
  const ms = performance.now() - began;
  process.kill(-server.pid, 'SIGINT');
  await new Promise((done) => server.once('exit', done));
  return ms / 1000;
}

try {
  spawnSync('git', ['clone', '--quiet', repository, clone], { stdio: 'inherit' });
  const began = performance.now();
  const install = spawnSync('npm', ['ci'], { cwd: clone, env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
  if (install.status !== 0) throw new Error('npm ci failed');
  const installed = (performance.now() - began) / 1000;
  const first = await untilUsable();
  const again = await untilUsable();
  printResult('first-run', [
    row('npm ci', installed, 's'),
    row('npm start, nothing built, to a usable first page', first, 's'),
    row('clone to a usable first page', installed + first, 's', '< 240', installed + first < 240),
    row('npm start again, installed and built', again, 's', '< 20', again < 20),
  ]);
} finally {
  rmSync(home, { recursive: true, force: true });
}
