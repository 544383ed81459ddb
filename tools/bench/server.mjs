import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SERVER_ENVIRONMENT } from '../server-environment.mjs';

const MAIN = join(import.meta.dirname, '../../apps/api/dist/main.js');

/** The built server with an empty data folder of its own and the demo roles to sign in with. */
export async function startServer({ logLevel = 'error' } = {}) {
  const home = mkdtempSync(join(tmpdir(), 'spolupracovna-bench-'));
  chmodSync(home, 0o755);
  const server = { url: '', process: null, kill, restart, stop, databaseUrl, log };
  let printed = '';

  async function start(port) {
    const started = spawn(process.execPath, [MAIN], {
      env: { ...SERVER_ENVIRONMENT, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: join(home, 'data'), DEMO: '1', NODE_ENV: 'development', LOG_LEVEL: logLevel },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    server.process = started;
    printed = '';
    const url = await new Promise((done, fail) => {
      started.once('exit', (code) => fail(new Error(`the server exited with ${code}\n${printed}`)));
      started.stdout.on('data', (chunk) => {
        printed += chunk;
        const found = /Ready at (\S+)/.exec(printed);
        if (found) done(found[1]);
      });
    });
    server.url = url.replace('localhost', '127.0.0.1');
  }
  /** As a power cut: the process is gone at once. */
  async function kill() {
    const gone = new Promise((done) => server.process.once('exit', done));
    server.process.kill('SIGKILL');
    await gone;
  }
  function restart() {
    return start(new URL(server.url).port);
  }
  /** Of its embedded database, for filling it faster than by commands. */
  function databaseUrl() {
    const [, , , port] = readFileSync(join(home, 'data/data/postmaster.pid'), 'utf8').split('\n');
    return `postgres://spolu:${readFileSync(join(home, 'data/password'), 'utf8').trim()}@127.0.0.1:${port}/postgres`;
  }
  /** All that it and its database have written down since it was started. */
  function log() {
    return `${printed}${readFileSync(join(home, 'data/postgres.log'), 'utf8')}`;
  }
  async function stop() {
    const gone = new Promise((done) => server.process.once('exit', done));
    server.process.kill('SIGTERM');
    await gone;
    rmSync(home, { recursive: true, force: true });
  }

  await start(0);
  return server;
}

/** A device: keeps its cookie, sends our Origin, and turns a refusal into an error. */
export class Device {
  cookie = '';
  constructor(server) {
    this.server = server;
  }
  async send(method, path, body, key) {
    const response = await fetch(`${this.server.url}/api/${path}`, {
      method,
      headers: {
        origin: this.server.url,
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' ? {} : { 'idempotency-key': key ?? crypto.randomUUID() }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const set = response.headers.getSetCookie()[0];
    if (set) this.cookie = set.split(';')[0];
    const answer = response.headers.get('content-type')?.includes('json') ? await response.json() : null;
    if (!response.ok) throw Object.assign(new Error(`${method} ${path}: ${response.status} ${answer?.code ?? ''} ${JSON.stringify(answer?.fields ?? '')}`), { problem: answer });
    return answer;
  }
  get = (path) => this.send('GET', path);
  post = (path, body = {}, key = undefined) => this.send('POST', path, body, key);
  put = (path, body) => this.send('PUT', path, body);
}
