import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../api/dist/main.js');

/**
 * Loads the demo city once for all test files: each begins with a copy of what a first start with it left (`DEMO_LOADED`), rather than tell its
 * three years anew. Jest calls this before the first file.
 */
export default async function loadDemo() {
  const home = mkdtempSync(join(tmpdir(), 'spolupracovna-e2e-demo-'));
  chmodSync(home, 0o755);
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  const server = spawn(process.execPath, [MAIN], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(home, 'data'), DEMO: '1', LOG_LEVEL: 'error', NODE_ENV: 'development' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  const ended = new Promise((done) => server.once('exit', (code, signal) => done(signal ?? code)));
  server.stdout.on('data', (chunk) => {
    printed += chunk;
    // The guest's receipt is the last line.
    if (/\/r#\S+\n/.test(printed)) server.kill('SIGTERM');
  });
  const how = await ended;
  if (how !== 'SIGTERM') throw new Error(`the server ended with ${how}\n${printed}`);
  writeFileSync(join(home, 'printed'), printed);
  process.env.DEMO_LOADED = home;
}
